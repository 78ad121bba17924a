"""Questions by somebody who had not seen the rules are read as meant: intent, deals, people, limits and dates."""

import pytest

from dealbot.app.understand.builtin import BuiltinQuestions
from dealbot.app.understand.likeness import Likeness, load_likeness
from dealbot.retrieval.embeddings import MiniLm
from tests.app.question_set import Scored, Totals, questions_of, scored, table_of, totals_of

ENOUGH = 0.95


@pytest.fixture(scope="module")
def reader() -> BuiltinQuestions:
    return BuiltinQuestions(Likeness(MiniLm, load_likeness))


@pytest.fixture(scope="module")
def development(reader: BuiltinQuestions) -> tuple[Scored, ...]:
    return tuple(scored(reader, asked) for asked in questions_of("questions"))


def test_nineteen_in_twenty_development_questions_are_read_as_meant(development: tuple[Scored, ...]) -> None:
    told = table_of(development)
    assert totals_of(development).share >= ENOUGH, told


def test_no_development_question_is_answered_for_another_deal(development: tuple[Scored, ...]) -> None:
    assert [one.row["id"] for one in development if one.wrong_deal] == []


def test_what_is_not_ours_is_refused(development: tuple[Scored, ...]) -> None:
    assert totals_of(development).share_refused >= ENOUGH


@pytest.fixture(scope="module")
def held_out(reader: BuiltinQuestions) -> Totals:
    """Only totals are told, so that nothing is made to fit."""
    return totals_of(scored(reader, asked) for asked in questions_of("questions_held_out"))


def test_no_question_held_out_is_answered_for_another_deal(held_out: Totals) -> None:
    assert held_out.wrong_deals == 0


@pytest.mark.xfail(strict=True, reason="100 of 110 as last measured")
def test_nineteen_in_twenty_questions_held_out_are_read_as_meant(held_out: Totals) -> None:
    assert held_out.share >= ENOUGH, held_out


@pytest.mark.xfail(strict=True, reason="11 of 13 as last measured")
def test_what_is_not_ours_is_refused_of_the_held_out(held_out: Totals) -> None:
    assert held_out.share_refused >= ENOUGH, held_out
