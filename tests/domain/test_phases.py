"""Phases, what each must show, the moves between them, and the budget lock."""

from datetime import date

import pytest

from dealbot.domain.observation import Observation
from dealbot.domain.path_changes import path_changes
from dealbot.domain.phase import DealPhase
from tests.domain.builders import a_correction, a_signal, a_state, said


def told(kind: str, words: str, on: str = "03-16") -> Observation:
    return said(a_signal(kind, words), on)


def set_by_hand(field: str, value: str, of: str | None = None, on: str = "03-20") -> Observation:
    return said(a_correction(field, value, of), on, note="")


AGREED = (
    set_by_hand("exit", "the CFO backs the business case", "strategic_alignment", "02-01"),
    set_by_hand("exit", "P&T has passed it", "strategic_alignment", "02-02"),
    set_by_hand("phase", "strategic_alignment", None, "02-02"),
)


def test_the_buyers_decision_to_expand_opens_contracting() -> None:
    assert a_state(told("pilot", "the pilot began on 4 West")).phase is DealPhase.VALIDATION
    assert a_state(told("pilot", "they decided to expand to three hospitals")).phase is DealPhase.CONTRACTING


@pytest.mark.parametrize("words", ["if they decided to expand, we are ready", "they haven't decided to expand"])
def test_a_decision_that_is_supposed_or_denied_opens_nothing(words: str) -> None:
    assert a_state(told("pilot", words)).phase is DealPhase.VALIDATION


def test_criteria_of_a_phase_are_agreed_once_and_met_by_their_words() -> None:
    met = set_by_hand("met", "CFO backs business case", "strategic_alignment")
    state = a_state(*AGREED, AGREED[0], met, set_by_hand("met", "something else", "strategic_alignment"))
    (terms,) = state.phase_terms
    assert [(each.text, each.met is not None) for each in terms.criteria] == [
        ("the CFO backs the business case", True),
        ("P&T has passed it", False),
    ]
    assert [each.text for each in terms.unmet] == ["P&T has passed it"]


def test_going_on_with_unmet_criteria_is_allowed_and_kept_with_the_reason() -> None:
    state = a_state(*AGREED, set_by_hand("phase", "validation because the CMO starts anyway"))
    last = state.moves[-1]
    assert (state.phase, last.reason) == (DealPhase.VALIDATION, "the CMO starts anyway")
    assert last.unmet == ("the CFO backs the business case", "P&T has passed it")


def test_a_move_that_a_note_tells_of_leaves_criteria_behind_too_and_gets_its_reason_later() -> None:
    moved = told("pilot", "the pilot began on 4 West")
    assert a_state(*AGREED, moved).moves[-1].reason is None
    state = a_state(*AGREED, moved, set_by_hand("phase", "validation because Lee asked"))
    assert (state.moves[-1].reason, len(state.moves)) == ("Lee asked", 2)


def test_the_phase_set_again_is_no_move() -> None:
    assert len(a_state(*AGREED, set_by_hand("phase", "strategic_alignment")).moves) == 1


@pytest.mark.parametrize(
    ("words", "on", "year"),
    [
        ("no unbudgeted spend this FY, FY27 list locks 3/31", "2026-03-31", "FY27"),
        ("their budget locks on 30 April", "2026-04-30", None),
    ],
)
def test_the_budget_lock_is_the_day_that_the_words_tell(words: str, on: str, year: str | None) -> None:
    lock = a_state(told("budget_change", words)).budget_lock
    assert lock is not None
    assert (lock.on.isoformat(), lock.year) == (on, year)


@pytest.mark.parametrize(
    "words",
    [
        "the capital list locks soon",
        "capital list frozen",
        "once the budget locks on 3/31",
        "the doors lock on 3/31",
    ],
)
def test_without_a_day_or_a_budget_there_is_no_lock(words: str) -> None:
    assert a_state(told("budget_change", words)).budget_lock is None


def test_a_contract_that_moves_after_the_pilot_began_opens_contracting() -> None:
    began = told("pilot", "the pilot began on 4 West", "03-02")
    assert a_state(began, told("contract", "BAA sent to their legal")).phase is DealPhase.CONTRACTING
    assert a_state(began, told("contract", "BAA sent to their legal", "03-02")).phase is DealPhase.VALIDATION


def test_the_lock_is_set_by_hand() -> None:
    lock = a_state(set_by_hand("budget_lock", "2026-04-30 FY27")).budget_lock
    assert lock is not None
    assert (lock.on, lock.year) == (date(2026, 4, 30), "FY27")


def test_what_changed_on_the_path_is_listed_once() -> None:
    before = a_state(*AGREED, told("gate", "P&T on 14 April"), told("contract", "BAA sent to their legal"))
    after = a_state(
        *AGREED,
        told("gate", "P&T on 14 April"),
        told("contract", "BAA sent to their legal"),
        set_by_hand("gate", "passed 2026-03-18", "P&T"),
        set_by_hand("track", "agreed", "baa"),
        set_by_hand("budget_lock", "2026-04-30 FY27"),
        set_by_hand("met", "P&T has passed it", "strategic_alignment"),
    )
    assert [(each.name, each.before, each.after) for each in path_changes(before, after)] == [
        ("P&T", "meets 2026-04-14", "passed 2026-03-18"),
        ("BAA", "under way, with their legal", "agreed, with their legal"),
        ("FY27 budget lock", None, "2026-04-30"),
        ("strategic alignment must show: P&T has passed it", "open", "met"),
    ]
    assert list(path_changes(after, after)) == []


def test_what_is_merely_named_is_no_change() -> None:
    after = a_state(told("gate", "whatever touches orders goes to P&T"), told("contract", "our standard MSA"))
    assert list(path_changes(a_state(), after)) == []


def test_papers_and_a_lock_that_moves_are_changes() -> None:
    gates = (set_by_hand("papers", "2026-04-01", "P&T"), set_by_hand("papers_by", "Sam", "P&T"))
    locks = (set_by_hand("budget_lock", "2026-04-30"), set_by_hand("budget_lock", "2026-05-31"))
    changes = list(path_changes(a_state(locks[0]), a_state(*gates, *locks)))
    assert [(each.name, each.before, each.after) for each in changes] == [
        ("P&T", None, "papers due 2026-04-01, papers with Sam"),
        ("budget lock", "2026-04-30", "2026-05-31"),
    ]
