"""Who is affected, apart from who decides; and the plan for their resistance."""

import pytest

from dealbot.domain.affected import affected_by_hand
from dealbot.domain.deal import DealState
from dealbot.domain.observation import Observation
from dealbot.domain.stakeholder import Side
from tests.domain.builders import a_concern, a_correction, a_person, a_signal, a_state, said

COLLEEN = said(a_person("Colleen Burke", "nurse manager"), "01-10")


def affected(state: DealState) -> list[tuple[str, str | None]]:
    return [(each.key, each.how) for each in state.affected]


def test_users_and_whoever_worries_about_the_work_are_affected() -> None:
    user = said(a_person("Tom Hill", None, "unknown", "user"), "02-10")
    worried = said(a_concern("Colleen Burke", "workflow_burden"), "02-10")
    money = said(a_concern("Tom Hill", "budget_roi"), "02-10")
    assert affected(a_state(COLLEEN, user, worried, money)) == [("colleen burke", None), ("tom hill", None)]


@pytest.mark.parametrize(
    "quote", ["Colleen's nurses have to chart twice", "it means extra clicks", "her nurses will feel it"]
)
def test_words_tell_that_somebody_is_affected(quote: str) -> None:
    assert affected(a_state(COLLEEN, said(a_person("Colleen Burke", quote=quote), "02-10"))) == [
        ("colleen burke", None)
    ]


def test_words_about_somebody_else_too_tell_nothing() -> None:
    two = said(a_person("Colleen Burke", quote="Colleen and Raj Patel fear extra clicks"), "02-10")
    assert affected(a_state(COLLEEN, said(a_person("Raj Patel", "CIO")), two)) == []
    assert affected(a_state(COLLEEN, said(a_signal("ehr", "extra clicks"), "02-10"))) == []


def test_somebody_of_ours_is_not_affected() -> None:
    assert affected(a_state(said(a_person("Sam Lee", None, None, "user", side=Side.US)))) == []


def by_hand(value: str, on: str = "03-10") -> Observation:
    return said(a_correction("affected", value, "Colleen Burke"), on, note="")


def test_set_by_hand_somebody_is_affected_or_not() -> None:
    assert affected(a_state(COLLEEN, by_hand("yes: night charting"))) == [("colleen burke", "night charting")]
    user = said(a_person("Colleen Burke", None, None, "user"), "02-10")
    assert affected(a_state(COLLEEN, user, by_hand("no"))) == []
    later = said(a_person("Colleen Burke", None, None, "user"), "04-10")
    assert affected(a_state(COLLEEN, by_hand("no"), later)) == [("colleen burke", None)]


def test_a_value_by_hand_has_one_form() -> None:
    assert affected_by_hand("yes: night charting") == (True, "night charting")
    assert affected_by_hand("No") == (False, None)
    assert affected_by_hand("perhaps") is None


def test_a_value_nobody_can_read_says_no() -> None:
    assert affected(a_state(COLLEEN, by_hand("perhaps"))) == []


def test_the_latest_plan_counts() -> None:
    plans = [
        said(a_correction("resistance_plan", text, "Colleen"), on, note="")
        for text, on in (("a", "02-10"), ("b", "03-10"))
    ]
    state = a_state(COLLEEN, *plans)
    assert [(plan.key, plan.text) for plan in state.resistance_plans] == [("colleen burke", "b")]
