"""What a phrase names before it is tied to a day: one stretch, or one that comes round again."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final, assert_never

from dealbot.domain.when.interval import Interval, day
from dealbot.domain.when.steps import YEAR_MONTHS, days_on, last_weekday, month_number, next_weekday

InYear = Callable[[int], Interval | None]
Change = Callable[[Interval], Interval | None]
# 29 February may be eight years away (2096 to 2104).
_LONGEST_GAP: Final = 8


@dataclass(frozen=True, slots=True)
class Yearly:
    """A month, a day of a month, a quarter, a holiday: one stretch in a year, or none."""

    in_year: InYear


@dataclass(frozen=True, slots=True)
class Weekly:
    """A day of the week."""

    weekday: int


@dataclass(frozen=True, slots=True)
class Monthly:
    """A day of the month."""

    number: int


Node = Interval | Yearly | Weekly | Monthly


def ahead(node: Node, on: date) -> Interval | None:
    """The coming one: a weekday strictly after `on`, everything else on or after it."""
    match node:
        case Interval():
            return node
        case Weekly(weekday):
            return day(next_weekday(on, weekday))
        case Monthly(number):
            monthly = (_in_month(on, number, k) for k in range(YEAR_MONTHS))
            return next((one for one in monthly if one and one.end >= on), None)
        case Yearly(in_year):
            yearly = (in_year(on.year + k) for k in range(-1, _LONGEST_GAP + 1))
            return next((one for one in yearly if one and one.end >= on), None)
    assert_never(node)


def behind(node: Node, on: date) -> Interval | None:
    """The last one: a weekday strictly before `on`, everything else begun by then."""
    match node:
        case Interval():
            return node
        case Weekly(weekday):
            return day(last_weekday(on, weekday))
        case Monthly(number):
            monthly = (_in_month(on, number, -k) for k in range(YEAR_MONTHS))
            return next((one for one in monthly if one and one.start <= on), None)
        case Yearly(in_year):
            yearly = (in_year(on.year - k) for k in range(-1, _LONGEST_GAP + 1))
            return next((one for one in yearly if one and one.start <= on), None)
    assert_never(node)


def changed(node: Node, change: Change, on: date) -> Node | None:
    """The node with a change made to whatever it names; what comes round yearly still does."""
    if isinstance(node, Yearly):
        return Yearly(partial(_change_in_year, node.in_year, change))
    settled = ahead(node, on)
    return change(settled) if settled else None


def nearest(node: Yearly, on: date, step: int) -> Interval | None:
    """The next has not begun yet, the last is over, this one is not over."""
    if step < 0:
        return behind(Yearly(partial(_over_by, node.in_year, on)), on)
    coming = ahead(node, on)
    if step > 0 and coming and coming.start <= on:
        return ahead(node, days_on(coming.end, 1))
    return coming


def real_date(year: int, month: int, number: int) -> Interval | None:
    """A day by its numbers, or nothing when there is no such day."""
    try:
        return day(date(year, month, number))
    except ValueError:
        return None


def _change_in_year(source: InYear, change: Change, year: int) -> Interval | None:
    found = source(year)
    return change(found) if found else None


def _in_month(on: date, number: int, ahead_by: int) -> Interval | None:
    return real_date(*month_number(on.year, on.month + ahead_by), number)


def _over_by(in_year: InYear, on: date, year: int) -> Interval | None:
    found = in_year(year)
    return found if found and found.end < on else None
