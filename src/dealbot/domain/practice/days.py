"""On which days and from which time somebody is written to about practice."""

import re
from datetime import date, time

from dealbot.domain.when.steps import MONDAY, SATURDAY, next_weekday

MORNING = time(9)
_NOON, _LAST_BARE = 12, 5
_TIME = re.compile(r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d))?\s*(?:(?P<half>[ap])\.?m\.?|o['\u2019]?clock)?")
_NOONS = ("noon", "midday")


def is_workday(day: date) -> bool:
    """Whether it is no weekend."""
    return day.weekday() < SATURDAY


def outlasts_weekend(day: date, due_on: date) -> bool:
    """Whether something that is due on a day still is to be done once the weekend of another day is over."""
    return due_on >= next_weekday(day, MONDAY)


def time_said(words: str) -> time | None:
    """The time of day that words like "7", "8:30" or "7 pm" tell; a bare 1 to 5 is of the afternoon."""
    said = words.casefold().strip()
    if said in _NOONS:
        return time(_NOON)
    found = _TIME.fullmatch(said)
    if found is None:
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if found["half"]:
        hour = hour % _NOON + _NOON * (found["half"] == "p") if 0 < hour <= _NOON else -1
    elif 0 < hour <= _LAST_BARE and not found["hour"].startswith("0"):
        hour += _NOON
    return time(hour, minute) if hour in range(24) and minute in range(60) else None
