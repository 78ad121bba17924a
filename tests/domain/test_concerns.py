"""The life of a concern: raised, addressed, resolved, reopened; whose it is; whether it blocks."""

import pytest

from dealbot.domain.concern import ConcernStatus
from dealbot.domain.deal import Concern, DealState
from tests.domain.builders import DEAL, a_concern, a_correction, a_day, a_leaning, a_person, a_state, said


def lives(state: DealState) -> dict[tuple[str | None, str], str]:
    return {(concern.holder, concern.topic.value): concern.status.value for concern in state.concerns}


def the_one(state: DealState) -> Concern:
    (concern,) = state.concerns
    return concern


def test_a_concern_addressed_stays_open() -> None:
    state = a_state(said(a_concern("Dana"), "01-10"), said(a_concern("Dana", status="addressed"), "02-10"))
    assert the_one(state).status is ConcernStatus.ADDRESSED
    assert len(state.open_concerns) == 1


def test_a_concern_resolved_is_not_open() -> None:
    state = a_state(said(a_concern("Dana"), "01-10"), said(a_concern("Dana", status="resolved"), "02-10"))
    assert the_one(state).status is ConcernStatus.RESOLVED
    assert the_one(state).since == a_day("01-10")
    assert the_one(state).evidence.on == a_day("02-10")
    assert state.open_concerns == ()


def test_a_concern_raised_again_is_reopened_since_then() -> None:
    state = a_state(
        said(a_concern("Dana", blocking=True), "01-10"),
        said(a_concern("Dana", status="resolved"), "02-10"),
        said(a_concern("Dana"), "03-10"),
        said(a_concern("Dana"), "04-10"),
    )
    concern = the_one(state)
    assert (concern.status, concern.since, concern.blocking) == (ConcernStatus.RAISED, a_day("03-10"), False)
    assert concern.evidence.on == a_day("04-10")
    assert [status.value for status, _ in concern.history] == ["raised", "resolved", "raised", "raised"]


def test_an_answer_does_not_reopen_what_was_resolved() -> None:
    state = a_state(
        said(a_concern("Dana"), "01-10"),
        said(a_concern("Dana", status="resolved"), "02-10"),
        said(a_concern("Dana", status="addressed"), "03-10"),
    )
    assert the_one(state).status is ConcernStatus.RESOLVED
    assert the_one(state).evidence.on == a_day("02-10")


def test_a_person_may_reopen_what_was_resolved() -> None:
    state = a_state(
        said(a_concern("Dana"), "01-10"),
        said(a_concern("Dana", status="resolved"), "02-10"),
        said(a_correction("concern", "addressed", "Dana", "budget_roi"), "03-01", note=DEAL),
    )
    assert the_one(state).status is ConcernStatus.ADDRESSED


def test_a_settlement_of_nothing_opens_nothing() -> None:
    assert a_state(said(a_concern("Dana", status="resolved"))).open_concerns == ()


def test_two_holders_of_one_topic_have_two_concerns() -> None:
    state = a_state(said(a_concern("Dana")), said(a_concern("Raj", status="resolved")))
    assert lives(state) == {("Dana", "budget_roi"): "raised", ("Raj", "budget_roi"): "resolved"}


def test_a_holder_by_title_and_by_name_is_one() -> None:
    state = a_state(
        said(a_concern("CFO"), "01-10"),
        said(a_person("Dana Ruiz", "Chief Financial Officer"), "02-10"),
        said(a_concern("Dana", status="resolved"), "03-10"),
    )
    assert lives(state) == {("Dana Ruiz", "budget_roi"): "resolved"}


def test_a_holder_nobody_tells_of_otherwise_is_shown_as_written_in_full() -> None:
    state = a_state(said(a_concern("P&T")), said(a_concern("P&T committee", status="addressed"), "04-10"))
    assert lives(state) == {("P&T committee", "budget_roi"): "addressed"}


@pytest.mark.parametrize("status", ["addressed", "resolved"])
def test_an_answer_without_a_holder_is_to_the_one_open_worry_on_its_topic(status: str) -> None:
    state = a_state(
        said(a_concern("Dana"), "01-10"),
        said(a_concern("Raj", status="resolved"), "01-10"),
        said(a_concern(None, status=status), "02-10"),
    )
    assert lives(state) == {("Dana", "budget_roi"): status, ("Raj", "budget_roi"): "resolved"}


def test_a_settlement_by_somebody_is_of_the_one_worry_that_was_nobodys() -> None:
    state = a_state(said(a_concern(None), "01-10"), said(a_concern("Raj", status="resolved"), "02-10"))
    assert lives(state) == {("Raj", "budget_roi"): "resolved"}


def test_a_settlement_by_somebody_is_never_of_somebody_elses_worry() -> None:
    state = a_state(said(a_concern("Dana"), "01-10"), said(a_concern("Raj", status="resolved"), "02-10"))
    assert lives(state) == {("Dana", "budget_roi"): "raised", ("Raj", "budget_roi"): "resolved"}


