"""Which options stand beside the right one."""

import pytest

from dealbot.app.practice.choices import choice_cards
from dealbot.domain.knowledge import PartKind
from dealbot.domain.practice.choice import Option, options_of
from dealbot.knowledge.library import knowledge_folder, load
from dealbot.retrieval.embeddings import MiniLm


@pytest.fixture(scope="module")
def options() -> list[Option]:
    return [option for read in load([knowledge_folder()]).documents for option in options_of(read)]


def test_of_nothing_no_cards_are_made(minilm: MiniLm) -> None:
    assert choice_cards([], minilm.encode) == []


def test_distractors_are_of_the_same_kind_alike_in_length_near_in_meaning_and_of_other_questions(
    options: list[Option], minilm: MiniLm
) -> None:
    by_text = {option.text: option for option in options}
    cards = choice_cards(options, minilm.encode)
    assert len(cards) >= 20
    for card in cards:
        right = by_text[card.accepted[0]]
        others = [by_text[choice] for choice in card.choices if choice != right.text]
        near = minilm.encode([other.text for other in others]) @ minilm.encode([right.text])[0]
        assert len({other.question.id for other in others} | {right.question.id}) == 4
        assert {other.kind for other in others} == {right.kind} <= {PartKind.PITFALL, PartKind.BEST_PRACTICE}
        assert all(0.25 <= value <= 0.6 for value in near)
        assert all(0.5 < len(other.text) / len(right.text) < 2 for other in others)


def test_the_right_one_stands_in_every_place(options: list[Option], minilm: MiniLm) -> None:
    cards = choice_cards(options, minilm.encode)
    assert {card.choices.index(card.accepted[0]) for card in cards} == {0, 1, 2, 3}
    assert choice_cards(options[::-1], minilm.encode)[::-1] == cards
