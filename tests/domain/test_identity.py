"""Who is who: names, half names and titles of several notes resolved to one person, never by guess."""

from datetime import UTC, datetime

import pytest

from dealbot.domain.stakeholder import Function, Side
from tests.domain.builders import (
    DEAL,
    a_concern,
    a_correction,
    a_leaver,
    a_newcomer,
    a_person,
    a_state,
    a_step,
    a_view,
    said,
    stances,
)


@pytest.mark.parametrize("half", ["Dana", "Ruiz", "Dr. Ruiz", "D. Ruiz", "Dana R.", "DANA RUIZ", "@dana"])
def test_a_half_name_is_the_one_full_name_it_may_stand_for(half: str) -> None:
    state = a_state(said(a_person("Dana Ruiz", "CFO"), "01-10"), said(a_person(half, stance="opposed"), "02-10"))
    assert stances(state) == {"dana ruiz": "opposed"}


def test_a_half_name_may_come_before_the_full_one() -> None:
    state = a_state(said(a_person("Dana", stance="opposed"), "01-10"), said(a_person("Dana Ruiz", "CFO"), "02-10"))
    assert stances(state) == {"dana ruiz": "opposed"}


def test_a_half_name_of_half_a_name_is_the_full_one() -> None:
    state = a_state(
        said(a_person("Imani W."), "01-10"),
        said(a_person("Imani Whitlock"), "01-11"),
        said(a_person("Imani", stance="neutral"), "01-12"),
    )
    assert stances(state) == {"imani whitlock": "neutral"}


def test_two_full_names_that_differ_are_two_people() -> None:
    state = a_state(said(a_person("Dana Ruiz")), said(a_person("Dana Cole")), said(a_person("Rae Ruiz")))
    assert [person.key for person in state.people] == ["dana cole", "dana ruiz", "rae ruiz"]


def test_a_half_name_that_may_mean_two_people_is_neither() -> None:
    state = a_state(
        said(a_person("Dana Ruiz", stance="supportive"), "01-10"),
        said(a_person("Dana Cole", stance="supportive"), "01-11"),
        said(a_person("Dana", stance="opposed"), "01-12"),
    )
    assert stances(state) == {"dana ruiz": "supportive", "dana cole": "supportive", "dana ?": "opposed"}


def test_somebody_named_later_never_takes_over_what_was_told_of_another_before() -> None:
    state = a_state(
        said(a_person("Dana Ruiz"), "01-10"),
        said(a_person("Dana", stance="opposed"), "01-11"),
        said(a_person("Dana Cole"), "02-10"),
    )
    assert stances(state) == {"dana ruiz": "opposed", "dana cole": "unknown"}


def test_of_two_named_later_a_half_name_is_who_was_named_first() -> None:
    state = a_state(
        said(a_person("Dana", stance="opposed"), "01-10"),
        said(a_person("Dana Ruiz"), "02-10"),
        said(a_person("Dana Cole"), "03-10"),
    )
    assert stances(state) == {"dana ruiz": "opposed", "dana cole": "unknown"}


def test_a_function_tells_which_of_two_is_meant() -> None:
    state = a_state(
        said(a_person("Dana Ruiz", "CFO"), "01-10"),
        said(a_person("Dana Cole", "CNO"), "01-11"),
        said(a_person("Dana", stance="opposed", function=Function.NURSING), "01-12"),
    )
    assert stances(state) == {"dana ruiz": "unknown", "dana cole": "opposed"}


def test_a_half_name_in_another_function_is_somebody_else() -> None:
    state = a_state(
        said(a_person("Dana Ruiz", "CFO", "supportive"), "01-10"),
        said(a_person("Dana", "CNO", "opposed"), "01-11"),
        said(a_person("Dana", stance="neutral"), "01-12"),
    )
    assert stances(state) == {"dana ruiz": "supportive", "dana": "opposed", "dana ?": "neutral"}


