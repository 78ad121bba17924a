"""Years, alone or after what comes round in each: in 2027, March 2026, Thanksgiving of next year."""

from typing import Final

from dealbot.domain.when import interval, numbers
from dealbot.domain.when.durations import duration
from dealbot.domain.when.interval import Unit
from dealbot.domain.when.node import Yearly
from dealbot.domain.when.scan import FIGURE, Match, Rules, Scan
from dealbot.domain.when.words import COUNTS, LAST, NEXT, THIS, UNITS, word_set

_CUES: Final = word_set(
    """in by of until til till through thru before after since for during early mid late end calendar cy from to
    into"""
)
_PARTS: Final = word_set("early mid late")
_LINKS: Final = word_set(", of in")
_ERA: Final = ("a", ".", "d", ".")


def bare_year(scan: Scan, i: int) -> Match | None:
    """A year after a word that makes it one."""
    found = numbers.year(scan, i)
    cue = scan.low(i - 2) if scan.low(i - 1) == "-" and scan.low(i - 2) in _PARTS else scan.low(i - 1)
    if not found or cue not in _CUES or scan.low(found[1]) in UNITS:
        return None
    if scan.number(i) is None and scan.noun_follows(found[1]):
        return None
    era = tuple(scan.low(found[1] + k) for k in range(len(_ERA))) == _ERA
    return Match(interval.whole_year(found[0]), found[1] + len(_ERA) * era)


def with_year(scan: Scan, found: Match) -> Match:
    """What comes round yearly, tied to the year that follows, if one does."""
    tied = year_after(scan, found.end) if isinstance(found.node, Yearly) else None
    fixed = found.node.in_year(tied[0]) if tied and isinstance(found.node, Yearly) else None
    return Match(fixed, tied[1]) if fixed and tied else found


def year_after(scan: Scan, i: int) -> numbers.Counted | None:
    """The year in "2026", ", 2026", "-2026", "'26", "of next year", "in two years"."""
    j = i + 1 if scan.low(i) == "-" and scan.glued(i) else scan.skip(i, _LINKS)
    if scan.low(j) == "'":
        return numbers.short_year(scan, j)
    return numbers.year(scan, j) or _relative(scan, j) or _years_on(scan, j, stated=scan.low(i) == "in")


def _relative(scan: Scan, i: int) -> numbers.Counted | None:
    j = scan.skip(i, {"the"})
    if scan.low(j + 1) not in {"year", "yr"}:
        return None
    steps = ((THIS, 0), (NEXT, 1), (LAST, -1))
    return next(((scan.on.year + step, j + 2) for words, step in steps if scan.low(j) in words), None)


def _years_on(scan: Scan, i: int, *, stated: bool) -> numbers.Counted | None:
    """The year so many years on: "in a year", "six years hence", "two years from now"."""
    length = duration(scan, i)
    if not length or length.unit is not Unit.YEAR:
        return None
    after = (scan.low(length.end), scan.low(length.end + 1))
    extra = 0 if stated else 1 if after[0] == "hence" else 2 if after in {("from", "now"), ("from", "today")} else None
    return None if extra is None else (scan.on.year + length.count, length.end + extra)


RULES: Final[Rules] = ((bare_year, FIGURE | COUNTS),)
