"""Decks of documents: policy notes, whom they prepare for, ids that last, and what enablement changes."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealbot.domain.knowledge import Document
from dealbot.domain.policy import PolicyStatus
from dealbot.domain.practice.aliases import carry_over
from dealbot.domain.practice.card import CardKind, Deck
from dealbot.domain.practice.deck import deck_of
from dealbot.domain.practice.edits import CardEdit, edited, reworded
from dealbot.domain.practice.finding import decks_named
from dealbot.domain.practice.objections import is_objection
from dealbot.domain.practice.personas import Persona
from dealbot.knowledge.documents import document
from tests.domain.practice.guides import DAY, GLOSSARY, asked, deck, guide

NOTE = """---
id: cms-1
title: "Beds, {kind} rule"
agency: CMS
doc_type: {kind}
document_number: "2026-00001"
published: 2026-07-01
effective: {effective}
comment_due: null
as_of: 2026-08-01
supersedes: []
status: {status}
source_url: https://example.org/rule
topics: [beds]
affects: {{payers: [medicare_ffs], settings: [], models: [], states: [US], attributes: {{}}}}
direction: cut
to_review: null
reviewed_by: null
reviewed_on: null
---

Something before all headings.

## What changes

Beds are paid by the night.

## Who is exposed

Hospitals with beds.

## Questions to ask the CFO

- How many beds are yours?
- Who counts them at night?

## How to position

As history.

## What not to say

Do not name an amount.
"""


STANDING = 'Is "Beds" (published Jul 2026) proposed, in force, or struck down?'


def note(kind: str = "final", status: str = "in_force", effective: str = "2026-09-01") -> Document:
    text = NOTE.format(kind=kind, status=status, effective=effective)
    return document("policies/cms-1.md", text.encode())


def cards_of(read: Document, day: date = DAY) -> dict[str, tuple[str, ...]]:
    return {card.prompt: card.accepted or card.points for card in deck_of(read, GLOSSARY, day).cards}


def test_a_note_gives_what_changes_for_whom_what_to_ask_and_not_to_say_and_how_it_stands() -> None:
    found = cards_of(note())
    assert [*found] == [
        'What does "Beds, final rule" say? (in force since 2026-09-01)',
        'Who is exposed to "Beds, final rule"? (in force since 2026-09-01)',
        'What do you ask the CFO about "Beds, final rule"? (in force since 2026-09-01)',
        'What should you not say about "Beds, final rule"? (in force since 2026-09-01)',
        STANDING,
    ]
    assert found[STANDING] == ("in force since 2026-09-01", "in force")
    assert all(found.values())


def test_of_who_is_exposed_remarks_about_the_record_are_no_points() -> None:
    exposed = """Hospitals with beds may gain: the summary names no setting for this part. Nurses owe two reports.
