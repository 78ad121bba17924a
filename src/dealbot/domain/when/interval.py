"""Stretches of days: weeks, months, quarters, halves and years, calendar or fiscal."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, assert_never

from dealbot.domain.when import steps
from dealbot.domain.when.steps import FRIDAY, YEAR_MONTHS, days_on, month_number, months_on, weeks_on

_QUARTER_MONTHS: Final = 3
_HALF_MONTHS: Final = 6
_DAY_HOURS: Final = 24


class Grain(StrEnum):
    """How precisely the words name the stretch."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"


class Unit(StrEnum):
    """What durations are counted in."""

    HOUR = "hour"
    DAY = "day"
    BUSINESS_DAY = "business day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Interval:
    """Both ends are inclusive; a working week ends on its Friday."""

    start: date
    end: date
    grain: Grain


def day(on: date) -> Interval:
    """One day."""
    return Interval(on, on, Grain.DAY)


def week(on: date) -> Interval:
    """The working week, Monday to Friday, of the calendar week around a day."""
    monday = days_on(on, -on.weekday())
    return Interval(monday, days_on(monday, FRIDAY), Grain.WEEK)


def this_week(on: date) -> Interval:
    """What is left to come of "this week": at the weekend that is the week ahead."""
    return week(on) if on.weekday() <= FRIDAY else Interval(on, weeks_on(week(on).end, 1), Grain.WEEK)


def months(year: int, first: int, count: int, grain: Grain) -> Interval:
    """`count` whole months from month `first`, which may lie outside 1..12 and then counts on or back."""
    start = date(*month_number(year, first), 1)
    return Interval(start, days_on(months_on(start, count), -1), grain)


def month(year: int, number: int) -> Interval:
    """A calendar month."""
    return months(year, number, 1, Grain.MONTH)


def quarter(year: int, number: int, fiscal_start: int = 1) -> Interval:
    """A quarter of the (fiscal) year called `year`."""
    first = _first_month(fiscal_start) + _QUARTER_MONTHS * (number - 1)
    return months(year, first, _QUARTER_MONTHS, Grain.QUARTER)


def half(year: int, number: int, fiscal_start: int = 1) -> Interval:
    """A half of the (fiscal) year called `year`."""
    return months(year, _first_month(fiscal_start) + _HALF_MONTHS * (number - 1), _HALF_MONTHS, Grain.HALF)


def whole_year(year: int, fiscal_start: int = 1) -> Interval:
    """A (fiscal) year; a fiscal year is called by the calendar year it ends in."""
    return months(year, _first_month(fiscal_start), YEAR_MONTHS, Grain.YEAR)


def year_name(on: date, fiscal_start: int = 1) -> int:
    """What the (fiscal) year around a day is called."""
    return on.year + 1 if 1 < fiscal_start <= on.month else on.year


def period(on: date, unit: Unit, ahead: int, fiscal_start: int = 1) -> Interval:
    """The whole day, week, month, (fiscal) quarter or calendar year around a day, or so many before or after it."""
    match unit:
        case Unit.WEEK:
            return this_week(on) if ahead == 0 else week(weeks_on(on, ahead))
        case Unit.MONTH:
            return month(on.year, on.month + ahead)
        case Unit.QUARTER:
            current = (on.month - fiscal_start) % YEAR_MONTHS // _QUARTER_MONTHS + 1
            return quarter(year_name(on, fiscal_start), current + ahead, fiscal_start)
        case Unit.YEAR:
            return whole_year(on.year + ahead)
        case Unit.HOUR | Unit.DAY | Unit.BUSINESS_DAY:
            return shifted(on, ahead, unit)
    assert_never(unit)


def shifted(on: date, count: int, unit: Unit) -> Interval:
    """The day so many units from a day; years name it too loosely and give its month."""
    if unit is Unit.YEAR:
        return month(on.year + count, on.month)
    return day(_day_shifted(on, count, unit))


def _day_shifted(on: date, count: int, unit: Unit) -> date:
    match unit:
        case Unit.HOUR:
            return days_on(on, int(count / _DAY_HOURS))
        case Unit.DAY:
            return days_on(on, count)
        case Unit.BUSINESS_DAY:
            return steps.business_days_on(on, count)
        case Unit.WEEK:
            return weeks_on(on, count)
        case Unit.MONTH | Unit.QUARTER | Unit.YEAR:
            return months_on(on, count * _MONTHS_IN[unit])
    assert_never(unit)


def _first_month(fiscal_start: int) -> int:
    """The first month of a fiscal year, counted from January of the year it ends in."""
    return fiscal_start if fiscal_start == 1 else fiscal_start - YEAR_MONTHS


_MONTHS_IN: Final = {Unit.MONTH: 1, Unit.QUARTER: _QUARTER_MONTHS, Unit.YEAR: YEAR_MONTHS}
