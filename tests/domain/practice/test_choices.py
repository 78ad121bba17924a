"""What a card of multiple choice may offer."""

from dataclasses import replace

import pytest

from dealbot.domain.knowledge import PartKind
from dealbot.domain.practice.choice import alike_in_length, choice_card, gives_itself_away, is_kin, options_of
from tests.domain.practice.guides import asked, guide


def texts(kind: PartKind, label: str, item: str, question: str = "How do you sell a bed?") -> list[str]:
    read = guide(asked(question, f"- **Answer**: I ask.\n- **{label}**: {item}"))
    return [option.text for option in options_of(read) if option.kind is kind]


@pytest.mark.parametrize(
    ("item", "offered"),
    [
        ("Naming a price before they ask. It comes back.", ["Naming a price before they ask."]),
        ("Avoid naming a price before they ask.", ["Naming a price before they ask."]),
        ("Don't name a price before they ask.", ["Naming a price before they ask."]),
        ("Avoid prices that nobody can explain.", []),
        ("Naming a price before they ask; wait.", ["Naming a price before they ask"]),
        ("**Prices**: Avoid naming one before they ask.", []),
        ("Too short.", []),
        ("This is what they will fear most.", []),
        ("Ignoring feedback from those who sleep.", []),
        ("Saying yes to all of these things:", []),
    ],
)
def test_a_pitfall_is_offered_as_a_deed_that_stands_alone(item: str, offered: list[str]) -> None:
    assert texts(PartKind.PITFALL, "Pitfall to avoid", item) == offered


def test_a_best_practice_is_offered_by_its_first_sentence() -> None:
    assert texts(PartKind.BEST_PRACTICE, "Best practice", "Write down who sleeps where. Then ask.") == [
        "Write down who sleeps where."
    ]


def test_to_a_broad_question_many_options_would_be_right() -> None:
    assert not texts(PartKind.PITFALL, "Pitfall", "Naming a price before they ask.", "What are common challenges here?")


def test_the_card_asks_with_four_choices_in_an_order_that_stays() -> None:
    read = guide(asked("What is a bed made of?", "- **Answer**: Wood.\n- **Pitfall**: Forgetting the legs of it."))
    (right,) = options_of(read)
    others = [right.__class__(read, right.question, right.kind, f"Forgetting the {name}", "") for name in "abc"]
    card = choice_card(right, others)
    assert card == choice_card(right, others[::-1])
    assert card.prompt == 'Which of these is the pitfall for: "What is a bed made of?"'
    assert card.accepted == ("Forgetting the legs of it.",)
    assert sorted(card.choices) == sorted([right.text, *(other.text for other in others)])
    assert card.id == right.seed


def test_who_alone_takes_up_a_word_of_the_question_gives_itself_away() -> None:
    read = guide(
        asked("How do you show mattresses?", "- **Answer**: I lie.\n- **Pitfall**: Naming a mattress in a rush.")
    )
    (right,) = options_of(read)
    other, mattress = (replace(right, text=text) for text in ("Forgetting the legs of it.", "Hiding a mattress fault."))
    assert gives_itself_away(right, [other, other, other])
    assert not gives_itself_away(right, [other, mattress, other])
    assert not gives_itself_away(other, [right, other, other])


def test_options_of_one_trade_are_kin_and_of_like_length() -> None:
    beds, other, none = (
        guide(asked("Why sleep at all?"), vertical=vertical, path=f"{name}.md")
        for name, vertical in (("one", "Beds"), ("two", "Chairs"), ("three", ""))
    )
    assert (is_kin(beds, beds), is_kin(beds, other), is_kin(none, none), is_kin(none, other)) == (
        True,
        False,
        True,
        False,
    )
    assert alike_in_length("Twelve words", "Eleven word")
    assert not alike_in_length("Twelve words", "Eleven words and a great many more")
