"""A day that somebody looks back to, in their words: "last Monday", "March", "30 September"."""

import re
from calendar import monthrange
from datetime import date

from dealbot.domain.when import find

_MONTH_DAYS = 31
_LATELY = re.compile(
    r"(?:(?:in|over|within|during) )?the (?:last|past) (?P<unit>week|month|quarter|year)", re.IGNORECASE
)
_BEGINNING = re.compile(r"\b(?:start|beginning) of\b", re.IGNORECASE)


def day_told(words: str | None, today: date) -> date | None:
    """The last day that the words name, at or before today; None where they name none."""
    if words is None:
        return None
    found = find(words, today, past=True) or find(f"in {words}", today, past=True)
    return _back(found[0].start if _BEGINNING.search(words) else found[0].end, today) if found else None


def since_told(words: str | None, today: date) -> date | None:
    """The first day that the words name, before today; None where they name none, as "last review" does."""
    if words is None:
        return None
    lately = _LATELY.fullmatch(words.strip())
    words = f"one {lately.group('unit')} ago" if lately else words
    found = find(words, today, past=True) or find(f"in {words}", today, past=True)
    return _back(found[0].start, today) if found else None


def first_day_told(words: str | None, today: date) -> date | None:
    """The first day that the words name, at or before today: "since September" begins on its first day."""
    last = day_told(words, today)
    if words is None or last is None:
        return None
    found = find(words, today) or find(f"in {words}", today)
    return _back(found[0].start, last)


def _back(day: date, today: date) -> date:
    """The same day a month or years before, so that it is not to come."""
    if day <= today:
        return day
    if (day - today).days <= _MONTH_DAYS and day.month != today.month:
        return _in_month(day, day.year - (day.month == 1), (day.month - 2) % 12 + 1)
    return _in_month(day, today.year - ((day.month, day.day) > (today.month, today.day)), day.month)


def _in_month(day: date, year: int, month: int) -> date:
    return date(year, month, min(day.day, monthrange(year, month)[1]))
