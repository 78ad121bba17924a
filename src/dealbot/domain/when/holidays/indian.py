"""Feasts of India: by the moon's phase (tithi) in a lunar month, by the sun's entry into a sign, or fixed."""

from datetime import date
from functools import partial
from math import floor
from typing import Final

from dealbot.domain.when.holidays.moon import SYNODIC, moon_longitude, new_moon_before, sidereal, sun_longitude
from dealbot.domain.when.holidays.table import days, named
from dealbot.domain.when.interval import Interval
from dealbot.domain.when.steps import days_on

_TITHI_DEGREES, _SIGN_DEGREES, _MANSION_DEGREES = 12, 30, 360 / 27
_LOCAL_HOURS: Final = 5.5
_SUNRISE, _NOON, _AFTERNOON, _DUSK, _MIDNIGHT = 6.2, 12.0, 14.5, 18.7, 24.0
(
    _CHAITRA,
    _VAISAKHA,
    _JYESHTHA,
    _ASHADHA,
    _SHRAVANA,
    _BHADRAPADA,
    _ASHVIN,
    _KARTIKA,
    _AGRAHAYANA,
    _PAUSHA,
    _MAGHA,
    _PHALGUNA,
) = range(12)
_CHAITRA_BEGINS: Final = 87
_ARIES, _CAPRICORN = 0, 9
_SHRAVANA_MANSION: Final = 21
# Month that ends with the new moon, tithi counted from 0 at new moon, hour at which it must hold, days added.
_LUNAR: Final[tuple[tuple[tuple[int, int, float, int], str], ...]] = (
    ((_CHAITRA, 0, _SUNRISE, 0), "ugadi; yugadi; gudi padwa; chaitra sukhladi; chaitra shukladi; samvatsaradi"),
    ((_CHAITRA, 8, _NOON, 0), "rama navami; ram navami; sri rama navami"),
    ((_CHAITRA, 12, _SUNRISE, 0), "mahavir jayanti; mahaveer jayanti; mahaveer janma kalyanak; mahavir janma kalyanak"),
    ((_CHAITRA, 14, _SUNRISE, 0), "hanuman jayanti"),
    ((_VAISAKHA, 2, _NOON, 0), "akshaya tritiya; akha teej"),
    ((_VAISAKHA, 14, _AFTERNOON, 0), "vesak; vaisakha; buddha day; buddha purnima; buddha jayanti; buddhas birthday"),
    ((_ASHADHA, 1, _SUNRISE, 0), "ratha yatra; rath yatra; rathayatra"),
    ((_ASHADHA, 14, _SUNRISE, 0), "guru purnima"),
    ((_SHRAVANA, 14, _SUNRISE, 0), "raksha bandhan; rakhi; rakhi purnima; rakshabandhan"),
    ((_SHRAVANA, 22, _MIDNIGHT, 0), "krishna janmashtami; janmashtami; gokulashtami; sri krishna jayanti"),
    ((_SHRAVANA, 4, _NOON, 0), "nag panchami; naga panchami"),
    ((_BHADRAPADA, 13, _SUNRISE, 0), "anant chaturdashi; ganesh visarjan"),
    ((_BHADRAPADA, 3, _NOON, 0), "ganesh chaturthi; vinayaka chaturthi; vinayaka chavithi"),
    ((_ASHVIN, 0, _SUNRISE, 0), "navaratri; navratri; durga puja; sharad navaratri; navarathri; sharadiya navaratri"),
    ((_ASHVIN, 6, _SUNRISE, 0), "maha saptami; durga saptami"),
    ((_ASHVIN, 7, _SUNRISE, 0), "durga ashtami; maha ashtami"),
    ((_ASHVIN, 8, _SUNRISE, 0), "maha navami; ayudha puja"),
    ((_ASHVIN, 9, _AFTERNOON, 0), "dussehra; dasara; dashain; vijayadashami; vijaya dashami; dasehra; dussera"),
    ((_ASHVIN, 14, _SUNRISE, 0), "valmiki jayanti; pargat diwas; maharishi valmiki jayanti; sharad purnima"),
    ((_ASHVIN, 18, _DUSK, 0), "karva chauth; karwa chauth; karaka chaturthi"),
    ((_ASHVIN, 27, _DUSK, 0), "dhanteras; dhanatrayodashi; dhan teras"),
    ((_ASHVIN, 29, _DUSK, -1), "naraka chaturdashi; kali chaudas; choti diwali; roop chaudas"),
    ((_ASHVIN, 29, _DUSK, 0), "diwali; deepavali; divali; lakshmi puja; laxmi puja; deepawali"),
    ((_KARTIKA, 0, _NOON, 0), "govardhan puja; annakut; vikram samvat new year"),
    ((_KARTIKA, 1, _NOON, 0), "bhai dooj; bhaiya dooj; bhai duj; bhaubeej; bhai tika"),
    ((_KARTIKA, 5, _DUSK, 0), "chhath; chhath puja; dala puja; dala chhath; surya shashthi"),
    ((_KARTIKA, 10, _SUNRISE, 0), "dev uthani ekadashi; prabodhini ekadashi"),
    ((_KARTIKA, 14, _SUNRISE, 0), "guru nanak jayanti; guru nanak gurpurab; gurpurab; gurpurb; guru nanak birthday"),
    ((_PAUSHA, 6, _SUNRISE, 0), "guru gobind singh jayanti; guru gobind singh birthday"),
    ((_MAGHA, 4, _NOON, 0), "vasant panchami; basant panchami; saraswati puja"),
    ((_MAGHA, 14, _SUNRISE, 0), "guru ravidass jayanti; guru ravidas jayanti; guru ravidas birthday"),
    ((_MAGHA, 24, _SUNRISE, 0), "dayananda saraswati jayanti; dayanand saraswati jayanti; saraswati jayanti"),
    ((_MAGHA, 28, _MIDNIGHT, 0), "maha shivaratri; mahashivratri; shivaratri; shivratri; maha shivratri"),
    ((_PHALGUNA, 14, _DUSK, 0), "holika dahan; chhoti holi; choti holi; kamudu pyre; holika"),
    ((_PHALGUNA, 14, _DUSK, 1), "holi; dhulandi; dhuleti; rangwali holi; phagwah; dol purnima"),
)
# Sign the sun enters, hour by which it must have, days added.
_SOLAR: Final[tuple[tuple[tuple[int, float, int], str], ...]] = (
    ((_ARIES, _DUSK, 0), "vaisakhi; vaishakhi; vasakhi; baisakhi; vaisakhadi; tamil new year; puthandu; vishu"),
    ((_CAPRICORN, _DUSK, -1), "lohri; bhogi; bhogi pandigai"),
    ((_CAPRICORN, _DUSK, 0), "makar sankranti; makara sankranti; maghi; pongal; thai pongal; uttarayan"),
    ((_CAPRICORN, _DUSK, 1), "mattu pongal"),
    ((_CAPRICORN, _DUSK, 2), "kaanum pongal; kanni pongal; kanum pongal"),
)
_FIXED: Final = (
    (1, 26, "republic day; indian republic day"),
    (8, 15, "indian independence day"),
    (10, 2, "gandhi jayanti"),
)


