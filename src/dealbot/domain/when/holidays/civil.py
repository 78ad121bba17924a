"""Public holidays and observances with a fixed day or a fixed weekday of a month."""

from datetime import date
from functools import partial
from typing import Final

from dealbot.domain.when.holidays.table import days, named
from dealbot.domain.when.interval import Interval, month
from dealbot.domain.when.node import InYear
from dealbot.domain.when.steps import (
    FRIDAY,
    MONDAY,
    SATURDAY,
    SUNDAY,
    THURSDAY,
    days_on,
    last_weekday,
    nth_weekday,
)

_FIXED: Final = """
01-01 new years day; new years; new year day
01-06 epiphany day; feast of the epiphany; three kings day
01-26 australia day
02-02 groundhog day; groundhogs day; candlemas
02-04 world cancer day
02-12 lincolns birthday; abraham lincolns birthday
02-14 valentines day; valentine day; valentines; st valentines day
03-01 st davids day
03-08 international womens day; womens day
03-14 pi day
03-17 st patricks day; saint patricks day; st paddys day; st pattys day; saint paddys day; st patrick day
03-30 doctors day; national doctors day
03-31 cesar chavez day
04-01 april fools day; april fools; april fool day
04-07 world health day
04-10 siblings day; national siblings day
04-15 tax day
04-16 emancipation day
04-22 earth day
04-23 st georges day
04-25 anzac day
05-01 may day; law day; loyalty day; workers day
05-05 cinco de mayo
05-09 rabindra jayanti; rabindranath jayanti; rabindranath tagore jayanti
05-06 nurses day; national nurses day
05-12 international nurses day
06-05 world environment day
06-14 flag day
06-19 juneteenth; freedom day
07-01 canada day
07-04 independence day; fourth of july
07-14 bastille day
08-26 womens equality day
09-11 patriot day; national day of service
09-17 constitution day; citizenship day
10-10 world mental health day
10-24 united nations day
10-31 halloween; all hallows eve; halloween day
11-01 all saints day; all hallows day; world vegan day
11-02 all souls day; day of the dead
11-05 guy fawkes night; guy fawkes day; bonfire night
11-11 singles day; veterans day; veteran day; remembrance day; armistice day
11-30 st andrews day
12-01 world aids day
12-07 pearl harbor day; pearl harbor remembrance day
12-08 immaculate conception
12-10 human rights day
12-24 christmas eve; xmas eve
12-25 christmas; christmas day; xmas; xmas day
12-26 boxing day; st stephens day
12-31 new years eve; new year eve; nye; silvester
"""
# Month, weekday, which one (negative from the end), days added.
_WEEKDAY_OF: Final[tuple[tuple[tuple[int, int, int, int], str], ...]] = (
    ((1, MONDAY, 3, 0), "martin luther king day; mlk day; mlk jr day; martin luther king jr day; civil rights day"),
    ((2, MONDAY, 3, 0), "presidents day; president day; washingtons birthday; family day"),
    ((2, SUNDAY, 2, 0), "super bowl; super bowl sunday"),
    ((3, SUNDAY, 2, 0), "daylight saving start; start of daylight saving; beginning of daylight saving"),
    ((4, THURSDAY, 4, 0), "take our daughters and sons to work day"),
    ((4, FRIDAY, -1, 0), "arbor day"),
    ((5, SUNDAY, 2, 0), "mothers day; mother day"),
    ((5, SUNDAY, 2, -2), "military spouse day"),
    ((5, SATURDAY, 3, 0), "armed forces day"),
    ((5, MONDAY, -1, 0), "memorial day; decoration day; spring bank holiday"),
    ((6, SUNDAY, 3, 0), "fathers day; father day"),
    ((7, SUNDAY, 4, 0), "parents day"),
    ((9, MONDAY, 1, 0), "labor day; labour day"),
    ((9, MONDAY, 1, 6), "grandparents day; national grandparents day"),
    ((10, MONDAY, 2, 0), "columbus day; indigenous peoples day; canadian thanksgiving"),
    ((11, SUNDAY, 1, 0), "end of daylight saving; daylight saving end"),
    ((11, MONDAY, 1, 1), "election day"),
    ((11, THURSDAY, 4, 0), "thanksgiving; thanksgiving day; thanks giving; thanks giving day; turkey day"),
    ((11, THURSDAY, 4, 1), "black friday"),
    ((11, THURSDAY, 4, 2), "small business saturday"),
    ((11, THURSDAY, 4, 4), "cyber monday"),
    ((11, THURSDAY, 4, 5), "giving tuesday"),
)
_KINGS_DAY, _BOSS_DAY = (4, 27), (10, 16)


def _on(number: int, day: int, year: int) -> Interval:
    return days(date(year, number, day))


def _weekday_of(rule: tuple[int, int, int, int], year: int) -> Interval:
    number, weekday, nth, added = rule
    return days(days_on(nth_weekday(year, number, weekday, nth), added))


def _kings_day(year: int) -> Interval:
    """The Saturday before when the 27th is a Sunday."""
    on = date(year, *_KINGS_DAY)
    return days(days_on(on, -1) if on.weekday() == SUNDAY else on)


def _boss_day(year: int) -> Interval:
    """The working day nearest to the 16th."""
    on = date(year, *_BOSS_DAY)
    return days(days_on(on, {SATURDAY: -1, SUNDAY: 1}.get(on.weekday(), 0)))


def _victoria_day(year: int) -> Interval:
    """The Monday before the 25th."""
    return days(last_weekday(date(year, 5, 25), MONDAY))


def _administrative_professionals(year: int) -> Interval:
    """The Wednesday of April's last full week."""
    return days(days_on(nth_weekday(year, 4, SATURDAY, -1), -3))


def _the_holidays(year: int) -> Interval:
    """What offices call the holidays: Christmas Eve to New Year's Day."""
    return days(date(year, 12, 24), 9)


def _nurses_week(year: int) -> Interval:
    return days(date(year, 5, 6), 7)


def _kwanzaa(year: int) -> Interval:
    return days(date(year, 12, 26), 7)


_RULES: Final[tuple[tuple[InYear, str], ...]] = (
    (_kings_day, "kings day; koningsdag"),
    (_boss_day, "boss day; bosss day; bosses day; boss s day"),
    (_victoria_day, "victoria day"),
    (_administrative_professionals, "administrative professionals day; secretaries day; admin day"),
    (_the_holidays, "holidays; holiday season"),
    (_kwanzaa, "kwanzaa"),
    (_nurses_week, "nurses week; national nurses week"),
    (partial(month, number=1), "new year"),
)
CIVIL: Final = named(
    (
        *((partial(_on, int(row[:2]), int(row[3:5])), row[6:]) for row in _FIXED.strip().splitlines()),
        *((partial(_weekday_of, rule), names) for rule, names in _WEEKDAY_OF),
        *_RULES,
    )
)
