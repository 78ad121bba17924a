"""Parts of a stretch by name: early March, mid next month, end of Q1, the second half of May, month-end."""

from collections.abc import Callable
from typing import Final

from dealbot.domain.when import cuts, interval
from dealbot.domain.when.interval import Grain, Interval, Unit
from dealbot.domain.when.node import Yearly, changed
from dealbot.domain.when.scan import Match, Rules, Scan
from dealbot.domain.when.steps import days_on
from dealbot.domain.when.words import UNITS, word_set

Cut = Callable[[Interval], Interval]
_ADJECTIVES: Final[dict[str, Cut]] = {
    "early": cuts.first_part,
    "mid": cuts.middle,
    "late": cuts.last_part,
    "later": cuts.last_part,
    "end": cuts.very_end,
}
_NOUNS: Final[dict[tuple[str, ...], Cut]] = {
    ("beginning",): cuts.first_part,
    ("start",): cuts.first_part,
    ("first", "part"): cuts.first_part,
    ("middle",): cuts.middle,
    ("close",): cuts.very_end,
    ("tail", "end"): cuts.very_end,
    ("latter", "part"): cuts.last_part,
    ("first", "half"): cuts.first_half,
    ("front", "half"): cuts.first_half,
    ("second", "half"): cuts.second_half,
    ("latter", "half"): cuts.second_half,
    ("last", "half"): cuts.second_half,
    ("back", "half"): cuts.second_half,
}
_FILLERS: Final = word_set("of in the - around about")
_FISCAL: Final = word_set("fiscal financial")
_IDIOM: Final = ("at", "the", "end", "of", "the", "day")
_DAYS: Final = frozenset({Unit.HOUR, Unit.DAY})


def part(scan: Scan, i: int) -> Match | None:
    """A part and what it is a part of; "at the end of the day" is said of nothing to come."""
    cut, j = _cut(scan, i)
    if cut is None or tuple(scan.low(i - 2 + k) for k in range(len(_IDIOM))) == _IDIOM:
        return None
    k = scan.skip(j, _FILLERS)
    return _of_date(scan, k, cut) or _of_current(scan, k, cut)


def earlier(scan: Scan, i: int) -> Match | None:
    """Earlier this week: what of it is over."""
    if scan.low(i) != "earlier":
        return None
    j = scan.skip(i + 1, {"in", "the"})
    found = scan.at(j) or _of_current(scan, j, _all)
    if not found or not isinstance(found.node, Interval) or found.node.start >= scan.on:
        return None
    over = min(found.node.end, days_on(scan.on, -1))
    return Match(Interval(found.node.start, over, Grain.DAY), found.end)


def unit_end(scan: Scan, i: int) -> Match | None:
    """Month end, quarter-end, fiscal year end, the week's end."""
    named = scan.low(i) in {"fiscal", "calendar"}
    unit = UNITS.get(scan.low(i + named))
    j = scan.skip(i + named + 1, {"-"})
    if unit is None or unit in _DAYS or scan.low(j) != "end":
        return None
    found = _of_current(scan, i, cuts.very_end)
    return Match(found.node, j + 1) if found else None


def current(scan: Scan, cut: Cut, unit: Unit, *, fiscal: bool) -> Interval:
    """The part of the current stretch, or of the next when it is over."""
    start = scan.setting.fiscal_start if fiscal else 1
    found = cut(_whole(scan, unit, 0, start))
    return found if found.end >= scan.on else cut(_whole(scan, unit, 1, start))


def _all(whole: Interval) -> Interval:
    return whole


def _cut(scan: Scan, i: int) -> tuple[Cut | None, int]:
    """What part the words name, and the index after them; a noun needs its "of" ("start of May", not "start May")."""
    for length in (2, 1):
        cut = _NOUNS.get(tuple(scan.low(i + k) for k in range(length)))
        if cut and scan.low(i + length) == "of":
            return cut, i + length
    return _ADJECTIVES.get(scan.low(i)), i + 1


def _of_date(scan: Scan, k: int, cut: Cut) -> Match | None:
    found = scan.at(k)
    if not found or not isinstance(found.node, Interval | Yearly):
        return found
    node = changed(found.node, cut, scan.on)
    return Match(node, found.end) if node else None


def _of_current(scan: Scan, k: int, cut: Cut) -> Match | None:
    fiscal = scan.low(k) in _FISCAL
    named = fiscal or scan.low(k) in {"calendar", "business"}
    unit = UNITS.get(scan.low(k + named))
    if unit is None and scan.low(k) == "business":
        return Match(interval.day(scan.on), k + 1)
    if unit is None or unit is Unit.HOUR:
        return None
    return Match(current(scan, cut, unit, fiscal=fiscal or unit is Unit.QUARTER), k + named + 1)


def _whole(scan: Scan, unit: Unit, ahead_by: int, fiscal_start: int) -> Interval:
    if unit is Unit.YEAR:
        return interval.whole_year(interval.year_name(scan.on, fiscal_start) + ahead_by, fiscal_start)
    return interval.period(scan.on, unit, ahead_by, fiscal_start)


RULES: Final[Rules] = (
    (part, frozenset({*_ADJECTIVES, *(words[0] for words in _NOUNS)})),
    (earlier, frozenset({"earlier"})),
    (unit_end, frozenset({*UNITS, "fiscal", "calendar"})),
)
