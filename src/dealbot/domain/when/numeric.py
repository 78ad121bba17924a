"""Dates in figures: 2026-03-14, 3/14, 3/14/26, 14.03.2026, 2026-03, 3/2026."""

import re
from functools import partial
from typing import Final

from dealbot.domain.when import interval
from dealbot.domain.when.node import Node, Yearly, real_date
from dealbot.domain.when.numbers import full_year
from dealbot.domain.when.scan import FIGURE, Match, Rules, Scan
from dealbot.domain.when.words import WEEKDAYS

_CLOSED: Final = r"(?![\w%]|[./\-]\d)"
_YEAR_FIRST: Final = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?=T\d\d|(?![\w%]|[./\-]\d))", re.ASCII)
_YEAR_LAST: Final = re.compile(r"(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d\d)" + _CLOSED, re.ASCII)
_MONTH_OF: Final = re.compile(r"(\d{4})[-/](\d\d)" + _CLOSED, re.ASCII)
_MONTH_IN: Final = re.compile(r"(\d{1,2})/(\d{4})" + _CLOSED, re.ASCII)
_SHORT: Final = re.compile(r"(\d{1,2})(\s?)([-/])\2(\d{1,2})" + _CLOSED, re.ASCII)
# What a number is part of when it stands right after: a word, a price, a path, a version, a phone number.
_INSIDE: Final = re.compile(r"[\w$#./&+]\Z|\w[-\u2013]\Z")
_SCORES: Final = frozenset({"a", "score", "scored", "rated", "rating", "gave", "ratio", "was", "is", "only", "about"})
_SURE: Final = frozenset(
    {"on", "by", "due", "before", "until", "till", "through", "starting", "from", "to", "for", "-"}
)
_FRACTION_OF: Final = frozenset({2, 3, 4, 5, 8, 10})
_TWELFTH: Final = 12


def numeric(scan: Scan, i: int) -> Match | None:
    """A date in figures at this token, ending where a token begins."""
    place = scan.tokens[i].start
    if scan.number(i) is None or _INSIDE.search(scan.text, max(0, place - 2), place):
        return None
    for pattern, read in _FORMS:
        match = pattern.match(scan.text, place)
        node = match and read(scan, i, match)
        if match and node:
            return Match(node, _index_after(scan, i, match.end()))
    return None


def _index_after(scan: Scan, i: int, offset: int) -> int:
    while i < len(scan.tokens) and scan.tokens[i].start < offset:
        i += 1
    return i


def _year_first(_scan: Scan, _i: int, match: re.Match[str]) -> Node | None:
    return real_date(int(match[1]), int(match[3]), int(match[4]))


def _year_last(scan: Scan, _i: int, match: re.Match[str]) -> Node | None:
    """With dots only in full, since "10.2.14" is a version."""
    if match[2] == "." and len(match[4]) == 2:
        return None
    month, day = _ordered(scan, int(match[1]), int(match[3]))
    return real_date(full_year(int(match[4])), month, day)


def _month_of(_scan: Scan, _i: int, match: re.Match[str]) -> Node | None:
    return _month(int(match[1]), int(match[2]))


def _month_in(_scan: Scan, _i: int, match: re.Match[str]) -> Node | None:
    return _month(int(match[2]), int(match[1]))


def _month(year: int, number: int) -> Node | None:
    plausible = 1 <= number <= _TWELFTH and 1900 <= year < 2200
    return interval.month(year, number) if plausible else None


def _short(scan: Scan, i: int, match: re.Match[str]) -> Node | None:
    """Month and day; not a fraction, a score or a range of counts."""
    first, second = int(match[1]), int(match[4])
    after = _index_after(scan, i, match.end())
    if (first, second) == (24, 7) or not _dated(scan, i, after, match):
        return None
    month, day = _ordered(scan, first, second)
    return Yearly(partial(_on, month, day)) if real_date(2000, month, day) else None


def _on(month: int, day: int, year: int) -> interval.Interval | None:
    return real_date(year, month, day)


def _dated(scan: Scan, i: int, after: int, match: re.Match[str]) -> bool:
    """Whether the words around leave "3/4" or "3-14" no other reading."""
    before = scan.low(i - 1)
    noun_follows = scan.noun_follows(after)
    if before in _SURE and scan.low(after) != "of":
        return match[3] == "/" or not noun_follows
    if before in WEEKDAYS or scan.low(i - 2) in WEEKDAYS:
        return True
    first, second = int(match[1]), int(match[4])
    if match[3] == "-":
        return max(first, second) > _TWELFTH and not scan.word_follows(after) and before not in _SCORES
    fraction = first < second and second in _FRACTION_OF and (noun_follows or before == "of")
    return scan.low(after) != "of" and not {before, scan.low(i - 2)} & _SCORES and not fraction


def _ordered(scan: Scan, first: int, second: int) -> tuple[int, int]:
    """Month and day in the workspace's order, turned round where only that gives a date."""
    month, day = (first, second) if scan.setting.month_first else (second, first)
    return (day, month) if month > _TWELFTH >= day else (month, day)


_FORMS: Final = (
    (_YEAR_FIRST, _year_first),
    (_YEAR_LAST, _year_last),
    (_MONTH_OF, _month_of),
    (_MONTH_IN, _month_in),
    (_SHORT, _short),
)


RULES: Final[Rules] = ((numeric, FIGURE),)
