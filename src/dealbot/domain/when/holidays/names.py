"""Finding a holiday's name in a text."""

from functools import lru_cache, partial
from typing import Final

from dealbot.domain.when.holidays.christian import CHRISTIAN
from dealbot.domain.when.holidays.civil import CIVIL
from dealbot.domain.when.holidays.eastern import EASTERN
from dealbot.domain.when.holidays.hebrew import HEBREW
from dealbot.domain.when.holidays.indian import INDIAN
from dealbot.domain.when.holidays.islamic import ISLAMIC
from dealbot.domain.when.interval import Interval
from dealbot.domain.when.node import Yearly
from dealbot.domain.when.scan import Match, Rules, Scan

_NAMES: Final = {**INDIAN, **ISLAMIC, **HEBREW, **EASTERN, **CHRISTIAN, **CIVIL}
_LONGEST: Final = 6
_SIGNS: Final = frozenset({"-", ".", "'", "\u2019", "\u2010", "\u2011"})
# Also ordinary words: a feast only with a capital that is not the sentence's own.
_ALSO_WORDS: Final = frozenset({"lent", "advent", "ascension", "passion", "mlk", "eid", "candlemas"})
# With and without the s, which a token parts with when it has an apostrophe.
_FIRST_WORDS: Final = frozenset(
    word for name in _NAMES for word in (name.split()[0], name.split()[0].removesuffix("s"))
)


def holiday(scan: Scan, i: int) -> Match | None:
    """The longest holiday name that begins here."""
    found = None
    name, j = "", i
    for _ in range(_LONGEST):
        if not scan.word_follows(j):
            break
        name = f"{name} {_word(scan, j)}".strip()
        j += 1
        if name in _NAMES and _surely(scan, i, name):
            found = Match(Yearly(partial(_in_year, name)), j)
        j = scan.skip(j, _SIGNS)
    return found


def _surely(scan: Scan, i: int, name: str) -> bool:
    """Whether it is the feast: "the holidays" at the year's end, not anybody's; not an ordinary word."""
    if name == "holidays":
        return scan.low(i - 1) == "the"
    return name not in _ALSO_WORDS or scan.capital(i)


def _word(scan: Scan, i: int) -> str:
    return f"{scan.low(i)}s" if scan.possessive(i) else scan.low(i).replace("'", "")


@lru_cache(maxsize=4096)
def _in_year(name: str, year: int) -> Interval | None:
    return _NAMES[name](year)


RULES: Final[Rules] = ((holiday, _FIRST_WORDS),)
