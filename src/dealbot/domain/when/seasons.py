"""Seasons and weekends: this summer, early fall, the weekend."""

from datetime import date
from functools import partial
from typing import Final

from dealbot.domain.when import numbers
from dealbot.domain.when.interval import Grain, Interval
from dealbot.domain.when.node import Yearly, behind, nearest
from dealbot.domain.when.scan import Match, Rules, Scan
from dealbot.domain.when.steps import SATURDAY, days_on, weeks_on
from dealbot.domain.when.words import word_set

Day = tuple[int, int]
_SPRING: Final[tuple[Day, Day]] = ((3, 20), (6, 20))
_SUMMER: Final[tuple[Day, Day]] = ((6, 21), (9, 22))
_FALL: Final[tuple[Day, Day]] = ((9, 23), (12, 20))
_WINTER: Final[tuple[Day, Day]] = ((12, 21), (3, 19))
_SEASONS: Final = {"spring": _SPRING, "summer": _SUMMER, "fall": _FALL, "autumn": _FALL, "winter": _WINTER}
_WEEKENDS: Final = word_set("weekend weekends wknd")
_CUES: Final = word_set("in by the before until till early late mid of - end")
_WEEKEND_CUES: Final = word_set("the by before over this")
_SEASON_DAYS: Final = 91


def weekend(scan: Scan, i: int) -> Match | None:
    """The coming weekend, unless another is named."""
    if scan.low(i) not in _WEEKENDS or scan.low(i - 1) not in _WEEKEND_CUES:
        return None
    return Match(_weekend(scan.on, 0), i + 1)


def season(scan: Scan, i: int) -> Match | None:
    """A season after a word that makes it one; "the fall" alone may be a patient's."""
    cue = scan.low(i - 2) if scan.low(i - 1) == "the" else scan.low(i - 1)
    if scan.low(i) not in _SEASONS or not (cue in _CUES or numbers.year(scan, i + 1)):
        return None
    return Match(_season(scan.low(i)), i + 1)


def stepped(scan: Scan, i: int, step: int) -> Match | None:
    """The season or weekend after "this", "next" or "last"."""
    if scan.low(i) in _WEEKENDS:
        return Match(_weekend(scan.on, step), i + 1)
    if scan.low(i) in _SEASONS:
        found = nearest(_season(scan.low(i)), scan.on, step)
        return Match(found, i + 1) if found else None
    if scan.low(i) in {"season", "seasons"}:
        middle = days_on(_around(scan.on).start, _SEASON_DAYS // 2 + _SEASON_DAYS * step)
        return Match(_around(middle), i + 1)
    return None


def _around(on: date) -> Interval:
    """The season a day lies in."""
    four = (behind(_season(name), on) for name in _SEASONS)
    return max((one for one in four if one), key=lambda one: one.start)


def _season(name: str) -> Yearly:
    return Yearly(partial(_in_year, *_SEASONS[name]))


def _in_year(first: Day, last: Day, year: int) -> Interval:
    """From an equinox or solstice to the day before the next; winter ends in the year after."""
    return Interval(date(year, *first), date(year + (last < first), *last), Grain.QUARTER)


def _weekend(on: date, step: int) -> Interval:
    saturday = weeks_on(days_on(on, SATURDAY - on.weekday()), step)
    return Interval(saturday, days_on(saturday, 1), Grain.DAY)


RULES: Final[Rules] = ((weekend, _WEEKENDS), (season, frozenset(_SEASONS)))
