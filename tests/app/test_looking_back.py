"""What somebody looks back to is never a day to come."""

from datetime import date

import pytest

from dealbot.app.looking_back import day_told

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("last Monday", "2026-11-16"),
        ("March", "2026-03-31"),
        ("in october", "2026-10-31"),
        ("the end of September", "2026-09-30"),
        ("30 September", "2026-09-30"),
        ("December 24", "2025-12-24"),
        ("the 3rd", "2026-11-03"),
        ("1 June 2026", "2026-06-01"),
        ("yesterday", "2026-11-20"),
    ],
)
def test_words_name_the_last_such_day(words: str, day: str) -> None:
    assert day_told(words, TODAY) == date.fromisoformat(day)


def test_words_that_name_no_day_name_none() -> None:
    assert day_told("the board", TODAY) is None
    assert day_told(None, TODAY) is None


def test_a_day_that_a_month_does_not_have_is_its_last() -> None:
    assert day_told("29 February 2028", TODAY) == date(2026, 2, 28)
