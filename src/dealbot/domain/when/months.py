"""Months and days of months by name: in May, March 3rd, 14 March, Aug 27-29."""

from functools import partial
from typing import Final

from dealbot.domain.when import interval, numbers, years
from dealbot.domain.when.interval import Grain, Interval
from dealbot.domain.when.node import Yearly, real_date
from dealbot.domain.when.scan import FIGURE, Match, Rules, Scan
from dealbot.domain.when.words import COUNTS, MONTHS, PLACES, UNITS, WEAK_MONTHS, word_set

_LAST_DAY: Final = 31
_SHORT: Final = 2
_LONGEST_SHORT_FORM: Final = 4
_RANGE: Final = word_set("- to through thru or until till")
_LINKS: Final = word_set("- / of , .")
_CUES: Final = word_set(
    """in by until til till through thru before since during of early mid late end beginning start coming following
    around about sometime"""
)
# Cues that a verb or a given name may follow too ("for May to decide"): enough only for a capital.
_WEAK_CUES: Final = word_set("for to after this next last - / (")
_PAIRS: Final = word_set("or and / - to through")
# April, May and June may be colleagues.
_PERSONAL: Final = word_set("with from and cc via ask tell to")
Days = tuple[int, int, int]
Named = tuple[int, int]


def month(scan: Scan, i: int) -> Match | None:
    """A month alone, with care for names that are also words or given names."""
    named = _name(scan, i)
    if not named or not _surely_month(scan, i, named[1]):
        return None
    return Match(Yearly(partial(interval.month, number=named[0])), named[1])


def year_month(scan: Scan, i: int) -> Match | None:
    """Year first: "2026 June", "2026-Jun-01"."""
    year = numbers.year(scan, i) if scan.number(i) is not None else None
    signed = year is not None and scan.low(year[1]) in {"-", "/", ","}
    named = _name(scan, year[1] + signed) if year else None
    if not year or not named:
        return None
    joined = scan.low(named[1]) in {"-", "/"} and scan.glued(named[1])
    day = _day(scan, named[1] + 1) if joined else None
    found = _stretch(named[0], (day[0], day[0], day[1]), year[0]) if day else interval.month(year[0], named[0])
    return Match(found, day[1] if day else named[1]) if found else None


def month_day(scan: Scan, i: int) -> Match | None:
    """Month first: "March 3rd", "Mar. 3", "August 27th - 29th"."""
    named = _name(scan, i)
    if not named:
        return None
    days = _days(scan, scan.skip(named[1], {"the", "-"} if scan.glued(named[1]) else {"the"}))
    if not days or _counts_something(scan, i, days[2]):
        return None
    return Match(Yearly(partial(_stretch, named[0], days)), days[2])


def day_month(scan: Scan, i: int) -> Match | None:
    """Day first: "14 March", "the 14th of March", "13 to 15 July", "14-Mar-26"."""
    days = _days(scan, i)
    if not days:
        return None
    j = scan.skip(days[2], _LINKS)
    named = _name(scan, scan.skip(j, {"the"}))
    if not named or (scan.low(named[1] - 1) == "may" and j == i + 1 and not scan.capital(named[1] - 1)):
        return None
    return _with_short_year(scan, partial(_stretch, named[0], days), named[1])


def _name(scan: Scan, i: int) -> Named | None:
    """A month's number and the index after its name."""
    number = MONTHS.get(scan.low(i))
    return (number, scan.after_dot(i + 1)) if number else None


def _days(scan: Scan, i: int) -> Days | None:
    """First and last day of "27", "27th", "27-29", "27th to the 29th", and the index after."""
    first = _day(scan, i)
    if not first:
        return None
    j = first[1]
    ranged = scan.low(j) in _RANGE or (scan.low(j) == "and" and scan.low(i - 1) == "between")
    last = _day(scan, scan.skip(j + 1, {"the"})) if ranged else None
    if last and last[0] > first[0] and scan.low(last[1]) not in {":", "am", "pm", *UNITS}:
        return (first[0], last[0], last[1])
    return (first[0], first[0], j)


def _day(scan: Scan, i: int) -> Named | None:
    number = scan.number(i)
    plain = number is not None and scan.digits(i) <= _SHORT and not numbers.attached(scan, i + 1)
    if number is not None and plain:
        return (number, i + 1) if 0 < number <= _LAST_DAY else None
    return numbers.ordinal(scan, i) or _spelled_day(scan, i)


def _spelled_day(scan: Scan, i: int) -> Named | None:
    """A day in words as people dictate, "March twenty", as people dictate; not the beginning of "twenty twenty-six"."""
    spelled = None if numbers.year(scan, i) else numbers.spelled(scan, i)
    return spelled if spelled and spelled[0] <= _LAST_DAY else None


def _with_short_year(scan: Scan, days: partial[Interval | None], end: int) -> Match | None:
    """With two digits after it a year only where nothing follows ("14th April 15")."""
    joined = scan.low(end) in {"-", "/"} and scan.glued(end)
    found = numbers.short_year(scan, end + joined)
    bare = found is not None and scan.digits(found[1] - 1) == _SHORT
    if found and (joined or (bare and not scan.word_follows(found[1]))):
        fixed = days(found[0])
        return Match(fixed, found[1]) if fixed else None
    return Match(Yearly(days), end)


def _stretch(number: int, days: Days, year: int) -> Interval | None:
    first, last = real_date(year, number, days[0]), real_date(year, number, days[1])
    return Interval(first.start, last.end, Grain.DAY) if first and last else None


def _counts_something(scan: Scan, i: int, after: int) -> bool:
    """Whether the number after the month counts what follows ("may 10 nurses", "March 3 weeks")."""
    if scan.low(after) in UNITS:
        return True
    weak = scan.low(i) in WEAK_MONTHS and not scan.capital(i) and scan.number(after - 1) is not None
    return weak and scan.noun_follows(after)


def _surely_month(scan: Scan, i: int, after: int) -> bool:
    before = scan.low(i - 1)
    paired = scan.capital(i) and scan.low(after) in _PAIRS and scan.low(after + 1) in MONTHS
    if before in _CUES or paired or years.year_after(scan, after):
        return True
    if scan.low(i) not in WEAK_MONTHS:
        return scan.capital(i) or scan.digits(i) > _LONGEST_SHORT_FORM or before in _WEAK_CUES
    ends = i > 0 and not scan.word_follows(after) and before not in _PERSONAL
    paired = before in _PAIRS and scan.low(i - 2) in MONTHS
    stepped = before in {"next", "last"} or (before == "this" and scan.low(i) not in {"may", "march"})
    return stepped or (scan.capital(i) and (before in _WEAK_CUES or ends or paired))


RULES: Final[Rules] = (
    (month_day, frozenset(MONTHS)),
    (day_month, FIGURE | PLACES | COUNTS),
    (month, frozenset(MONTHS)),
    (year_month, FIGURE),
)
