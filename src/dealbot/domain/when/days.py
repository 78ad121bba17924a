"""Single days by name: today, tomorrow, Friday, the 14th."""

from typing import Final

from dealbot.domain.when import interval, numbers
from dealbot.domain.when.interval import Grain, Interval
from dealbot.domain.when.node import Monthly, Weekly, ahead
from dealbot.domain.when.scan import FIGURE, Match, Rules, Scan
from dealbot.domain.when.steps import days_on, next_weekday, weeks_on
from dealbot.domain.when.words import PLACES, TODAY, TOMORROW, WEAK_WEEKDAYS, WEEKDAYS, word_set

_RECURRING: Final = word_set("every each most all any")
_CUES: Final = word_set(
    """by on next this until till before for through thru or and coming last over from due of after around
    - / , : ( ;"""
)
_SUBJECTS: Final = word_set("i we he she they you it who that just the a was")
_LINKS: Final = word_set(", ( the - of in")
_ORDINAL_CUES: Final = word_set(
    "the on by until till before after through thru for from to - due around about and or &"
)
_LAST_DAY, _DAY_DIGITS = 31, 2
_PARTS_OF_TODAY: Final = word_set("morning afternoon evening")


def named_day(scan: Scan, i: int) -> Match | None:
    """Today, tomorrow, yesterday, this afternoon, last night."""
    low, after = scan.low(i), scan.low(i + 1)
    if low in TODAY:
        return Match(interval.day(scan.on), i + 1)
    if low in TOMORROW:
        return Match(interval.day(days_on(scan.on, 1)), i + 1)
    if low == "this" and after in _PARTS_OF_TODAY:
        return Match(interval.day(scan.on), i + 2)
    if low == "yesterday" or (low == "last" and after == "night"):
        return Match(interval.day(days_on(scan.on, -1)), i + 1 + (low == "last"))
    return None


def weekday(scan: Scan, i: int) -> Match | None:
    """A weekday, alone or with its date ("Friday, March 6") or its week ("Wednesday of next week")."""
    number = WEEKDAYS.get(scan.low(i))
    if number is None or not _surely_weekday(scan, i):
        return None
    j = scan.after_dot(i + 1)
    second = interval.day(weeks_on(next_weekday(scan.on, number), 1))
    if scan.low(j) == "after" and scan.low(j + 1) == "next":
        return Match(second, j + 2)
    if scan.low(j) == "week":
        return Match(second, j + 1)
    return _pinned(scan, number, j) or Match(Weekly(number), j)


def in_week(scan: Scan, found: Match) -> Match | None:
    """The day of a week named before it: "next week Tuesday", "next week, on Tuesday"."""
    if not isinstance(found.node, Interval) or found.node.grain is not Grain.WEEK:
        return None
    i = scan.skip(found.end, {",", "on", "-", "("})
    number = WEEKDAYS.get(scan.low(i))
    return None if number is None else Match(_day_of(found.node, number), scan.after_dot(i + 1))


def the_nth(scan: Scan, i: int) -> Match | None:
    """A day of the coming month by its number: "the 14th", "by the 3rd", "on the first"."""
    place = numbers.ordinal(scan, i) or _bare_day(scan, i)
    before = scan.low(i - 1)
    if not place or not (before in _ORDINAL_CUES or before in WEEKDAYS) or scan.glued(i):
        return None
    number, j = place
    spelled = scan.number(i) is None
    if spelled and scan.low(i - 2) not in _ORDINAL_CUES:
        return None
    if tuple(scan.low(j + k) for k in range(3)) == ("of", "the", "month"):
        return Match(Monthly(number), j + 3)
    goes_on = scan.low(j) == "of" or (scan.low(j) == "-" and (scan.glued(j) or scan.number(j + 1) is not None))
    return None if scan.noun_follows(j) or goes_on else Match(Monthly(number), j)


def _bare_day(scan: Scan, i: int) -> numbers.Counted | None:
    """A day without its ending, "by the 27", its ending left out, where the clause ends."""
    number = scan.number(i)
    led = scan.low(i - 1) == "the" and scan.low(i - 2) in _ORDINAL_CUES
    bare = scan.digits(i) <= _DAY_DIGITS and not numbers.attached(scan, i + 1) and not scan.word_follows(i + 1)
    return (number, i + 1) if number and led and bare and number <= _LAST_DAY else None


def _pinned(scan: Scan, number: int, j: int) -> Match | None:
    """The weekday of the week, or on the date, that stands after it."""
    k = scan.skip(j, _LINKS)
    beside = scan.at(k)
    if beside is None:
        return None
    if isinstance(beside.node, Interval) and beside.node.grain is Grain.WEEK and scan.low(j) != ",":
        return Match(_day_of(beside.node, number), beside.end)
    if scan.low(j) in {"of", "in", "-"} or isinstance(beside.node, Weekly):
        return None
    settled = ahead(beside.node, scan.on)
    if not settled or settled.grain is not Grain.DAY or not _has_figure(scan, k, beside.end):
        return None
    closed = scan.low(beside.end) == ")" and scan.low(k - 1) == "("
    return Match(beside.node, beside.end + closed)


def _has_figure(scan: Scan, i: int, end: int) -> bool:
    """Whether it is a date by number, not another day beside the first ("Monday, tomorrow at the latest")."""
    return any(scan.number(k) is not None or numbers.ordinal(scan, k) for k in range(i, end))


def _day_of(week: Interval, number: int) -> Interval:
    return interval.day(days_on(interval.week(week.end).start, number))


def _surely_weekday(scan: Scan, i: int) -> bool:
    before = scan.low(i - 1)
    if before in _RECURRING:
        return False
    if scan.low(i) not in WEAK_WEEKDAYS or before in _CUES:
        return True
    dated = scan.number(i + 1) is not None or scan.low(i + 1) in WEEKDAYS
    closing = not scan.word_follows(i + 1) or (scan.capital(i) and scan.word_follows(i - 1))
    return dated or (closing and before not in _SUBJECTS)


RULES: Final[Rules] = (
    (named_day, TODAY | TOMORROW | {"yesterday", "this", "last"}),
    (weekday, frozenset(WEEKDAYS)),
    (the_nth, FIGURE | PLACES),
)