def test_a_settlement_without_a_holder_settles_neither_of_two() -> None:
    state = a_state(
        said(a_concern("Dana"), "01-10"),
        said(a_concern("Raj"), "01-10"),
        said(a_concern(None, status="resolved"), "02-10"),
    )
    assert len(state.open_concerns) == 2


def test_an_answer_after_all_was_settled_is_to_what_was_settled_last() -> None:
    state = a_state(
        said(a_concern("Dana"), "01-10"),
        said(a_concern("Raj"), "01-10"),
        said(a_concern("Raj", status="resolved"), "02-10"),
        said(a_concern("Dana", status="resolved"), "03-10"),
        said(a_concern(None, status="addressed"), "04-10"),
    )
    assert state.open_concerns == ()
    assert [len(concern.history) for concern in state.concerns] == [3, 2]


def test_an_earlier_settlement_of_nothing_does_not_keep_a_later_one_from_its_worry() -> None:
    state = a_state(
        said(a_concern("Raj", status="resolved"), "01-01"),
        said(a_concern(None), "01-10"),
        said(a_concern("Raj", status="resolved"), "02-10"),
    )
    assert state.open_concerns == ()


def test_a_worry_of_ones_own_is_answered_before_one_of_nobodys() -> None:
    state = a_state(
        said(a_concern(None), "01-10"),
        said(a_concern("Raj"), "01-11"),
        said(a_concern("Raj", status="resolved"), "02-10"),
    )
    assert lives(state) == {(None, "budget_roi"): "raised", ("Raj", "budget_roi"): "resolved"}


@pytest.mark.parametrize("status", ["addressed", "resolved"])
def test_two_writers_of_one_day_are_both_shown_and_the_worse_counts(status: str) -> None:
    state = a_state(
        said(a_concern("Dana"), author="Priya", note="a"),
        said(a_concern("Dana", status=status), author="Sam", note="b"),
    )
    assert the_one(state).status is ConcernStatus.RAISED
    assert [told.value for told, _ in the_one(state).history] == ["raised", status]


def test_of_two_writers_of_one_day_the_one_who_heard_it_block_counts() -> None:
    state = a_state(
        said(a_concern("Dana"), author="Priya", note="a"),
        said(a_concern("Dana", blocking=True), author="Sam", note="b"),
        said(a_concern("Dana"), author="Uma", note="c"),
    )
    assert the_one(state).blocking


def test_what_two_writers_differ_on_is_settled_by_a_correction() -> None:
    state = a_state(
        said(a_concern("Dana"), author="Priya", note="a"),
        said(a_concern("Dana", status="resolved"), author="Sam", note="b"),
        said(a_correction("concern", "resolved", "Dana", "budget_roi"), note=DEAL),
    )
    assert state.open_concerns == ()


def test_one_writer_of_one_day_is_taken_at_the_last_word() -> None:
    state = a_state(said(a_concern("Dana"), note="a"), said(a_concern("Dana", status="resolved"), note="b"))
    assert state.open_concerns == ()


def test_an_answer_of_ours_does_not_lift_a_block() -> None:
    state = a_state(
        said(a_concern("Dana", blocking=True), "01-10"), said(a_concern("Dana", status="addressed"), "02-10")
    )
    assert the_one(state).blocking


def test_an_answer_may_tell_that_it_still_blocks() -> None:
    state = a_state(
        said(a_concern("Dana"), "01-10"), said(a_concern("Dana", status="addressed", blocking=True), "02-10")
    )
    assert the_one(state).blocking


def test_raised_again_without_a_block_it_no_longer_blocks() -> None:
    state = a_state(said(a_concern("Dana", blocking=True), "01-10"), said(a_concern("Dana"), "02-10"))
    assert not the_one(state).blocking


def test_a_person_who_sets_the_status_says_nothing_of_the_block() -> None:
    state = a_state(
        said(a_concern("Dana", blocking=True), "01-10"),
        said(a_correction("concern", "raised", "Dana", "budget_roi"), "02-01", note=DEAL),
    )
    assert the_one(state).blocking


def test_a_correction_holds_against_the_old_note_and_is_superseded_by_a_later_one() -> None:
    january = said(a_concern("Dana"), "01-10")
    march = said(a_correction("concern", "resolved", "Dana", "budget_roi"), "03-01", note=DEAL)
    read_again = said(a_concern("Dana", blocking=True), "01-10", reader="other")
    april = said(a_concern("Dana"), "04-10")
    assert a_state(january, march, read_again).open_concerns == ()
    assert a_state(january, march, read_again, april).open_concerns[0].since == a_day("04-10")


