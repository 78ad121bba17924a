"""Guides that others wrote, where DEALBOT_GUIDES names a folder of them and DEALBOT_SEED_GUIDE the first one.

They are no part of the project: `DEALBOT_GUIDES=... pytest tests/knowledge/test_real_guides.py -rP` prints the counts.
"""

from collections import Counter

import pytest

from dealbot.knowledge.library import Library, load
from dealbot.knowledge.passages import passages_of
from dealbot.retrieval.engine import packaged_model, word_pieces_in
from tests.require import named_by


@pytest.fixture(scope="module")
def library() -> Library:
    return load([named_by("DEALBOT_GUIDES")])


def test_every_real_guide_gives_at_least_four_questions(library: Library) -> None:
    assert not library.refused
    assert [found.path for found in library.documents if len(found.questions) < 4] == []


def test_real_guides_give_about_nine_questions_each_all_with_an_answer(library: Library) -> None:
    questions = [each for found in library.documents for each in found.questions]
    kinds = Counter(kind for each in questions for kind in {part.kind.value for part in each.parts})
    print(len(library.documents), "guides,", len(questions), "questions:", dict(kinds))  # noqa: T201 -- asked for by -rP
    assert len(questions) >= 1450 / 162 * len(library.documents)
    assert all(each.parts for each in questions)


def test_every_question_of_a_real_guide_has_a_category(library: Library) -> None:
    assert [each.text for found in library.documents for each in found.questions if not each.category] == []


def test_every_passage_of_a_real_guide_is_seen_whole_and_can_be_cited(library: Library) -> None:
    count = word_pieces_in(packaged_model())
    for found in library.documents:
        passages = passages_of(found, count, 256)
        assert max(count(each.searched) for each in passages) <= 256
        assert all(found.text[each.span.start : each.span.end] == each.span.quote for each in passages)


def test_the_seed_guide_gives_its_eight_questions_with_their_labels() -> None:
    (found,) = load([named_by("DEALBOT_SEED_GUIDE")]).documents
    labels = [[part.label for part in each.parts] for each in found.questions]
    assert len({each.category for each in found.questions}) == 4
    assert labels == [
        ["Answer", "Outcome"],
        ["Answer", "Outcome", "Pitfall to avoid"],
        ["Answer", "Reasoning", "Follow-up Point"],
        ["Answer", "Outcome", "What not to do"],
        ["Answer", "Outcome", "Alternative Consideration"],
        ["Answer", "Outcome", "Pitfall to avoid"],
        ["Answer", "Outcome", "Best Practice"],
        ["Answer", "Outcome", "What to avoid"],
    ]
