"""A text cut into words with their places, folded so that case, accents and apostrophes do not matter."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+(?:['\u2019&][^\W_]+)*['\u2019]?|\?+")
_SHORTEST_PLURAL = 5


@dataclass(frozen=True, slots=True)
class Word:
    """One word: as written and folded; `text[start:end] == written`."""

    written: str
    folded: str
    start: int
    end: int

    @property
    def bare(self) -> str:
        """The folded word without a possessive or plural ending."""
        return bare(self.folded)

    @property
    def capital(self) -> bool:
        """Whether it is written with a capital first."""
        return self.written[:1].isupper()


def words_of(text: str) -> tuple[Word, ...]:
    """Cut a text into words; a run of question marks is one."""
    return tuple(Word(m.group(), fold_word(m.group()), m.start(), m.end()) for m in _WORD.finditer(text))


def fold_word(word: str) -> str:
    """Fold one word: no case, no accents, straight apostrophes."""
    plain = unicodedata.normalize("NFKD", word.replace("\u2019", "'")).encode("ascii", "ignore").decode() or word
    return plain.casefold().rstrip("'")


def bare(folded: str) -> str:
    """Drop a possessive or plural ending: "lakeshore's", "annes"."""
    if folded.endswith("'s"):
        return folded[:-2]
    if len(folded) >= _SHORTEST_PLURAL and folded.endswith("s") and not folded.endswith("ss"):
        return folded[:-1]
    return folded


def word_set(text: str) -> frozenset[str]:
    """The words of a list written as text."""
    return frozenset(text.split())


def runs(items: Sequence[str]) -> list[tuple[str, ...]]:
    """List every unbroken run of the items."""
    ends = range(1, len(items) + 1)
    return [tuple(items[start:end]) for end in ends for start in range(end)]
