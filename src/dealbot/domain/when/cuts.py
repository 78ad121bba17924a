"""How much of a week, month, quarter or year "early", "mid", "late" and "half" leave."""

from typing import Final

from dealbot.domain.when.interval import Grain, Interval
from dealbot.domain.when.steps import days_on, months_on

_TENTH, _FIFTEENTH, _TWENTY_FIRST, _FORTNIGHT = 10, 15, 21, 14
_TO_WEDNESDAY: Final = 2
# Months of the first part; months before and up to the end of the middle; months of the last part.
_LONG: Final = {Grain.QUARTER: (1, 1, 2, 1), Grain.HALF: (2, 2, 4, 2), Grain.YEAR: (3, 3, 6, 4)}


def first_part(whole: Interval) -> Interval:
    """Monday to Wednesday, the first ten days, the first month of a quarter, the first three of a year."""
    if whole.grain is Grain.WEEK:
        return Interval(whole.start, days_on(whole.start, _TO_WEDNESDAY), Grain.DAY)
    if whole.grain is Grain.MONTH:
        return Interval(whole.start, whole.start.replace(day=_TENTH), Grain.DAY)
    if whole.grain in _LONG:
        return Interval(whole.start, days_on(months_on(whole.start, _LONG[whole.grain][0]), -1), Grain.DAY)
    return whole


def middle(whole: Interval) -> Interval:
    """Wednesday, up to the 15th, to the middle of a quarter's second month, to the middle of a year."""
    if whole.grain is Grain.WEEK:
        wednesday = days_on(whole.start, _TO_WEDNESDAY)
        return Interval(wednesday, wednesday, Grain.DAY)
    if whole.grain is Grain.MONTH:
        return Interval(whole.start.replace(day=_TENTH + 1), whole.start.replace(day=_FIFTEENTH), Grain.DAY)
    if whole.grain is Grain.QUARTER:
        start = months_on(whole.start, 1)
        return Interval(start, days_on(start, _FORTNIGHT), Grain.DAY)
    if whole.grain in _LONG:
        _, before, upto, _ = _LONG[whole.grain]
        return Interval(months_on(whole.start, before), days_on(months_on(whole.start, upto), -1), Grain.DAY)
    return whole


def last_part(whole: Interval) -> Interval:
    """Thursday and Friday, from the 21st, the last month of a quarter, the last four of a year."""
    if whole.grain is Grain.WEEK:
        return Interval(days_on(whole.end, -1), whole.end, Grain.DAY)
    if whole.grain is Grain.MONTH:
        return Interval(whole.end.replace(day=_TWENTY_FIRST), whole.end, Grain.DAY)
    if whole.grain in _LONG:
        return Interval(months_on(days_on(whole.end, 1), -_LONG[whole.grain][3]), whole.end, Grain.DAY)
    return whole


def very_end(whole: Interval) -> Interval:
    """Its last day."""
    return Interval(whole.end, whole.end, Grain.DAY)


def first_half(whole: Interval) -> Interval:
    """Up to and with its middle."""
    return Interval(whole.start, middle(whole).end, Grain.DAY)


def second_half(whole: Interval) -> Interval:
    """From the day after its middle."""
    return Interval(min(days_on(middle(whole).end, 1), whole.end), whole.end, Grain.DAY)
