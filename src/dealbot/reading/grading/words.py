"""The telling words of questions, points and answers: cut to stems, the rarer the weightier."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_ENDINGS = (
    "ations",
    "ation",
    "ings",
    "ing",
    "ments",
    "ment",
    "ies",
    "ied",
    "ers",
    "er",
    "ed",
    "es",
    "ly",
    "s",
    "e",
    "y",
)
_SHORTEST = 3
_EMPTY = frozenset(
    """
    a an the to of for and or with on in at by our their his her its us we i you he she they them him me my your it this
    that these those will would is are was were be been has have had do does did done not no so as if then than but
    about from up out over into who what when where why how which whom there here any some all just tell told say said
    says saying also still now again more most much many too very can could should may might must let lets i'm i'd i'll
    i've we're we'd we'll don't doesn't didn't won't wouldn't can't couldn't isn't it's that's
    """.split()
)


def words_in(text: str) -> list[str]:
    """The words of a text in small letters, one kind of apostrophe."""
    return [word.replace("’", "'") for word in _WORD.findall(text.casefold())]


def stem_of(word: str) -> str:
    """A word without its ending; nothing for one that tells nothing."""
    if word in _EMPTY or len(word) < 2:
        return ""
    ending = next((e for e in _ENDINGS if word.endswith(e) and len(word) - len(e) >= _SHORTEST), "")
    return word.removesuffix(ending)


def stems_in(text: str) -> list[str]:
    """The stems of a text's telling words, in order."""
    return [stem for word in words_in(text) if (stem := stem_of(word))]


@dataclass(frozen=True, slots=True)
class Rarity:
    """In how many of so many texts each stem stood."""

    seen: Mapping[str, int]
    texts: int

    def of(self, stem: str) -> float:
        """How much a stem tells: 1 for one that stands in every text."""
        return log((self.texts + 1) / (self.seen.get(stem, 0) + 1)) + 1

    def recall(self, wanted: Sequence[str], told: frozenset[str], but: frozenset[str] = frozenset()) -> float:
        """Which part of the wanted stems is told, by weight; those of `but` are not wanted."""
        asked = [stem for stem in wanted if stem not in but]
        whole = sum(map(self.of, asked))
        return sum(self.of(stem) for stem in asked if stem in told) / whole if whole else 0.0
