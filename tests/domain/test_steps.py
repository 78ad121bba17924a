"""The promises of a deal: one step per promise however often it is told, open until done or dropped."""

import pytest

from dealbot.domain.deal import DealState
from dealbot.domain.next_step import StepStatus
from dealbot.domain.stakeholder import Side
from dealbot.domain.steps import step_words
from tests.domain.builders import DEAL, a_closing, a_correction, a_day, a_person, a_state, a_step, said


def told(state: DealState) -> dict[str, str]:
    return {step.action: step.status.value for step in state.steps}


def test_a_step_is_open_until_a_note_says_that_it_is_done_or_dropped() -> None:
    state = a_state(
        said(a_step("Send the ROI model"), "01-10"),
        said(a_step("Book the Epic demo"), "01-10"),
        said(a_step("Draft the BAA"), "01-10"),
        said(a_closing("ROI model went out Monday"), "02-10"),
        said(a_closing("the demo of Epic is off the list", "dropped"), "02-10"),
    )
    assert told(state) == {"Send the ROI model": "done", "Book the Epic demo": "dropped", "Draft the BAA": "open"}
    assert [step.action for step in state.open_steps] == ["Draft the BAA"]


def test_a_step_told_twice_is_one_with_the_last_date_told() -> None:
    state = a_state(
        said(a_step("Send the ROI model", due="01-15"), "01-10"),
        said(a_step("send ROI model to them", due="01-20"), "01-12"),
        said(a_step("Send the ROI models"), "01-13"),
    )
    (step,) = state.steps
    assert (step.action, step.due, step.evidence.on) == ("Send the ROI model", a_day("01-20"), a_day("01-13"))


def test_the_words_of_a_date_told_later_count_too() -> None:
    state = a_state(
        said(a_step("Send the ROI model", due="01-15"), "01-10"),
        said(a_step("Send the ROI model", due_text="after go-live"), "01-12"),
    )
    assert (state.steps[0].due, state.steps[0].due_text) == (None, "after go-live")


@pytest.mark.parametrize("action", ["Send it over", "🎉", "送付する"])
def test_a_step_of_words_that_say_little_is_one_when_told_twice(action: str) -> None:
    assert len(a_state(said(a_step(action), "01-10"), said(a_step(action), "01-12")).steps) == 1


def test_a_step_promised_again_after_it_was_done_is_a_new_one() -> None:
    state = a_state(
        said(a_step("Send the ROI model"), "01-10"),
        said(a_closing("sent the ROI model"), "01-12"),
        said(a_step("Send the ROI model"), "02-10"),
    )
    assert [step.status for step in state.steps] == [StepStatus.DONE, StepStatus.OPEN]


def test_the_same_promise_of_the_two_sides_is_two() -> None:
    state = a_state(said(a_step("Review the BAA")), said(a_step("Review the BAA", side=Side.BUYER)))
    assert len(state.steps) == 2


def test_the_same_promise_of_two_people_named_is_two() -> None:
    state = a_state(
        said(a_step("Review the BAA", "Dana", side=Side.BUYER)), said(a_step("Review the BAA", "Raj", side=Side.BUYER))
    )
    assert [step.owner for step in state.steps] == ["Dana", "Raj"]


def test_one_owner_written_in_two_ways_has_one_promise() -> None:
    state = a_state(
        said(a_person("Dana Ruiz", "CFO"), "01-10"),
        said(a_step("Review the BAA", "CFO", side=Side.BUYER), "01-10"),
        said(a_step("Review the BAA", "Dana", side=Side.BUYER), "01-12"),
        said(a_step("Check the roster", "Lou Lane", side=Side.BUYER), "01-12"),
        said(a_step("Check the roster", "Lou", side=Side.BUYER), "01-13"),
    )
    assert [(step.owner, step.owner_key) for step in state.steps] == [("CFO", "dana ruiz"), ("Lou Lane", "lou lane")]


