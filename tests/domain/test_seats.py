"""Who holds a titled seat when: people come and go, and "the CFO" is whoever was there on that day."""

from dealbot.domain.alignment import align
from dealbot.domain.stakeholder import Movement
from tests.domain.builders import (
    DEAL,
    a_concern,
    a_correction,
    a_leaver,
    a_newcomer,
    a_person,
    a_state,
    said,
    stances,
)

CFO = "title:chief financial officer"


def test_the_cfo_before_and_after_a_change_of_cfo_is_two_people() -> None:
    state = a_state(
        said(a_person(None, "CFO", "opposed"), "01-10"),
        said(a_leaver(None, "CFO"), "02-10"),
        said(a_person(None, "CFO", "supportive"), "03-10"),
    )
    assert stances(state) == {CFO: "opposed", f"{CFO}@2026-03-10": "supportive"}
    assert [person.key for person in align(state).gone] == [CFO]


def test_a_nameless_cfo_is_gone_when_a_new_one_is_named() -> None:
    state = a_state(said(a_person(None, "CFO", "opposed"), "01-10"), said(a_newcomer("Dana Ruiz", "CFO"), "02-10"))
    assert [person.key for person in align(state).gone] == [CFO]
    assert [person.label for person in align(state).unknown] == ["Dana Ruiz"]


def test_a_new_one_without_a_name_takes_the_seat_and_starts_unknown() -> None:
    state = a_state(said(a_person("Dana Ruiz", "CFO", "supportive"), "01-10"), said(a_newcomer(None, "CFO"), "02-10"))
    alignment = align(state)
    assert [person.label for person in alignment.gone] == ["Dana Ruiz"]
    assert [person.key for person in alignment.unknown] == [f"{CFO}@2026-02-10"]
    assert alignment.aligned == ()


def test_the_words_that_told_of_the_new_one_show_why_the_old_one_is_gone() -> None:
    state = a_state(said(a_person("Dana Ruiz", "CFO", "supportive"), "01-10"), said(a_newcomer(None, "CFO"), "02-10"))
    gone = align(state).gone[0].gone
    assert gone is not None
    assert gone.quote == "CFO starts"


def test_a_successor_of_the_committee_sits_there_even_if_merely_named() -> None:
    state = a_state(
        said(a_person("Dana Ruiz", "CFO", "supportive"), "01-10"), said(a_newcomer("Omar Diaz", "CFO"), "02-10")
    )
    assert [person.label for person in align(state).unknown] == ["Omar Diaz"]


def test_whoever_comes_to_a_seat_nobody_held_is_merely_named() -> None:
    state = a_state(said(a_newcomer("Omar Diaz", "chief digital officer"), "02-10"))
    assert state.committee == ()


def test_a_successor_who_was_merely_passed_on_is_not_there() -> None:
    state = a_state(
        said(a_person("Kim Park", "scheduler"), "01-10"), said(a_newcomer("Lou Lane", "scheduler"), "02-10")
    )
    assert state.committee == ()


def test_the_new_one_told_of_again_is_the_same_person() -> None:
    state = a_state(
        said(a_person("Dana Ruiz", "CFO", "supportive"), "01-10"),
        said(a_newcomer(None, "CFO"), "02-10"),
        said(a_newcomer("Omar Diaz", "CFO"), "03-10"),
        said(a_newcomer(None, "new CFO", "concerned"), "04-10"),
        said(a_newcomer("Omar Diaz", "CFO"), "05-10"),
    )
    assert stances(state) == {"dana ruiz": "supportive", "omar diaz": "concerned"}


def test_after_half_a_year_a_new_one_is_yet_another() -> None:
    state = a_state(said(a_newcomer("Omar Diaz", "CFO", "supportive"), "01-10"), said(a_newcomer(None, "CFO"), "09-10"))
    assert stances(state) == {"omar diaz": "supportive", f"{CFO}@2026-09-10": "unknown"}


def test_who_was_first_named_that_day_may_be_the_new_one() -> None:
    state = a_state(
        said(a_person("Omar Diaz", "CFO", "supportive"), "02-10", note="a"),
        said(a_newcomer(None, "CFO"), "02-10", note="b"),
    )
    assert stances(state) == {"omar diaz": "supportive"}


def test_somebody_said_to_be_the_new_one_after_being_met_ousts_the_old_one() -> None:
    state = a_state(
        said(a_person("Dana Ruiz", "CFO", "supportive"), "01-10"),
        said(a_person("Omar Diaz", "CFO"), "02-10"),
        said(a_newcomer("Omar Diaz", "CFO"), "03-10"),
        said(a_person(None, "CFO", "concerned"), "04-10"),
    )
    assert stances(state) == {"dana ruiz": "supportive", "omar diaz": "concerned"}
    assert [person.label for person in align(state).gone] == ["Dana Ruiz"]


