"""Days and weeks beside another date: the day after Thanksgiving, week of Nov 30, three Fridays from now."""

from typing import Final

from dealbot.domain.when import interval, numbers
from dealbot.domain.when.interval import Interval, Unit
from dealbot.domain.when.node import Change, changed
from dealbot.domain.when.offsets import AHEAD, BACK, FROM, anchor
from dealbot.domain.when.scan import FIGURE, Match, Rules, Scan
from dealbot.domain.when.steps import days_on, last_weekday, next_weekday, nth_weekday_after, nth_weekday_before
from dealbot.domain.when.words import COUNTS, PLACES, UNITS, WEEKDAYS, WEEKDAYS_PLURAL, word_set

_NAMES: Final = {**WEEKDAYS, **WEEKDAYS_PLURAL}
_COMMENCING: Final = ("w", "/", "c")
_OF: Final = word_set("of commencing beginning starting")


def counted_weekdays(scan: Scan, i: int) -> Match | None:
    """Three Fridays from now, two Thursdays back, the third Tuesday after Christmas."""
    counted = numbers.ordinal(scan, i) or numbers.count(scan, i)
    if not counted or scan.low(counted[1]) not in _NAMES:
        return None
    nth, weekday, j = counted[0], _NAMES[scan.low(counted[1])], counted[1] + 1
    if scan.low(j) in BACK:
        return Match(interval.day(nth_weekday_before(scan.on, weekday, nth)), j + 1)
    if scan.low(j) in AHEAD:
        return Match(interval.day(nth_weekday_after(scan.on, weekday, nth)), j + 1)
    start = anchor(scan, j)
    if not start or FROM[scan.low(j)] < 0:
        return None
    return _changed(scan, start, lambda found: interval.day(nth_weekday_after(found.end, weekday, nth)))


def neighbour(scan: Scan, i: int) -> Match | None:
    """The day after tomorrow, the Monday after Thanksgiving, the week before Christmas, the month after next."""
    weekday, unit = WEEKDAYS.get(scan.low(i)), UNITS.get(scan.low(i))
    j = scan.after_dot(i + 1)
    k = scan.skip(j + 1, {"the"})
    if unit and scan.low(j) == "after" and scan.low(k) == "next":
        return Match(interval.period(scan.on, unit, 2, scan.setting.fiscal_start), k + 1)
    start = anchor(scan, j) if weekday is not None or unit else None
    if not start or (scan.low(j) == "on" and unit is not Unit.WEEK):
        return None
    sign = FROM[scan.low(j)]
    if weekday is not None:
        return _changed(scan, start, lambda found: _weekday_beside(found, weekday, sign))
    return _changed(scan, start, lambda found: _unit_beside(found, unit, sign)) if unit else None


def week_of(scan: Scan, i: int) -> Match | None:
    """The week around a day: "week of Nov 30", "the week commencing the 14th"."""
    if tuple(scan.low(i + k) for k in range(3)) == _COMMENCING:
        j = i + 3
    elif scan.low(i) in {"week", "wk"} and scan.low(i + 1) in _OF and scan.low(i - 1) not in {"a", "one"}:
        j = i + 2
    else:
        return None
    found = scan.at(scan.skip(j, {"the", "on"}))
    return _changed(scan, found, lambda around: interval.week(around.start)) if found else None


def _changed(scan: Scan, start: Match, change: Change) -> Match | None:
    node = changed(start.node, change, scan.on)
    return Match(node, start.end) if node else None


def _weekday_beside(found: Interval, weekday: int, sign: int) -> Interval:
    return interval.day(next_weekday(found.end, weekday) if sign > 0 else last_weekday(found.start, weekday))


def _unit_beside(found: Interval, unit: Unit, sign: int) -> Interval:
    if unit is Unit.DAY:
        return interval.day(days_on(found.end if sign > 0 else found.start, sign))
    return interval.period(found.start, unit, sign)


RULES: Final[Rules] = (
    (counted_weekdays, FIGURE | PLACES | COUNTS),
    (neighbour, frozenset({*WEEKDAYS, *UNITS})),
    (week_of, word_set("week wk w")),
)
