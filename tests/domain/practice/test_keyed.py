import pytest

from dealbot.domain.practice.card import Card, CardKind
from dealbot.domain.practice.keyed import can_be_marked, is_right, marked_by_key, slip_in
from dealbot.domain.practice.mark import Rating
from tests.domain.practice.cards import card

CHOICES = ("Agree to a discount", "Ask what is behind the number", "Leave the room", "Send a mail")
CHOICE = card("c", CardKind.CHOICE, choices=CHOICES, accepted=(CHOICES[1],))
FACT = card("f", CardKind.FACT, accepted=("Certified Professional in Healthcare", "CPHIMS"))
LAW = card("l", CardKind.FACT, prompt="Which law is HITECH part of?", accepted=("ARRA", "Recovery Act"))
NAMED = card("n", CardKind.FACT, accepted=("Epic", "Cerner", "Bed Health"))
BODY = card("p", CardKind.CLOZE, accepted=("P&T", "pharmacy and therapeutics committee"))
PLAN = card("m", CardKind.CLOZE, accepted=("Medicare", "IT"))
GROUPS = card(
    "g",
    CardKind.CHOICE,
    choices=("Diagnosis-Related Group", "Physician fee schedule", "Do not agree to a fee", "Agree to a fee"),
    accepted=("Diagnosis-Related Group",),
)
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
        (LAW, "HITECH is part of ARRA"),
        (LAW, "arra, i think"),
        (LAW, "ARRA, passed in 2009 under Obama"),
        (LAW, "ARRA (the Recovery Act)"),
        (LAW, "the Recovry Act of 2009"),
        (BODY, "the pharmacy & therapeutics committe"),
        (BODY, "that is the pharmacy and therapeutics committee of the hospital"),
        (PLAN, "Medicare pays it"),
        (PLAN, "their IT department"),
        (NAMED, "Cerner"),
        (NAMED, "Epic and Cerner"),
        (NAMED, "epic, cerner or bed health"),
        (NAMED, "Epic/Cerner"),
        (GROUPS, "diagnosis related group"),
        (GROUPS, "the drg, diagnosis related groups"),
        (GROUPS, "a) Diagnosis-related group"),
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
        (LAW, "HIPAA or ARRA"),
        (LAW, "HIPAA and ARRA"),
        (LAW, "hipaa, arra"),
        (LAW, "HIPAA/ARRA"),
        (LAW, "not ARRA"),
        (LAW, "It is the Cures Act after ARRA"),
        (LAW, "ARRA " + "and much more " * 12),
        (PLAN, "it is Medicare Advantage"),
        (PLAN, "it is what it does"),
        (NAMED, "Epic and Oracle"),
        (NAMED, "not Epic"),
        (NAMED, ","),
        (GROUPS, "physician fee schedule"),
        (GROUPS, "a) physician fee schedule"),
        (GROUPS, "agree to a fee"),
        (GROUPS, "don't agree to a fee"),
    ],
)
def test_anything_else_is_wrong(asked: Card, said: str) -> None:
    assert not is_right(asked, said)
    assert marked_by_key(asked, said).rating is Rating.AGAIN


@pytest.mark.parametrize("said", ["a", "d)", "fee schedule", "I don't know which one", "no idea", "agree to a fee"])
def test_what_is_one_of_the_choices_can_be_marked(said: str) -> None:
    assert can_be_marked(GROUPS, said)


@pytest.mark.parametrize("said", ["", "z", "a or b", "not a", "lunch", "a) lunch", "fee", "🙂", "it is"])
def test_what_is_none_of_them_cannot(said: str) -> None:
    assert not can_be_marked(GROUPS, said)
    assert can_be_marked(LAW, said)


def test_of_a_single_choice_its_words_are_enough_and_of_two_alike_none_is_meant() -> None:
    assert is_right(card("s", CardKind.CHOICE, choices=("Wait here",), accepted=("Wait here",)), "wait")
    assert not can_be_marked(card("s", CardKind.CHOICE, choices=("Wait.", "Wait!")), "wait")


def test_a_slip_is_told_and_only_a_slip() -> None:
    assert slip_in(FACT, "certifed professional in healthcare") == "certifed professional in healthcare"
    assert slip_in(LAW, "HITECH is part of ARRA") is None
    assert slip_in(LAW, "the HIPAA") is None
    assert slip_in(CHOICE, "ask what is behind the numbr") is None
