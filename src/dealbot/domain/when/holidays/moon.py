"""Where sun and moon stand, closely enough for lunar feasts (Meeus, Astronomical Algorithms, ch. 25, 47, 49)."""

from math import radians, sin
from typing import Final

SYNODIC: Final = 29.530588861
_J2000: Final = 2451545.0
_CENTURY_DAYS: Final = 36525.0
_EPOCH_NEW_MOON: Final = 2451550.09766
# Julian day number of the midnight before day 1 of the proleptic calendar that date.toordinal() counts.
_ORDINAL_TO_JULIAN: Final = 1721424.5
# Degrees: coefficient of the sine, then multiples of elongation, sun's anomaly, moon's anomaly, latitude argument.
_MOON_TERMS: Final = (
    (6.288774, 0, 0, 1, 0),
    (1.274027, 2, 0, -1, 0),
    (0.658314, 2, 0, 0, 0),
    (0.213618, 0, 0, 2, 0),
    (-0.185116, 0, 1, 0, 0),
    (-0.114332, 0, 0, 0, 2),
    (0.058793, 2, 0, -2, 0),
    (0.057066, 2, -1, -1, 0),
    (0.053322, 2, 0, 1, 0),
    (0.045758, 2, -1, 0, 0),
    (-0.040923, 0, 1, -1, 0),
    (-0.034720, 1, 0, 0, 0),
    (-0.030383, 0, 1, 1, 0),
    (0.015327, 2, 0, 0, -2),
)
# Days: coefficient of the sine, then multiples of sun's anomaly, moon's anomaly, latitude argument.
_NEW_MOON_TERMS: Final = (
    (-0.40720, 0, 1, 0),
    (0.17241, 1, 0, 0),
    (0.01608, 0, 2, 0),
    (0.01039, 0, 0, 2),
    (0.00739, -1, 1, 0),
    (-0.00514, 1, 1, 0),
    (0.00208, 2, 0, 0),
)


def new_moon_before(moment: float) -> float:
    """The last new moon at or before a moment; moments are ordinals of UTC days with their fraction."""
    k = round((moment + _ORDINAL_TO_JULIAN - _EPOCH_NEW_MOON) / SYNODIC) + 1
    while new_moon(k) > moment:
        k -= 1
    return new_moon(k)


def new_moon(k: int) -> float:
    """The kth new moon since January 2000."""
    t = k / 1236.85
    sun = radians(2.5534 + 29.10535670 * k)
    moon = radians(201.5643 + 385.81693528 * k + 0.0107582 * t * t)
    node = radians(160.7108 + 390.67050284 * k)
    terms = sum(c * sin(a * sun + b * moon + d * node) for c, a, b, d in _NEW_MOON_TERMS)
    return _EPOCH_NEW_MOON + SYNODIC * k + 0.00015437 * t * t + terms - _ORDINAL_TO_JULIAN


def sun_longitude(moment: float) -> float:
    """Degrees along the ecliptic from the equinox of date."""
    t = _centuries(moment)
    anomaly = radians(357.52911 + 35999.05029 * t)
    centre = 1.914602 * sin(anomaly) + 0.019993 * sin(2 * anomaly) + 0.000289 * sin(3 * anomaly)
    return (280.46646 + 36000.76983 * t + centre - 0.00569) % 360


def moon_longitude(moment: float) -> float:
    """Degrees along the ecliptic from the equinox of date."""
    t = _centuries(moment)
    elongation = radians(297.8501921 + 445267.1114034 * t)
    sun = radians(357.5291092 + 35999.0502909 * t)
    moon = radians(134.9633964 + 477198.8675055 * t)
    latitude = radians(93.2720950 + 483202.0175233 * t)
    terms = sum(c * sin(a * elongation + b * sun + d * moon + f * latitude) for c, a, b, d, f in _MOON_TERMS)
    return (218.3164477 + 481267.88123421 * t + terms) % 360


def sidereal(longitude: float, moment: float) -> float:
    """The same longitude counted from the fixed stars, as Indian calendars do (Lahiri)."""
    return (longitude - 23.853 - 1.3970 * _centuries(moment)) % 360


def _centuries(moment: float) -> float:
    return (moment + _ORDINAL_TO_JULIAN - _J2000) / _CENTURY_DAYS
