"""The day of a call as a plain reply sets it right."""

from datetime import date

import pytest

from dealbot.app.chat.fixes.days import day_of_call

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("reply", "day"),
    [
        ("that was Tuesday", "11-17"),
        ("that was Monday, not Tuesday", "11-16"),
        ("call was on the 12th", "11-12"),
        ("no, it was yesterday", "11-22"),
        ("not today, yesterday", "11-22"),
        ("wrong day, it was Monday", "11-16"),
        ("wrong date - 11/16", "11-16"),
        ("the call date is 11/16", "11-16"),
        ("change the call date to 11/16", "11-16"),
        ("date of the call was Nov 17", "11-17"),
        ("it was last Thursday actually", "11-19"),
        ("the call with Dana was on Tuesday", "11-17"),
        ("that's from Tuesday", "11-17"),
        ("sorry, the meeting was Tue 17 Nov", "11-17"),
        ("that happened 3 days ago", "11-20"),
    ],
)
def test_a_reply_that_says_when_the_call_was_names_its_day(reply: str, day: str) -> None:
    assert f"{day_of_call(reply, MONDAY):%m-%d}" == day


@pytest.mark.parametrize(
    "reply",
    [
        "that was Raj",
        "that was Tuesday with Raj",
        "it should be Friday",
        "send it Tuesday",
        "it was good",
        "that was last week",
        "the call is on Friday",
        "that was in 2019",
        "move it to Tuesday",
        "the ROI was due Tuesday",
        "",
    ],
)
def test_any_other_reply_names_none(reply: str) -> None:
    assert day_of_call(reply, MONDAY) is None