def test_who_moved_to_another_function_before_is_not_gone_with_the_seat() -> None:
    state = a_state(
        said(a_person("Dana Ruiz", "CFO", "supportive"), "01-10"),
        said(a_person("Dana Ruiz", "COO"), "02-10"),
        said(a_newcomer("Omar Diaz", "CFO"), "03-10"),
    )
    assert align(state).gone == ()


def test_a_new_nurse_manager_ousts_nobody() -> None:
    state = a_state(
        said(a_person("Kim Park", "nurse manager", "supportive"), "01-10"),
        said(a_newcomer("Lou Lane", "nurse manager"), "02-10"),
    )
    assert align(state).gone == ()


def test_somebody_named_as_leaving_may_be_whom_only_the_title_told() -> None:
    state = a_state(
        said(a_person(None, "CFO", "opposed"), "01-10"),
        said(a_leaver(None, "CFO"), "02-10"),
        said(a_leaver("Dana Ruiz", "CFO"), "02-20"),
    )
    assert stances(state) == {"dana ruiz": "opposed"}
    gone = align(state).gone[0].gone
    assert gone is not None
    assert gone.quote == "CFO leaves"


def test_somebody_named_as_leaving_is_not_the_one_who_came() -> None:
    state = a_state(said(a_newcomer(None, "CFO"), "01-10"), said(a_leaver("Dana Ruiz", "CFO"), "02-10"))
    assert [(person.key, person.gone is not None) for person in state.people] == [
        (f"{CFO}@2026-01-10", False),
        ("dana ruiz", True),
    ]


def test_of_one_day_those_who_go_leave_before_those_who_come() -> None:
    state = a_state(
        said(a_person("Dana Ruiz", "CFO", "supportive"), "01-10"),
        said(a_newcomer("Omar Diaz", "CFO"), "02-10", note="a"),
        said(a_leaver("Dana Ruiz", "CFO"), "02-10", note="b"),
    )
    gone = align(state).gone[0].gone
    assert gone is not None
    assert gone.quote == "Dana Ruiz leaves"


def test_a_departure_told_again_is_that_of_the_one_before() -> None:
    state = a_state(
        said(a_person("Dana Ruiz", "CFO", "supportive"), "01-10"),
        said(a_newcomer("Omar Diaz", "CFO"), "02-10"),
        said(a_leaver(None, "CFO"), "03-10"),
    )
    assert [person.label for person in align(state).gone] == ["Dana Ruiz"]


def test_a_departure_of_which_nothing_else_is_known_is_somebodys() -> None:
    state = a_state(said(a_leaver(None, "CFO"), "03-10"), said(a_person("Dana Ruiz", "CFO"), "04-10"))
    assert [person.key for person in align(state).gone] == [CFO]
    assert [person.label for person in align(state).unknown] == ["Dana Ruiz"]


def test_a_departure_from_a_seat_of_two_is_neithers() -> None:
    state = a_state(
        said(a_person("Dana Ruiz", "CFO"), "01-10"),
        said(a_person("Omar Diaz", "CFO"), "01-11"),
        said(a_leaver(None, "CFO"), "02-10"),
    )
    assert [person.key for person in align(state).gone] == [f"{CFO} ?"]


def test_a_person_leaves_without_a_title_and_with_every_seat() -> None:
    state = a_state(
        said(a_person("Dana Ruiz", "CFO", "supportive"), "01-10"),
        said(a_leaver("Dana Ruiz"), "02-10"),
        said(a_person(None, "CFO", "opposed"), "03-10"),
    )
    assert stances(state) == {"dana ruiz": "supportive", f"{CFO}@2026-03-10": "opposed"}
    assert [person.label for person in align(state).gone] == ["Dana Ruiz"]


def test_a_person_who_left_may_come_back() -> None:
    state = a_state(
        said(a_person("Dana Ruiz", "CFO", "supportive"), "01-10"),
        said(a_leaver("Dana Ruiz"), "02-10"),
        said(a_newcomer("Dana Ruiz"), "03-10"),
        said(a_person(None, "CFO", "concerned"), "04-10"),
    )
    assert stances(state) == {"dana ruiz": "concerned"}
    assert align(state).gone == ()


