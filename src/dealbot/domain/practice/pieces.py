"""The pieces of an answer, told together where one of them says nothing alone or where they are too many."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

_MOST_WORDS = 40
_MOST_LEANT = 30
_MOST_WITH_LEANING = 50
_FEWEST_WORDS = 4
_ENDED = (".", "!", "?", ":", ";", '"', "”")
_LEANS = re.compile(
    r"(?:both|either|neither|otherwise|if (?:so|not|yes|no)|instead|the (?:others?|rest|latter|former)|those"
    r"|only the (?:first|second|third|last)|in contrast|conversely|meanwhile|however|in turn|on the other hand"
    r"|(?:one|none|all|some|most|each) of (?:them|those|these|it|that)"
    r"|one (?:at|by|for|from|in|on|with|without|that|which|who|is|are|was|can|may|might|should|will|has))\b",
    re.IGNORECASE,
)
# What goes on about the label of its item without naming it again: "Suitable for those who ...", "Requires a ..."
_GOES_ON = re.compile(
    r"(?:(?:most|best|more|less|also|typically|usually|often|generally|especially) )*"
    r"(?:suitable|suited|ideal|useful|appropriate|preferred|used|known|needed|designed|common|popular|particularly"
    r"|acts|allows|consists|covers|enables|ensures|focuses|gives|handles|helps|includes|involves|makes|measures|offers"
    r"|performs|prevents|protects|provides|reduces|represents|requires|simplifies|stores|supports|uses|works)\b",
    re.IGNORECASE,
)
_ONE_OF_SOME = re.compile(r"for (?:the|a) (?:first|second|third|fourth|last|other)s?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of an answer: `item` numbers the bullet or paragraph they stand in, `under` are its headings.

    `lead` is what of those is told before them.
    """

    text: str
    item: int
    under: tuple[str, ...]
    lead: str = ""

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())


def leaning_together(pieces: Iterable[Piece]) -> list[Piece]:
    """Those that lean on the one before told with it; "for the first, ..." all together with it, or none of them."""
    told: list[Piece] = []
    for piece in pieces:
        beside = bool(told) and told[-1].item == piece.item
        leans = _LEANS.match(piece.text) and beside and told[-1].words + piece.words <= _MOST_WITH_LEANING
        if leans or (beside and _GOES_ON.match(piece.text)):
            told[-1] = _joined(told[-1], piece)
        else:
            told.append(piece)
    return _with_each(told)


def _with_each(pieces: Sequence[Piece]) -> list[Piece]:
    each = [piece for piece in pieces if _ONE_OF_SOME.match(piece.text)]
    if not each or each[0] is pieces[0]:
        return list(pieces)
    at = pieces.index(each[0]) - 1
    texts = [pieces[at].text.rstrip("."), *(f"{piece.text[0].lower()}{piece.text[1:].rstrip('.')}" for piece in each)]
    whole = replace(pieces[at], text="; ".join(texts))
    kept = whole if whole.words <= _MOST_LEANT else pieces[at]
    return [*pieces[:at], kept, *(piece for piece in pieces[at + 1 :] if piece not in each)]


def short_together(pieces: Iterable[Piece]) -> list[Piece]:
    """Very short ones told with what comes before, or with what comes after the first."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined and min(piece.words, joined[-1].words) < _FEWEST_WORDS and joined[-1].under == piece.under:
            joined[-1] = _joined(joined[-1], piece)
        else:
            joined.append(piece)
    return joined


def fewer(pieces: Sequence[Piece], most: int) -> list[Piece]:
    """No more than so many: the two neighbours that are shortest together become one, best of one item or list."""
    left = list(pieces)
    while len(left) > most:
        at = min(_neighbours(left), key=lambda place: left[place].words + left[place + 1].words)
        left[at : at + 2] = [_joined(left[at], left[at + 1])]
    return left


def _neighbours(pieces: Sequence[Piece]) -> list[int]:
    """The places of the pieces that may best be told with the one after."""
    places = range(len(pieces) - 1)
    rules: tuple[Callable[[Piece, Piece], bool], ...] = (
        lambda one, other: one.item == other.item and one.words + other.words <= _MOST_WORDS,
        lambda one, other: one.under == other.under and one.words + other.words <= _MOST_WORDS,
        lambda one, other: one.under == other.under,
    )
    found = ([place for place in places if rule(pieces[place], pieces[place + 1])] for rule in rules)
    return next(filter(None, found), list(places))


def _joined(one: Piece, other: Piece) -> Piece:
    if one.item == other.item:
        text = f"{one.text} {other.text}" if one.text.endswith(_ENDED) else f"{one.text}; {other.text}"
    else:
        text = f"{one.text.rstrip('.')}; {'' if one.under == other.under else other.lead}{other.text}"
    return Piece(text, other.item, one.under, one.lead)
