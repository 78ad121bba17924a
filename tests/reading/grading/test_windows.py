"""The stretches of an answer, and whether it says anything."""

import pytest

from dealbot.reading.grading.substance import says_something
from dealbot.reading.grading.windows import MOST_LETTERS, MOST_WINDOWS, windows_of
from tests.reading.grading.answers import GOOD, NOTHING, ODD, OFF_TOPIC, RUBRIC


@pytest.mark.parametrize("answer", [GOOD, *ODD.values()], ids=["good", *ODD])
def test_every_stretch_stands_in_the_answer(answer: str) -> None:
    windows = windows_of(answer)
    assert windows
    assert all(answer[window.start : window.end] == window.quote == window.quote.strip() for window in windows)


def test_sentences_come_first_then_neighbours_then_clauses() -> None:
    told = [window.quote for window in windows_of("I ask finance first, and then I ask the board. Nobody signs alone.")]
    assert told[:3] == [
        "I ask finance first, and then I ask the board.",
        "Nobody signs alone.",
        "I ask finance first, and then I ask the board. Nobody signs alone.",
    ]
    assert "I ask finance first" in told


def test_a_long_answer_has_a_bounded_number_of_stretches_from_its_beginning() -> None:
    windows = windows_of("I ask them about the money, and then I listen. " * 500)
    assert len(windows) == MOST_WINDOWS
    assert max(window.end for window in windows) <= MOST_LETTERS


def test_what_is_too_short_for_a_stretch_is_one_by_itself() -> None:
    assert [window.quote for window in windows_of("Ask finance.")] == ["Ask finance."]


@pytest.mark.parametrize("answer", NOTHING.values(), ids=NOTHING)
def test_nothing_is_said(answer: str) -> None:
    assert not says_something(RUBRIC.question, answer)


@pytest.mark.parametrize("answer", [GOOD, OFF_TOPIC, "Ask who asked.", *ODD.values()])
def test_something_is_said(answer: str) -> None:
    assert says_something(RUBRIC.question, answer)


def test_an_answer_that_begins_with_the_question_says_something() -> None:
    assert says_something(RUBRIC.question, f"{RUBRIC.question} {GOOD}")
