"""Islamic holy days, by the new moon as seen from Mecca; a sighting may move them by a day."""

from datetime import date
from functools import partial
from math import floor
from typing import Final

from dealbot.domain.when.holidays.moon import new_moon_before
from dealbot.domain.when.holidays.table import days, named
from dealbot.domain.when.interval import Interval
from dealbot.domain.when.steps import FRIDAY, days_on, last_weekday

_EPOCH: Final = 227015
_YEAR_DAYS, _MONTH_DAYS = 354.36667, 29.530588
# A new moon before this hour (UTC, as part of the day) shows at sunset in Mecca and opens the month the day after.
_SEEN_BEFORE: Final = 0.55


def month_start(year: int, month: int) -> date:
    """The first day of a month of an Islamic year."""
    middle = _EPOCH + (year - 1) * _YEAR_DAYS + (month - 1) * _MONTH_DAYS + _MONTH_DAYS / 2
    born = new_moon_before(middle)
    return date.fromordinal(floor(born) + (1 if born % 1 < _SEEN_BEFORE else 2))


def _in_year(month: int, day: int, count: int, year: int) -> Interval | None:
    """The first such feast of a Gregorian year; some years have none in a given month."""
    near = floor((date(year, 1, 1).toordinal() - _EPOCH) / _YEAR_DAYS) + 1
    starts = (days_on(month_start(near + k, month), day - 1) for k in range(-1, 3))
    return next((days(on, count) for on in starts if on.year == year), None)


def _last_friday_of_ramadan(year: int) -> Interval | None:
    feast = _in_year(10, 1, 1, year)
    return days(last_weekday(feast.start, FRIDAY)) if feast else None


ISLAMIC: Final = named(
    (
        (partial(_in_year, 1, 1, 1), "islamic new year; hijri new year; arabic new year; amun jadid; muharram"),
        (partial(_in_year, 1, 10, 1), "ashura; day of ashura; yom ashura"),
        (
            partial(_in_year, 3, 12, 1),
            "mawlid; mawlid al nabawi; mawlid al nabi; milad un nabi; eid milad un nabi; prophets birthday",
        ),
        (
            partial(_in_year, 7, 27, 1),
            "isra and miraj; al isra wal miraj; night journey",
        ),
        (partial(_in_year, 9, 1, 30), "ramadan; ramadhan; ramzan; ramadaan"),
        (
            partial(_in_year, 9, 27, 1),
            "laylat al qadr; laylat ul qadr; laylat al kadr; night of power; night of measures",
        ),
        (_last_friday_of_ramadan, "jamat ul vida; jumu'atul wida; jumuatul wida; jumat al wida; al jumuah"),
        (partial(_in_year, 10, 1, 1), "eid al fitr; eid ul fitr; id al fitr; id ul fitr; eid; hari raya"),
        (partial(_in_year, 12, 9, 1), "day of arafah; day of arafat; arafat day"),
        (
            partial(_in_year, 12, 10, 1),
            "eid al adha; eid ul adha; eid al azha; id al adha; id ul adha; bakr id; bakrid; sacrifice feast",
        ),
    )
)
