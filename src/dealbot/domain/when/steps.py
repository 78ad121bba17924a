"""From one day to another: so many days, months, working days or weekdays on."""

import calendar
from datetime import date, timedelta
from typing import Final

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
WEEK_DAYS: Final = 7
YEAR_MONTHS: Final = 12
_WORKING_DAYS: Final = 5


def days_on(on: date, count: int) -> date:
    """So many days later."""
    return on + timedelta(days=count)


def weeks_on(on: date, count: int) -> date:
    """So many weeks later."""
    return on + timedelta(weeks=count)


def months_on(on: date, count: int) -> date:
    """The same day so many months later, or the last day of a shorter month."""
    year, month = month_number(on.year, on.month + count)
    return date(year, month, min(on.day, month_days(year, month)))


def month_number(year: int, month: int) -> tuple[int, int]:
    """Year and month of a month counted from January of `year`, which may lie outside 1..12."""
    return year + (month - 1) // YEAR_MONTHS, (month - 1) % YEAR_MONTHS + 1


def month_days(year: int, month: int) -> int:
    """How many days a month has."""
    return calendar.monthrange(year, month)[1]


def business_days_on(on: date, count: int) -> date:
    """So many working days later (or earlier), weekends skipped, holidays not."""
    step = 1 if count >= 0 else -1
    if on.weekday() > FRIDAY:
        on = days_on(on, (FRIDAY if step > 0 else WEEK_DAYS) - on.weekday())
    weeks, rest = divmod(abs(count), _WORKING_DAYS)
    on = weeks_on(on, step * weeks)
    over_weekend = on.weekday() + rest > FRIDAY if step > 0 else on.weekday() < rest
    return days_on(on, step * (rest + 2 * over_weekend))


def next_weekday(on: date, weekday: int) -> date:
    """The first such weekday strictly after a day."""
    return days_on(on, (weekday - on.weekday() - 1) % WEEK_DAYS + 1)


def last_weekday(on: date, weekday: int) -> date:
    """The last such weekday strictly before a day."""
    return days_on(on, -((on.weekday() - weekday - 1) % WEEK_DAYS + 1))


def nth_weekday_after(on: date, weekday: int, nth: int) -> date:
    """The nth such weekday strictly after a day."""
    return weeks_on(next_weekday(on, weekday), nth - 1)


def nth_weekday_before(on: date, weekday: int, nth: int) -> date:
    """The nth such weekday strictly before a day."""
    return weeks_on(last_weekday(on, weekday), 1 - nth)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth such weekday of a month, from its end when `nth` is negative."""
    if nth > 0:
        return nth_weekday_after(days_on(date(year, month, 1), -1), weekday, nth)
    return nth_weekday_before(months_on(date(year, month, 1), 1), weekday, -nth)
