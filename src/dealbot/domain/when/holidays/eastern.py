"""New years and feasts of East Asia, Persia and the Parsis."""

from datetime import date
from math import floor
from typing import Final

from dealbot.domain.when.holidays.moon import SYNODIC, new_moon_before
from dealbot.domain.when.holidays.table import days, named
from dealbot.domain.when.interval import Interval

_CHINA_AHEAD: Final = 8 / 24
_LATEST_NEW_YEAR: Final = (2, 21)
_LANTERNS: Final = 14
_PARSI_NEW_YEAR: Final = date(2022, 8, 16)


def _chinese_new_year(year: int) -> Interval:
    """The day, in China, of the new moon between 21 January and 20 February."""
    latest = date(year, *_LATEST_NEW_YEAR).toordinal() - _CHINA_AHEAD
    return days(date.fromordinal(floor(new_moon_before(latest - 1e-6) + _CHINA_AHEAD)))


def _lantern_festival(year: int) -> Interval:
    return days(date.fromordinal(_chinese_new_year(year).start.toordinal() + _LANTERNS))


def _mid_autumn(year: int) -> Interval:
    """The fifteenth day of the lunar month around the autumn equinox."""
    born = new_moon_before(date(year, 9, 24).toordinal() - _CHINA_AHEAD + 0.5)
    early = born + _LANTERNS < date(year, 9, 7).toordinal()
    return days(date.fromordinal(floor(born + SYNODIC * early + _CHINA_AHEAD) + _LANTERNS))


def _parsi_new_year(year: int) -> Interval:
    """Years of exactly 365 days, so the feast wanders back a day in each leap year."""
    return days(date.fromordinal(_PARSI_NEW_YEAR.toordinal() + 365 * (year - _PARSI_NEW_YEAR.year)))


def _nowruz(year: int) -> Interval:
    return days(date(year, 3, 20 if year % 4 in {0, 1} else 21))


EASTERN: Final = named(
    (
        (
            _chinese_new_year,
            """chinese new year; chinese new years; chinese new years day; lunar new year; chinese lunar new year;
            chinese lunar new years day; lunar new years day; spring festival; tet""",
        ),
        (_lantern_festival, "lantern festival"),
        (_mid_autumn, "mid autumn festival; moon festival"),
        (_parsi_new_year, "parsi new year; jamshedi navroz; parsi new year day"),
        (_nowruz, "nowruz; persian new year; navroz; norooz"),
    )
)
