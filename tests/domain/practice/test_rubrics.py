"""What an answer to a guide's question is graded by."""

from dealbot.domain.evidence import Span
from dealbot.domain.knowledge import Part, PartKind, Question
from dealbot.domain.practice.rubrics import rubric_of


def question(*parts: tuple[PartKind, str]) -> Question:
    told = tuple(Part(kind, "", Span(text, 0, len(text))) for kind, text in parts)
    return Question("id", 1, "Money", "**Who** signs?", told, Span("Who signs?", 0, 10))


def test_points_come_from_the_answer_and_pitfalls_from_the_pitfalls() -> None:
    rubric = rubric_of(
        question(
            (PartKind.ANSWER, "I ask who signs. I ask by when they sign."),
            (PartKind.PITFALL, "**Guessing** who signs."),
            (PartKind.BEST_PRACTICE, "Ask twice."),
        )
    )
    assert rubric.question == "Who signs?"
    assert rubric.points == ("I ask who signs", "I ask by when they sign")
    assert rubric.pitfalls == ("Guessing who signs.",)
    assert rubric.reference == "I ask who signs. I ask by when they sign."


def test_without_an_answer_the_reasons_and_best_practices_are_it_then_the_examples() -> None:
    best = question((PartKind.EXAMPLE, "I once asked them twice."), (PartKind.BEST_PRACTICE, "Ask them all twice."))
    assert rubric_of(best).points == ("Ask them all twice",)
    assert rubric_of(question((PartKind.EXAMPLE, "Call the clerk on Monday."))).points == ("Call the clerk on Monday",)


def test_a_question_with_nothing_to_say_has_no_points() -> None:
    assert rubric_of(question()).points == ()