def test_a_person_who_left_may_come_back_to_the_seat() -> None:
    state = a_state(
        said(a_person("Dana Ruiz", "CFO", "supportive"), "01-10"),
        said(a_leaver("Dana Ruiz", "CFO"), "02-10"),
        said(a_newcomer("Dana Ruiz", "CFO"), "03-10"),
    )
    assert align(state).gone == ()


def test_a_former_cfo_is_gone_and_never_the_cfo() -> None:
    state = a_state(
        said(a_person("Dana Ruiz", "CFO", "supportive"), "01-10"),
        said(a_person(None, "former CFO", "opposed"), "02-10"),
        said(a_person("Omar Diaz", "incoming CFO"), "03-10"),
    )
    alignment = align(state)
    assert [person.label for person in alignment.gone] == ["Dana Ruiz", "former CFO"]
    assert [person.label for person in alignment.unknown] == ["Omar Diaz"]


def test_a_worry_of_the_cfo_is_that_of_whoever_held_the_seat_that_day() -> None:
    state = a_state(
        said(a_person("Dana Ruiz", "CFO"), "01-10"),
        said(a_concern("CFO", "budget_roi"), "01-20"),
        said(a_leaver("Dana Ruiz", "CFO"), "02-10"),
        said(a_concern("CFO", "reimbursement"), "02-10", note="other"),
        said(a_newcomer("Omar Diaz", "CFO"), "03-10"),
        said(a_concern("CFO", "governance"), "03-20"),
        said(a_concern("CFO", "other"), "01-02"),
    )
    holders = {concern.topic: concern.holder for concern in state.concerns}
    assert holders == {
        "budget_roi": "Dana Ruiz",
        "reimbursement": "Dana Ruiz",
        "governance": "Omar Diaz",
        "other": "Dana Ruiz",
    }


def test_a_worry_of_a_cfo_after_one_left_is_nobodys_we_know() -> None:
    state = a_state(
        said(a_person("Dana Ruiz", "CFO"), "01-10"),
        said(a_leaver("Dana Ruiz", "CFO"), "02-10"),
        said(a_concern("CFO"), "03-10"),
    )
    assert state.concerns[0].holder_key == f"{CFO} ?"


def test_a_person_says_that_somebody_is_gone_until_a_note_tells_otherwise() -> None:
    told = said(a_person("Dana Ruiz", "CFO", "supportive"), "01-10")
    gone = said(a_correction("gone", "yes", "Dana Ruiz"), "02-01", note=DEAL)
    back = said(a_newcomer("Dana Ruiz", "CFO"), "03-10")
    assert [person.label for person in align(a_state(told, gone)).gone] == ["Dana Ruiz"]
    assert align(a_state(told, gone, back)).gone == ()


def test_a_person_says_that_somebody_is_there_until_a_note_tells_otherwise() -> None:
    told = said(a_person("Dana Ruiz", "CFO", "supportive"), "01-10")
    misread = said(a_leaver("Dana Ruiz", "CFO"), "02-10")
    there = said(a_correction("gone", "no", "Dana Ruiz"), "02-10", note=DEAL)
    asked = said(a_person(None, "CFO", "concerned"), "03-10")
    leaves = said(a_leaver("Dana Ruiz", "CFO"), "04-10")
    assert stances(a_state(told, misread, there, asked)) == {"dana ruiz": "concerned"}
    assert align(a_state(told, misread, there)).gone == ()
    assert len(align(a_state(told, misread, there, leaves)).gone) == 1


def test_a_title_may_be_said_to_be_gone() -> None:
    state = a_state(
        said(a_person("Dana Ruiz", "CFO", "supportive"), "01-10"),
        said(a_correction("gone", "yes", "the CFO"), "02-01", note=DEAL),
    )
    assert [person.label for person in align(state).gone] == ["Dana Ruiz"]


def test_what_was_set_right_before_a_note_says_nothing_of_whom_the_note_tells_of() -> None:
    state = a_state(
        said(a_person(None, "CFO", "supportive"), "02-10", note="n1"),
        said(a_correction("gone", "yes", "CFO"), "01-10", note="n1"),
    )
    assert [(person.key, person.gone) for person in state.people] == [(CFO, None)]


def test_a_title_set_right_twice_seats_a_person_once() -> None:
    state = a_state(
        said(a_person("Dana Ruiz", movement=Movement.ARRIVING), "01-10"),
        said(a_correction("title", "CIO", "Dana Ruiz"), "02-01", note=DEAL),
        said(a_correction("title", "CFO", "Dana Ruiz"), "02-02", note=DEAL),
        said(a_concern("CIO"), "03-10"),
    )
    assert state.concerns[0].holder_key == "cio"
