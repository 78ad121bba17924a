"""Names in a question that nobody and no deal goes by: they are said back, never taken for somebody else."""

import re
from collections.abc import Iterator, Sequence

from dealbot.app.patterns import alternatives
from dealbot.app.question import Intent
from dealbot.app.understand.shape import Shape
from dealbot.app.words import Word

_PIECES = {"x": "(XX(?: XX)*)", "end": r"(?: \?+)?$"}
_PLACES = (
    r"\b(?:at|inside) <x>",
    r"^(?:so |and |ok )?where (?:is|are|does|do|did) (?:we |it |things |the )*(?:at |with |on )*<x>",
    r"\bhow (?:is|are|goes) (?:things |it |we )?(?:going )?(?:at |with |over at )?<x> ?(?:going|doing|looking|\?|$)",
    r"(?:status|updates?|latest|rundown|news|recap|summary|overview|picture)(?: (?:of|on|for|from|with))? <x>",
    r"(?:steps|todo|items|concerns)(?: (?:of|on|for|from|with))? <x>",
    r"^<x><end>",
    r"\b(?:PERSON|TEAM) (?:of|at|for) <x>",
    r"<x> (?:status|deal|account|update|pipeline)\b",
)
_SPEAKERS = (
    r"\b(?:did|does|has|have) <x> (?:\w+ )?(?:say|said|want|mention|mentioned|tell|told|ask|need|expect|care)\b",
    r"\bwhat <x> (?:said|told|wants?|mentioned|asked)",
)
_SOMEBODIES = (
    r"\b(?:is|was|does|did|has) <x> (?!\?)\w+",
    r"\b(?:talk|talked|speak|spoke|spoken|meet|met|hear|heard|contact) (?:to |with |from )?<x>",
    r"\b(?:touch|base|call|called|email|engage|engaged) (?:base )?(?:to |with |from )?<x>",
    r"\b<x> (?:think|thinks|promise|promised|worried|stance|role|worries|objections|concerns|owes?)\b",
    r"\b(?:owes?|convince|persuade|over) <x>",
    r"^(?:and|what about|how about|and what about) <x><end>",
    r"\bwho is <x><end>",
)
# Questions in free words are full of words that are nobody's name.
_FREE = frozenset({Intent.LEARNED, Intent.REVIEW, Intent.COMPETITION, Intent.EHR})

_Place = tuple[int, int]


def somewhere_unknown(shape: Shape, words: Sequence[Word], intent: Intent) -> _Place | None:
    """Tell which words stand where a deal's name stands and are none, or None."""
    place = next(_places(_PLACES[:1] if intent in _FREE else _PLACES, shape), None)
    if place is not None and intent in _FREE and not words[place[0]].capital:
        return None
    return _whole(place, words) if place is not None else None


def somebody_unknown(shape: Shape, words: Sequence[Word], intent: Intent) -> _Place | None:
    """Tell which words stand where a person's name stands and are nobody's, or None."""
    whose = _whose(shape, words)
    if whose is not None or intent in _FREE:
        return whose or next(_places(_SPEAKERS, shape), None)
    found = (place for place in _places((*_SPEAKERS, *_SOMEBODIES), shape) if _may_be_name(words[place[0]]))
    place = next(found, None) or _capital(shape, words)
    return None if place is not None and words[place[0]].written.isupper() else place


def _whole(place: _Place, words: Sequence[Word]) -> _Place:
    """A name goes on as long as its words have capitals: "Cleveland Clinic"."""
    first, last = place
    while words[first].capital and last < len(words) and words[last].capital:
        last += 1
    return first, last


def _whose(shape: Shape, words: Sequence[Word]) -> _Place | None:
    """An unknown name with a possessive ending, "Pfizer's", is somebody's in every question."""
    for piece in shape.pieces:
        word = words[piece.first]
        if piece.unknown and piece.first > 0 and word.capital and word.folded.endswith("'s"):
            return (piece.first, piece.last)
    return None


def _places(patterns: Sequence[str], shape: Shape) -> Iterator[_Place]:
    for pattern in patterns:
        match = re.search(alternatives(pattern, _PIECES), shape.masked)
        if match is not None:
            yield shape.words_at(*match.span(1))


def _may_be_name(word: Word) -> bool:
    return word.capital or not word.folded.endswith(("ing", "ed", "ly", "tion", "ness"))


def _capital(shape: Shape, words: Sequence[Word]) -> _Place | None:
    """An unknown word with a capital inside a sentence is a name; one all in capitals is a short form."""
    for piece in shape.pieces:
        word = words[piece.first]
        if piece.unknown and piece.first > 0 and word.capital and not word.written.isupper():
            return (piece.first, piece.last)
    return None
