"""What a card of multiple choice asks, and which options stand beside the right one."""

import pytest

from dealbot.domain.practice.card import Card, CardKind
from dealbot.domain.practice.choice import alike_in_length, stands_out
from dealbot.domain.practice.deck import deck_of
from dealbot.knowledge.library import knowledge_folder, load
from tests.domain.practice.guides import DAY, GLOSSARY, asked, cards

ANSWER = (
    "I ask who sleeps where, and I write down the names of my nurses. If it rains, we wait. It is late."
    " After the visit, I send the list to the ward; they count it. Everybody likes that. Ask for it."
)
BEST = "Offer a quiet room for the night. Bring a bed, a cot and a chair."
DEEDS = {
    "Asking who sleeps where",
    "Writing down the names of your nurses",
    "Sending the list to the ward",
    "Offering a quiet room for the night",
}
MISTAKE = "Naming a price in the corridor. It comes back."


def made(mistake: str = MISTAKE, question: str = "What do you do at night?", answer: str = ANSWER) -> list[Card]:
    body = f"- **Answer**: {answer}\n- **Pitfall to avoid**: {mistake}\n- **Best practice**: {BEST}"
    return cards(asked(question, body), CardKind.CHOICE)


def test_a_mistake_stands_among_what_the_same_question_says_to_do() -> None:
    (card,) = made()
    assert card.prompt == '"What do you do at night?" Which of these is a mistake?'
    assert card.accepted == ("Naming a price in the corridor",)
    assert len(card.choices) == 4
    assert set(card.choices) - set(card.accepted) < DEEDS
    assert made() == [card]


def test_it_is_asked_in_one_sentence_where_that_can_be_made() -> None:
    (card,) = made(question="How do you sell a bed?")
    assert card.prompt == "Which of these is a mistake when selling a bed?"


@pytest.mark.parametrize(
    "mistake",
    [
        "Ignoring what the nurses told you.",
        "Naming a price without a range.",
        "A price in the corridor for all.",
        "Leaving their own hours out of it.",
        "Leaving out the price of the bed.",
        "Omitting the price of the bed.",
        "Waiting there.",
        "Naming one price in the corridor to each of them on the very same day and to whoever else comes along later.",
        'Saying "it is late" to the ward.',
    ],
)
def test_a_mistake_that_would_be_guessed_is_not_asked(mistake: str) -> None:
    assert not made(mistake)


def test_there_is_no_choice_where_fewer_than_two_others_are_told() -> None:
    assert len(made(answer="It is late.")) == 0
    assert [len(card.choices) for card in made(answer="I ask who sleeps where.")] == [3]


def test_an_option_is_told_whole() -> None:
    (card,) = made(answer=f"{ANSWER} Split into two heaps by ward. Tell the ward what you heard in substance.")
    assert not [each for each in card.choices if each.startswith("Splitting") or each.endswith("substance")]
    (card,) = made(answer="Tell the ward what you heard in substance.")
    assert "Telling the ward what you heard" in card.choices


def test_of_a_definition_no_mistake_is_asked() -> None:
    assert not made(question="What are a bed and a cot?")


def test_a_mistake_that_alone_takes_up_a_word_of_the_question_gives_itself_away() -> None:
    assert not made(question="What do you say of a price?")
    assert stands_out("Trusting the GPS alone", ("Asking a driver", "Reading the map"), "What if the GPS fails?")
    assert not stands_out("Trusting the GPS", ("Testing the GPS", "Reading the map"), "What if the GPS fails?")
    assert not stands_out("Trusting it", ("Testing it", "Reading it"), "What if it is late?")


def test_options_are_alike_in_length() -> None:
    assert alike_in_length("Twelve words", "Eleven word")
    assert not alike_in_length("Twelve words", "Eleven words and a great many more")


def test_the_shipped_playbooks_give_choices_of_one_matter_and_one_form() -> None:
    documents = load([knowledge_folder()]).documents
    found = [card for each in documents for card in deck_of(each, GLOSSARY, DAY).cards if card.kind is CardKind.CHOICE]
    assert len(found) >= 12
    assert {len(card.choices) for card in found} <= {3, 4}
    assert len({card.choices.index(card.accepted[0]) for card in found}) >= 3
    for choice in (choice for card in found for choice in card.choices):
        assert choice.split()[0].endswith("ing")
        assert choice[-1].isalnum()
