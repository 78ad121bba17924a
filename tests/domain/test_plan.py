"""What each person wants to see, what is planned for them, what several share, and what is done with a champion."""

import pytest

from dealbot.domain.activities import activities_with, marketing_only
from dealbot.domain.deal import DealState, Stakeholder
from dealbot.domain.observation import Observation
from dealbot.domain.partnership import ActivityKind, activity_told
from dealbot.domain.plan import EngagementPlan, plan_of, shared_ground
from dealbot.domain.stakeholder import Side
from tests.domain.builders import DEAL, a_closing, a_concern, a_correction, a_person, a_state, a_step, said

DANA = said(a_person("Dana Ruiz", "CFO", "concerned"))


def known(state: DealState, key: str) -> Stakeholder:
    person = state.person(key)
    assert person is not None
    return person


def plan(*observations: Observation, of: str = "dana ruiz") -> EngagementPlan:
    state = a_state(*observations)
    return plan_of(known(state, of), state)


def wants(*observations: Observation) -> list[str]:
    return [want.kind.value for want in plan(*observations).wants]


def by_hand(field: str, value: str, of: str = "Dana Ruiz", on: str = "03-20") -> Observation:
    return said(a_correction(field, value, of), on, note=DEAL)


@pytest.mark.parametrize(
    ("topic", "kind"),
    [
        ("budget_roi", "financial"),
        ("clinical_evidence", "clinical"),
        ("workflow_burden", "workflow"),
        ("vendor_viability", "company_stability"),
        ("integration", "risk"),
        ("security_privacy", "security_legal"),
    ],
)
def test_what_worries_somebody_tells_what_proof_they_want(topic: str, kind: str) -> None:
    worry = said(a_concern("Dana Ruiz", topic))
    assert wants(DANA, worry) == [kind]
    assert plan(DANA, worry).wants[0].evidence == worry.evidence


def test_clinical_proof_for_a_pharmacist_is_of_drug_safety() -> None:
    ray = said(a_person("Ray Moss", "Chief pharmacy officer", "neutral"))
    assert plan(ray, said(a_concern("Ray Moss", "clinical_evidence")), of="ray moss").proof == "drug_safety"


def test_a_settled_worry_or_one_of_no_kind_wants_nothing() -> None:
    assert wants(DANA, said(a_concern("Dana Ruiz")), said(a_concern("Dana Ruiz", status="resolved"), "04-10")) == []
    assert wants(DANA, said(a_concern("Dana Ruiz", "other"))) == []


def test_what_was_set_by_hand_comes_first_and_each_kind_once() -> None:
    worry = said(a_concern("Dana Ruiz"))
    assert wants(DANA, worry, by_hand("needs", "risk, financial")) == ["risk", "financial"]
    assert wants(DANA, by_hand("needs", "risk"), by_hand("needs", "workflow", on="03-21")) == ["workflow"]


def test_what_is_typical_of_a_seat_is_a_guess_only_while_they_said_nothing() -> None:
    quiet, told = plan(DANA), plan(DANA, said(a_concern("Dana Ruiz", "integration")))
    assert quiet.typical is not None
    assert (quiet.typical.worry, quiet.proof, quiet.wants) == ("cost savings", "financial", ())
    assert (told.typical, told.proof) == (None, "risk")


def test_of_somebody_without_a_function_nothing_is_typical() -> None:
    found = plan(said(a_person("Dana Ruiz", None, "neutral")))
    assert (found.typical, found.proof) == (None, None)


def test_somebody_whose_worries_are_settled_is_shown_what_their_like_want() -> None:
    settled = (said(a_concern("Dana Ruiz", "integration", status), "03-11") for status in ("raised", "resolved"))
    found = plan(DANA, *settled)
    assert (found.typical, found.wants, found.proof) == (None, (), "financial")


def test_a_guess_is_no_concern() -> None:
    assert a_state(DANA).open_concerns == ()