def test_i_is_the_author_of_the_note_for_good() -> None:
    state = a_state(
        said(a_step("Send the ROI model"), "01-10", author="Priya Nair"),
        said(a_step("Send the ROI model"), "01-12", author="Sam Lee"),
    )
    assert [(step.owner, step.owner_key) for step in state.steps] == [("Priya Nair", "priya nair")]


def test_a_name_told_goes_before_who_wrote_the_note() -> None:
    state = a_state(
        said(a_step("Send the ROI model"), "01-10", author="Sam Lee"),
        said(a_step("Send the ROI model", "Priya"), "01-12", author="Uma Roy"),
    )
    assert [step.owner for step in state.steps] == ["Priya"]


def test_a_step_of_theirs_without_a_name_gets_the_name_told_later() -> None:
    state = a_state(
        said(a_step("Review the BAA", side=Side.BUYER), "01-10"),
        said(a_step("Review the BAA", "Raj", side=Side.BUYER), "01-12"),
    )
    assert [step.owner for step in state.steps] == ["Raj"]


def test_a_note_without_author_promises_for_nobody_known() -> None:
    assert a_state(said(a_step("Send the ROI model"), author=None)).steps[0].owner is None


def test_of_several_the_step_of_which_most_is_told_is_closed() -> None:
    state = a_state(
        said(a_step("Send the security questionnaire"), "01-10"),
        said(a_step("Send the security questionnaire and pen test summary of May"), "01-10"),
        said(a_closing("they have the security questionnaire"), "02-10"),
    )
    assert [step.status.value for step in state.steps] == ["done", "open"]


def test_of_two_told_of_alike_neither_is_closed_by_guess() -> None:
    state = a_state(
        said(a_step("Redline the contract"), "01-10"),
        said(a_step("File the contract"), "01-10"),
        said(a_closing("got the contract"), "02-10"),
    )
    assert len(state.open_steps) == 2


def test_of_two_told_of_alike_the_one_whose_owner_is_named_is_closed() -> None:
    state = a_state(
        said(a_step("Review the contract", "Dana", side=Side.BUYER), "01-10"),
        said(a_step("Review the contract", "Raj", side=Side.BUYER), "01-10"),
        said(a_closing("Raj reviewed the contract"), "02-10"),
    )
    assert [(step.owner, step.status.value) for step in state.steps] == [("Dana", "open"), ("Raj", "done")]


def test_a_name_alone_closes_nothing_but_tells_which_of_two_is_meant() -> None:
    people = (said(a_person("Dana Ruiz"), "01-10"), said(a_person("Raj Patel"), "01-10"))
    calls = (said(a_step("Call Dana"), "01-10"), said(a_step("Call Raj"), "01-10"))
    sent = said(a_closing("Dana sent the BAA"), "02-10")
    called = said(a_closing("called Dana"), "02-11")
    assert len(a_state(*people, *calls, sent).open_steps) == 2
    assert told(a_state(*people, *calls, sent, called)) == {"Call Dana": "done", "Call Raj": "open"}


def test_what_was_never_promised_is_not_closed() -> None:
    state = a_state(said(a_step("Draft the BAA"), "01-10"), said(a_closing("sent the roster"), "02-10"))
    assert told(state) == {"Draft the BAA": "open"}


def test_a_person_closes_and_reopens_and_moves_a_step_by_its_key() -> None:
    promised = said(a_step("Send the ROI model", due="01-15"), "01-10")
    key = a_state(promised).steps[0].key
    done = said(a_correction("step", "done", key), "02-01", note=DEAL)
    reopened = said(a_correction("step", "open", key), "02-02", note=DEAL)
    moved = said(a_correction("due", "2026-02-20", key), "02-03", note=DEAL)
    assert told(a_state(promised, done)) == {"Send the ROI model": "done"}
    step = a_state(promised, done, reopened, moved).steps[0]
    assert (step.status, step.due) == (StepStatus.OPEN, a_day("02-20"))
    later = said(a_closing("sent the ROI model"), "02-10")
    assert told(a_state(promised, done, reopened, moved, later)) == {"Send the ROI model": "done"}


