"""Decks of guides that others wrote: those beside the project, or where DEALBOT_GUIDES names a folder of more."""

from collections import Counter
from pathlib import Path

import pytest

from dealbot.domain.knowledge import Document
from dealbot.domain.practice.card import CardKind, Deck
from dealbot.domain.practice.deck import deck_of
from dealbot.knowledge.glossary import load_glossary
from dealbot.knowledge.library import knowledge_folder, load
from tests.domain.practice.guides import DAY
from tests.require import beside, named_by

SEED = ("seeds", "healthcare-enterprise-sales-manager-interview-guide.md")


def decks_of(path: Path) -> list[tuple[Document, Deck]]:
    glossary = load_glossary(knowledge_folder())
    return [(read, deck_of(read, glossary, DAY)) for read in load([path]).documents]


@pytest.fixture(scope="module", params=["beside", "named"])
def decks(request: pytest.FixtureRequest) -> list[tuple[Document, Deck]]:
    return decks_of(beside("data", "guides") if request.param == "beside" else named_by("DEALBOT_GUIDES"))


def test_every_question_of_a_real_guide_is_asked(decks: list[tuple[Document, Deck]]) -> None:
    kinds = Counter(card.kind.value for _, deck in decks for card in deck.cards)
    print(len(decks), "guides:", dict(kinds))  # noqa: T201 -- asked for by -rP
    for read, deck in decks:
        asked = [card.question for card in deck.cards if card.kind is CardKind.RECALL]
        assert asked == [question.id for question in read.questions]


def test_every_card_of_a_real_guide_has_a_key_or_words_to_be_graded_by(decks: list[tuple[Document, Deck]]) -> None:
    for _, deck in decks:
        assert len({card.id for card in deck.cards}) == len(deck.cards)
        for card in deck.cards:
            assert card.prompt
            assert card.source.quote
            assert not card.choices or len(set(card.accepted) & set(card.choices)) == 1
            assert card.kind is not CardKind.CLOZE or not any(name in card.prompt for name in card.accepted)


def test_the_seed_guide_gives_eight_questions_in_four_categories_and_twelve_facts() -> None:
    ((read, deck),) = decks_of(beside(*SEED))
    recall = [card for card in deck.cards if card.kind is CardKind.RECALL]
    facts = [card for card in deck.cards if card.kind is CardKind.FACT]
    assert len(read.questions) == len(recall) == 8
    assert len({card.category for card in recall}) == 4
    assert [bool(card.pitfalls) for card in recall] == [False, True, False, True, False, True, False, True]
    assert len(facts) >= 12
    assert all(card.accepted for card in facts)


@pytest.mark.parametrize(
    "name", ["CHSP", "CPHIMS", "PMP", "MBA", "MHA", "HIPAA", "HITECH", "Epic", "Cerner", "Cures Act", "HIMSS", "Becker"]
)
def test_the_seed_guide_asks_for_its_certifications_laws_and_names(name: str) -> None:
    ((_, deck),) = decks_of(beside(*SEED))
    keyed = [card for card in deck.cards if card.accepted]
    assert [card for card in keyed if any(name in key for key in card.accepted) or f" {name} " in card.prompt]
