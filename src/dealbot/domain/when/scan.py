"""A text cut into tokens, and the best date phrase found at each of them."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from dealbot.domain.when.node import Node
from dealbot.domain.when.words import FOLLOWERS, corrected

_TOKEN: Final = re.compile(r"\d+|[^\W\d_]+(?:'[^\W\d_]+)?|\S")
_PLAIN_SIGNS: Final = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-") | dict.fromkeys("\u2018\u2019\u02bc", "'")
)
_LONGEST_NUMBER: Final = 4


@dataclass(frozen=True, slots=True)
class Token:
    """One word (without its possessive ending), number or sign; numbers too long for a date have no `number`."""

    low: str
    start: int
    end: int
    glued: bool
    capital: bool
    possessive: bool
    number: int | None


@dataclass(frozen=True, slots=True)
class Match:
    """What was found and the index of the token after it."""

    node: Node
    end: int


@dataclass(frozen=True, slots=True)
class Setting:
    """What a date phrase is read against."""

    on: date
    month_first: bool = True
    fiscal_start: int = 1


@dataclass(frozen=True, slots=True)
class Scan:
    """The tokens of a text with what was found at each; filled from the right, so that rules can look ahead."""

    text: str
    setting: Setting
    tokens: tuple[Token, ...]
    found: list[Match | None] = field(default_factory=list)

    @property
    def on(self) -> date:
        """The day the text is read as of."""
        return self.setting.on

    def low(self, i: int) -> str:
        """The token in lower case, or nothing beyond the ends."""
        return self.tokens[i].low if 0 <= i < len(self.tokens) else ""

    def number(self, i: int) -> int | None:
        """The value of a number of at most four digits."""
        return self.tokens[i].number if 0 <= i < len(self.tokens) else None

    def digits(self, i: int) -> int:
        """How many characters the token has."""
        return self.tokens[i].end - self.tokens[i].start if 0 <= i < len(self.tokens) else 0

    def glued(self, i: int) -> bool:
        """Whether no space stands before the token."""
        return 0 < i < len(self.tokens) and self.tokens[i].glued

    def capital(self, i: int) -> bool:
        """Whether the token begins with a capital letter."""
        return 0 <= i < len(self.tokens) and self.tokens[i].capital

    def possessive(self, i: int) -> bool:
        """Whether the token ends in an apostrophe and an s."""
        return 0 <= i < len(self.tokens) and self.tokens[i].possessive

    def word_follows(self, i: int) -> bool:
        """Whether the token is a word (and not a sign, a number or the end)."""
        return self.low(i)[:1].isalpha()

    def noun_follows(self, i: int) -> bool:
        """Whether the token may be a noun that the date before it describes."""
        return self.word_follows(i) and self.low(i) not in FOLLOWERS and not self.low(i).endswith("ly")

    def opening(self, i: int) -> str:
        """The token as a word rules may begin with."""
        return "0" if self.tokens[i].number is not None else self.tokens[i].low

    def at(self, i: int) -> Match | None:
        """The longest date phrase that begins at a token."""
        return self.found[i] if 0 <= i < len(self.found) else None

    def skip(self, i: int, words: Collection[str]) -> int:
        """The first token from `i` on that is none of the words."""
        while self.low(i) in words:
            i += 1
        return i

    def after_dot(self, i: int) -> int:
        """Past the full stop of a short form ("Fri. noon"), unless it ends the sentence."""
        if self.low(i) != "." or not self.glued(i):
            return i
        goes_on = i + 1 < len(self.tokens) and not self.capital(i + 1)
        return i + 1 if goes_on else i


Rule = Callable[[Scan, int], Match | None]
# Rules with the words they may begin with; of two phrases of one length the first rule's counts.
Rules = tuple[tuple[Rule, frozenset[str]], ...]
# Stands for any number among the words a rule may begin with.
FIGURE: Final = frozenset({"0"})


def tokens_of(text: str) -> tuple[Token, ...]:
    """Words with their inner apostrophe, runs of digits, and single signs."""
    found = []
    before = -1
    for match in _TOKEN.finditer(text.translate(_PLAIN_SIGNS)):
        word = match.group()
        number = int(word) if len(word) <= _LONGEST_NUMBER and word.isdecimal() else None
        possessive = word.endswith(("'s", "'S"))
        low = corrected(word[:-2].lower() if possessive else word.lower())
        glued = match.start() == before
        found.append(Token(low, match.start(), match.end(), glued, word[0].isupper(), possessive, number))
        before = match.end()
    return tuple(found)
