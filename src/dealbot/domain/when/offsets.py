"""Dates by their distance: in two weeks, within 10 business days, 3 days ago, a week from Tuesday."""

from typing import Final

from dealbot.domain.when import interval
from dealbot.domain.when.durations import Duration, duration
from dealbot.domain.when.interval import Unit
from dealbot.domain.when.node import Weekly, changed
from dealbot.domain.when.scan import FIGURE, Match, Rules, Scan
from dealbot.domain.when.steps import YEAR_MONTHS
from dealbot.domain.when.words import COUNTS, UNITS, word_set

AHEAD: Final = word_set("hence out")
BACK: Final = word_set("ago back earlier")
FROM: Final = {"from": 1, "after": 1, "following": 1, "before": -1, "prior": -1, "on": 1}
_INSIDE: Final = word_set("in within inside w")
_LOOSE: Final = word_set(
    """about around approximately roughly maybe probably say like just under less than at most no more the next of
    approx ~"""
)
_BOUND: Final = word_set("of from after following before prior")
_LONG: Final = frozenset({Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.YEAR})


def inside(scan: Scan, i: int) -> Match | None:
    """In two weeks, within 10 business days; not "within 10 days of signing", which hangs on the event."""
    if scan.low(i) not in _INSIDE:
        return None
    length = duration(scan, _after_loose(scan, i + 1))
    if not length:
        return _within_current(scan, i)
    if scan.low(length.end) in _BOUND:
        return anchored(scan, length)
    end = scan.skip(length.end, {"'", "time"})
    return Match(interval.shifted(scan.on, length.count, length.unit), end)


def distance(scan: Scan, i: int) -> Match | None:
    """Two weeks from now, three days ago, a week from Tuesday, a month after Easter."""
    length = duration(scan, i) or _one_week(scan, i)
    if not length:
        return None
    if scan.low(length.end) in AHEAD and scan.low(length.end + 1) != "of":
        return Match(interval.shifted(scan.on, length.count, length.unit), length.end + 1)
    if scan.low(length.end) in BACK:
        return Match(interval.shifted(scan.on, -length.count, length.unit), length.end + 1)
    return anchored(scan, length)


def anchored(scan: Scan, length: Duration) -> Match | None:
    """The length counted from now, or from the date that follows."""
    start = anchor(scan, length.end)
    if not start or (scan.low(length.end) == "on" and not isinstance(start.node, Weekly)):
        return None
    count, unit = FROM[scan.low(length.end)] * length.count, length.unit
    if unit is Unit.YEAR and scan.low(start.end - 1) != "now":
        count, unit = count * YEAR_MONTHS, Unit.MONTH
    node = changed(start.node, lambda found: interval.shifted(found.end, count, unit), scan.on)
    return Match(node, start.end) if node else None


def anchor(scan: Scan, i: int) -> Match | None:
    """The date after "from", "after" or "before"; "now" is the day of the note."""
    if scan.low(i) not in FROM:
        return None
    j = scan.skip(i + 1, {"to", "the"})
    return Match(interval.day(scan.on), j + 1) if scan.low(j) == "now" else scan.at(j)


def _after_loose(scan: Scan, i: int) -> int:
    """Past "about", "no more than", "the next"; "w/in" comes apart into three tokens."""
    if scan.low(i) == "/" and scan.low(i + 1) == "in":
        i += 2
    return scan.skip(i, _LOOSE)


def _one_week(scan: Scan, i: int) -> Duration | None:
    """A week whose "a" was left out: "week from Tuesday"."""
    bare = UNITS.get(scan.low(i)) is Unit.WEEK and scan.low(i + 1) == "from"
    return Duration(1, Unit.WEEK, i + 1) if bare else None


def _within_current(scan: Scan, i: int) -> Match | None:
    """Within the week, within the month: before it is over."""
    unit = UNITS.get(scan.low(i + 2)) if scan.low(i) == "within" and scan.low(i + 1) == "the" else None
    if unit is None or unit not in _LONG:
        return None
    return Match(interval.period(scan.on, unit, 0, scan.setting.fiscal_start), i + 3)


RULES: Final[Rules] = ((inside, _INSIDE), (distance, FIGURE | COUNTS | frozenset(UNITS)))
