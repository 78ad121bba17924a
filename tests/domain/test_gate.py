"""The days on which a committee meets."""

from datetime import date

import pytest

from dealbot.domain.gate import Calendar, Gate, monthly

UNTIL = date(2027, 3, 31)


def test_a_body_is_one_however_it_is_written() -> None:
    assert Gate("P&T").key == Gate("the Pharmacy and Therapeutics Committee").key


def test_the_second_tuesday_of_each_month() -> None:
    assert monthly(2, 1, date(2026, 11, 23), 3) == (date(2026, 11, 10), date(2026, 12, 8), date(2027, 1, 12))


def test_after_the_meetings_known_others_come_at_the_pace_of_the_calendar() -> None:
    calendar = Calendar((date(2027, 1, 12),), every_days=28)
    assert calendar.meetings(UNTIL, every_days=30) == (date(2027, 1, 12), date(2027, 2, 9), date(2027, 3, 9))


def test_where_the_calendar_tells_no_pace_the_usual_one_holds() -> None:
    assert Calendar((date(2027, 2, 10),)).meetings(UNTIL, every_days=30) == (date(2027, 2, 10), date(2027, 3, 12))


def test_known_meetings_come_in_order_and_once() -> None:
    known = (date(2027, 3, 30), date(2027, 1, 12), date(2027, 3, 30))
    assert Calendar(known).meetings(UNTIL, every_days=30) == (date(2027, 1, 12), date(2027, 3, 30))


@pytest.mark.parametrize("known", [(), (date(2027, 4, 1),)])
def test_of_a_calendar_without_a_meeting_in_time_there_is_none(known: tuple[date, ...]) -> None:
    assert Calendar(known).meetings(UNTIL, every_days=30) == ()