def test_a_topic_set_right_without_a_holder_is_the_one_open_worry() -> None:
    state = a_state(
        said(a_concern("Dana"), "01-10"),
        said(a_correction("concern", "resolved", topic="budget_roi"), "02-01", note=DEAL),
    )
    assert lives(state) == {("Dana", "budget_roi"): "resolved"}


def test_a_worry_may_be_said_to_be_none_until_it_is_told_later() -> None:
    january = said(a_concern("Dana"), "01-10")
    none = said(a_correction("concern", "none", "Dana", "budget_roi"), "02-01", note=DEAL)
    april = said(a_concern("Dana"), "04-10")
    assert a_state(january, none).concerns == ()
    assert the_one(a_state(january, none, april)).since == a_day("04-10")


def test_a_worry_may_be_said_to_be_none_in_one_note() -> None:
    state = a_state(
        said(a_concern("Dana"), "01-10"),
        said(a_concern("Dana", blocking=True), "02-10", note="misread"),
        said(a_correction("concern", "none", "Dana", "budget_roi"), "02-10", note="misread"),
    )
    assert (the_one(state).since, the_one(state).blocking) == (a_day("01-10"), False)


def test_what_was_never_told_may_be_said_to_be_none() -> None:
    assert a_state(said(a_correction("concern", "none", "Dana", "budget_roi"), note=DEAL)).concerns == ()


def test_the_worry_of_a_note_may_be_said_to_be_somebody_elses() -> None:
    state = a_state(
        said(a_concern("Dana"), "01-10"),
        said(a_concern("Dana"), "02-10", note="n2"),
        said(a_correction("holder", "Raj", topic="budget_roi"), "02-10", note="n2"),
    )
    assert lives(state) == {("Dana", "budget_roi"): "raised", ("Raj", "budget_roi"): "raised"}


def test_the_one_worry_on_a_topic_may_be_said_to_be_somebody_elses() -> None:
    state = a_state(
        said(a_concern("Raj", status="addressed"), "01-05"),
        said(a_concern("Raj", "integration"), "01-05"),
        said(a_correction("concern", "none", "Raj", "budget_roi"), "01-06", note=DEAL),
        said(a_concern("Raj", status="resolved"), "01-07"),
        said(a_concern(None), "01-10"),
        said(a_correction("holder", "Raj", topic="budget_roi"), "02-01", note=DEAL),
        said(a_correction("holder", "Raj", topic="budget_roi"), "02-02", note=DEAL),
        said(a_concern("Raj", status="resolved"), "02-10"),
    )
    assert lives(state) == {("Raj", "budget_roi"): "resolved", ("Raj", "integration"): "raised"}
    assert [status.value for status, _ in state.concerns[0].history] == ["resolved", "raised", "resolved"]


def test_of_two_worries_on_a_topic_neither_is_moved_by_guess() -> None:
    state = a_state(
        said(a_concern("Dana"), "01-10"),
        said(a_concern("Uma"), "01-10"),
        said(a_correction("holder", "Raj", topic="budget_roi"), "02-01", note=DEAL),
    )
    assert lives(state) == {("Dana", "budget_roi"): "raised", ("Uma", "budget_roi"): "raised"}


def test_open_concerns_come_with_those_that_block_first_and_then_the_oldest() -> None:
    state = a_state(
        said(a_concern("Raj", "integration"), "01-10"),
        said(a_concern("Dana", "governance"), "01-05"),
        said(a_concern("Uma", blocking=True), "02-10"),
        said(a_concern("Lou", "other", "resolved"), "02-10"),
    )
    assert [concern.holder for concern in state.open_concerns] == ["Uma", "Dana", "Raj"]


def test_a_settlement_that_names_no_matter_is_of_the_one_worry_its_holder_has_open() -> None:
    state = a_state(
        said(a_concern("Dana", "budget_roi"), "01-10"),
        said(a_concern("Raj", "integration"), "01-10"),
        said(a_leaning("Dana", "security_privacy"), "02-10"),
    )
    assert lives(state) == {("Dana", "budget_roi"): "resolved", ("Raj", "integration"): "raised"}


def test_of_two_worries_neither_is_settled_by_words_that_name_no_matter() -> None:
    state = a_state(
        said(a_concern("Dana", "budget_roi"), "01-10"),
        said(a_concern("Dana", "integration"), "01-10"),
        said(a_leaning("Dana", "security_privacy"), "02-10"),
    )
    assert lives(state)["Dana", "budget_roi"] == lives(state)["Dana", "integration"] == "raised"


@pytest.mark.parametrize("holder", [None, "Raj"])
def test_what_nobody_or_somebody_else_settles_leaves_a_worry_open(holder: str | None) -> None:
    state = a_state(
        said(a_concern("Dana", "budget_roi"), "01-10"), said(a_leaning(holder, "security_privacy"), "02-10")
    )
    assert lives(state)["Dana", "budget_roi"] == "raised"