Beds here means cots. The summary does not say when. The notice says nothing of chairs."""
    text = NOTE.format(kind="final", status="in_force", effective="2026-09-01").replace("Hospitals with beds.", exposed)
    found = cards_of(document("policies/cms-1.md", text.encode()))
    assert found['Who is exposed to "Beds, final rule"? (in force since 2026-09-01)'] == (
        "Hospitals with beds may gain",
        "Nurses owe two reports",
    )


def test_what_is_more_than_said_is_not_to_be_done_or_said() -> None:
    text = NOTE.format(kind="final", status="in_force", effective="2026-09-01")
    read = document("policies/cms-1.md", text.replace("Do not name an", "Do not bill an").encode())
    prompt = 'What should you not do or say about "Beds, final rule"? (in force since 2026-09-01)'
    assert cards_of(read)[prompt] == ("Billing an amount.",)


def test_a_proposal_is_never_worded_as_in_force() -> None:
    *prompts, standing = cards_of(note("proposed", "proposed", "null"))
    assert standing == STANDING  # the title does not tell it
    assert prompts[:2] == [
        'What would "Beds, proposed rule" change? (proposed, not in force)',
        'Who would be exposed if "Beds, proposed rule" became final? (proposed, not in force)',
    ]
    assert not [prompt for prompt in prompts if "in force" in prompt.replace("not in force", "")]


def test_how_a_rule_stands_is_asked_only_where_the_note_is_sure_of_it() -> None:
    assert STANDING not in cards_of(note(effective="null"))
    assert STANDING not in cards_of(note(status="unknown"))
    assert cards_of(note(effective="2027-01-01"))[STANDING] == ("not in force before 2027-01-01",)


@pytest.mark.parametrize("status", ["superseded", "vacated"])
def test_a_rule_that_is_gone_is_not_asked_any_more(status: str) -> None:
    assert not cards_of(note(status=status))


def test_before_a_rule_is_published_nothing_is_asked() -> None:
    assert not cards_of(note(), date(2026, 6, 30))


def test_the_standing_has_one_right_choice_of_four() -> None:
    for status in PolicyStatus:
        read = note()
        assert read.policy is not None
        made = deck_of(replace(read, policy=replace(read.policy, status=status)), GLOSSARY, DAY).cards
        for card in (card for card in made if card.choices):
            assert len(set(card.choices)) == 4
            assert [choice for choice in card.choices if choice in card.accepted] == [card.accepted[0]]


def test_a_document_without_questions_gives_no_cards() -> None:
    assert not deck("## A page\n\nHealthcare Bed Unit (HBU) is a term.\n").cards


@pytest.mark.parametrize(
    ("title", "tags", "persona"),
    [
        ("Meeting the CFO", "[]", Persona.CFO),
        ("Meeting the chief nursing officer", "[]", Persona.CNO),
        ("Beds", '["CMO"]', Persona.CMO),
        ("Beds", '["P&T"]', Persona.PHARMACY),
        ("Beds", '["CISO"]', Persona.CIO_CISO),
        ("Meeting the general counsel", "[]", Persona.GENERAL_COUNSEL),
    ],
)
def test_a_deck_tells_whom_it_prepares_for(title: str, tags: str, persona: Persona) -> None:
    assert deck(asked("Why sleep at all?"), title=title, tags=tags).personas == (persona,)


def test_a_note_prepares_for_whom_it_says_to_ask() -> None:
    assert deck_of(note(), GLOSSARY, DAY).personas == (Persona.CFO,)


@pytest.mark.parametrize(
    ("question", "category", "objects"),
    [
        ('"We have enough beds for all."', "Beds", True),
        ("How do you sell a bed?", "Situational Questions", True),
        ("How do you handle a buyer who is hesitant?", "Beds", True),
        ("How do you sell a bed?", "Technical Questions", False),
        ("How do you use a reference call when the other bed is cheaper?", "Undercutting", False),
    ],
)
def test_an_objection_is_known_by_its_category_or_its_words(question: str, category: str, *, objects: bool) -> None:
    made = deck(asked(question, "- **Answer**: I ask.\n- **Pitfall**: Waiting too long.", category)).cards
    assert is_objection(made[0]) is objects
    assert not any(is_objection(card) for card in made if card.kind is not CardKind.RECALL)


QUESTIONS = {
    "How do you sell a bed to a hospital?": "I ask who sleeps in it, and show what it costs by the night.",
    "How do you explain a price that is high?": "I name what is in it, and what a cheaper one leaves out.",
    "What do you do when a nurse complains?": "I listen, write it down, and come back within a week.",
}


def a_guide(questions: dict[str, str], category: str = "Beds") -> Deck:
    lines = [f"## {category}", ""]
    for number, (question, answer) in enumerate(questions.items(), 1):
        lines += [f"#### {number}. {question}", f"- **Answer**: {answer}", "- **Pitfall**: Waiting too long here.", ""]
    return deck("\n".join(lines))


def named(before: Deck, after: Deck) -> dict[str, str]:
    old, new = ({card.id: card.prompt for card in one.cards if card.kind is CardKind.RECALL} for one in (before, after))
    return {new[now]: old[was] for now, was in carry_over(before.cards, after.cards).items() if now in new}


def test_nothing_is_carried_over_where_nothing_changed() -> None:
    assert carry_over(a_guide(QUESTIONS).cards, a_guide(QUESTIONS).cards) == {}


def test_a_card_keeps_its_id_when_only_case_quotes_or_its_answer_change() -> None:
    shouted = {
        question.upper().replace("?", " ?"): f"{answer} Then I ask again." for question, answer in QUESTIONS.items()
    }
    assert [card.id for card in a_guide(shouted).cards] == [card.id for card in a_guide(QUESTIONS).cards]


def test_a_reworded_question_goes_on_as_the_one_before() -> None:
    first, second, third = QUESTIONS.items()
    after = a_guide(dict([first, ("How would you explain a price that seems high to them?", second[1]), third]))
    assert named(a_guide(QUESTIONS), after) == {"How would you explain a price that seems high to them?": second[0]}


def test_a_question_that_another_took_the_place_of_is_retired() -> None:
    first, second, third = QUESTIONS.items()
    after = a_guide(
        dict([first, ("Which rails fit on a stretcher?", "Those that were tested with it, by weight."), third])
    )
    assert second[0] not in named(a_guide(QUESTIONS), after).values()


def test_a_question_is_carried_over_into_a_renamed_category_but_to_no_other_kind() -> None:
    first, second, third = QUESTIONS.items()
    after = a_guide(dict([first, ("How do you explain a price which is high?", second[1]), third]), "Nights")
    found = carry_over(a_guide(QUESTIONS).cards, after.cards)
    kinds = {card.id: card.kind for one in (a_guide(QUESTIONS), after) for card in one.cards}
    assert named(a_guide(QUESTIONS), after) == {"How do you explain a price which is high?": second[0]}
    assert found
    assert all(kinds[now] is kinds[was] for now, was in found.items())


def test_a_keyed_card_goes_on_where_its_key_stays() -> None:
    before = deck(asked("What does a redline mean?", "- **Answer**: A redline is a draft with all changes in it."))
    gap = next(card for card in before.cards if card.kind is CardKind.CLOZE)
    kept = (card for card in before.cards if card.id != gap.id)
    after = replace(before, cards=(*kept, replace(gap, id="other", prompt="Another wording of it all")))
    assert carry_over(before.cards, after.cards) == {"other": gap.id}


def test_enablement_rewords_a_card_changes_its_points_and_switches_it_off() -> None:
    before = a_guide(QUESTIONS)
    first, second, third, *rest = before.cards
    changes = [
        CardEdit(first.id, prompt="How do you sell beds?", points=("Ask",)),
        CardEdit(second.id, prompt="Soon another one"),
        CardEdit(second.id, off=True),
        CardEdit("gone", off=True),
        CardEdit(third.id, accepted=("bed",)),
    ]
    after = edited(before, changes)
    assert [card.id for card in after.cards] == [first.id, third.id, *(card.id for card in rest)]
    assert (after.cards[0].prompt, after.cards[0].points) == ("How do you sell beds?", ("Ask",))
    assert after.cards[1].accepted == ("bed",)
    assert edited(before, []) == before


def test_the_key_of_a_choice_stays_one_of_its_choices() -> None:
    before = deck_of(note(), GLOSSARY, DAY)
    standing = before.cards[-1]
    other = next(choice for choice in standing.choices if choice not in standing.accepted)
    assert edited(before, [CardEdit(standing.id, accepted=("maybe",))]) == before
    assert edited(before, [CardEdit(standing.id, accepted=(other,))]).cards[-1].accepted == (other,)


def test_decks_are_found_by_file_title_or_words_of_it() -> None:
    decks = [
        deck_of(guide(asked("Why sleep?"), title=title, path=path), GLOSSARY, DAY)
        for title, path in (("Selling beds", "guides/beds.md"), ("Selling beds at night", "guides/night.md"))
    ]
    assert [found.name for found in decks_named("night", decks)] == ["guides/night.md"]
    assert [found.name for found in decks_named("Selling Beds", decks)] == ["guides/beds.md"]
    assert [found.name for found in decks_named("beds at", decks)] == ["guides/night.md"]
    assert not decks_named("pillows", decks)
    assert not decks_named("?", decks)


@given(st.text(max_size=300), st.text(alphabet="ABCaz \n*#-?:.()\"'", max_size=300))
def test_any_text_gives_the_same_cards_each_time_and_none_twice(anything: str, marked: str) -> None:
    body = f"## Beds\n\n#### 1. How do you sell a bed?\n- **Answer**: {marked}\n- **Pitfall**: {anything}\n\n{marked}\n"
    text = f"---\nterm: Beds\n---\n\n{body}"
    one, other = (deck_of(document("beds.md", text.encode("utf-8", "replace")), GLOSSARY, DAY) for _ in range(2))
    assert one == other
    assert len({card.id for card in one.cards}) == len(one.cards)
    assert all(card.prompt.strip() for card in one.cards)


def test_enablement_changes_the_pitfalls_of_a_card_and_the_options_of_a_choice() -> None:
    first = a_guide(QUESTIONS).cards[0]
    assert reworded(first, CardEdit(first.id, pitfalls=("A discount.",), choices=("a", "b"))).pitfalls == (
        "A discount.",
    )
    assert reworded(first, CardEdit(first.id, choices=("a", "b"))) == first
    standing = deck_of(note(), GLOSSARY, DAY).cards[-1]
    changed = reworded(standing, CardEdit(standing.id, accepted=("yes",), choices=("yes", "no")))
    assert (changed.choices, changed.accepted) == (("yes", "no"), ("yes",))
    assert reworded(standing, CardEdit(standing.id, choices=("yes", "no"))) == standing
