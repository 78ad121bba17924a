"""What an answer to a guide's question is graded by."""

from dealbot.domain.evidence import Span
from dealbot.domain.knowledge import Part, PartKind, Question
from dealbot.domain.practice.recall import recall_card
from dealbot.domain.practice.rubrics import rubric_of
from tests.domain.practice.guides import asked, guide


def question(*parts: tuple[PartKind, str]) -> Question:
    told = tuple(Part(kind, "", Span(text, 0, len(text))) for kind, text in parts)
    return Question("id", 1, "Money", "**Who** signs?", told, Span("Who signs?", 0, 10))


def test_points_come_from_what_the_answer_does_and_pitfalls_from_the_warnings() -> None:
    rubric = rubric_of(
        question(
            (PartKind.ANSWER, "I ask who signs. I ask by when they sign. That is crucial for all."),
            (PartKind.PITFALL, "Guessing who signs. It costs a year."),
            (PartKind.EXAMPLE, "They signed late."),
        )
    )
    assert rubric.question == "Who signs?"
    assert rubric.points == ("I ask who signs", "I ask by when they sign")
    assert rubric.pitfalls == ("Guessing who signs.",)
    assert rubric.reference == "I ask who signs. I ask by when they sign. That is crucial for all."


def test_without_an_answer_the_best_practices_are_it_then_the_reasons_and_never_a_story() -> None:
    best = question((PartKind.EXAMPLE, "I once asked them twice."), (PartKind.BEST_PRACTICE, "Ask them all twice."))
    assert rubric_of(best).points == ("Ask them all twice",)
    assert rubric_of(question((PartKind.REASONING, "Ask all of them."))).points == ("Ask all of them",)
    assert rubric_of(question((PartKind.EXAMPLE, "Call the clerk on Monday."))).points == ()


def test_what_an_answer_says_to_avoid_is_a_pitfall_unless_that_is_all_it_says() -> None:
    both = question(
        (PartKind.ANSWER, "Ask them who signs it. Avoid guessing who signs."), (PartKind.PITFALL, "Calling late.")
    )
    assert rubric_of(both).points == ("Ask them who signs it",)
    assert rubric_of(both).pitfalls == ("Calling late.", "Avoid guessing who signs")
    assert rubric_of(question((PartKind.ANSWER, "Never guess who signs."))).points == ("Never guess who signs",)


def test_a_question_is_graded_alike_by_itself_and_as_a_card() -> None:
    answer = "- **Answer**: I count the beds. For the second, I call.\n- **Pitfall**: **Haste**: Avoid calling first."
    read = guide(asked("How do you plan beds?", answer))
    for each in read.questions:
        card, rubric = recall_card(read, each), rubric_of(each)
        assert (card.points, card.pitfalls) == (rubric.points, rubric.pitfalls)


def test_a_question_with_nothing_to_say_has_no_points() -> None:
    assert rubric_of(question()).points == ()
