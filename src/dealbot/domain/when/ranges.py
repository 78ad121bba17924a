"""Two dates as one stretch: Monday through Wednesday, Q2/Q3, from the 13th to the 15th of July, Tuesday or Thursday."""

from typing import Final

from dealbot.domain.when.interval import Grain, Interval
from dealbot.domain.when.node import Monthly, Node, Weekly, Yearly, ahead, behind
from dealbot.domain.when.scan import Match, Scan
from dealbot.domain.when.words import word_set

_BETWEEN: Final = word_set("- to through thru or / until till til")
_LINKS: Final = word_set("the on by")


def stretch(scan: Scan, i: int, first: Match) -> Match | None:
    """The stretch from a date at `i` to the one that follows it, both of the same kind."""
    led = scan.low(i - 2) if scan.low(i - 1) == "the" else scan.low(i - 1)
    between = led == "between" and scan.low(first.end) == "and"
    if scan.low(first.end) not in _BETWEEN and not between:
        return None
    last = scan.at(scan.skip(first.end + 1, _LINKS))
    joined = _joined(scan, first.node, last.node) if last else None
    return Match(joined, last.end) if last and joined else None


def _joined(scan: Scan, first: Node, last: Node) -> Interval | None:
    """Begun before its end; "Thursday or Friday of next week" puts both into that week."""
    if isinstance(first, Weekly) and isinstance(last, Interval):
        return last if last.grain is Grain.DAY else None
    if not _alike(first, last):
        return None
    if not isinstance(last, Yearly | Monthly) or isinstance(first, Weekly):
        start = ahead(first, scan.on)
        end = ahead(last, start.start) if start else None
    else:
        end = ahead(last, scan.on)
        start = behind(first, end.start) if end else None
    if start is None or end is None or end.start < start.start:
        return None
    return Interval(start.start, end.end, end.grain)


def _alike(first: Node, last: Node) -> bool:
    """A month may be followed by a month, a quarter by a quarter, but no weekday by a month."""
    if isinstance(first, Interval) and isinstance(last, Interval):
        return first.grain is last.grain
    return not (isinstance(first, Weekly | Monthly) and isinstance(last, Yearly))
