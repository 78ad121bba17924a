"""What a seat of the committee is called in a heading."""

import pytest

from dealbot.app.practice.asking import seat_of


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("the CFO", "CFO"),
        ("with the cno", "CNO"),
        ("General Counsel", "General Counsel"),
        ("the general counsel", "general counsel"),
        ("", ""),
    ],
)
def test_a_seat_is_named_without_its_article_and_in_capitals_where_it_is_a_short_form(said: str, told: str) -> None:
    assert seat_of(said) == told
