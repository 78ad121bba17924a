"""Finds a quote in a note: exactly, then but for case, marks and spacing, then but for a word in ten."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from dealbot.domain.evidence import Span
from dealbot.reading.namelike import names_in

COVERAGE, DENSITY = 0.9, 0.8
_MIN_WORDS, _ANCHOR = 4, 0.3
_NEGATION = re.compile(
    r"no|not|never|none|nobody|nothing|without|unless|until|refuse[sd]?|cannot|(?:ca|wo|do|does|did|is|was|are|were|would|could|should"
    r"|has|have|had)nt"
)
_SAME = str.maketrans(
    dict.fromkeys("\u2018\u2019\u02bc\u2032\xb4", "'")
    | dict.fromkeys("\u201c\u201d\u201e\xab\xbb\u2033", '"')
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-")
    | {"\u2026": "..."}
)
_DROPPED = frozenset("*_")
_EDGE = " .,;:!?\"'()[]-"
_WORD = re.compile(r"[^\W_]+(?:[.,:/]\d+)*(?:'(?!s\b)[^\W_]+)*")
_QUOTING = re.compile(r"^[ \t]*(?:>[ \t]*)+", re.MULTILINE)

Window = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text, folded, with its place."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Page:
    """A note made ready for finding quotes in it."""

    text: str

    @cached_property
    def folded(self) -> tuple[str, list[int]]:
        """The text folded, and for every character of it the offset it comes from."""
        return _folded(self.text)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words of the text."""
        folded, places = self.folded
        return tuple(
            Word(match.group().replace("'", ""), places[match.start()], places[match.end() - 1] + 1)
            for match in _WORD.finditer(folded)
        )

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word the text holds."""
        return frozenset(word.text for word in self.words)

    @cached_property
    def named(self) -> frozenset[str]:
        """Every word of the text that stands like a name."""
        return frozenset(word for name in names_in(self.text) for word in words_in(name.text))

    def find(self, quote: str, window: Window | None = None) -> Span | None:
        """The first place of the words quoted, inside the window if it is there, as the note has them.

        Words that are nearly those quoted are looked for in the window alone.
        """
        quote = quote.strip()
        whole = (0, len(self.text))
        near = window or whole
        ways = ((self._exactly, near), (self._exactly, whole), (self._folding, near), (self._folding, whole))
        found = next(filter(None, (way(quote, place) for way, place in (*ways, (self._nearly, near)))), None)
        return Span(self.text[found[0] : found[1]], *found) if found else None

    def _exactly(self, quote: str, window: Window) -> Window | None:
        return _whole(self.text, quote, window)

    def _folding(self, quote: str, window: Window) -> Window | None:
        folded, places = self.folded
        inside = (bisect_left(places, window[0]), bisect_left(places, window[1]))
        found = _whole(folded, fold_text(quote), inside)
        if found is None:
            return None
        end = places[found[1] - 1] + 1
        while end < len(self.text) and unicodedata.combining(self.text[end]):
            end += 1
        return places[found[0]], end

    def _nearly(self, quote: str, window: Window) -> Window | None:
        wanted = words_in(quote)
        if len(wanted) < _MIN_WORDS:
            return None
        low = bisect_left(self.words, window[0], key=lambda word: word.start)
        high = bisect_right(self.words, window[1], key=lambda word: word.end)
        return _near(self.words[low:high], wanted)


def fold_text(text: str) -> str:
    """A text as it is compared: one case, plain marks, single spaces, nothing at its edges."""
    return _folded(text)[0].strip(_EDGE)


def words_in(text: str) -> list[str]:
    """The words of a text, folded."""
    return [match.group().replace("'", "") for match in _WORD.finditer(_folded(text)[0])]


def _folded(text: str) -> tuple[str, list[int]]:
    quoting = {place for match in _QUOTING.finditer(text) for place in range(*match.span())}
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        for shown in " " if place in quoting else _plain(letter):
            if shown != " " or (letters and letters[-1] != " "):
                letters.append(shown)
                places.append(place)
    return "".join(letters), places


def _plain(letter: str) -> str:
    """One character folded: possibly several characters, or none."""
    if letter.isspace():
        return " "
    if letter in _DROPPED:
        return ""
    if letter.isascii():
        return letter.lower() if letter != "`" else "'"
    parts = unicodedata.normalize("NFKD", letter.translate(_SAME))
    kept = "".join(part for part in parts if not unicodedata.combining(part) and unicodedata.category(part) != "Cf")
    return " " if kept.isspace() else kept.casefold()


def _whole(text: str, quote: str, window: Window) -> Window | None:
    """The first place of a quote that neither begins nor ends inside a word."""
    at = text.find(quote, *window) if quote else -1
    while at >= 0:
        end = at + len(quote)
        cut_before = at > 0 and text[at - 1].isalnum() and quote[0].isalnum()
        cut_after = end < len(text) and text[end].isalnum() and quote[-1].isalnum()
        if not cut_before and not cut_after:
            return at, end
        at = text.find(quote, at + 1, window[1])
    return None


def _near(words: Sequence[Word], wanted: list[str]) -> Window | None:
    """The stretch around the longest common run of words that covers nearly all wanted and holds little else."""
    texts = [word.text for word in words]
    anchor = SequenceMatcher(None, texts, wanted, autojunk=False).find_longest_match()
    if anchor.size < max(2, _ANCHOR * len(wanted)):
        return None
    slack = 2 + len(wanted) // 8
    low = max(0, anchor.a - anchor.b - slack)
    high = min(len(texts), low + len(wanted) + 2 * slack)
    matcher = SequenceMatcher(None, texts[low:high], wanted, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    first, last = low + blocks[0].a, low + blocks[-1].a + blocks[-1].size
    matched = sum(block.size for block in blocks)
    found = Counter(texts[first:last])
    odd = (found - Counter(wanted)) + (Counter(wanted) - found)
    if matched < COVERAGE * len(wanted) or matched < DENSITY * (last - first) or any(_decides(word) for word in odd):
        return None
    return words[first].start, words[last - 1].end


def _decides(word: str) -> bool:
    """Whether a word is too weighty to be off by."""
    return _NEGATION.fullmatch(word) is not None or any(letter.isdigit() for letter in word)
