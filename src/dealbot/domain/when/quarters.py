"""Quarters, halves and fiscal years: Q2, 2Q26, FY27 Q1, third quarter of 2026, H2, fiscal Q3."""

from functools import partial
from typing import Final

from dealbot.domain.when import interval, numbers
from dealbot.domain.when.node import InYear, Yearly
from dealbot.domain.when.numbers import Counted
from dealbot.domain.when.scan import FIGURE, Match, Rules, Scan
from dealbot.domain.when.words import PLACES, word_set

_QUARTERS, _HALVES = 4, 2
_FIRST_BARE: Final = 2020
_QUARTER_WORDS: Final = word_set("quarter qtr")
_FISCAL: Final = word_set("fiscal fy financial")
_YEAR_SIGNS: Final = word_set("' - /")
_LINKS: Final = word_set("of in , -")
Named = tuple[InYear, int]


def quarter(scan: Scan, i: int) -> Match | None:
    """A quarter or half, with its year if one follows; a fiscal year, with its quarter if one follows."""
    year_first = _fiscal_year(scan, i)
    if year_first:
        named = _part(scan, scan.skip(year_first[1], _LINKS))
        whole = interval.whole_year(year_first[0], scan.setting.fiscal_start)
        return _fixed(named, year_first[0], named[1]) if named else Match(whole, year_first[1])
    j = i + 1 if scan.low(i) in {"fiscal", "financial", "calendar"} else i
    named = _part(scan, j)
    if not named:
        return _year_in_front(scan, j)
    year = _year_behind(scan, named[1])
    return _fixed(named, *year) if year else Match(Yearly(named[0]), named[1])


def _fixed(named: Named, year: int, end: int) -> Match | None:
    fixed = named[0](year)
    return Match(fixed, end) if fixed else None


def _part(scan: Scan, i: int) -> Named | None:
    """A part of any year: "Q2", "2Q", "third quarter", "H1", "1H"."""
    low, after = scan.low(i), scan.low(i + 1)
    lettered = low in {"q", "cq"} or (low == "h" and scan.capital(i))
    if lettered and scan.glued(i + 1):
        return None if numbers.attached(scan, i + 2) else _numbered(scan, low, scan.number(i + 1), i + 2)
    if after in {"q", "h"} and scan.glued(i + 1) and not scan.glued(i):
        joined = scan.glued(i + 2) and scan.word_follows(i + 2)
        return None if joined else _numbered(scan, after, scan.number(i), i + 2)
    place = numbers.ordinal(scan, i)
    if place and scan.low(place[1]) in _QUARTER_WORDS:
        return _numbered(scan, "q", place[0], place[1] + 1)
    return None


def _numbered(scan: Scan, letter: str, number: int | None, end: int) -> Named | None:
    calendar = letter == "cq" or scan.low(end - 3) == "calendar"
    start = 1 if calendar else scan.setting.fiscal_start
    if number and letter != "h" and number <= _QUARTERS:
        return (partial(interval.quarter, number=number, fiscal_start=start), end)
    if number and letter == "h" and number <= _HALVES:
        return (partial(interval.half, number=number, fiscal_start=start), end)
    return None


def _year_in_front(scan: Scan, i: int) -> Match | None:
    """The year first: "18q4", "2026Q1", "2026 Q1"."""
    number = scan.number(i)
    named = _part(scan, i + 1) if number is not None and scan.low(i + 1) in {"q", "h"} else None
    if number is None or not named or not (scan.glued(i + 1) or numbers.year(scan, i)):
        return None
    return _fixed(named, numbers.full_year(number), named[1])


def _year_behind(scan: Scan, i: int) -> Counted | None:
    """The year after a quarter: "2026", "'26", "-26", "26", "FY27", "of 2026", "fiscal 2027"."""
    j = scan.skip(i, _LINKS)
    return _fiscal_year(scan, j) or numbers.year(scan, j) or _two_digits(scan, i)


def _two_digits(scan: Scan, i: int) -> Counted | None:
    """Without a sign before them only where they can be nothing else ("Q2 26", not "Q2 26 nurses")."""
    signed = scan.low(i) in _YEAR_SIGNS and scan.glued(i) and scan.glued(i + 1)
    found = numbers.short_year(scan, i + signed)
    if not found or not (signed or (found[0] >= _FIRST_BARE and not scan.word_follows(found[1]))):
        return None
    return found


def _fiscal_year(scan: Scan, i: int) -> Counted | None:
    """A fiscal year by its number: "FY27", "FY 2027", "FY'27", "fiscal 2027", "fiscal year 2027"."""
    if scan.low(i) not in _FISCAL:
        return None
    return numbers.short_year(scan, scan.skip(i + 1, {"year", "yr"}))


RULES: Final[Rules] = ((quarter, FIGURE | PLACES | _FISCAL | word_set("q h cq calendar")),)
