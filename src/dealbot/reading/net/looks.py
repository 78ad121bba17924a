"""How every word of a note looks: capitals, marks around it, and what lists and rules of names and titles say of it."""

import re
from collections.abc import Sequence

import numpy as np

from dealbot.domain.names import fold
from dealbot.reading.features import Floats
from dealbot.reading.layout import Line, LineKind, lines_of
from dealbot.reading.lexicon.names import NOT_NAMES, capital_first_names, first_names, surnames
from dealbot.reading.ports import NoteText
from dealbot.reading.spotting import Spot, TitleSpot, spot_titles

Word = tuple[int, int]

LOOKS = 24
_WORD = re.compile(r"[^\W_]+")
_OPENING = " \t*-•\"'“("
_LABEL = 40


def words_of(text: str) -> list[Word]:
    """Where each word (letters and figures without marks) starts and ends."""
    return [match.span() for match in _WORD.finditer(text)]


def looks_of(note: NoteText, words: Sequence[Word], names: Sequence[Spot]) -> Floats:
    """What each word looks like, shape (words, LOOKS); `names` are those that rules find."""
    looks = np.zeros((len(words), LOOKS), dtype=np.float32)
    around = _Around(note, names)
    for row, word in zip(looks, words, strict=True):
        row[:10] = _written(note.text, *word)
        row[10:] = around.said_of(*word)
    return looks


def _written(text: str, start: int, end: int) -> tuple[bool, ...]:
    word = text[start:end]
    before, after = text[start - 1 : start] or "\n", text[end : end + 1] or "\n"
    opened_by = text[:start].rstrip(_OPENING)[-1:]
    return (
        word[0].isupper(),
        word.isupper() and len(word) > 1,
        len(word) == 1,
        any(letter.isdigit() for letter in word),
        before == "@",
        opened_by in ("", "\n", ".", "!", "?", ":"),
        after == ":",
        before in "-'’.",
        after in "-'’",
        after == ".",
    )


class _Around:
    """What is known around the words of one note."""

    def __init__(self, note: NoteText, names: Sequence[Spot]) -> None:
        self._text = note.text
        self._lines = lines_of(note.text)
        self._names = names
        self._titles = spot_titles(note.text)
        self._author = frozenset(fold(note.author or "").split())
        self._deal = frozenset(fold(note.deal or "").split())
        self._known = frozenset(word for person in note.roster for name in person.names for word in fold(name).split())
        self._turns = [self._label(line) for line in self._lines if line.kind is LineKind.TURN and line.speaker]

    def said_of(self, start: int, end: int) -> tuple[bool, ...]:
        word = self._text[start:end].casefold()
        line = next((line for line in self._lines if line.start <= start < line.end), None)
        return (
            word in first_names(),
            word in capital_first_names(),
            word in surnames(),
            word in NOT_NAMES,
            any(_within(spot, start) and spot.sure for spot in self._names),
            any(_within(spot, start) and not spot.sure for spot in self._names),
            any(_within(title, start) and not title.generic for title in self._titles),
            any(_within(title, start) and title.generic for title in self._titles),
            word in self._author,
            word in self._deal,
            word in self._known,
            line is not None and line.kind in {LineKind.HEADER, LineKind.SIGNATURE},
            any(at <= start < at + _LABEL for at in self._turns) and ":" in self._text[start : start + _LABEL],
            line is None,
        )

    def _label(self, line: Line) -> int:
        return self._text.rfind(line.speaker or "", 0, line.start)


def _within(spot: Spot | TitleSpot, at: int) -> bool:
    return spot.start <= at < spot.end
