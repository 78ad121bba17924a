"""On which days somebody is written to about practice."""

from datetime import date

from dealbot.domain.when.steps import MONDAY, SATURDAY, next_weekday


def is_workday(day: date) -> bool:
    """Whether it is no weekend."""
    return day.weekday() < SATURDAY


def outlasts_weekend(day: date, due_on: date) -> bool:
    """Whether something that is due on a day still is to be done once the weekend of another day is over."""
    return due_on >= next_weekday(day, MONDAY)
