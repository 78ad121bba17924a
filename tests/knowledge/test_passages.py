"""Documents are cut where they have joints, into pieces that are seen whole and can be cited."""

from collections.abc import Callable

import pytest

from dealbot.domain.knowledge import Document, Passage
from dealbot.knowledge.documents import document
from dealbot.knowledge.passages import passages_of
from dealbot.retrieval.engine import packaged_model, word_pieces_in

GUIDE = """---
term: Selling to nurses
---
Read this first.

## Objections
### Which nurses do more work at night?
- **Answer**: We count them. Then we take two away. Nobody clicks twice.
- **Pitfall**: Promising none at all to a tired ward.
- **Follow-up**: How many today?

### Will it alarm more?
- **Answer**: No.
"""


def words(text: str) -> int:
    return len(text.split())


def cut(text: str, most: int, count: Callable[[str], int] = words) -> tuple[Passage, ...]:
    return passages_of(read(text), count, most)


def read(text: str) -> Document:
    return document("nurses.md", text.encode())


def test_a_question_that_fits_is_one_passage_under_title_category_and_question() -> None:
    assert [passage.breadcrumb for passage in cut(GUIDE, 60)] == [
        ("Selling to nurses",),
        ("Selling to nurses", "Objections", "Which nurses do more work at night?"),
        ("Selling to nurses", "Objections", "Will it alarm more?"),
    ]


def test_a_longer_one_is_cut_between_its_bullets_and_says_again_where_it_stands() -> None:
    _, first, second, _ = cut(GUIDE, 33)
    assert first.breadcrumb == second.breadcrumb
    assert first.span.quote.endswith("twice.")
    assert second.span.quote.startswith("**Pitfall**")


def test_a_bullet_that_is_too_long_alone_is_cut_between_sentences() -> None:
    quotes = [passage.span.quote for passage in cut(GUIDE, 14)]
    assert quotes[1:4] == ["**Answer**: We count them.", "Then we take two away.", "Nobody clicks twice."]


def test_a_sentence_that_is_too_long_alone_is_cut_between_words() -> None:
    quotes = [passage.span.quote for passage in cut("one two three four five six seven", 4)]
    assert quotes == ["one two three", "four five six", "seven"]


def test_a_word_that_is_too_long_alone_is_cut_anywhere() -> None:
    quotes = [passage.span.quote for passage in cut("a" * 100 + " bb", 60, len)]
    assert quotes == ["a" * 40, "a" * 40, "a" * 20, "bb"]


def test_headings_that_are_too_long_leave_room_for_the_text() -> None:
    passages = cut("# A title of many words\n## A chapter of many words\n### In short\nText here.", 8)
    assert [passage.breadcrumb for passage in passages] == [("In short",)]
    assert [passage.heading for passage in passages] == [("A chapter of many words", "In short")]


def test_the_last_heading_is_shortened_where_it_alone_is_too_long() -> None:
    (passage,) = cut("# one two three four five six seven eight\nText.", 6)
    assert passage.breadcrumb == ("one two",)


@pytest.mark.parametrize("most", [5, 12, 20, 60])
def test_nothing_is_lost_and_every_passage_can_be_cited(most: int) -> None:
    found = read(GUIDE)
    passages = passages_of(found, words, most)
    kept = "".join(passage.span.quote for passage in passages)
    assert all(found.text[each.span.start : each.span.end] == each.span.quote for each in passages)
    for section in found.sections:
        assert all(word in kept for span in section.blocks for word in span.quote.split())


def test_ids_last_while_an_answer_is_reworded() -> None:
    reworded = GUIDE.replace("We count them.", "Let us count them with you.")
    assert [each.id for each in cut(reworded, 60)] == [each.id for each in cut(GUIDE, 60)]


def test_no_two_passages_share_an_id() -> None:
    passages = cut("# T\n## Same\nOne.\n## Same\nTwo.\n## Other\none two three four five", 5)
    assert len({passage.id for passage in passages}) == len(passages)


def test_no_passage_has_more_word_pieces_than_the_embedding_sees() -> None:
    count = word_pieces_in(packaged_model())
    long = "# Prior authorization\n" + "\n\n".join(
        [f"Sentence {number} is about interoperability and reimbursement. " * 9 for number in range(9)]
        + ["word " * 900, "x" * 2000, "https://a.example/" + "a-b/" * 300]
    )
    assert max(count(each.searched) for each in cut(long, 256, count)) <= 256
