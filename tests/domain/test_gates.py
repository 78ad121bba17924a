"""The committees of a deal out of what notes tell and people set."""

from datetime import date

import pytest

from dealbot.domain.concern import ConcernStatus, ConcernTopic
from dealbot.domain.deal import DealState
from dealbot.domain.evidence import Span
from dealbot.domain.gate import GateState, KnownGate
from dealbot.domain.gate_words import gates_told
from dealbot.domain.gates import in_their_order
from dealbot.domain.observation import ConcernStatement, Observation
from tests.domain.builders import a_correction, a_signal, a_state, a_step, said

USUAL = ("P&T", "Medical Executive Committee", "Board")
ON = date(2026, 3, 16)


def told(words: str, on: str = "03-16", author: str = "Priya Nair") -> Observation:
    return said(a_signal("gate", words), on, author)


def set_by_hand(field: str, value: str, of: str | None = "P&T", on: str = "03-20") -> Observation:
    return said(a_correction(field, value, of), on, note="")


def gate(state: DealState, label: str = "P&T") -> KnownGate:
    found = state.gates.find(label)
    assert found is not None
    return found


def states(*observations: Observation) -> dict[str, str]:
    return {each.label: each.state.value for each in a_state(*observations).gates.known}


@pytest.mark.parametrize(
    ("words", "since"),
    [
        ("P&T passed it on 12 March", "2026-03-12"),
        ("the p and t approved us last Thursday, unanimously", "2026-03-12"),
        ("P&T = passed!!", "2026-03-16"),
        ("we got through P&T", "2026-03-16"),
        ("P&T gave us the green light on 3/9", "2026-03-09"),
        ("Pharmacy and Therapeutics voted yes 9-2", "2026-03-16"),
    ],
)
def test_a_committee_that_passed_it_has_the_day_that_the_words_tell(words: str, since: str) -> None:
    found = gate(a_state(told(words)))
    assert (found.state, found.since.isoformat()) == (GateState.PASSED, since)


@pytest.mark.parametrize(
    "words",
    [
        "we hope P&T passed it",
        "once P&T passed it and approved the dosing, we start",
        "P&T hasn't passed it yet",
        "P&T will have approved it by May",
        "Has P&T approved it?",
        "if P&T approved it we would know",
        "P&T passed on it",
        "P&T approved the agenda",
        "P&T",
    ],
)
def test_what_is_hoped_supposed_denied_or_asked_is_not_passed(words: str) -> None:
    assert gate(a_state(told(words))).state is GateState.OPEN


def test_two_committees_of_one_clause_both_passed_it() -> None:
    assert states(told("P&T and MEC both passed it")) == {"P&T": "passed", "Medical Executive Committee": "passed"}


def test_only_the_committee_before_the_verb_passed_it() -> None:
    found = states(told("after P&T passed it the MEC took it up"))
    assert found == {"P&T": "passed", "Medical Executive Committee": "open"}


@pytest.mark.parametrize("words", ["Passed, subject to the money", "P&T approved it on one condition"])
def test_a_yes_with_a_condition_says_so(words: str) -> None:
    told_of = gates_told(words, "P&T passed", ON)
    assert [(each.state, each.on_condition) for each in told_of] == [(GateState.PASSED, True)]


def test_papers_that_went_in_are_submitted_and_what_came_back_is_returned() -> None:
    assert states(told("we submitted the packet to P&T on Monday")) == {"P&T": "submitted"}
    assert states(told("P&T sent it back with questions")) == {"P&T": "returned"}
    assert states(told("P&T did not approve it")) == {"P&T": "returned"}


def test_a_calendar_has_the_meeting_and_how_long_before_papers_are_due() -> None:
    found = gate(a_state(told("P&T Tue 8 Dec, papers due 24 Nov, nobody owns them", "11-16")))
    assert found.calendar is not None
    assert (found.calendar.meets_on, found.calendar.papers_days) == ((date(2026, 12, 8),), 14)
    assert (found.papers_due, found.unowned, found.meets_next(date(2026, 11, 23))) == (
        date(2026, 11, 24),
        True,
        date(2026, 12, 8),
    )


