"""Feasts of the Western and the Eastern churches, counted from Easter or from Christmas."""

from datetime import date
from functools import partial
from typing import Final

from dealbot.domain.when.holidays.table import days, named
from dealbot.domain.when.interval import Interval
from dealbot.domain.when.steps import SUNDAY, days_on, last_weekday

_FROM_EASTER: Final = {
    -47: "shrove tuesday; mardi gras; fat tuesday; pancake tuesday; pancake day",
    -46: "ash wednesday",
    -7: "palm sunday; branch sunday; passion sunday",
    -3: "maundy thursday; holy thursday; covenant thursday",
    -2: "good friday; great friday; holy friday",
    -1: "holy saturday; easter saturday; black saturday; easter eve",
    0: "easter; easter sunday; easter day",
    1: "easter monday; easter mon; easter bank holiday",
    7: "divine mercy sunday; low sunday",
    39: "ascension; ascension day; ascension thursday; feast of the ascension",
    49: "pentecost; whit sunday; whitsun; whitsunday; pentecost sunday",
    50: "whit monday; pentecost monday; monday of the holy spirit",
    56: "trinity sunday",
    60: "corpus christi; feast of corpus christi",
}
_ORTHODOX_FROM_EASTER: Final = {
    -48: "clean monday; ash monday; shrove monday; pure monday",
    -8: "lazarus saturday",
    **_FROM_EASTER,
}
_ORTHODOX_ALSO_BARE: Final = frozenset({"clean monday", "lazarus saturday"})
_LENT: Final = (-46, 46)
_GREAT_LENT: Final = (-48, 40)


def easter(year: int) -> date:
    """Easter Sunday by the Gregorian reckoning (Butcher)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday by the Julian reckoning (Meeus), as a Gregorian date."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return days_on(date(year, month, day + 1), year // 100 - year // 400 - 2)


def _western(offset: int, count: int, year: int) -> Interval:
    return days(days_on(easter(year), offset), count)


def _eastern(offset: int, count: int, year: int) -> Interval:
    return days(days_on(orthodox_easter(year), offset), count)


def _advent(year: int) -> Interval:
    return days(days_on(last_weekday(date(year, 12, 25), SUNDAY), -21))


def _fixed(month: int, number: int, year: int) -> Interval:
    return days(date(year, month, number))


def _prefixed(names: str) -> str:
    kept = [name.strip() for name in names.split(";")]
    return ";".join((*(f"orthodox {name}" for name in kept), *(name for name in kept if name in _ORTHODOX_ALSO_BARE)))


CHRISTIAN: Final = named(
    (
        *((partial(_western, offset, 1), names) for offset, names in _FROM_EASTER.items()),
        *((partial(_eastern, offset, 1), _prefixed(names)) for offset, names in _ORTHODOX_FROM_EASTER.items()),
        (partial(_western, *_LENT), "lent"),
        (partial(_eastern, *_GREAT_LENT), "great lent; orthodox lent"),
        (partial(_fixed, 3, 25), "annunciation; feast of the annunciation"),
        (partial(_fixed, 8, 15), "assumption of mary; feast of the assumption"),
        (partial(_fixed, 9, 29), "michaelmas"),
        (partial(_fixed, 1, 7), "orthodox christmas; orthodox christmas day"),
        (_advent, "advent sunday; first sunday of advent; advent"),
    )
)
