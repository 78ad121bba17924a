"""Lengths of time in words: 2 wks, a couple of weeks, ten business days, a week or two."""

from dataclasses import dataclass
from typing import Final

from dealbot.domain.when import numbers
from dealbot.domain.when.interval import Unit
from dealbot.domain.when.scan import Scan
from dealbot.domain.when.words import UNITS

_FILLERS: Final = frozenset({"more", "full", "short", "whole", "calendar", "additional"})
_HALF: Final = ("and", "a", "half")
_BUSINESS: Final = frozenset({"business", "working", "work", "biz"})


@dataclass(frozen=True, slots=True)
class Duration:
    """So many units, and the index of the token after the words."""

    count: int
    unit: Unit
    end: int


def duration(scan: Scan, i: int) -> Duration | None:
    """A length of time that begins with its count."""
    counted = numbers.count(scan, i)
    if not counted:
        return None
    number, j = counted
    j = scan.skip(j, _FILLERS)
    if scan.low(j) == "-" and scan.low(j + 1).endswith("s"):
        j += 1
    if scan.low(j) == "fortnight":
        return Duration(2 * number, Unit.WEEK, j + 1)
    half = _past_half(scan, j)
    working = scan.low(half or j) in _BUSINESS
    unit = UNITS.get(scan.low((half or j) + working))
    if unit is None:
        return None
    found = Duration(number, Unit.BUSINESS_DAY if working else unit, (half or j) + working + 1)
    half_behind = _past_half(scan, found.end)
    if half or half_behind:
        return _and_a_half(found, half_behind or found.end)
    return _or_more(scan, found)


def _past_half(scan: Scan, i: int) -> int | None:
    return i + 3 if tuple(scan.low(i + k) for k in range(3)) == _HALF else None


def _and_a_half(found: Duration, end: int) -> Duration:
    """Half a unit more, rounded up to whole days or months."""
    if found.unit is Unit.WEEK:
        return Duration(7 * found.count + 4, Unit.DAY, end)
    if found.unit is Unit.MONTH:
        return Duration(30 * found.count + 15, Unit.DAY, end)
    if found.unit is Unit.YEAR:
        return Duration(12 * found.count + 6, Unit.MONTH, end)
    return Duration(found.count + 1, found.unit, end)


def one_or_two(scan: Scan, i: int) -> Duration | None:
    """What may follow "the next" without a count: "day or two", "week or so"."""
    unit = UNITS.get(scan.low(i))
    if unit is None or scan.low(i + 1) != "or":
        return None
    found = _or_more(scan, Duration(1, unit, i + 1))
    return found if found.end > i + 1 else None


def _or_more(scan: Scan, found: Duration) -> Duration:
    """With "or two" and "or so" taken in."""
    if scan.low(found.end) != "or":
        return found
    if scan.low(found.end + 1) == "so":
        return Duration(found.count, found.unit, found.end + 2)
    more = numbers.plain_count(scan, found.end + 1)
    if not more or scan.low(more[1]) in UNITS:
        return found
    return Duration(max(found.count, more[0]), found.unit, more[1])