def test_one_clause_may_tell_papers_and_meeting() -> None:
    found = gate(a_state(told("Papers for the 8 Dec P&T are due 24 Nov", "11-16")))
    assert (found.papers_due, found.meets_next(date(2026, 11, 23))) == (date(2026, 11, 24), date(2026, 12, 8))


def test_the_second_tuesday_comes_every_month() -> None:
    found = gate(a_state(told("P&T meets second Tuesday, papers two weeks before", "11-16")))
    assert found.calendar is not None
    assert found.calendar.meets_on[:2] == (date(2026, 12, 8), date(2027, 1, 12))
    assert found.calendar.papers_days == 14


def test_a_meeting_that_moved_takes_the_place_of_the_one_to_come() -> None:
    state = a_state(told("P&T on 1 Dec", "11-02"), told("P&T has moved, now Tue 8 Dec", "11-12"))
    assert gate(state).meets_next(date(2026, 11, 23)) == date(2026, 12, 8)


def test_a_pace_without_a_day_is_kept() -> None:
    found = gate(a_state(told("the MEC meets monthly")), "MEC")
    assert found.calendar is not None
    assert (found.calendar.meets_on, found.calendar.every_days) == ((), 30)


def test_of_a_committee_merely_named_no_calendar_is_known() -> None:
    found = gate(a_state(told("whatever touches orders goes to P&T first")))
    assert (found.state, found.calendar) == (GateState.OPEN, None)


def test_a_worry_about_approvals_tells_of_gates_too() -> None:
    words = "P&T is full until 14 April"
    worry = ConcernStatement(
        "P&T", ConcernTopic.GOVERNANCE, ConcernStatus.RAISED, blocking=False, span=Span(words, 0, len(words))
    )
    assert gate(a_state(said(worry, "03-16"))).meets_next(ON) == date(2026, 4, 14)


def test_what_is_passed_stays_passed_until_it_is_sent_back() -> None:
    passed = told("P&T passed it on 12 March")
    assert states(passed, told("P&T meets 14 April", "03-20")) == {"P&T": "passed"}
    assert states(passed, told("we submitted the packet to P&T", "03-20")) == {"P&T": "passed"}
    assert states(passed, told("P&T sent it back", "03-20")) == {"P&T": "returned"}


def test_of_two_writers_of_one_day_the_worse_counts() -> None:
    one, other = told("P&T passed it"), told("P&T sent it back", author="Sam Okafor")
    assert states(one, other) == states(other, one) == {"P&T": "returned"}


def test_what_a_person_sets_counts_until_something_later_is_told() -> None:
    by_hand = set_by_hand("gate", "passed 2026-03-12")
    assert states(told("P&T sent it back"), by_hand) == {"P&T": "passed"}
    assert gate(a_state(by_hand)).since == date(2026, 3, 12)
    assert states(by_hand, told("P&T sent it back", "03-25")) == {"P&T": "returned"}
    assert states(told("P&T passed it"), set_by_hand("gate", "open")) == {"P&T": "open"}


def test_calendar_papers_and_their_owner_are_set_by_hand() -> None:
    state = a_state(
        set_by_hand("meets", "2026-12-08, 2027-01-12"),
        set_by_hand("papers", "2026-11-24"),
        set_by_hand("papers_by", "Priya"),
    )
    found = gate(state)
    assert found.calendar is not None
    assert (found.calendar.meets_on, found.calendar.papers_days) == ((date(2026, 12, 8), date(2027, 1, 12)), 14)
    assert (found.papers_due, found.owner) == (date(2026, 11, 24), "Priya")
    second = gate(a_state(set_by_hand("meets", "second Tuesday")))
    assert second.meets_next(date(2026, 11, 23)) == date(2026, 12, 8)


def test_whoever_promised_the_papers_has_them() -> None:
    promised = said(a_step("Write the P&T packet", "Sam"), "03-17")
    assert gate(a_state(told("P&T on 14 April"), promised)).owner == "Sam"
    some = said(a_step("Finish the submission", "Sam"), "03-17")
    assert gate(a_state(told("P&T on 14 April"), some)).owner == "Sam"
    two = a_state(told("P&T on 14 April"), told("Board on 20 April"), some)
    assert (gate(two).owner, gate(two, "Board").owner) == (None, None)


