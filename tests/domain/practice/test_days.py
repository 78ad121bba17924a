"""When somebody is written to: the times that people say, and days of work."""

from datetime import date, time

import pytest

from dealbot.domain.practice.days import is_workday, outlasts_weekend, time_said

TIMES = {
    "7": time(7),
    "7am": time(7),
    "7 a.m.": time(7),
    "12 am": time(0),
    "12pm": time(12),
    "8:30": time(8, 30),
    "8.30 pm": time(20, 30),
    "08:05": time(8, 5),
    "2": time(14),
    "02:00": time(2),
    "19h15": time(19, 15),
    "7 o'clock": time(7),
    "Noon": time(12),
    "0": time(0),
    "25": None,
    "13 pm": None,
    "0 am": None,
    "8:75": None,
    "later": None,
}


@pytest.mark.parametrize(("words", "told"), TIMES.items())
def test_a_time_of_day_is_read_as_people_say_it(words: str, told: time | None) -> None:
    assert time_said(words) == told


def test_a_weekend_is_over_on_monday() -> None:
    friday, saturday, sunday, monday = (date(2026, 11, day) for day in (27, 28, 29, 30))
    assert [is_workday(day) for day in (friday, saturday, sunday, monday)] == [True, False, False, True]
    assert [outlasts_weekend(saturday, due) for due in (saturday, sunday, monday)] == [False, False, True]
