"""The forms in which a person sets a pilot right by hand: short plain text, the day as 2026-03-02.

- pilot=planned|running|failed [DAY], pilot=succeeded [DAY] WHO: THEIR WORDS
- NAME.criterion=THRESHOLD; group GROUP; owner WHO; agreed WHO, WHO [DAY] (any part of it), or dropped
- using|value|recommend.indicator=yes|mixed|no|62%
- champion|budget|value.ready=yes|no|unknown
- PLACE.expansion=planned|live|blocked|dropped [DAY][: WHAT BLOCKS IT]
"""

import re
from dataclasses import dataclass
from datetime import date

from dealbot.domain.pilot import Component, Indicator, Level, ReadyItem, StepState
from dealbot.domain.pilots.signs import level_of

DROPPED = "dropped"
_DAY = r"(?P<day>\d{4}-\d\d-\d\d)"
_COURSE = re.compile(
    rf"(?P<state>planned|running|failed|succeeded)(?: {_DAY})?(?: (?P<who>[^:]+): *(?P<words>.+))?", re.IGNORECASE
)
_STEP = re.compile(rf"(?P<state>planned|live|blocked|dropped)(?: {_DAY})?(?:: *(?P<why>.+))?", re.IGNORECASE)
_AGREED = re.compile(rf"agreed (?P<who>.+?)(?: {_DAY})?", re.IGNORECASE)
_SIGN = re.compile(r"(?P<level>yes|mixed|no)|(?P<share>\d{1,2}|100) ?%", re.IGNORECASE)
_READY = {"yes": True, "no": False, "unknown": None}


@dataclass(frozen=True, slots=True)
class CourseSet:
    """How the pilot stands by a person's word; success is told by `who` of the buyer's in their own words."""

    state: str
    on: date | None
    who: str | None
    words: str | None


@dataclass(frozen=True, slots=True)
class CriterionSet:
    """The parts of a criterion that a person sets; None is left as it is."""

    threshold: str | None = None
    component: Component | None = None
    owner: str | None = None
    agreed_by: tuple[str, ...] = ()
    agreed_on: date | None = None
    dropped: bool = False


@dataclass(frozen=True, slots=True)
class StepSet:
    """How one place of the expansion stands; a state of None takes it off the list."""

    state: StepState | None
    on: date | None
    blocker: str | None


def course_set(value: str) -> CourseSet | None:
    """Read the course of a pilot; None where it is not in the form."""
    found = _COURSE.fullmatch(value.strip())
    if found is None or not _day_holds(found) or (found["state"].casefold() == "succeeded") is not bool(found["who"]):
        return None
    return CourseSet(found["state"].casefold(), _day(found), _stripped(found["who"]), _stripped(found["words"]))


def criterion_set(value: str) -> CriterionSet | None:
    """Read a criterion's parts; None where one is not in the form."""
    if value.strip().casefold() == DROPPED:
        return CriterionSet(dropped=True)
    merged = CriterionSet()
    for part in filter(None, (each.strip() for each in value.split(";"))):
        read = _part(part, merged)
        if read is None:
            return None
        merged = read
    return merged if merged != CriterionSet() else None


def _part(part: str, merged: CriterionSet) -> CriterionSet | None:
    word, _, rest = part.partition(" ")
    match word.casefold(), rest.strip():
        case "group", group if group.casefold() in tuple(Component):
            return _with(merged, component=Component(group.casefold()))
        case "owner", who if who:
            return _with(merged, owner=who)
        case "agreed", _:
            found = _AGREED.fullmatch(part)
            if found is None or not _day_holds(found):
                return None
            names = tuple(name.strip() for name in found["who"].split(",") if name.strip())
            return _with(merged, agreed_by=names, agreed_on=_day(found))
        case "group" | "owner", _:
            return None
        case _:
            return _with(merged, threshold=part)


def _with(merged: CriterionSet, **parts: str | Component | tuple[str, ...] | date | None) -> CriterionSet:
    held = {slot: getattr(merged, slot) for slot in CriterionSet.__slots__}
    return CriterionSet(**(held | parts))


def sign_set(subject: str | None, value: str) -> tuple[Indicator, Level, int | None] | None:
    """Read an indicator; None where it is not in the form."""
    found = _SIGN.fullmatch(value.strip())
    if found is None or (subject or "").casefold() not in tuple(Indicator):
        return None
    indicator = Indicator((subject or "").casefold())
    if found["level"]:
        return indicator, Level(found["level"].casefold()), None
    return indicator, level_of(int(found["share"])), int(found["share"])


def ready_set(subject: str | None, value: str) -> tuple[ReadyItem, bool | None] | None:
    """Read whether one of the three is there; None where it is not in the form."""
    if (subject or "").casefold() not in tuple(ReadyItem) or value.strip().casefold() not in _READY:
        return None
    return ReadyItem((subject or "").casefold()), _READY[value.strip().casefold()]


def step_set(value: str) -> StepSet | None:
    """Read one place of the expansion; None where it is not in the form."""
    found = _STEP.fullmatch(value.strip())
    if found is None or not _day_holds(found):
        return None
    state = found["state"].casefold()
    return StepSet(StepState(state) if state != DROPPED else None, _day(found), _stripped(found["why"]))


def _day_holds(found: re.Match[str]) -> bool:
    try:
        _day(found)
    except ValueError:
        return False
    return True


def _day(found: re.Match[str]) -> date | None:
    return date.fromisoformat(found["day"]) if found["day"] else None


def _stripped(words: str | None) -> str | None:
    return words.strip() if words else None