def test_two_people_with_one_first_name_and_no_other_stay_two() -> None:
    state = a_state(
        said(a_person("Chris", "CFO", "opposed"), "01-10"),
        said(a_person("Chris", "CIO", "supportive"), "01-11"),
        said(a_person("Chris", "finance", "concerned"), "01-12"),
    )
    assert stances(state) == {"chris": "concerned", "chris (it)": "supportive"}
    assert [person.label for person in state.people] == ["Chris", "Chris"]


def test_a_function_that_says_nothing_tells_nobody_apart() -> None:
    state = a_state(
        said(a_person("Dana Ruiz", "CFO"), "01-10"),
        said(a_person("Dana", stance="opposed", function=Function.OTHER), "01-11"),
    )
    assert stances(state) == {"dana ruiz": "opposed"}


def test_a_half_name_on_the_other_side_is_somebody_else() -> None:
    state = a_state(
        said(a_person("Sam Ortiz", stance="supportive"), "01-10"),
        said(a_person("Sam", stance=None, side=Side.US), "01-11"),
    )
    assert [(person.key, person.side) for person in state.people] == [("sam", Side.US), ("sam ortiz", Side.BUYER)]


def test_a_middle_name_may_be_left_out_but_not_another_written() -> None:
    state = a_state(
        said(a_person("John A. Smith"), "01-10"),
        said(a_person("John B. Smith"), "01-11"),
        said(a_person("John Adam Smith", stance="neutral"), "01-12"),
    )
    assert stances(state) == {"john adam smith": "neutral", "john b smith": "unknown"}


def test_names_in_any_script_are_people() -> None:
    state = a_state(said(a_person("李 明", stance="opposed")), said(a_person("Иван Петров")), said(a_person("🎓")))
    assert stances(state) == {"李 明": "opposed", "иван петров": "unknown", "🎓": "unknown"}


def test_somebody_without_name_and_title_is_nobody() -> None:
    assert a_state(said(a_person())).people == ()


def test_a_title_is_whoever_is_named_with_it() -> None:
    state = a_state(
        said(a_person(None, "the CFO", "opposed"), "01-10"),
        said(a_person("Dana Ruiz", "Chief Financial Officer"), "02-10"),
        said(a_person(None, "CFO", "concerned"), "03-10"),
    )
    assert stances(state) == {"dana ruiz": "concerned"}


def test_a_title_that_two_hold_at_once_is_neither_of_them() -> None:
    state = a_state(
        said(a_person("Dana Ruiz", "CFO", "supportive"), "01-10"),
        said(a_person("Omar Diaz", "CFO", "supportive"), "01-11"),
        said(a_person(None, "CFO", "opposed"), "01-12"),
        said(a_concern("CFO"), "01-13"),
    )
    assert sorted(stances(state).values()) == ["opposed", "supportive", "supportive"]
    assert state.concerns[0].holder_key == "title:chief financial officer ?"


def test_our_own_officers_are_not_theirs() -> None:
    state = a_state(
        said(a_person(None, "CEO", None, side=Side.US), "01-10"), said(a_person(None, "CEO", "supportive"), "01-11")
    )
    assert [person.side for person in state.people] == [Side.BUYER, Side.US]


def test_a_person_in_one_note_is_who_the_note_names() -> None:
    state = a_state(
        said(a_person("Dana Ruiz", "CFO"), "01-10"),
        said(a_person("Dana Cole", "CNO"), "01-10"),
        said(a_person("Dana Cole"), "02-10"),
        said(a_concern("Dana"), "02-10"),
        said(a_step("Send the roster", "Dana", side=Side.BUYER), "02-10"),
        said(a_view("CNO", "opposed"), "01-10"),
    )
    assert state.concerns[0].holder == "Dana Cole"
    assert state.steps[0].owner_key == "dana cole"
    assert [person.label for person in state.people if person.views] == ["Dana Cole"]


