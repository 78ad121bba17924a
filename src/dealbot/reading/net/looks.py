"""How every word of a note looks: capitals, marks around it, and what lists and rules of names and titles say of it."""

import re
from collections.abc import Iterable, Sequence

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
    """What is known around the words of one note; of names, titles and lines: the offsets within them."""

    def __init__(self, note: NoteText, names: Sequence[Spot]) -> None:
        self._text = note.text
        titles = spot_titles(note.text)
        self._sure, self._unsure = (_within(name for name in names if name.sure is sure) for sure in (True, False))
        self._own, self._generic = (
            _within(title for title in titles if title.generic is that) for that in (False, True)
        )
        self._author = frozenset(fold(note.author or "").split())
        self._deal = frozenset(fold(note.deal or "").split())
        self._known = frozenset(word for person in note.roster for name in person.names for word in fold(name).split())
        lines = lines_of(note.text)
        self._lines = _within(lines)
        self._edges = _within(line for line in lines if line.kind in {LineKind.HEADER, LineKind.SIGNATURE})
        turns = [self._label(line) for line in lines if line.kind is LineKind.TURN and line.speaker]
        self._labels = {at for turn in turns for at in range(turn, turn + _LABEL)}

    def said_of(self, start: int, end: int) -> tuple[bool, ...]:
        word = self._text[start:end].casefold()
        return (
            word in first_names(),
            word in capital_first_names(),
            word in surnames(),
            word in NOT_NAMES,
            start in self._sure,
            start in self._unsure,
            start in self._own,
            start in self._generic,
            word in self._author,
            word in self._deal,
            word in self._known,
            start in self._edges,
            start in self._labels and ":" in self._text[start : start + _LABEL],
            start not in self._lines,
        )

    def _label(self, line: Line) -> int:
        return self._text.rfind(line.speaker or "", 0, line.start)


def _within(stretches: Iterable[Spot | TitleSpot | Line]) -> frozenset[int]:
    return frozenset(at for stretch in stretches for at in range(stretch.start, stretch.end))
