"""What words do with what they name: tell it as a fact, deny it, plan it or only suppose it."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from dealbot.domain.wording import NOT, any_of


class Force(StrEnum):
    """What a clause does with what it names; what is asked, doubted, hoped or hangs on a condition is supposed."""

    FACT = "fact"
    PLAN = "plan"
    SUPPOSED = "supposed"
    DENIED = "denied"


_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n+|\s*[\u2022|]\s*")
_CUT = re.compile(
    r",\s+|:\s+|\s*(?:->|=>|\u2192)\s*|\s+>\s+|\s+[-\u2013\u2014]+\s+|\s+(?:but|while|though|although|then|so|yet(?!\s+to\b))\s+"
    r"|(?P<joins>(?<!\bp)\s+and\s+(?!t\b|therapeutics\b))",
    re.IGNORECASE,
)
_DENIES = any_of(
    rf"not|never|neither|nor|nobody|no one|without|cannot|cant|wont|no (?:vote|decision)|{NOT}", before=r"\b"
)
# What denies only the few words behind it.
_DENIES_NEAR = any_of(
    "no|none|nothing|hardly|barely|lost|yet to|fail\\w* to|lacks?|lacking",
    before=r"\b(?:\W+(?:\w|['\u2019])+){0,3}\W*$",
)
# "May" is a month where it is written large.
_SUPPOSES = any_of(
    """
    if|once|when|whenever|unless|until|till|before|whether|as soon as|provided|what
    would|could|should|might|must|(?-i:may)(?!\\s\\d)|maybe|perhaps|probably|likely|almost|nearly
    thinks?|guess\\w*|bet|assum\\w*|afraid|fear(?:s|ed)?|hop(?:e|es|ed|ing)|hopefully|wish(?:es)?|rumou?r(?:s|ed)?
    """,
    before=r"\b",
)
_PLANS = any_of(
    r"""
    will|shall|want\w*|need\w*|plan(?:s|ned|ning)?|propos\w+|expect\w*|aim\w*
    target\w*|promis\w*|supposed|pending|wait\w*|scheduled|slated|consider\w*|try|trying|tries|gets?|getting
    to (?:be|get|have)|(?:going|about|ready|has|have|ought) to|ask(?:s|ed)?(?: \w+){0,3} to|\w+['\u2019](?:ll|d)
    """,
    before=r"\b",
)
_NEAR = 240  # letters, more than any of these wordings has
# What is supposed at the head of a clause is supposed to the end of its sentence.
_SUPPOSES_ON = re.compile(
    r"^\W*(?:(?:but|and|so|then|only)\s+)?"
    r"(?:if|once|unless|until|assuming|provided|hopefully|as soon as|we hope|hoping)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a sentence that tells one thing.

    `supposed`: its sentence only supposes it, or asks; `start` is its offset; `shared` are the words before an "and",
    which hold for a verb that follows at once.
    """

    words: str
    supposed: bool = False
    start: int = 0
    shared: str = ""

    def force(self, at: int) -> Force:
        """What the piece does with the words at an offset of its own, by what stands before them."""
        words, end = (self.words, at) if at else (self.shared, len(self.shared))
        if self.supposed:
            return Force.SUPPOSED
        if _stands_before(_DENIES, words, end) or _DENIES_NEAR.search(words, max(end - _NEAR, 0), end):
            return Force.DENIED
        if _stands_before(_SUPPOSES, words, end):
            return Force.SUPPOSED
        return Force.PLAN if _stands_before(_PLANS, words, end) else Force.FACT

    def tells(self, wording: re.Pattern[str]) -> re.Match[str] | None:
        """Find a wording that the piece tells as a fact."""
        return next((found for found in wording.finditer(self.words) if self.force(found.start()) is Force.FACT), None)


@dataclass(frozen=True, slots=True)
class Told:
    """Words that say that something is so, or (`denied`) that it is not; offsets in the text."""

    start: int
    end: int
    denied: bool


def force(text: str, at: int) -> Force:
    """Tell what a text does with the words at an offset."""
    told_in = pieces(text)
    last = bisect_right(told_in, at, key=lambda each: each.start) - 1
    return told_in[last].force(at - told_in[last].start) if last >= 0 else Force.FACT


def is_fact(found: re.Match[str] | None) -> bool:
    """Whether a pattern was found in words that tell it as a fact."""
    return found is not None and force(found.string, found.start()) is Force.FACT


def told(pattern: re.Pattern[str], text: str) -> Told | None:
    """Find the first words of a pattern that a text states or denies; None where it plans or supposes them."""
    for found in pattern.finditer(text):
        does = force(text, found.start())
        if does in {Force.FACT, Force.DENIED}:
            return Told(found.start(), found.end(), does is Force.DENIED)
    return None


def _stands_before(wording: re.Pattern[str], words: str, at: int) -> bool:
    """Whether a wording stands anywhere before an offset, cut there; every offset of a long text is asked quickly."""
    first = _first_end(wording, words)
    return (first is not None and first <= at) or wording.search(words, max(at - _NEAR, 0), at) is not None


@lru_cache(maxsize=4096)
def _first_end(wording: re.Pattern[str], words: str) -> int | None:
    found = wording.search(words)
    return found.end() if found is not None else None


@lru_cache(maxsize=4096)
def pieces(text: str) -> tuple[Piece, ...]:
    """Cut a text where it begins to tell of something else."""
    return tuple(piece for start, sentence in _parts(_SENTENCE, text) for piece in _pieces_of(sentence, start))


def _pieces_of(sentence: str, start: int) -> Iterator[Piece]:
    supposed = sentence.rstrip(" \"'\u201d)").endswith("?")
    cuts = {found.end(): found for found in _CUT.finditer(sentence)}
    before = ""
    for at, words in _parts(_CUT, sentence):
        supposed = supposed or _SUPPOSES_ON.match(words) is not None
        joined = at in cuts and cuts[at]["joins"] is not None
        yield Piece(words, supposed, start + at, before if joined else "")
        before = words


def _parts(cut: re.Pattern[str], text: str) -> Iterator[tuple[int, str]]:
    """What stands between the cuts, stripped, with its offset; nothing that is empty."""
    ends = [(found.start(), found.end()) for found in cut.finditer(text)]
    starts = [0, *(end for _, end in ends)]
    for start, end in zip(starts, [*(begin for begin, _ in ends), len(text)], strict=True):
        words = text[start:end]
        if words.strip():
            yield start + len(words) - len(words.lstrip()), words.strip()
