"""How a deal ended or rests: one stretch after the other, each with its cause and its days."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealbot.domain.cause import Cause
from dealbot.domain.changes import ChangeKind, changes_between
from dealbot.domain.ending import Told, told_in
from dealbot.domain.observation import Observation
from dealbot.domain.record import Outcome
from tests.domain.builders import DEAL, a_correction, a_day, a_person, a_state, said


def ended(value: str, on: str) -> Observation:
    return said(a_correction("outcome", value), on, note=DEAL)


PAUSED = ended("paused reimbursement.cms until 2026-10-15", "07-14")
REVIVED = ended("open", "10-14")


def test_a_deal_never_closed_is_worked_on() -> None:
    state = a_state(said(a_person("Dana Ruiz")))
    assert (state.endings, state.ending) == ((), None)


def test_a_paused_deal_has_its_cause_and_the_day_to_look_again() -> None:
    ending = a_state(PAUSED, on="08-14").ending
    assert ending is not None
    assert (ending.outcome, ending.cause, ending.revisit_on) == (Outcome.PAUSED, Cause.CMS, a_day("10-15"))
    assert ending.days(a_day("08-14")) == 31


def test_a_deal_taken_up_again_keeps_how_long_it_rested() -> None:
    state = a_state(REVIVED, PAUSED)
    assert state.ending is None
    assert [(each.until, each.days(state.as_of)) for each in state.endings] == [(a_day("10-14"), 92)]


def test_what_ended_otherwise_afterwards_ends_the_first_stretch() -> None:
    state = a_state(PAUSED, ended("lost budget.freeze: no money until FY28", "09-14"))
    assert [(each.outcome, each.until) for each in state.endings] == [
        (Outcome.PAUSED, a_day("09-14")),
        (Outcome.LOST, None),
    ]
    assert state.endings[-1].reason == "no money until FY28"


def test_before_its_day_an_ending_does_not_count() -> None:
    assert a_state(PAUSED, on="07-13").endings == ()


def test_what_changed_is_told_both_ways() -> None:
    told = [
        [(change.what, change.before, change.after) for change in changes_between(before, after)]
        for before, after in ((a_state(), a_state(PAUSED)), (a_state(PAUSED), a_state(PAUSED, REVIVED)))
    ]
    written = "paused reimbursement.cms until 2026-10-15"
    assert told == [[(ChangeKind.OUTCOME, "open", written)], [(ChangeKind.OUTCOME, written, "open")]]


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("gone", "An outcome is open, won, lost, paused, not 'gone'"),
        ("", "An outcome is"),
        ("lost", "needs a cause"),
        ("paused until 2027-01-15", "needs a cause"),
        ("lost budget until 2027-01-15", "is no outcome"),
        ("paused weather", "is no outcome"),
        ("paused budget freeze", "is no outcome"),
        ("paused budget until January", "Invalid isoformat"),
    ],
)
def test_anything_else_is_refused_with_a_sentence(value: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        told_in(value)


a_cause = st.sampled_from(Cause)
a_told = st.one_of(
    st.just(Told(None)),
    st.builds(Told, st.just(Outcome.WON)),
    st.builds(Told, st.just(Outcome.LOST), a_cause, reason=st.sampled_from(["", "they chose to wait: again"])),
    st.builds(Told, st.just(Outcome.PAUSED), a_cause, st.none() | st.dates(date(2026, 1, 1), date(2030, 1, 1))),
)


@given(a_told)
def test_what_is_written_is_read_back(told: Told) -> None:
    assert told_in(str(told)) == told


@given(st.lists(a_told, max_size=6))
def test_stretches_follow_each_other_and_only_the_last_may_be_open(said_of_it: list[Told]) -> None:
    day = a_day("01-01")
    state = a_state(
        *(ended(str(told), (day + timedelta(days=number)).isoformat()) for number, told in enumerate(said_of_it))
    )
    assert all(each.until is not None for each in state.endings[:-1])
    assert all(one.until is not None and one.until <= two.on for one, two in pairwise(state.endings))
    assert all(each.days(state.as_of) >= 0 for each in state.endings)
