"""How far each person is in deciding, from what they said and did, or as somebody set it."""

import pytest

from dealbot.domain.decision_stage import approves, stage_of
from dealbot.domain.observation import Observation
from tests.domain.builders import DEAL, a_concern, a_correction, a_leaver, a_person, a_state, said

RAISED = said(a_concern("Dana"), "03-12")
BLOCKS = said(a_concern("Dana", blocking=True), "03-12")


def dana(stance: str = "unknown", *roles: str, quote: str | None = None, took_part: bool = True) -> Observation:
    return said(a_person("Dana", "CFO", stance, *roles, quote=quote, took_part=took_part))


def stage(*observations: Observation) -> str | None:
    state = a_state(*observations)
    person = state.person("dana")
    assert person is not None
    found = stage_of(person, state)
    return found.stage.value if found is not None else None


def by_hand(value: str, on: str = "03-20") -> Observation:
    return said(a_correction("stage", value, "Dana"), on, note=DEAL)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ((dana(took_part=False),), None),
        ((dana(took_part=False, quote="Dana knows nothing about it yet"),), "unaware"),
        ((dana(),), "evaluating"),
        ((dana(), RAISED), "needs_evidence"),
        ((dana("neutral"),), "evaluating"),
        ((dana("neutral"), RAISED), "needs_evidence"),
        ((dana("concerned"),), "needs_evidence"),
        ((dana("supportive"),), "evaluating"),
        ((dana("supportive"), RAISED), "needs_evidence"),
        ((dana("supportive", "champion"),), "advocating"),
        ((dana("committed"),), "advocating"),
        ((dana("committed", quote="she signed off on the budget"),), "approved"),
        ((dana("committed", quote="she signed off on the budget"), BLOCKS), "blocked"),
        ((dana("opposed"),), "blocked"),
        ((dana(), BLOCKS), "blocked"),
        ((dana("committed"), said(a_leaver("Dana", "CFO"), "04-10")), None),
    ],
)
def test_the_stage_of_a_person(told: tuple[Observation, ...], expected: str | None) -> None:
    assert stage(*told) == expected


@pytest.mark.parametrize(
    "words",
    [
        "she approved the pilot",
        "Dana signed off",
        "gave us the green light",
        "released the budget last week",
        "the money is set aside",
    ],
)
def test_words_of_approval(words: str) -> None:
    assert approves(words)


@pytest.mark.parametrize(
    "words",
    [
        "she hasn't approved it",
        "she will sign off, approved or so she says",
        "hopes to have it approved by May",
        "approved if legal agrees",
        "not signed off",
        "signed off once P&T met",
        "likes it",
    ],
)
def test_a_plan_a_condition_and_a_denial_are_no_approval(words: str) -> None:
    assert not approves(words)


def test_what_was_set_by_hand_holds_until_they_say_something_later() -> None:
    told = (dana("neutral"), by_hand("advocating"))
    assert stage(*told) == "advocating"
    assert stage(*told, said(a_person("Dana", "CFO", "opposed"), "04-10")) == "blocked"
    assert stage(*told, said(a_concern("Dana"), "04-10")) == "needs_evidence"


def test_the_last_stage_set_counts() -> None:
    assert stage(dana("neutral"), by_hand("advocating"), by_hand("approved", "03-21")) == "approved"


def test_a_yes_with_a_worry_shows_the_worrys_words() -> None:
    state = a_state(dana("supportive"), RAISED)
    person = state.person("dana")
    assert person is not None
    found = stage_of(person, state)
    assert found is not None
    assert found.evidence == RAISED.evidence
