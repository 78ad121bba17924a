"""What a warning warns of."""

import pytest

from dealbot.domain.practice.deeds import deed_of, is_plain, under_heading, warned_of


@pytest.mark.parametrize(
    ("pitfall", "deed"),
    [
        ("Avoid pushing for a signature.", "pushing for a signature."),
        ("Selling features without knowing the need can backfire.", "Selling features without knowing the need"),
        ("Don't join a price war that erodes margins.", "join a price war"),
        ("Giving a discount in the room.", "Giving a discount in the room."),
        ("Silence can hurt.", "Silence can hurt."),
    ],
)
def test_only_the_deed_is_left(pitfall: str, deed: str) -> None:
    assert deed_of(pitfall) == deed


@pytest.mark.parametrize(
    ("sentence", "deed"),
    [
        ("Avoid rushing the test.", "Rushing the test."),
        ("Avoid large orders; split them.", "Large orders"),
        ("Avoid naming a price and ensure that it is read.", "Naming a price"),
        ("Avoid overcommitting to avoid a late night.", "Overcommitting"),
        ("Avoid it at night.", ""),
        ("Don't rush the test.", "Rushing the test."),
        ("Do not rely on a brochure.", "Relying on a brochure."),
        ("Don’t outright reject it.", "Outright rejecting it."),
        ("Do not say it until you know it.", "Saying it before you know it."),
        ("Do not wait until it is late.", "Waiting until it is late."),
        ("Never be late.", "Being late."),
        ("Don't guess or make a number up.", ""),
        ("Do not say that it is old or that it is new.", "Saying that it is old or that it is new."),
        ("Don't commit or rushing follows.", "Committing or rushing follows."),
        ("Rushing the test.", "Rushing the test."),
        ("Poor tests can hurt.", "Poor tests can hurt."),
        ('"It is cheap."', '"It is cheap."'),
        ("A price that is too low.", "A price that is too low."),
        ("Test the bed.", "Test the bed."),
        ("Ensure that it is tested.", ""),
        ("Balancing price and need.", ""),
        ("Limited room for beds.", ""),
        ("Beds can break.", ""),
    ],
)
def test_a_warning_is_told_as_the_deed_it_warns_of(sentence: str, deed: str) -> None:
    assert warned_of(sentence) == deed


@pytest.mark.parametrize(
    ("head", "rest", "deed"),
    [
        ("Price", "Avoid naming it at once.", "Naming it at once."),
        ("Price", "Don't name it at once.", "Naming it at once."),
        ("Overpromising", "Name what holds.", "Overpromising"),
        ("Lack of time", "Plan ahead.", "Lack of time"),
        ("Hiding the price", "Name it.", "Hiding the price"),
        ("Pricing", "Name it.", ""),
        ("Overhead", "It costs room.", ""),
        ("Overfitting", "Test it.", ""),
        ("Hurry", "Skipping the test breaks it.", "Skipping the test breaks it."),
    ],
)
def test_a_bold_heading_is_a_warning_only_where_it_names_an_act(head: str, rest: str, deed: str) -> None:
    assert under_heading(head, rest) == deed


def test_what_is_left_out_is_no_plain_deed() -> None:
    assert [is_plain(each) for each in ("Rushing", "Publicly rushing", "Not asking", "Avoiding it", "A price")] == [
        True,
        True,
        False,
        False,
        False,
    ]
