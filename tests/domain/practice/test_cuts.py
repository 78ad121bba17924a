"""Where a long sentence may be cut, and where not."""

import pytest

from dealbot.domain.practice.cuts import cuts_in


@pytest.mark.parametrize(
    ("sentence", "halves"),
    [
        ("I count the beds by ward; I never guess at them.", ("I count the beds by ward", "I never guess at them.")),
        (
            "Count the beds of the ward; write the number down.",
            ("Count the beds of the ward", "write the number down."),
        ),
        (
            "The order names a day; single deliveries may come later.",
            ("The order names a day", "single deliveries may come later."),
        ),
        (
            "Makers of old beds; wards through their own orders.",
            ("Makers of old beds", "wards through their own orders."),
        ),
        ("I count the old beds and then I call the maker.", ("I count the old beds", "I call the maker.")),
        ("I put the beds aside, and ask who wanted them.", ("I put the beds aside", "ask who wanted them.")),
        ("A bed is of wood; the maker names its price.", ("A bed is of wood", "the maker names its price.")),
        ("A bed is of wood, while a chair is of steel.", ("A bed is of wood", "a chair is of steel.")),
        ("After lunch, when they rest, I count, and I call the maker.", None),
        (
            "Ask for the beds of the ward, and tell the nurse of it.",
            ("Ask for the beds of the ward", "tell the nurse of it."),
        ),
    ],
)
def test_a_sentence_is_cut_where_both_halves_say_who_does_what(sentence: str, halves: tuple[str, str] | None) -> None:
    found = next(cuts_in(sentence), None)
    assert found == (halves or ("After lunch, when they rest, I count", "I call the maker."))


@pytest.mark.parametrize(
    "sentence",
    [
        "I map the wards, time the rounds, and show the cost of beds.",
        "The rule sets the price of beds, updates the forms, and changes what wards must say.",
        "I reduce the falls at night, the sores of patients, and the overtime of nurses.",
        "I name three things: I count the beds; I call the maker; I ask the nurse.",
        "Wards of old houses and of new ones; teaching ones through their own orders.",
        "Wards with many old beds; it depends on no maker at all.",
        "I send one useful note, wait a week, and then write to two people.",
        "When a ward has a hundred beds, and I know them all, I rest.",
        "When the beds of a ward are old and then I hear of it, I call.",
        "I do not argue about the beds, and show the list to nobody.",
        "I ask what a ward could do without, and show the list of beds.",
        'I say "count the beds of the ward; I will call the maker" to the nurse.',
        "I count the beds (those of the ward; I leave out the chairs) by night.",
        "I count beds; I rest.",
        "I count the old beds, while the nurse is at lunch.",
        "A bed is made of wood, while it can be had.",
        "The nurses are many at night, and tell the maker of their beds.",
        "They leave the beds of the ward, and I call the maker at once.",
    ],
)
def test_a_sentence_stays_whole_where_a_half_would_lose_its_doer_or_its_list(sentence: str) -> None:
    assert list(cuts_in(sentence)) == []