def test_the_title_of_somebody_nameless_in_a_note_goes_before_that_of_somebody_named() -> None:
    state = a_state(
        said(a_leaver("Dana Ruiz", "CFO", "supportive"), "02-10"),
        said(a_newcomer(None, "CFO"), "02-10"),
        said(a_concern("CFO"), "02-10"),
    )
    assert state.concerns[0].holder_key == "title:chief financial officer@2026-02-10"


def test_a_body_is_one_holder_however_it_is_written() -> None:
    state = a_state(
        said(a_concern("P&T", "governance"), "01-10"),
        said(a_concern("the Pharmacy and Therapeutics Committee", "governance", "resolved"), "02-10"),
    )
    assert [(concern.holder_key, concern.status) for concern in state.concerns] == [("pt", "resolved")]


def test_an_alias_holds_for_the_whole_deal() -> None:
    state = a_state(
        said(a_person("Lena Ortiz", "CMO"), "01-10"),
        said(a_person("Dr O", stance="opposed"), "01-11"),
        said(a_correction("alias", "Dr O", "Lena Ortiz"), "02-01", note=DEAL),
    )
    assert stances(state) == {"lena ortiz": "opposed"}
    assert state.people[0].name == "Lena Ortiz"


def test_an_alias_may_settle_which_of_two_is_meant() -> None:
    state = a_state(
        said(a_person("Dana Ruiz"), "01-10"),
        said(a_person("Dana Cole"), "01-10"),
        said(a_person("Dana", stance="opposed"), "01-11"),
        said(a_correction("alias", "Dana", "Dana Cole"), "02-01", note=DEAL),
    )
    assert stances(state) == {"dana ruiz": "unknown", "dana cole": "opposed"}


def test_the_last_of_two_aliases_counts() -> None:
    state = a_state(
        said(a_person("Lena Ortiz"), "01-10"),
        said(a_person("Luc Olsen"), "01-10"),
        said(a_person("Dr O", stance="opposed"), "01-11"),
        said(a_correction("alias", "Dr O", "Lena Ortiz"), "02-01", note=DEAL),
        said(a_correction("alias", "Dr O", "Luc Olsen"), "02-02", note=DEAL),
    )
    assert stances(state) == {"lena ortiz": "unknown", "luc olsen": "opposed"}


def test_a_name_set_right_takes_everything_along() -> None:
    state = a_state(
        said(a_person("Dana Ruis", "CFO", "opposed"), "01-10"),
        said(a_correction("name", "Dana Ruiz", "Dana Ruis"), "02-01", note=DEAL),
        said(a_person("Ruiz", stance="neutral"), "03-10"),
        said(a_person("Dana Ruis"), "04-10"),
    )
    assert stances(state) == {"dana ruiz": "neutral"}
    assert state.people[0].name == "Dana Ruiz"
    assert state.people[0].written == ("Dana Ruis", "Dana Ruiz", "Ruiz")


def test_a_name_set_right_and_back_is_the_old_one() -> None:
    state = a_state(
        said(a_person("Dana Ruis", stance="opposed"), "01-10"),
        said(a_correction("name", "Dana Ruiz", "Dana Ruis"), "02-01", note=DEAL),
        said(a_correction("name", "Dana Ruis", "Dana Ruiz"), "02-02", note=DEAL),
        said(a_correction("name", "Dana Ruis", "Dana Ruis"), "02-03", note=DEAL),
    )
    assert stances(state) == {"dana ruis": "opposed"}


def test_a_name_given_to_a_title_names_whoever_held_it() -> None:
    state = a_state(
        said(a_person(None, "CFO", "opposed"), "01-10"),
        said(a_correction("name", "Dana Ruiz", "CFO"), "02-01", note=DEAL),
        said(a_person("Dana"), "03-10"),
        said(a_person(None, "CFO", "neutral"), "04-10"),
    )
    assert stances(state) == {"dana ruiz": "neutral"}


