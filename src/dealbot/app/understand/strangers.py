"""Names in a question that nobody and no deal goes by: they are said back, never taken for somebody else."""

import re
from collections.abc import Sequence

from dealbot.app.question import Intent
from dealbot.app.understand.shape import Shape
from dealbot.app.words import Word

_X = r"(XX(?: XX)*)"
_END = r"(?: \?+)?$"
_PLACES = (
    rf"\b(?:at|inside) {_X}",
    rf"^(?:so |and |ok )?where (?:is|are|does|do|did) (?:we |it |things |the )*(?:at |with |on )*{_X}",
    rf"\bhow (?:is|are|goes) (?:things |it |we )?(?:going )?(?:at |with |over at )?{_X} ?(?:going|doing|looking|\?|$)",
    r"(?:status|update|updates|latest|rundown|news|recap|summary|overview|steps|todo|items|concerns|picture)"
    rf"(?: (?:of|on|for|from|with))? {_X}",
    rf"^{_X}{_END}",
    rf"{_X} (?:status|deal|account|update|pipeline)\b",
)
_SPEAKERS = (
    rf"\b(?:did|does|has|have) {_X} (?:\w+ )?(?:say|said|want|mention|mentioned|tell|told|ask|need|expect|care)\b",
    rf"\bwhat {_X} (?:said|told|wants?|mentioned|asked)",
)
_SOMEBODIES = (
    rf"\b(?:is|are|was|does|did|has|have|can|will|would|should) {_X} (?!\?)\w+",
    r"\b(?:talk|talked|speak|spoke|spoken|meet|met|hear|heard|contact|touch|base|call|called|email|engage|engaged)"
    rf" (?:base )?(?:to |with |from )?{_X}",
    rf"\b{_X} (?:think|thinks|promise|promised|worried|stance|role|worries|objections|concerns|owes?)\b",
    rf"\b(?:owes?|convince|persuade|over) {_X}",
    rf"^(?:and|what about|how about|and what about) {_X}{_END}",
    rf"\bwho is {_X}{_END}",
)
# Questions in free words are full of words that are nobody's name.
_FREE = frozenset({Intent.LEARNED, Intent.REVIEW, Intent.COMPETITION, Intent.EHR})

_Place = tuple[int, int]


def somewhere_unknown(shape: Shape, words: Sequence[Word], intent: Intent) -> _Place | None:
    """Tell which words stand where a deal's name stands and are none, or None."""
    place = _first(_PLACES, shape, words)
    if place is not None and intent in _FREE and not words[place[0]].capital:
        return None
    return place


def somebody_unknown(shape: Shape, words: Sequence[Word], intent: Intent) -> _Place | None:
    """Tell which words stand where a person's name stands and are nobody's, or None."""
    if intent in _FREE:
        return _first(_SPEAKERS, shape, words)
    place = _first((*_SPEAKERS, *_SOMEBODIES), shape, words) or _capital(shape, words)
    return None if place is not None and words[place[0]].written.isupper() else place


def _first(patterns: Sequence[str], shape: Shape, words: Sequence[Word]) -> _Place | None:
    masked = shape.masked
    found = (match for pattern in patterns if (match := re.search(pattern, masked)))
    places = (shape.words_at(*match.span(1)) for match in found)
    return next((place for place in places if _may_be_name(words[place[0]])), None)


def _may_be_name(word: Word) -> bool:
    return word.capital or not word.folded.endswith(("ing", "ed", "ly", "tion", "ness"))


def _capital(shape: Shape, words: Sequence[Word]) -> _Place | None:
    """An unknown word with a capital inside a sentence is a name; one all in capitals is a short form."""
    for piece in shape.pieces:
        word = words[piece.first]
        if piece.unknown and piece.first > 0 and word.capital and not word.written.isupper():
            return (piece.first, piece.last)
    return None
