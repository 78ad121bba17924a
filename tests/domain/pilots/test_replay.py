"""The pilot of a deal, as notes and what people set by hand add up to."""

from datetime import date

import pytest

from dealbot.domain.observation import Observation
from dealbot.domain.pilot import (
    Component,
    Indicator,
    Level,
    Pilot,
    PilotResult,
    PilotState,
    Ready,
    ReadyItem,
    StepState,
)
from tests.domain.builders import a_concern, a_correction, a_person, a_signal, a_state, said

ANA = said(a_person("Ana Gomez", "CNO", quote="met Ana Gomez"), "01-10")


def pilot_words(text: str, on: str) -> Observation:
    return said(a_signal("pilot", text), on)


def by_hand(field: str, value: str, of: str | None = None, on: str = "07-01") -> Observation:
    return said(a_correction(field, value, of, words=f"{of}.{field}={value}"), on, note="")


def pilot(*told: Observation, on: str = "12-31") -> Pilot:
    return a_state(ANA, *told, on=on).pilot


STARTED = pilot_words("The pilot on 4 West started on 2 March", "03-10")


def test_a_deal_of_which_no_pilot_is_told_has_none() -> None:
    assert pilot() == Pilot()
    assert pilot(pilot_words("15 hospitals and 200 clinics", "02-01")) == Pilot()


def test_a_pilot_is_planned_then_runs() -> None:
    planned = pilot_words("the pilot starts 1 March", "02-01")
    assert pilot(planned).planned_for == date(2026, 3, 1)
    running = pilot(planned, STARTED)
    assert (running.state, running.started_on) == (PilotState.RUNNING, date(2026, 3, 2))
    assert running.told == STARTED.evidence


def test_a_pilot_that_was_said_to_run_and_did_not_is_planned_again() -> None:
    again = pilot(STARTED, pilot_words("the pilot has not started", "03-20"))
    assert (again.state, again.started_on) == (PilotState.PLANNED, None)


def test_criteria_told_late_leave_the_pilot_running() -> None:
    late = pilot(STARTED, pilot_words("success means adoption above 60%", "04-01"))
    assert len(late.criteria) == 1
    assert late.told == STARTED.evidence


def test_talk_of_another_pilot_does_not_stop_the_one_that_runs() -> None:
    assert pilot(STARTED, pilot_words("another pilot starts 1 June", "03-20")).started_on == date(2026, 3, 2)


def test_a_pilot_that_runs_in_a_second_place_has_gone_on_there() -> None:
    first = pilot_words("The oncology pilot started in January", "02-01")
    second = pilot_words("The pilot went live in cardiology on 3 August", "08-05")
    went_on = pilot(first, second)
    assert went_on.place == "oncology"
    assert [(step.place, step.state, step.on) for step in went_on.expansion] == [
        ("cardiology", StepState.LIVE, date(2026, 8, 3))
    ]


def test_a_pilot_that_is_told_twice_runs_in_one_place() -> None:
    twice = pilot(STARTED, pilot_words("The pilot on 4 West is up and running", "04-01"))
    assert twice.expansion == ()
    assert pilot(STARTED, pilot_words("the pilot is on the agenda", "04-01")) == pilot(STARTED)


def test_success_is_the_buyers_to_say() -> None:
    theirs = pilot(STARTED, pilot_words("Ana Gomez says the pilot was a success", "09-01"))
    assert (theirs.state, theirs.result) == (PilotState.DONE, PilotResult.SUCCEEDED)
    ours = pilot(STARTED, pilot_words("the pilot was a success", "09-01"))
    assert (ours.state, ours.result) == (PilotState.RUNNING, None)
    assert ours.claimed is not None