def test_the_touches_are_the_open_steps_for_them() -> None:
    told = (
        DANA,
        said(a_step("Send ROI v2 to Dana", due="03-20")),
        said(a_step("Send the budget date", "Dana Ruiz", "03-12", Side.BUYER)),
        said(a_step("Call Raj", due="03-11")),
        said(a_step("Ask Dana for the lock date", "Raj", "03-11", Side.BUYER)),
    )
    assert [step.action for step in plan(*told).touches] == ["Send the budget date", "Send ROI v2 to Dana"]
    sent = said(a_closing("sent ROI v2 to Dana"), "03-19")
    assert [step.action for step in plan(*told, sent).touches] == ["Send the budget date"]


def test_what_several_raised_is_their_shared_ground() -> None:
    told = [said(a_person(name, None, "neutral")) for name in ("Dana", "Ana", "Raj")]
    told += [said(a_concern(name, "budget_roi")) for name in ("Dana", "Ana")]
    told += [said(a_concern(name, "governance")) for name in ("Dana", "Ana", "Raj")]
    told += [said(a_concern("Raj", "integration")), *(said(a_concern(name, "other")) for name in ("Dana", "Raj"))]
    state = a_state(*told)
    assert [(each.topic.value, len(each.concerns)) for each in shared_ground(state, state.committee)] == [
        ("governance", 3),
        ("budget_roi", 2),
    ]
    assert shared_ground(state, state.committee[:1]) == ()


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("asked Dr Lee for her input on the order set", "input"),
        ("she gave us feedback on the draft", "input"),
        ("Lee joins our clinical advisory board", "advisory_board"),
        ("product feedback session with Lee", "feedback_session"),
        ("took the reference call for us", "reference"),
        ("sent Lee the deck", "outbound"),
        ("mailed her two case studies", "outbound"),
        ("we should ask for her input", None),
        ("never asked for her input", None),
        ("met Lee", None),
    ],
)
def test_what_was_done_with_somebody(words: str, kind: str | None) -> None:
    assert activity_told(words) == kind


LEE = said(a_person("Amelia Lee", "CMO", "committed", "champion", quote="asked Lee for her input"))


def done(*observations: Observation) -> list[ActivityKind]:
    state = a_state(*observations)
    return [each.kind for each in activities_with(known(state, "amelia lee"), state)]


def test_what_was_done_comes_from_the_words_the_steps_and_by_hand() -> None:
    step = said(a_step("Send Lee the deck"), "03-15")
    tapped = by_hand("activity", "advisory_board", "Amelia Lee", "03-21")
    assert done(LEE, step, tapped) == [ActivityKind.INPUT, ActivityKind.OUTBOUND, ActivityKind.ADVISORY_BOARD]


def test_the_same_thing_of_one_day_is_done_once() -> None:
    again = said(a_person("Amelia Lee", "CMO", quote="asked Lee for her input"), "03-10", "Sam Lee")
    assert done(LEE, again) == [ActivityKind.INPUT]


def test_what_a_note_promises_and_tells_of_the_person_is_done_once() -> None:
    told = said(a_person("Amelia Lee", "CMO", quote="I send Lee the deck"), "03-12")
    assert done(told, said(a_step("send Lee the deck"), "03-12")) == [ActivityKind.OUTBOUND]


def test_what_was_done_with_others_is_not_theirs() -> None:
    assert done(LEE, DANA, by_hand("activity", "reference")) == [ActivityKind.INPUT]


def test_a_champion_who_is_only_sent_things_is_marketed_to() -> None:
    sent = [said(a_step(f"Send Lee the {thing}"), "03-15") for thing in ("deck", "brochure")]
    quiet = said(a_person("Amelia Lee", "CMO", "committed", "champion"))
    for told, only in (((quiet, *sent), True), ((quiet, sent[0]), False), ((LEE, *sent), False)):
        state = a_state(*told)
        assert marketing_only(activities_with(known(state, "amelia lee"), state)) is only
