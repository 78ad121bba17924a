"""Counts, places in a row and years, in digits and in words."""

from typing import Final

from dealbot.domain.when import words
from dealbot.domain.when.scan import Scan

Counted = tuple[int, int]
_MOST_DIGITS: Final = 3
_SHORT, _FULL = 2, 4
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_CENTURY, _THOUSAND, _PIVOT = 100, 1000, 70
_CENTURIES: Final = {"nineteen": 1900, "twenty": 2000}
_LAST_DAY: Final = 31
_TEN: Final = 10
_RANGE_SIGNS: Final = frozenset({"-", "to", "or"})
_LOOSE: Final = {"couple": 2, "few": 3}


def count(scan: Scan, i: int) -> Counted | None:
    """A number of things: "2", "two", "twenty-one", "a", "a couple of", "a few"; of a range the larger."""
    found = plain_count(scan, i)
    if found and scan.low(found[1]) in _RANGE_SIGNS:
        larger = plain_count(scan, found[1] + 1)
        return larger if larger and larger[0] >= found[0] else found
    return found


def plain_count(scan: Scan, i: int) -> Counted | None:
    """A number of things, not a range."""
    number = scan.number(i)
    if number is not None:
        whole = scan.digits(i) <= _MOST_DIGITS and (scan.word_follows(i + 1) or not attached(scan, i + 1))
        return (number, i + 1) if whole and scan.low(i + 1) not in words.ORDINAL_ENDINGS else None
    low = scan.low(i)
    if low in {"a", "an", "another", "the"}:
        return _loose(scan, i + 1) or ((1, i + 1) if low != "the" else None)
    return _loose(scan, i) or spelled(scan, i)


def ordinal(scan: Scan, i: int) -> Counted | None:
    """A place in a row: "3rd", "third", "twenty-first"; the index after it."""
    number = scan.number(i)
    if number is not None:
        suffixed = scan.low(i + 1) in words.ORDINAL_ENDINGS and scan.glued(i + 1)
        return (number, i + 2) if suffixed and 0 < number <= _LAST_DAY else None
    tens = words.TENS.get(scan.low(i))
    if tens:
        j = scan.skip(i + 1, {"-"})
        ones = words.ORDINALS.get(scan.low(j), _TEN)
        return (tens + ones, j + 1) if ones < _TEN else None
    place = words.ORDINALS.get(scan.low(i))
    return (place, i + 1) if place else None


def spelled(scan: Scan, i: int) -> Counted | None:
    """A number under a hundred in words."""
    tens = words.TENS.get(scan.low(i))
    if tens:
        j = scan.skip(i + 1, {"-"})
        ones = words.NUMBERS.get(scan.low(j), _TEN)
        return (tens + ones, j + 1) if ones < _TEN else (tens, i + 1)
    number = words.NUMBERS.get(scan.low(i))
    return (number, i + 1) if number else None


def year(scan: Scan, i: int) -> Counted | None:
    """A year in four digits or in words ("twenty twenty-six", "two thousand and ten")."""
    number = scan.number(i)
    if number is None:
        return _spelled_year(scan, i)
    if not _FIRST_YEAR <= number <= _LAST_YEAR or attached(scan, i + 1):
        return None
    return (number, i + 1)


def short_year(scan: Scan, i: int) -> Counted | None:
    """A year in two digits, with or without an apostrophe, or in four."""
    j = i + 1 if scan.low(i) == "'" else i
    number = scan.number(j)
    if number is not None and scan.digits(j) == _SHORT and not attached(scan, j + 1):
        return (full_year(number), j + 1)
    return year(scan, i)


def full_year(number: int) -> int:
    """The year two digits stand for; four stand for themselves."""
    if number >= _CENTURY:
        return number
    return number + (2000 if number < _PIVOT else 1900)


def attached(scan: Scan, i: int) -> bool:
    """Whether the token sticks to a number before it and makes it something else ("7.2", "20%", "12k", "3:30")."""
    if not scan.glued(i):
        return False
    sign = scan.low(i)
    return sign.isalnum() or sign in "%_" or (sign in ".,:/" and scan.glued(i + 1) and scan.low(i + 1).isdecimal())


def _spelled_year(scan: Scan, i: int) -> Counted | None:
    if scan.low(i) == "two" and scan.low(i + 1) == "thousand":
        rest = spelled(scan, scan.skip(i + 2, {"and"}))
        return (2 * _THOUSAND + rest[0], rest[1]) if rest else (2 * _THOUSAND, i + 2)
    century = _CENTURIES.get(scan.low(i))
    rest = spelled(scan, i + 1) if century else None
    return (century + rest[0], rest[1]) if century and rest and rest[0] >= _TEN else None


def _loose(scan: Scan, i: int) -> Counted | None:
    """A couple is two and a few are three."""
    number = _LOOSE.get(scan.low(i))
    if number is None:
        return None
    return (number, i + 2 if scan.low(i + 1) == "of" else i + 1)
