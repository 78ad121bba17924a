"""What words say of a pilot's course: that it runs, when it starts, what the buyer makes of it."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from dealbot.domain.force import Force, force, is_fact
from dealbot.domain.pilot import PilotResult, PilotState
from dealbot.domain.when import When, find
from dealbot.domain.when.words import MONTHS, NUMBERS
from dealbot.domain.wording import any_of

_UNIT_DAYS = {"day": 1, "week": 7, "month": 30}
_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(NUMBERS)})"
_BARS = r"(?:criteri\w+|targets?|goals?|thresholds?|numbers?|marks?)\b"
_RUNS = any_of(r"""
    started(?! (?:to|talk\w*|discuss\w*|plan\w*|look\w*|ask\w*|think\w*)\b)|began|begun|kicked off|launched|under ?way
    went live|gone live|(?:is|are|been|now) live(?! from\b)|live (?:on|in|at|since|with)\b|ongoing
    running(?! (?:epic|cerner|meditech|late|out)\b)
""")
_LASTS = re.compile(
    rf"\b{_COUNT}[- ](?P<unit>day|week|month)s? (?:old|in\b|into|so far)"
    rf"|\b(?P<ordinal>day|week|month) (?P<number>\d{{1,3}})(?= of\b|\W*$|[,:;.])",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\bsince\b", re.IGNORECASE)
_STARTS = re.compile(
    r"\b(?:starts?|begins?|kicks? off|starting|beginning|go(?:es)? live|launch(?:es)?|scheduled|slated|set for|from)\b",
    re.IGNORECASE,
)
_SUCCEEDED = any_of(
    r"""
    (?:was|is|were|as|been|call\w* it|called \w+ \w+) (?:a |an )?(?:(?!not|never)\w+ )?success(?:ful)?\b
    (?:met|hit|reached|cleared|passed) (?:(?:all|every|each|the|its|our|their|of|single|one) )*(?:\w+ )?<bars>
    sign(?:s|ed) off on (?:the |its )?(?:\w+ )?(?:pilot|results?)
""".replace("<bars>", _BARS)
)
# Deciding to go on is the buyer's yes to the results, though the expansion is still to come; wanting to is a wish.
_GOES_ON = any_of(
    "voted|decided|approved|agreed|chose",
    before=r"\b(?:\W+\w+){0,3}?\W+(?:expand|expansion|roll(?:ing)? (?:it )?out|extend|go (?:house|system)-?\s?wide)\b",
)
_FAILED = any_of(
    r"""
    failed\b|fell short|pulled the plug|not a success|(?:did not|didn['\u2019]?t) (?:meet|hit|reach) (?:\w+ ){0,3}<bars>
    missed (?:(?:all|the|its|our|their|every) )*(?:\w+ )?<bars>
    (?:pilot|trial|it) (?:was|is|has been) (?:stopped|cancell?ed|ended early|scrapped|pulled)
""".replace("<bars>", _BARS)
)
_PLACE = re.compile(
    r"\b(?:pilot|trial)(?:ing|s)? (?:\w+ ){0,5}?(?:in|on|at) (?:the |their )?(?P<after>(?:\w+ ){0,2}?\w+?)"
    r"(?= (?:started|starts|began|begins|went|is|was|has|will|from|since|in|on|for|with|and)\b|[,.;:]|\W*$)"
    r"|\b(?P<before>[a-z]{4,}|ICU|ED|OR|PICU|NICU) pilot\b",
    re.IGNORECASE,
)
_NO_PLACES = frozenset(
    """
    the their this that first second small paid free successful proposed planned our your next same short long good and
    for with start started starting want wants agreed about during after before until running whole month week test
    """.split()
) | frozenset(MONTHS)
_ANY_DAY = date(2000, 1, 3)


@dataclass(frozen=True, slots=True)
class Course:
    """That a pilot runs since a day, or is planned for one; None is not told. `denied`: it is said not to run."""

    state: PilotState
    on: date | None
    denied: bool = False


@lru_cache(maxsize=4096)
def course_in(text: str, on: date) -> Course | None:
    """Tell from words said on a day whether the pilot runs or is still to come."""
    lasts = _LASTS.search(text)
    if lasts is not None and force(text, lasts.start()) is Force.FACT:
        return Course(PilotState.RUNNING, _since(lasts, on))
    runs = _RUNS.search(text)
    if runs is not None and is_fact(runs):
        past = not runs.group().casefold().startswith(("is ", "are ", "live")) or _SINCE.search(text) is not None
        day = _nearest(find(text, on, past=past), runs.start())
        if day is None or day <= on:
            return Course(PilotState.RUNNING, day)
    denied = runs is not None and force(text, runs.start()) is Force.DENIED
    ahead = _ahead(text, on) if _STARTS.search(text) or runs is not None else None
    return Course(PilotState.PLANNED, ahead, denied) if ahead is not None or denied else None


@lru_cache(maxsize=4096)
def result_in(text: str) -> PilotResult | None:
    """Tell what words say that the pilot came to; who says so is another matter."""
    goes_on = _GOES_ON.search(text)
    agreed = goes_on is not None and force(text, goes_on.start()) is Force.FACT
    if is_fact(_FAILED.search(text)):
        return PilotResult.FAILED
    return PilotResult.SUCCEEDED if agreed or is_fact(_SUCCEEDED.search(text)) else None


@lru_cache(maxsize=4096)
def place_in(text: str) -> str | None:
    """Tell where the pilot is, as written."""
    for found in _PLACE.finditer(text):
        place = (found["after"] or found["before"] or "").strip()
        if place and not _NO_PLACES & set(place.casefold().split()) and not find(place, _ANY_DAY):
            return place
    return None


def _since(lasts: re.Match[str], on: date) -> date:
    if lasts["ordinal"]:
        days = (max(int(lasts["number"]), 1) - 1) * _UNIT_DAYS[lasts["ordinal"].casefold()]
    else:
        days = _count(lasts["count"]) * _UNIT_DAYS[lasts["unit"].casefold()]
    return on - timedelta(days=days)


def _count(written: str) -> int:
    return int(written) if written.isdecimal() else NUMBERS[written.casefold()]


def _nearest(found: tuple[When, ...], at: int) -> date | None:
    """The day whose words stand nearest to an offset."""
    near = min(found, key=lambda when: abs(when.span[0] - at), default=None)
    return near.start if near is not None else None


def _ahead(text: str, on: date) -> date | None:
    return next((when.start for when in find(text, on) if when.start > on), None)