def test_one_of_theirs_or_a_body_of_theirs_vouches_for_the_results() -> None:
    vouched = said(a_person("Ana Gomez", quote="Ana told us the pilot met all its targets"), "09-01")
    assert pilot(STARTED, vouched).state is PilotState.DONE
    decided = said(a_signal("gate", "the board voted to expand to oncology"), "09-01")
    assert pilot(STARTED, decided).expansion[0].place == "oncology"
    assert pilot(STARTED, decided).state is PilotState.DONE
    elsewhere = said(a_signal("gate", "the board meets in May"), "09-01")
    assert pilot(STARTED, elsewhere).state is PilotState.RUNNING


def test_a_pilot_that_failed_has_to_be_planned_again() -> None:
    failed = pilot(STARTED, pilot_words("they say the pilot failed", "09-01"))
    assert (failed.state, failed.result, failed.started_on) == (PilotState.PLANNED, PilotResult.FAILED, None)
    assert pilot(STARTED, by_hand("pilot", "failed")).result is PilotResult.FAILED


def test_what_is_done_is_not_planned_again_by_a_wish() -> None:
    done = pilot_words("Ana says the pilot was a success", "09-01")
    assert pilot(STARTED, done, pilot_words("the pilot hasn't started", "09-09")).state is PilotState.DONE


def test_bars_told_before_the_start_are_criteria_and_those_of_the_note_agree() -> None:
    note = "kick-off"
    bar = said(a_signal("pilot", "60% of nurses use it daily"), "02-01", note=note)
    yes = said(a_person("Ana Gomez", quote="Ana agreed to it", at=50), "02-01", note=note)
    (criterion,) = pilot(bar, yes).criteria
    assert (criterion.name, criterion.component) == ("60% of nurses use it daily", Component.OPERATIONS)
    assert (criterion.agreed_by, criterion.agreed_on) == (("Ana Gomez",), date(2026, 2, 1))
    assert pilot(bar).criteria == ()
    assert pilot(bar).signs_of(Indicator.USING)[0].share == 60


def test_who_agreed_is_named_in_the_words_of_the_criterion_or_agrees_later() -> None:
    told = pilot_words("success means adoption above 60%", "02-01")
    again = pilot_words("success means adoption above 60%, Ana agreed", "02-09")
    assert pilot(told).unagreed == pilot(told).criteria
    assert pilot(told, again).criteria[0].agreed_by == ("Ana Gomez",)
    assert pilot(told, again, pilot_words("success means adoption above 60%", "02-20")).criteria[0].agreed


def test_a_bar_beside_a_pilot_to_come_is_a_criterion_and_beside_one_that_runs_none() -> None:
    note = "both"
    plan = said(a_signal("pilot", "the pilot starts 1 March"), "02-01", note=note)
    bar = said(a_concern("Ana Gomez", "workflow_burden"), "02-01", note=note)
    assert pilot(plan, bar).criteria == ()
    wants = said(a_person("Ana Gomez", quote="at least 60% of nurses should use it", at=90), "02-01", note=note)
    assert [each.name for each in pilot(plan, wants).criteria] == ["at least 60% of nurses should use it"]
    assert pilot(STARTED, pilot_words("adoption is above 60%", "04-01")).criteria == ()


def test_signs_are_heard_of_the_pilot_and_of_those_who_use_it_while_it_runs() -> None:
    nurses = said(a_person("Ana Gomez", quote="the nurses say it is faster"), "04-01")
    assert pilot(nurses).signs == ()
    (sign,) = pilot(STARTED, nurses).signs
    assert (sign.indicator, sign.level) == (Indicator.VALUE, Level.YES)
    twice = said(a_signal("pilot", "the nurses find it faster"), "04-01")
    assert len(pilot(STARTED, nurses, twice).signs) == 1


def test_a_place_is_blocked_and_an_ehr_blocks_only_a_place_that_is_known() -> None:
    ehr = said(a_signal("ehr", "Outpatient is blocked by the Meditech upgrade"), "09-01")
    planned = pilot_words("they expand to outpatient in August", "05-01")
    assert pilot(STARTED, ehr).expansion == ()
    (step,) = pilot(STARTED, planned, ehr).expansion
    assert (step.state, step.blocker, step.on) == (StepState.BLOCKED, "the Meditech upgrade", date(2026, 8, 1))
    live = said(a_signal("ehr", "outpatient went live"), "09-02")
    assert pilot(STARTED, planned, live).expansion[0].state is StepState.PLANNED