def test_one_person_may_be_said_to_be_another_in_one_note() -> None:
    state = a_state(
        said(a_person("Dana Ruiz"), "01-10"),
        said(a_person("Raj Patel"), "01-10"),
        said(a_person("Dana Ruiz", stance="opposed"), "02-10", note="n2"),
        said(a_concern("Dana"), "02-10", note="n2"),
        said(a_correction("is", "Raj", "Dana"), "02-10", note="n2"),
    )
    assert stances(state) == {"dana ruiz": "unknown", "raj patel": "opposed"}
    assert state.concerns[0].holder == "Raj Patel"


def test_a_title_may_be_said_to_be_somebody_in_one_note() -> None:
    state = a_state(
        said(a_person(None, "CFO", "opposed"), "01-10", note="n1"),
        said(a_correction("is", "Dana Ruiz", "the CFO"), "01-10", note="n1"),
        said(a_person(None, "CFO", "supportive"), "02-10"),
    )
    assert stances(state) == {"dana ruiz": "supportive"}
    assert state.people[0].name == "Dana Ruiz"


def test_one_person_may_be_said_to_be_another_in_the_whole_deal() -> None:
    state = a_state(
        said(a_person("Robert Lee", "CIO"), "01-10"),
        said(a_person("Bob Lee", stance="opposed"), "02-10"),
        said(a_correction("is", "Robert Lee", "Bob Lee"), "03-01", note=DEAL),
        said(a_correction("is", "Bob Lee", "Robert Lee"), "03-02", note=DEAL),
    )
    assert stances(state) == {"robert lee": "opposed"}
    assert state.people[0].name == "Robert Lee"


def test_who_somebody_is_does_not_depend_on_the_day_it_was_set_right() -> None:
    state = a_state(
        said(a_person("Dana Ruis", "CFO", "opposed"), "01-10"),
        said(a_correction("name", "Dana Ruiz", "Dana Ruis"), "06-01", note=DEAL),
        said(a_correction("stance", "supportive", "Dana Ruis"), "06-01", note=DEAL),
        on="02-01",
    )
    assert stances(state) == {"dana ruiz": "opposed"}


def test_of_two_corrections_of_identity_the_one_made_last_holds_whatever_their_days() -> None:
    made_in_may = said(
        a_correction("title", "COO", "Dana Ruiz"), "01-10", note="n1", recorded_at=datetime(2026, 5, 1, tzinfo=UTC)
    )
    made_in_march = said(a_correction("title", "CEO", "Dana Ruiz"), "03-01", note=DEAL)
    state = a_state(said(a_person("Dana Ruiz", "CFO"), "01-10", note="n1"), made_in_may, made_in_march)
    assert state.people[0].title == "COO"


def test_a_title_set_right_seats_the_person_and_unseats_what_was_misread() -> None:
    state = a_state(
        said(a_person("Dana Ruiz", "CIO"), "01-10"),
        said(a_person(None, "CFO", "opposed"), "01-11"),
        said(a_person(None, "CIO", "supportive"), "01-12"),
        said(a_correction("title", "COO", "Dana Ruiz"), "02-01", note=DEAL),
        said(a_correction("title", "CFO", "Dana Ruiz"), "02-02", note=DEAL),
    )
    assert stances(state) == {"dana ruiz": "opposed", "title:chief information officer": "supportive"}
    assert state.people[1].title == "CFO"


def test_somebody_new_may_be_brought_in_by_a_correction() -> None:
    state = a_state(
        said(a_correction("title", "CIO", "Omar Diaz"), "02-01", note=DEAL),
        said(a_correction("email", "omar@lakeshore.example", "Omar Diaz"), "02-01", note=DEAL),
        said(a_correction("reports_to", "Dana Ruiz", "Omar Diaz"), "02-01", note=DEAL),
    )
    omar = state.people[0]
    assert (omar.name, omar.function, omar.on_committee) == ("Omar Diaz", Function.IT, True)
    assert (omar.email, omar.reports_to) == ("omar@lakeshore.example", "Dana Ruiz")


def test_somebody_brought_in_later_was_not_there_before() -> None:
    assert a_state(said(a_correction("title", "CIO", "Omar Diaz"), "06-01", note=DEAL), on="02-01").people == ()