def _lunar(rule: tuple[int, int, float, int], year: int) -> Interval | None:
    """The day on which the tithi holds at the hour that counts for the feast."""
    month, tithi, hour, added = rule
    born = _month_begins(year, month)
    first = floor(born + tithi * SYNODIC / 30) - 2
    held = (first + k for k in range(6) if _tithi(first + k, hour) == tithi)
    passed = (first + k for k in range(6) if (_tithi(first + k, hour) - tithi) % 30 < 15)
    found = next(held, None) or next(passed, None)
    return days(days_on(date.fromordinal(found), added)) if found else None


def _month_begins(year: int, month: int) -> float:
    """The new moon that opens a lunar month: the sun is in its sign and leaves it before the next (no leap month)."""
    sign = (month - 1) % 12
    expected = date(year, 1, 1).toordinal() + _CHAITRA_BEGINS + (month if month < _PAUSHA else month - 12) * 30.4
    born = new_moon_before(expected + SYNODIC)
    while not (_sign(born) == sign and _sign(born + SYNODIC) != sign):
        born = new_moon_before(born - 1)
    return born


def _solar(rule: tuple[int, float, int], year: int) -> Interval:
    """The day by whose dusk the sun has entered the sign."""
    sign, hour, added = rule
    on = date(year, 1, 1).toordinal() + (100 if sign == _ARIES else 8)
    while _sign(_moment(on, hour)) != sign:
        on += 1
    return days(days_on(date.fromordinal(on), added))


def _onam(year: int) -> Interval | None:
    """The moon in the mansion Shravana while the sun is in Leo."""
    first = date(year, 8, 16).toordinal()
    near = (first + k for k in range(32) if _mansion(_moment(first + k, _SUNRISE)) == _SHRAVANA_MANSION)
    found = next(near, None)
    return days(date.fromordinal(found)) if found else None


def _fixed(month: int, number: int, year: int) -> Interval:
    return days(date(year, month, number))


def _moment(on: int, hour: float) -> float:
    return on + (hour - _LOCAL_HOURS) / 24


def _tithi(on: int, hour: float) -> int:
    moment = _moment(on, hour)
    return int((moon_longitude(moment) - sun_longitude(moment)) % 360 // _TITHI_DEGREES)


def _sign(moment: float) -> int:
    return int(sidereal(sun_longitude(moment), moment) // _SIGN_DEGREES)


def _mansion(moment: float) -> int:
    return int(sidereal(moon_longitude(moment), moment) // _MANSION_DEGREES)


INDIAN: Final = named(
    (
        *((partial(_lunar, rule), names) for rule, names in _LUNAR),
        *((partial(_solar, rule), names) for rule, names in _SOLAR),
        *((partial(_fixed, month, number), names) for month, number, names in _FIXED),
        (_onam, "onam; thiruvonam; thiru onam; thiru vonam"),
    )
)
