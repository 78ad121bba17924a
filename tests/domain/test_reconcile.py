"""The state of a deal: what is counted as of a day, its signals, its phase, when it was first and last heard."""

import pytest

from dealbot.domain.phase import DealPhase
from tests.domain.builders import DEAL, a_concern, a_correction, a_day, a_person, a_signal, a_state, a_step, said


def test_of_nothing_said_nothing_is_known() -> None:
    state = a_state()
    assert (state.people, state.concerns, state.steps, state.signals) == ((), (), (), ())
    assert (state.phase, state.first_heard, state.last_heard) == (None, None, None)


def test_what_was_said_after_the_day_is_not_counted() -> None:
    january = said(a_person("Dana Ruiz", stance="opposed"), "01-10")
    later = [
        said(a_person("Dana Cole", stance="opposed"), "03-10"),
        said(a_concern("Dana"), "03-10"),
        said(a_step("Send the ROI model"), "03-10"),
        said(a_signal("pilot"), "03-10"),
        said(a_correction("stance", "supportive", "Dana Ruiz"), "03-10", note=DEAL),
        said(a_correction("gone", "yes", "Dana Ruiz"), "03-10", note=DEAL),
        said(a_correction("phase", "contracting"), "03-10", note=DEAL),
    ]
    assert a_state(january, *later, on="02-01") == a_state(january, on="02-01")


def test_a_deal_is_heard_from_the_first_to_the_last_note_whatever_a_person_sets_right() -> None:
    state = a_state(
        said(a_person("Dana Ruiz"), "01-10"),
        said(a_signal("ehr", "Epic"), "02-10"),
        said(a_correction("stance", "neutral", "Dana Ruiz"), "03-10", note=DEAL),
    )
    assert (state.first_heard, state.last_heard) == (a_day("01-10"), a_day("02-10"))


def test_signals_come_in_the_order_in_which_they_were_told() -> None:
    state = a_state(said(a_signal("gate", "P&T on 12 March"), "02-10"), said(a_signal("ehr", "Epic"), "01-10"))
    assert [signal.detail for signal in state.signals] == ["Epic", "P&T on 12 March"]


@pytest.mark.parametrize(
    ("told", "phase"),
    [
        ([], None),
        (["ehr"], None),
        (["contract"], None),
        (["pilot"], DealPhase.VALIDATION),
        (["contract", "pilot"], DealPhase.VALIDATION),
        (["pilot", "contract"], DealPhase.CONTRACTING),
        (["pilot", "contract", "pilot"], DealPhase.CONTRACTING),
    ],
)
def test_a_pilot_begins_validation_and_a_contract_after_it_contracting(
    told: list[str], phase: DealPhase | None
) -> None:
    assert a_state(*(said(a_signal(kind), f"0{at + 1}-10") for at, kind in enumerate(told))).phase is phase


def test_a_contract_of_the_day_of_the_pilot_does_not_begin_contracting() -> None:
    assert a_state(said(a_signal("pilot")), said(a_signal("contract", at=9))).phase is DealPhase.VALIDATION


def test_a_phase_set_by_hand_holds_until_something_later_is_told() -> None:
    pilot = said(a_signal("pilot"), "01-10")
    contract = said(a_signal("contract"), "02-10")
    by_hand = said(a_correction("phase", "validation"), "03-01", note=DEAL)
    later = said(a_signal("contract"), "04-10")
    assert a_state(pilot, contract, by_hand).phase is DealPhase.VALIDATION
    assert a_state(pilot, contract, by_hand, later).phase is DealPhase.CONTRACTING


def test_a_person_is_found_by_key() -> None:
    state = a_state(said(a_person("Dana Ruiz")))
    assert state.person("dana ruiz") is state.people[0]
    assert state.person("raj patel") is None
    assert state.person(None) is None


def test_whoever_left_is_still_told_of_with_the_committee() -> None:
    state = a_state(
        said(a_person("Dana Ruiz", "CFO"), "01-10"),
        said(a_correction("gone", "yes", "Dana Ruiz"), "02-10", note=DEAL),
    )
    assert [person.label for person in state.committee] == ["Dana Ruiz"]
