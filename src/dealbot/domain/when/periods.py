"""Weeks, months, quarters and years by their place: next week, this quarter, the following Monday, last month."""

from functools import partial
from typing import Final

from dealbot.domain.when import interval, numbers, seasons
from dealbot.domain.when.durations import duration, one_or_two
from dealbot.domain.when.interval import Grain, Interval, Unit
from dealbot.domain.when.node import Weekly, Yearly, nearest
from dealbot.domain.when.scan import FIGURE, Match, Rules, Scan
from dealbot.domain.when.steps import days_on, last_weekday, next_weekday
from dealbot.domain.when.words import COUNTS, LAST, NEXT, THIS, UNITS, WEEKDAYS, word_set

_UPCOMING: Final = word_set("upcoming coming following")
_WHOLE: Final = word_set("all whole entire rest remainder balance")
_FISCAL: Final = word_set("fiscal financial budget")
_WORKING: Final = word_set("business working")
_INSIDE: Final = word_set("over in within during")
_SHORT_UNITS: Final = frozenset({Unit.HOUR, Unit.DAY, Unit.BUSINESS_DAY})


def relative(scan: Scan, i: int) -> Match | None:
    """What follows "this", "next" or "last": several units, a unit, a weekday, a season, a month, a holiday."""
    step, j = _step(scan, i)
    if step is None:
        return None
    return (
        _several(scan, i, j, step)
        or _unit(scan, j, step)
        or _weekday(scan, i, j, step)
        or seasons.stepped(scan, j, step)
        or _yearly(scan, j, step)
    )


def upcoming(scan: Scan, i: int) -> Match | None:
    """The count before the word: "two upcoming weeks"."""
    counted = numbers.count(scan, i)
    unit = UNITS.get(scan.low(counted[1] + 1)) if counted and scan.low(counted[1]) in _UPCOMING else None
    if not counted or unit is None:
        return None
    return Match(interval.period(scan.on, unit, counted[0], scan.setting.fiscal_start), counted[1] + 2)


def rest_of(scan: Scan, i: int) -> Match | None:
    """The rest of the week, all week, the remainder of next month."""
    if scan.low(i) not in _WHOLE:
        return None
    j = scan.skip(i + 1, {"of", "the"})
    unit = UNITS.get(scan.low(j))
    if unit and unit not in _SHORT_UNITS:
        return Match(interval.period(scan.on, unit, 0, scan.setting.fiscal_start), j + 1)
    return scan.at(j) if scan.low(i + 1) == "of" else None


def _step(scan: Scan, i: int) -> tuple[int | None, int]:
    """How many units ahead the word points, and the index after it ("this coming" counts as one word)."""
    low, after = scan.low(i), scan.low(i + 1)
    if low in THIS and after in NEXT | LAST:
        return (1 if after in NEXT else -1, i + 2)
    if low in THIS:
        return (0, i + 1)
    return (1 if low in NEXT else -1 if low in LAST else None, i + 1)


def _unit(scan: Scan, i: int, step: int) -> Match | None:
    fiscal, working = scan.low(i) in _FISCAL, scan.low(i) in _WORKING
    j = i + (fiscal or working)
    unit = UNITS.get(scan.low(j))
    if unit is None or (unit in _SHORT_UNITS and not working):
        return None
    start = scan.setting.fiscal_start
    if fiscal and unit is Unit.YEAR:
        return Match(interval.whole_year(interval.year_name(scan.on, start) + step, start), j + 1)
    return Match(interval.period(scan.on, Unit.BUSINESS_DAY if working else unit, step, start), j + 1)


def _several(scan: Scan, i: int, j: int, step: int) -> Match | None:
    """The next so many units; inside them ("in the next two weeks") the count runs from the day itself."""
    length = duration(scan, j) or one_or_two(scan, j)
    if not length or step == 0:
        return None
    if step < 0:
        start = interval.shifted(scan.on, -length.count, length.unit).start
        return Match(Interval(start, days_on(scan.on, -1), Grain.DAY), length.end)
    inside = scan.low(i - 1) in _INSIDE or (scan.low(i - 1) == "the" and scan.low(i - 2) in _INSIDE)
    if inside or length.unit in _SHORT_UNITS:
        return Match(interval.shifted(scan.on, length.count, length.unit), length.end)
    whole = partial(interval.period, scan.on, length.unit, fiscal_start=scan.setting.fiscal_start)
    last = whole(ahead=length.count)
    first = last if scan.low(i) == "upcoming" else whole(ahead=1)
    return Match(Interval(first.start, last.end, last.grain), length.end)


def _weekday(scan: Scan, i: int, j: int, step: int) -> Match | None:
    """Next Tuesday lies in the following calendar week; this, coming and following Tuesday is the first one after."""
    number = WEEKDAYS.get(scan.low(j))
    if number is None:
        return None
    end = scan.after_dot(j + 1)
    if step < 0:
        return Match(interval.day(last_weekday(scan.on, number)), end)
    if step == 1 and scan.low(i) in {"next", "nxt"}:
        monday = interval.period(scan.on, Unit.WEEK, 1).start
        return Match(interval.day(days_on(monday, number)), end)
    beside = scan.at(j)
    pinned = beside if beside and not isinstance(beside.node, Weekly) else None
    return pinned or Match(interval.day(next_weekday(scan.on, number)), end)


def _yearly(scan: Scan, j: int, step: int) -> Match | None:
    """Next March, this Thanksgiving, last Q4."""
    named = scan.at(j)
    if not named or not isinstance(named.node, Yearly):
        return None
    found = nearest(named.node, scan.on, step)
    return Match(found, named.end) if found else None


RULES: Final[Rules] = ((relative, THIS | NEXT | LAST), (upcoming, FIGURE | COUNTS), (rest_of, _WHOLE))
