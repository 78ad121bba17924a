"""Jewish holy days. They begin at sundown, so a single day counts from its eve, when business stops."""

from datetime import date
from functools import partial
from typing import Final

from dealbot.domain.when.holidays.table import days, named
from dealbot.domain.when.interval import Interval
from dealbot.domain.when.steps import FRIDAY, MONDAY, SATURDAY, SUNDAY, days_on

_EPOCH: Final = -1373427
_SPRING, _AUTUMN = 3760, 3761
_PASSOVER_TO_NEW_YEAR: Final = 163
_LONG_YEARS: Final = frozenset({355, 385})


def new_year(year: int) -> date:
    """The first of Tishri of a Hebrew year, by the arithmetic of the calendar and its delays."""
    before, this, after = (_elapsed(y) for y in (year - 1, year, year + 1))
    delay = 2 if after - this == 356 else 1 if this - before == 382 else 0
    return date.fromordinal(_EPOCH + this + delay)


def _elapsed(year: int) -> int:
    months = (235 * year - 234) // 19
    days_gone = 29 * months + (12084 + 13753 * months) // 25920
    return days_gone + (3 * (days_gone + 1) % 7 < 3)


def _passover(year: int) -> date:
    return days_on(new_year(year + _AUTUMN), -_PASSOVER_TO_NEW_YEAR)


def _from_new_year(offset: int, count: int, year: int) -> Interval:
    return days(days_on(new_year(year + _AUTUMN), offset), count)


def _from_passover(offset: int, count: int, year: int) -> Interval:
    return days(days_on(_passover(year), offset), count)


def _hanukkah(year: int) -> Interval:
    """Eight nights from the 25th of Kislev; the month before it is a day longer in a long year."""
    length = (new_year(year + _AUTUMN + 1) - new_year(year + _AUTUMN)).days
    return _from_new_year(83 if length in _LONG_YEARS else 82, 8, year)


def _tu_bishvat(year: int) -> Interval:
    leap = (7 * (year + _SPRING) + 1) % 19 < 7
    return _from_passover(-90 if leap else -60, 1, year)


def _moved(offset: int, moves: dict[int, int], year: int) -> Interval:
    """The eve of a day that gives way to the Sabbath: weekday it would fall on -> days it moves."""
    on = days_on(_passover(year), offset)
    return days(days_on(on, moves.get(on.weekday(), 0) - 1))


HEBREW: Final = named(
    (
        (partial(_from_new_year, -1, 3), "rosh hashanah; rosh hashana; rosh hashona; yom teruah; jewish new year"),
        (partial(_from_new_year, 8, 1), "yom kippur; day of atonement"),
        (
            partial(_from_new_year, 13, 9),
            "sukkot; sukkos; succot; feast of the ingathering; feast of tabernacles; feast of booths",
        ),
        (partial(_from_new_year, 20, 1), "shemini atzeret"),
        (partial(_from_new_year, 21, 1), "simchat torah; simhat torah"),
        (
            _hanukkah,
            "hanukkah; chanukah; chanuka; hanukah; chanukkah; hannukkah; hannukah; hannuka; hanuka; festival of lights",
        ),
        (_tu_bishvat, "tu bishvat; tu bshevat; tu bshvat; tu b shevat; tu b shvat"),
        (partial(_from_passover, -31, 1), "purim"),
        (partial(_from_passover, -30, 1), "shushan purim"),
        (partial(_from_passover, -1, 9), "passover; pesach"),
        (
            partial(_moved, 12, {FRIDAY: -1, SUNDAY: 1}),
            "yom hashoah; yom hashoa; holocaust day; holocaust remembrance day",
        ),
        (
            partial(_moved, 20, {FRIDAY: -1, SATURDAY: -2, MONDAY: 1}),
            "yom haatzmaut; yom ha atzmaut; israeli independence day; israels independence day",
        ),
        (partial(_from_passover, 32, 1), "lag baomer; lag b omer; lag bomer; lag b'omer"),
        (partial(_from_passover, 49, 3), "shavuot; shavuos; feast of weeks"),
        (partial(_moved, 112, {SATURDAY: 1}), "tisha bav; tisha b av; tisha b'av; tish bav"),
    )
)
