"""Days and weeks by their place in a longer stretch: the first Monday of May, the last two weeks of Q1."""

from functools import partial
from typing import Final

from dealbot.domain.when import interval, numbers
from dealbot.domain.when.interval import Grain, Interval, Unit
from dealbot.domain.when.node import Change, changed
from dealbot.domain.when.scan import FIGURE, Match, Rules, Scan
from dealbot.domain.when.steps import (
    FRIDAY,
    MONDAY,
    SUNDAY,
    WEEK_DAYS,
    business_days_on,
    days_on,
    nth_weekday_after,
    nth_weekday_before,
)
from dealbot.domain.when.words import PLACES, UNITS, WEEKDAYS, word_set

_OF: Final = word_set("of in")
_BARE_WHOLES: Final = frozenset({Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.YEAR})
Place = tuple[int, int]


def nth_of(scan: Scan, i: int) -> Match | None:
    """The so manieth weekday, day, week or month of what follows; counted from the end after "last"."""
    place = _place(scan, i)
    if not place:
        return None
    nth, j = place
    how_many, j = (numbers.count(scan, j) if abs(nth) == 1 else None) or (1, j)
    change, j = _picked(scan, j, nth, how_many)
    whole = _whole(scan, j) if change else None
    node = changed(whole.node, change, scan.on) if whole and change else None
    return Match(node, whole.end) if whole and node else None


def day_of_month(scan: Scan, i: int) -> Match | None:
    """The day of a month named by its place: "the 20th of next month", "20 of this month"."""
    place = numbers.ordinal(scan, i)
    number, j = place or (scan.number(i), i + 1)
    linked = scan.low(j) == "of" or (place is not None and scan.low(j) == "in")
    whole = scan.at(scan.skip(j + 1, {"the"})) if linked and number is not None else None
    if number is None or not whole or not isinstance(whole.node, Interval) or whole.node.grain is not Grain.MONTH:
        return None
    found = _nth_unit(Unit.DAY, number, 1, whole.node)
    return Match(found, whole.end) if found else None


def _place(scan: Scan, i: int) -> Place | None:
    """Which one, negative from the end: "first", "3rd", "last", "second last", "next to last", "5th to last"."""
    if scan.low(i) in {"last", "final"}:
        return (-1, i + 1)
    place = (2, i + 1) if scan.low(i) == "next" and scan.low(i + 1) == "to" else numbers.ordinal(scan, i)
    if not place:
        return None
    k = scan.skip(place[1], {"to", "-"})
    if scan.low(k) == "last":
        return (-place[0], k + 1)
    return None if scan.low(i) == "next" else place


def _picked(scan: Scan, j: int, nth: int, how_many: int) -> tuple[Change | None, int]:
    """How to pick what the word names out of a stretch, and the index after the word."""
    weekday = WEEKDAYS.get(scan.low(j))
    if weekday is not None:
        return partial(_nth_weekday, weekday, nth), j + 1
    working = scan.low(j) in {"business", "working"}
    unit = UNITS.get(scan.low(j + working))
    if unit is None:
        return None, j
    return partial(_nth_unit, Unit.BUSINESS_DAY if working else unit, nth, how_many), j + working + 1


def _whole(scan: Scan, j: int) -> Match | None:
    """What it is a part of: a date phrase or "the month"."""
    if scan.low(j) not in _OF:
        return None
    k = scan.skip(j + 1, {"the"})
    unit = UNITS.get(scan.low(k))
    if unit is not None and unit in _BARE_WHOLES and k > j + 1:
        return Match(interval.period(scan.on, unit, 0, scan.setting.fiscal_start), k + 1)
    return scan.at(k)


def _nth_weekday(weekday: int, nth: int, whole: Interval) -> Interval | None:
    if nth > 0:
        on = nth_weekday_after(days_on(whole.start, -1), weekday, nth)
    else:
        on = nth_weekday_before(days_on(whole.end, 1), weekday, -nth)
    return interval.day(on) if whole.start <= on <= whole.end else None


def _nth_unit(unit: Unit, nth: int, how_many: int, whole: Interval) -> Interval | None:
    found = _nth_of(unit, nth, how_many, whole)
    within = found is not None and whole.start <= found.start and found.end <= whole.end
    return found if within else None


def _nth_of(unit: Unit, nth: int, how_many: int, whole: Interval) -> Interval | None:
    match unit:
        case Unit.DAY:
            return _nth_days(nth, how_many, whole)
        case Unit.BUSINESS_DAY:
            edge = days_on(whole.start, -1) if nth > 0 else days_on(whole.end, 1)
            return interval.day(business_days_on(edge, nth))
        case Unit.WEEK:
            return _nth_weeks(nth, how_many, whole)
        case Unit.MONTH:
            return _nth_months(nth, how_many, whole)
        case _:
            return None


def _nth_days(nth: int, how_many: int, whole: Interval) -> Interval:
    if nth > 0:
        start = days_on(whole.start, nth - 1)
        return Interval(start, days_on(start, how_many - 1), Grain.DAY)
    end = days_on(whole.end, nth + 1)
    return Interval(days_on(end, 1 - how_many), end, Grain.DAY)


def _nth_weeks(nth: int, how_many: int, whole: Interval) -> Interval:
    """Only weeks that lie wholly inside count; several run on by days from the very start or end."""
    if how_many > 1:
        return _nth_days(nth, how_many * WEEK_DAYS, whole)
    if nth > 0:
        monday = nth_weekday_after(days_on(whole.start, -1), MONDAY, nth)
    else:
        monday = days_on(nth_weekday_before(days_on(whole.end, 1), SUNDAY, -nth), -SUNDAY)
    return Interval(monday, days_on(monday, FRIDAY), Grain.WEEK)


def _nth_months(nth: int, how_many: int, whole: Interval) -> Interval:
    if nth > 0:
        return interval.months(whole.start.year, whole.start.month + nth - 1, how_many, Grain.MONTH)
    return interval.months(whole.end.year, whole.end.month + nth + 2 - how_many, how_many, Grain.MONTH)


RULES: Final[Rules] = (
    (nth_of, FIGURE | PLACES | {"last", "final", "next"}),
    (day_of_month, FIGURE | PLACES),
)