def test_a_correction_holds_when_an_earlier_telling_comes_in_late() -> None:
    promised = said(a_step("Send the ROI model"), "01-10")
    done = said(a_correction("step", "done", a_state(promised).steps[0].key), "02-01", note=DEAL)
    earlier = said(a_step("Send the ROI model v2"), "01-05")
    assert told(a_state(promised, done, earlier)) == {"Send the ROI model v2": "done"}


def test_a_correction_holds_when_its_note_is_read_anew_in_other_words() -> None:
    key = a_state(said(a_step("Send the ROI model"), "01-10")).steps[0].key
    done = said(a_correction("step", "done", key, words="step done: Send the ROI model"), "02-01", note=DEAL)
    read_anew = said(a_step("Mail ROI model"), "01-10")
    other = said(a_step("Book the demo"), "01-10")
    assert told(a_state(read_anew, other, done)) == {"Mail ROI model": "done", "Book the demo": "open"}


def test_a_correction_of_a_step_that_no_note_tells_changes_nothing() -> None:
    promised = said(a_step("Send the ROI model"), "01-10")
    assert told(a_state(promised, said(a_correction("step", "done", "gone"), "02-01", note=DEAL))) == {
        "Send the ROI model": "open"
    }


def test_open_steps_come_in_the_order_of_their_days_undated_last() -> None:
    state = a_state(
        said(a_step("Book the demo")),
        said(a_step("Draft the BAA", due="03-20")),
        said(a_step("Send the ROI model", due="03-15")),
    )
    assert [step.action for step in state.open_steps] == ["Send the ROI model", "Draft the BAA", "Book the demo"]


@pytest.mark.parametrize(("on", "late"), [("03-15", False), ("03-16", True)])
def test_a_step_is_late_from_the_day_after_its_own(on: str, *, late: bool) -> None:
    assert a_state(said(a_step("Send the ROI model", due="03-15"))).steps[0].overdue(a_day(on)) is late


def test_a_step_without_a_day_or_done_is_never_late() -> None:
    undated = a_state(said(a_step("Send the ROI model"))).steps[0]
    done = a_state(
        said(a_step("Send the ROI model", due="03-15")), said(a_closing("sent the ROI model"), "04-10")
    ).steps[0]
    assert not undated.overdue(a_day("12-31"))
    assert not done.overdue(a_day("12-31"))


def test_words_are_compared_by_their_stems_without_those_that_say_little() -> None:
    assert step_words("Sending them the updated ROI models") == {"updat", "roi", "model"}


def test_a_deed_told_again_with_its_day_in_other_words_is_one_promise() -> None:
    first = said(
        a_step("send the ROI model to Lou by next Tuesday", None, "12-01", due_text="by next Tuesday"), "11-23"
    )
    again = said(
        a_step("send the ROI model to Lou by Tuesday 1 Dec", None, "12-01", due_text="by Tuesday 1 Dec"), "11-24"
    )

    assert len(a_state(first, again).steps) == 1


def test_one_deed_on_two_days_of_one_note_is_two_promises() -> None:
    steps = [
        a_step(f"call Dana on {day}", None, due, due_text=day) for day, due in (("Mon", "12-07"), ("Fri", "12-11"))
    ]

    assert len(a_state(*(said(step, "11-23", note="n") for step in steps)).steps) == 2


def test_a_promise_given_to_somebody_else_is_theirs_however_it_is_told_again() -> None:
    promised = said(a_step("Send the ROI model"), "01-10", author="Priya Nair")
    (step,) = a_state(promised).steps
    given = said(a_correction("step_owner", "Sam Okafor", step.key), "02-01", note=DEAL)
    again = said(a_step("Send the ROI model"), "02-10", author="Priya Nair")

    state = a_state(promised, given, again)
    assert [each.owner for each in state.steps] == ["Sam Okafor"]
    assert state.people == ()