def test_a_person_sets_the_course_by_hand_until_something_is_said_later() -> None:
    assert pilot(by_hand("pilot", "running 2026-06-01")).started_on == date(2026, 6, 1)
    assert pilot(STARTED, by_hand("pilot", "running")).started_on == date(2026, 3, 2)
    assert pilot(STARTED, by_hand("pilot", "planned 2026-08-01")).planned_for == date(2026, 8, 1)
    later = pilot_words("the pilot started on 3 August", "08-10")
    assert pilot(by_hand("pilot", "planned"), later).started_on == date(2026, 8, 3)


def test_success_set_by_hand_needs_one_of_theirs() -> None:
    done = pilot(STARTED, by_hand("pilot", "succeeded Ana Gomez: we want it everywhere"))
    assert (done.state, done.verdict) == (PilotState.DONE, "Ana Gomez: we want it everywhere")
    nobodys = pilot(STARTED, by_hand("pilot", "succeeded Priya: it went well"))
    assert (nobodys.state, nobodys.verdict) == (PilotState.RUNNING, None)


def test_a_criterion_is_set_part_by_part_and_dropped_by_hand() -> None:
    set_up = by_hand("criterion", "60% of nurses; owner Ana Gomez", "Adoption", "02-01")
    agreed = by_hand("criterion", "agreed Ana, Priya 2026-04-01", "adoption", "04-02")
    (criterion,) = pilot(set_up, agreed).criteria
    assert (criterion.name, criterion.threshold, criterion.owner) == ("Adoption", "60% of nurses", "Ana Gomez")
    assert (criterion.agreed_by, criterion.agreed_on) == (("Ana Gomez",), date(2026, 4, 1))
    assert pilot(set_up, agreed, STARTED).agreed_late == (criterion,)
    assert pilot(set_up, by_hand("criterion", "dropped", "Adoption")).criteria == ()


def test_missing_are_the_groups_of_success_without_a_criterion() -> None:
    told = by_hand("criterion", "fewer falls; group clinical", "Falls")
    assert pilot(told).missing == (Component.WORKFLOW, Component.OPERATIONS, Component.FINANCIAL)


def test_signs_places_and_readiness_are_set_by_hand() -> None:
    set_right = pilot(
        by_hand("indicator", "62%", "using"),
        by_hand("ready", "yes", "budget"),
        by_hand("expansion", "live 2026-06-01", "Cardiology"),
        by_hand("expansion", "planned", "Oncology"),
        by_hand("expansion", "dropped", "Oncology", "07-02"),
    )
    assert [sign.share for sign in set_right.signs] == [62]
    assert [(step.place, step.state) for step in set_right.expansion] == [("Cardiology", StepState.LIVE)]
    assert set_right.ready == (Ready(ReadyItem.BUDGET, True, set_right.ready[0].evidence),)  # noqa: FBT003 -- as set


@pytest.mark.parametrize(
    "field_and_value",
    [
        ("pilot", "soon"),
        ("criterion", ""),
        ("indicator", "much"),
        ("ready", "soon"),
        ("expansion", "soon"),
        ("stance", "neutral"),
    ],
)
def test_what_is_not_in_its_form_changes_nothing(field_and_value: tuple[str, str]) -> None:
    assert pilot(by_hand(*field_and_value, of="Ana Gomez")) == Pilot()


def test_the_order_of_arrival_does_not_matter() -> None:
    told = [STARTED, pilot_words("they say the pilot was a success", "09-01"), by_hand("pilot", "planned")]
    assert pilot(*told) == pilot(*reversed(told))
