"""Whether quoted words say that something is so: not as a plan, a condition or a question, and denied or not."""

import re
from dataclasses import dataclass

_CLAUSE = re.compile(r"[,;:.!?\n]|\s[-\u2013\u2014]+\s|\b(?:but|although|though)\b", re.IGNORECASE)
_NOT_YET = re.compile(
    r"\b(?:if|whether|unless|hop(?:e|es|ed|ing)|wish(?:es)?|might|(?-i:may)|maybe|perhaps|could|would|should|will|shall"
    r"|won['\u2019]t|(?:going|wants?|needs?|tr(?:y|ies|ying)|ask(?:s|ed)?(?: \w+){0,3}|has|have|ought) to"
    r"|once|until|before|afraid|fears?|what|when)\b|['\u2019]ll\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:no|not|never|nobody|none|nothing|neither|nor|hardly|barely|without|no longer|lost"
    r"|(?:do|does|did|is|are|was|were|has|have|had|ca)n['\u2019]?t)\b",
    re.IGNORECASE,
)
_DENIES_WITHIN = 4


@dataclass(frozen=True, slots=True)
class Told:
    """Words that say that something is so, or (`denied`) that it is not; offsets in the quote."""

    start: int
    end: int
    denied: bool


def told(pattern: re.Pattern[str], quote: str) -> Told | None:
    """Find the first words of a pattern that a quote states; None where it plans, doubts or asks them."""
    for match in pattern.finditer(quote):
        clause, rest = _clause(quote, match.start()), quote[match.end() :]
        if _NOT_YET.search(clause) is None and not _asks(rest):
            near = " ".join(clause.split()[-_DENIES_WITHIN:])
            return Told(match.start(), match.end(), _DENIED.search(near) is not None)
    return None


def _clause(quote: str, before: int) -> str:
    """The words of a clause before a place in it."""
    ends = [match.end() for match in _CLAUSE.finditer(quote, 0, before)]
    return quote[ends[-1] if ends else 0 : before]


def _asks(rest: str) -> bool:
    ended = re.search(r"[.!?\n]", rest)
    return ended is not None and ended.group() == "?"