def test_who_is_said_to_own_the_papers_has_them() -> None:
    assert gate(a_state(told("P&T 14 April; Sam owns the packet"))).owner == "Sam"


def test_the_committee_is_the_only_one_known_or_nobody_s() -> None:
    passed = told("the committee approved it", "03-20")
    assert states(told("P&T on 17 March"), passed) == {"P&T": "passed"}
    assert states(told("P&T on 17 March"), told("Board on 19 March"), passed) == {"P&T": "open", "Board": "open"}
    assert states(passed) == {}


def test_a_committee_that_is_not_needed_is_no_gate() -> None:
    assert states(told("no need for MEC"), told("P&T on 14 April")) == {"P&T": "open"}
    assert states(set_by_hand("gate", "not_needed")) == {}


def test_gates_come_in_their_usual_order_with_those_nobody_told_of() -> None:
    state = a_state(told("Board on 20 May"), told("value analysis on 2 April"), told("nursing council on 3 April"))
    assert in_their_order(state.gates, USUAL) == ("Value Analysis", "Nursing council", *USUAL)


def test_gates_listed_by_hand_are_all_there_are_until_another_is_told_of() -> None:
    listed = set_by_hand("gates", "Board, P&T", None)
    state = a_state(told("MEC on 2 April"), listed)
    assert in_their_order(state.gates, USUAL) == ("Board", "P&T")
    later = a_state(told("MEC on 2 April"), listed, told("MEC on 9 April", "03-25"))
    assert in_their_order(later.gates, USUAL) == ("Board", "P&T", "Medical Executive Committee")
    assert in_their_order(a_state(set_by_hand("gates", "none", None)).gates, USUAL) == ()


def test_only_gates_not_passed_are_to_pass() -> None:
    state = a_state(told("P&T passed it"), told("Board on 20 May"))
    assert [each.label for each in state.gates.to_pass] == ["Board"]
    assert [each.gate.label for each in state.gates.known] == ["P&T", "Board"]


def test_an_unknown_committee_keeps_its_name() -> None:
    assert states(told("AI governance council passed it")) == {"AI governance council": "passed"}
    assert states(told("capital passed it last night")) == {"Capital committee": "passed"}


def test_a_clause_cut_off_from_its_committee_is_of_the_one_its_note_named_last() -> None:
    named, cut = told("P&T met early"), told("and passed it on 12 March")
    assert states(named, told("Board on 20 May", "03-01"), cut) == {"P&T": "passed", "Board": "open"}
    assert states(told("P&T on 17 March", "03-01"), cut) == {"P&T": "passed"}
    assert states(told("P&T on 17 March", "03-01"), told("Board on 20 May", "03-01"), cut)["P&T"] == "open"


def test_whom_they_are_only_the_same_note_tells() -> None:
    they = said(a_signal("gate", "they approved it", 40), "03-16")
    assert states(told("P&T met early"), they) == {"P&T": "passed"}
    assert states(told("P&T on 17 March", "03-01"), they) == {"P&T": "open"}


def test_somebody_else_who_approved_it_is_no_committee() -> None:
    other = told("the dean approved it")
    assert states(told("P&T on 17 March", "03-01"), other) == {"P&T": "open"}


def test_the_meeting_that_can_still_be_made_is_the_one_after_its_papers() -> None:
    found = gate(a_state(told("P&T meets second Tuesday, papers two weeks before", "11-16")))
    on = date(2026, 11, 25)
    assert (found.meets_next(on), found.can_be_made(on), found.papers_for(on)) == (
        date(2026, 12, 8),
        date(2027, 1, 12),
        date(2026, 12, 29),
    )
    once = gate(a_state(told("P&T 8 Dec, papers due 24 Nov", "11-16")))
    assert (once.can_be_made(on), once.papers_for(on)) == (None, date(2026, 11, 24))
    bare = gate(a_state(told("P&T passed it")))
    assert (bare.can_be_made(on), bare.papers_for(on)) == (None, None)


def test_nothing_is_told_where_no_committee_is_named() -> None:
    assert gates_told("they cleared it", "ethics group cleared it", ON) == ()
    assert gates_told("she is on board", "", ON) == ()
    assert states(told("board member Otto came")) == {}
