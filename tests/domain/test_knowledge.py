"""Words as they are compared and shown, and what a question says of itself."""

from dealbot.domain.evidence import Span
from dealbot.domain.knowledge import Part, PartKind, Passage, Question, fold, plain, stable_id

QUESTION = Question(
    "id",
    1,
    "",
    "Who pays?",
    (
        Part(PartKind.ANSWER, "Answer", Span("The CFO.", 0, 8)),
        Part(PartKind.PITFALL, "Avoid", Span("Guessing.", 9, 18)),
    ),
    Span("The CFO. Guessing.", 0, 18),
)


def test_emphasis_code_marks_and_addresses_are_not_read_aloud() -> None:
    assert plain("**Ask** _who_ `pays`\\.\n see [the note](https://a.example/b_c) in snake_case") == (
        "Ask who pays. see the note in snake_case"
    )


def test_quotes_case_and_punctuation_make_no_difference() -> None:
    assert fold("“What’s IN it?” – **Master's**") == fold('"what\'s in it" master’s')


def test_other_words_make_another_id() -> None:
    assert stable_id("a", "What’s in it?") == stable_id("A", "what's in it") != stable_id("a", "What is in it?")


def test_a_question_without_a_category_stands_under_its_own_words() -> None:
    assert QUESTION.heading == ("Who pays?",)


def test_parts_are_chosen_by_kind() -> None:
    assert [part.span.quote for part in QUESTION.of(PartKind.PITFALL)] == ["Guessing."]


def test_a_passage_is_searched_with_where_it_stands() -> None:
    passage = Passage("id", "a.md", ("Who pays?",), ("Guide", "Who pays?"), Span("- **The** CFO.", 0, 14))
    assert passage.searched == "Guide > Who pays?\n- The CFO."
