"""Whether words of a note tell a fact: what is denied, planned, hoped for or conditional is none."""

import re
from enum import StrEnum

from dealbot.domain.wording import NOT, any_of


class Force(StrEnum):
    """What a clause does with what it names."""

    FACT = "fact"
    PLAN = "plan"
    DENIED = "denied"


_CLAUSE = re.compile(r"[.;:!?,\n]|\bbut\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[.;!?\n]")
_DENIES = any_of(
    rf"not|never|no|nobody|none|neither|without|cannot|yet to|fail\w* to|{NOT}|lacks?|lacking",
    before=r"\b(?:\W+(?:\w|['\u2019])+){0,3}\W*$",
)
# "May" is a month where it is written large.
_PLANS = any_of(
    r"""
    will|would|could|should|might|(?-i:may)|shall|hop(?:e|es|ed|ing)|want(?:s|ed|ing)?|plan(?:s|ned|ning)?|propos\w+
    needs?|going to|to be|expect\w*|aim\w*|target\w*|scheduled|slated|ready to|consider\w*|maybe|perhaps|about to
    \w+['\u2019](?:ll|d)
    """,
    before=r"\b",
)
_CONDITIONS = any_of("if|once|when|whenever|unless|until|till?|before|after|as soon as|whether", before=r"\b")


def force(text: str, at: int) -> Force:
    """Tell whether the words at an offset are told as a fact, by what their clause and sentence say before them."""
    clause = text[_last_end(_CLAUSE, text, at) : at]
    if _DENIES.search(clause):
        return Force.DENIED
    if _PLANS.search(clause) or _CONDITIONS.search(text[_last_end(_SENTENCE, text, at) : at]):
        return Force.PLAN
    return Force.FACT


def is_fact(found: re.Match[str] | None) -> bool:
    """Whether a pattern was found in words that tell it as a fact."""
    return found is not None and force(found.string, found.start()) is Force.FACT


def _last_end(boundary: re.Pattern[str], text: str, at: int) -> int:
    """Where the stretch begins that an offset stands in."""
    return max((found.end() for found in boundary.finditer(text, 0, at)), default=0)
