"""Ends and middles in one word: EOD, COB, EOW, EOM, EOQ, EOY, midweek, yearend."""

from typing import Final

from dealbot.domain.when import cuts
from dealbot.domain.when.interval import Unit
from dealbot.domain.when.node import ahead
from dealbot.domain.when.parts import Cut, current
from dealbot.domain.when.scan import Match, Rules, Scan
from dealbot.domain.when.words import UNITS, word_set

_UNITS: Final = {"d": Unit.DAY, "b": Unit.DAY, "w": Unit.WEEK, "m": Unit.MONTH, "q": Unit.QUARTER, "y": Unit.YEAR}
_CUTS: Final[dict[str, Cut]] = {"eo": cuts.very_end, "co": cuts.very_end, "bo": cuts.first_part}
# In a hospital also the explanation and the coordination of benefits.
_BENEFITS: Final = word_set("eob cob")
_DEADLINES: Final = word_set("by before at on until till")
# The Enhancing Oncology Model is an EOM too.
_ABOUT_A_MODEL: Final = word_set("in ( under our for")
_SHORT_ONLY: Final = frozenset({Unit.HOUR, Unit.DAY})
_SHORT_FORMS: Final = frozenset(f"{cut}{unit}" for cut in _CUTS for unit in _UNITS)
_COMPOUNDS: Final = frozenset(
    {"midweek"}
    | {f"{word}end" for word, unit in UNITS.items() if unit not in {*_SHORT_ONLY, Unit.WEEK}}
    | {f"mid{word}" for word, unit in UNITS.items() if unit not in {*_SHORT_ONLY, Unit.WEEK}}
)


def short_form(scan: Scan, i: int) -> Match | None:
    """EOD, EOW and the like, alone or with what they end ("EOW next week")."""
    low = scan.low(i)
    if low not in _SHORT_FORMS or not _surely_short(scan, i):
        return None
    cut, unit = _CUTS[low[:2]], _UNITS[low[2:]]
    beside = scan.at(scan.skip(i + 1, {"of"}))
    whole = ahead(beside.node, scan.on) if beside else None
    if beside and whole and whole.grain.value == unit.value:
        return Match(cut(whole), beside.end)
    return Match(current(scan, cut, unit, fiscal=unit is Unit.QUARTER), i + 1)


def compound(scan: Scan, i: int) -> Match | None:
    """Midweek, midyear, yearend."""
    low = scan.low(i)
    if low not in _COMPOUNDS:
        return None
    cut = cuts.middle if low.startswith("mid") else cuts.very_end
    unit = UNITS[low.removeprefix("mid").removesuffix("end")]
    return Match(current(scan, cut, unit, fiscal=False), i + 1)


def _surely_short(scan: Scan, i: int) -> bool:
    token = scan.tokens[i]
    if token.low in _BENEFITS:
        return scan.low(i - 1) in _DEADLINES or scan.at(i + 1) is not None
    if token.low == "eom":
        return scan.low(i - 1) not in _ABOUT_A_MODEL
    return token.low.startswith("eo") or scan.text[token.start : token.end].isupper()


RULES: Final[Rules] = ((short_form, _SHORT_FORMS), (compound, _COMPOUNDS))
