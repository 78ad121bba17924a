"""What is done with a champion: asked for their input, or only sent things."""

import re
from enum import StrEnum
from functools import lru_cache

from dealbot.domain.force import is_fact


class ActivityKind(StrEnum):
    """What was done with a person; all but the last make them a partner."""

    INPUT = "input"
    ADVISORY_BOARD = "advisory_board"
    FEEDBACK_SESSION = "feedback_session"
    REFERENCE = "reference"
    OUTBOUND = "outbound"


_SENT = r"(?:send|sent|sending|mail\w*|e-?mail\w*|forward\w*|share[ds]?|sharing)"
_THINGS = (
    r"(?:deck|slides?|brochure|newsletter|one-?pager|white ?paper|case stud\w+|material|datasheet|video|link|pdf|flyer"
    r"|webinar)"
)
_VIEW = r"(?:input|advice|opinion|feedback|view on)"
_ASKED = r"(?:ask\w*|want\w*|g[eo]t\w*|took|take|taking|need\w*)"
_TOLD = (
    (ActivityKind.ADVISORY_BOARD, r"advisory (?:board|council|panel|group)|customer council|design partner"),
    (
        ActivityKind.FEEDBACK_SESSION,
        r"(?:product|roadmap|design) (?:feedback|review|session|workshop)|feedback session|review\w* our roadmap",
    ),
    (
        ActivityKind.INPUT,
        rf"{_ASKED} (?:[\w'\u2019]+ ){{0,4}}{_VIEW}|(?:gave|gives|giving) (?:us )?(?:\w+ )?{_VIEW}",
    ),
    (
        ActivityKind.REFERENCE,
        r"reference (?:call|visit)|site visit|(?:spoke|speaks|speaking) (?:at|for us)|panelist",
    ),
    (ActivityKind.OUTBOUND, rf"{_SENT} .*\b{_THINGS}s?|newsletter|marketing|webinar invit\w+"),
)
_PATTERNS = tuple((kind, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for kind, words in _TOLD)


@lru_cache(maxsize=8192)
def activity_told(words: str) -> ActivityKind | None:
    """Tell what some words say was done with a person, or None; what was not done or only might be is nothing."""
    return next((kind for kind, wording in _PATTERNS if is_fact(wording.search(words))), None)
