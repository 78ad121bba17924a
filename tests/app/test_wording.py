"""Facts are put in few words: days, money, titles, and quotes of at most eight words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealbot.app.wording import (
    ago,
    counted,
    day,
    first_name,
    fitted,
    listed,
    money,
    months_in,
    opening,
    quarter,
    short_quote,
    short_title,
)

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Dana Ruiz", "Dana"),
        ("Dr. Anita Rao", "Dr. Rao"),
        ("Dr Anita Rao, MD", "Dr Rao"),
        ("Dr. Rao", "Dr. Rao"),
        ("Dr.", "Dr."),
        (None, "the author"),
    ],
)
def test_who_has_a_title_is_called_by_it_with_the_family_name(name: str | None, called: str) -> None:
    assert first_name(name) == called


def test_a_day_tells_its_year_only_where_it_is_another() -> None:
    assert day(date(2026, 11, 16), TODAY) == "16 Nov"
    assert day(date(2025, 11, 16), TODAY) == "16 Nov 2025"


@pytest.mark.parametrize(("days", "words"), [(0, "today"), (1, "yesterday"), (7, "7 days ago")])
def test_days_back_are_told_in_words(days: int, words: str) -> None:
    assert ago(days) == words


@pytest.mark.parametrize(
    ("dollars", "words"), [(2_400_000, "$2.4M"), (4_000_000, "$4M"), (350_000, "$350K"), (900, "$900")]
)
def test_money_is_told_short(dollars: int, words: str) -> None:
    assert money(dollars) == words


def test_a_quarter_is_told_as_people_say_it() -> None:
    assert quarter("2027-Q2") == "Q2 2027"
    assert quarter("soon") == "soon"


@pytest.mark.parametrize(
    ("first", "month"), [(date(2026, 11, 23), 1), (date(2026, 1, 13), 11), (date(2025, 12, 24), 11)]
)
def test_the_first_day_is_in_month_one(first: date, month: int) -> None:
    assert months_in(first, TODAY) == month


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Chief Nursing Officer", "CNO"),
        ("chief pharmacy officer", "chief pharmacy officer"),
        ("nurse manager, 4 West", "nurse manager"),
    ],
)
def test_a_title_is_told_as_people_say_it(title: str, short: str) -> None:
    assert short_title(title) == short


@pytest.mark.parametrize(
    ("quote", "short"),
    [
        ("no money before P&T", "no money before P&T"),
        ('Dana has cooled: "no money before P&T", flat out, and she means it', "no money before P&T"),
        (
            "we met in the lobby first, she won't sign until legal is done, then lunch",
            "she won't sign until legal is done",
        ),
        ("one two three four five six seven eight nine ten", "one two three four five six seven eight…"),
        (
            "the whole steering group stood there and then they all said that they support it",
            "the whole steering group stood there and then…",
        ),
    ],
)
def test_a_quote_is_cut_to_its_most_telling_words(quote: str, short: str) -> None:
    assert short_quote(quote) == short


def test_an_obstacle_is_told_by_how_it_begins() -> None:
    assert opening("P&T Tue 8 Dec, papers due 24 Nov, nobody owns them") == "P&T Tue 8 Dec, papers due 24 Nov"
    assert opening("capital is frozen") == "capital is frozen"


@given(st.text(max_size=300))
def test_a_short_quote_never_has_more_than_eight_words(quote: str) -> None:
    assert len(short_quote(quote).split()) <= 8
    assert len(opening(quote).split()) <= 8


def test_a_list_tells_how_much_it_leaves_out() -> None:
    assert listed(["a", "b", "c"], 2) == "a; b; +1 more"
    assert counted(1, "worry", "worries") == "1 worry"
    assert counted(2, "promise") == "2 promises"


def test_a_long_list_is_fitted_to_a_phone() -> None:
    text = fitted(["Head"], [f"• {'word ' * 20}{number}" for number in range(9)], ["", "Tail"])
    assert len(text) <= 600
    assert text.endswith("more\nTail")


def test_one_line_is_always_shown() -> None:
    assert fitted([], ["x" * 700]) == "x" * 700
