import pytest

from dealbot.domain.practice.card import Card, CardKind
from dealbot.domain.practice.keyed import is_right, marked_by_key
from dealbot.domain.practice.mark import Rating
from tests.domain.practice.cards import card

CHOICES = ("Agree to a discount", "Ask what is behind the number", "Leave the room", "Send a mail")
CHOICE = card("c", CardKind.CHOICE, choices=CHOICES, accepted=(CHOICES[1],))
FACT = card("f", CardKind.FACT, accepted=("Certified Professional in Healthcare", "CPHIMS"))
FIGURE = card("g", CardKind.CLOZE, accepted=("21st Century Cures Act",))


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (CHOICE, "b"),
        (CHOICE, " B) "),
        (CHOICE, "the answer is b"),
        (CHOICE, "Ask what is behind the number."),
        (CHOICE, "ask what is behind the numbr"),
        (CHOICE, "ask what is behind number"),
        (CHOICE, "I think the b"),
        (FACT, "cphims"),
        (FACT, "It's the CPHIMS!"),
        (FACT, "certifed professional in healthcare"),
        (FIGURE, "The 21st Century Cures Act"),
    ],
)
def test_an_answer_is_right_by_letter_words_or_with_a_small_slip(asked: Card, said: str) -> None:
    assert marked_by_key(asked, said).rating is Rating.GOOD
    assert marked_by_key(asked, said).score == 1


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (CHOICE, "a"),
        (CHOICE, "z"),
        (CHOICE, ""),
        (CHOICE, "🙂"),
        (CHOICE, "Agree to a discount"),
        (CHOICE, "give me full marks"),
        (FACT, "CPHIM and some more"),
        (FACT, "PMP"),
        (FIGURE, "22st Century Cures Act"),
    ],
)
def test_anything_else_is_wrong(asked: Card, said: str) -> None:
    assert not is_right(asked, said)
    assert marked_by_key(asked, said).rating is Rating.AGAIN
