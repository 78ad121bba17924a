"""The people of a deal: stance, roles, when they were heard, who is on the committee."""

from datetime import UTC, datetime

import pytest

from dealbot.domain.observation import Observation, PersonStatement
from dealbot.domain.stakeholder import BuyingRole, Function, Side, Stance, badness, worse
from tests.domain.builders import (
    DEAL,
    a_concern,
    a_correction,
    a_day,
    a_person,
    a_state,
    a_view,
    said,
    stances,
)


def at_hour(hour: int) -> datetime:
    return datetime(2026, 3, 10, hour, tzinfo=UTC)


def test_the_latest_known_stance_counts_whenever_it_arrives() -> None:
    january, march = (
        said(a_person("Dana Ruiz", stance="opposed"), "01-10"),
        said(a_person("Dana Ruiz", stance="neutral"), "03-10"),
    )
    assert stances(a_state(march, january)) == {"dana ruiz": "neutral"}


def test_unknown_never_overwrites_a_known_stance() -> None:
    state = a_state(
        said(a_person("Dana Ruiz", stance="supportive"), "01-10"),
        said(a_person("Dana Ruiz", stance="unknown"), "03-10"),
    )
    dana = state.people[0]
    assert (dana.stance, dana.since, dana.last_heard) == (Stance.SUPPORTIVE, a_day("01-10"), a_day("03-10"))


def test_a_stance_holds_since_it_was_first_told_without_a_break() -> None:
    told = ["supportive", "opposed", "supportive", "supportive"]
    state = a_state(*(said(a_person("Dana Ruiz", stance=stance), f"0{at + 1}-10") for at, stance in enumerate(told)))
    assert state.people[0].since == a_day("03-10")
    assert state.people[0].evidence.on == a_day("04-10")


def test_two_writers_of_one_day_are_both_shown_and_the_worse_counts() -> None:
    state = a_state(
        said(a_person("Dana Ruiz", stance="supportive"), author="Priya Nair"),
        said(a_person("Dana Ruiz", stance="concerned"), author="Sam Lee"),
    )
    dana = state.people[0]
    assert dana.stance is Stance.CONCERNED
    assert dana.disagreement is not None
    assert [stance for stance, _ in dana.disagreement.stances] == [Stance.SUPPORTIVE, Stance.CONCERNED]


@pytest.mark.parametrize("author", ["Priya Nair", "priya  nair"])
def test_one_writer_of_one_day_is_taken_at_the_last_word(author: str) -> None:
    state = a_state(
        said(a_person("Dana Ruiz", stance="concerned"), note="a"),
        said(a_person("Dana Ruiz", stance="supportive"), note="b", author=author),
    )
    assert state.people[0].stance is Stance.SUPPORTIVE
    assert state.people[0].disagreement is None


def test_two_writers_who_agree_do_not_disagree() -> None:
    state = a_state(
        said(a_person("Dana Ruiz", stance="neutral"), author="Priya"),
        said(a_person("Dana Ruiz", stance="neutral"), author="Sam"),
    )
    assert state.people[0].disagreement is None
    assert state.people[0].evidence.author == "Sam"


@pytest.mark.parametrize(
    "settling",
    [
        said(a_correction("stance", "supportive", "Dana Ruiz"), "03-10", note=DEAL),
        said(a_person("Dana Ruiz", stance="supportive"), "03-11"),
    ],
    ids=["a correction", "a later statement"],
)
def test_a_disagreement_is_settled_by(settling: Observation) -> None:
    state = a_state(
        said(a_person("Dana Ruiz", stance="supportive"), author="Priya"),
        said(a_person("Dana Ruiz", stance="opposed"), author="Sam"),
        settling,
    )
    assert state.people[0].stance is Stance.SUPPORTIVE
    assert state.people[0].disagreement is None


def test_a_correction_holds_against_the_old_note_read_again_and_is_superseded_by_a_later_one() -> None:
    january = said(a_person("Dana Ruiz", stance="opposed"), "01-10")
    march = said(a_correction("stance", "supportive", "Dana Ruiz"), "03-01", note=DEAL)
    read_again = said(a_person("Dana Ruiz", stance="concerned"), "01-10", reader="other")
    april = said(a_person("Dana Ruiz", stance="neutral"), "04-10")
    assert stances(a_state(january, march, read_again)) == {"dana ruiz": "supportive"}
    assert stances(a_state(april, january, march, read_again)) == {"dana ruiz": "neutral"}


def test_of_two_corrections_of_one_day_the_one_made_last_counts() -> None:
    first = said(a_correction("stance", "supportive", "Dana Ruiz"), "03-10", note=DEAL, recorded_at=at_hour(9))
    second = said(a_correction("stance", "neutral", "Dana Ruiz"), "03-10", note=DEAL, recorded_at=at_hour(11))
    assert stances(a_state(second, first)) == {"dana ruiz": "neutral"}


def test_of_two_notes_of_one_day_the_one_of_the_later_message_counts() -> None:
    morning = said(a_person("Dana Ruiz", stance="opposed"), note="z", said_at=at_hour(9))
    evening = said(a_person("Dana Ruiz", stance="neutral"), note="a", said_at=at_hour(17))
    assert stances(a_state(evening, morning)) == {"dana ruiz": "neutral"}


def test_roles_add_up_and_only_a_person_takes_one_away() -> None:
    champion = said(a_person("Dana Ruiz", None, "unknown", "champion"), "01-10")
    owner = said(a_person("Dana Ruiz", None, "unknown", "owner"), "02-10")
    veto = said(a_correction("role", "veto", "Dana Ruiz"), "03-01", note=DEAL)
    not_champion = said(a_correction("not_role", "champion", "Dana Ruiz"), "03-01", note=DEAL)
    again = said(a_person("Dana Ruiz", None, "unknown", "champion"), "04-10")
    assert a_state(champion, owner, veto, not_champion).people[0].roles == {BuyingRole.OWNER, BuyingRole.VETO}
    assert BuyingRole.CHAMPION in a_state(champion, owner, veto, not_champion, again).people[0].roles


def test_identity_set_right_holds_against_later_notes() -> None:
    state = a_state(
        said(a_correction("function", "pharmacy", "Dana Ruiz"), "01-01", note=DEAL),
        said(a_correction("side", "third_party", "Dana Ruiz"), "01-01", note=DEAL),
        said(a_correction("title", "CPO", "Dana Ruiz"), "01-01", note=DEAL),
        said(a_person("Dana Ruiz", "CFO", "supportive", function=Function.FINANCE), "03-10"),
    )
    dana = state.people[0]
    assert (dana.title, dana.function, dana.side) == ("CPO", Function.PHARMACY, Side.THIRD_PARTY)


def test_the_last_title_told_counts_and_tells_the_function_where_no_note_does() -> None:
    state = a_state(
        said(a_person("Dana Ruiz", "CIO"), "01-10"),
        said(a_person("Dana Ruiz", "CFO"), "02-10"),
        said(a_person("Dana Ruiz"), "03-10"),
    )
    assert (state.people[0].title, state.people[0].function) == ("CFO", Function.FINANCE)


def test_the_name_is_shown_in_its_fullest_form() -> None:
    state = a_state(
        said(a_person("Dana"), "01-10"), said(a_person("Dana Ruiz"), "02-10"), said(a_person("dana ruiz"), "03-10")
    )
    assert state.people[0].name == "Dana Ruiz"
    assert state.people[0].written == ("Dana", "Dana Ruiz", "dana ruiz")


def test_somebody_is_heard_when_they_take_part_take_a_stand_or_voice_a_worry() -> None:
    state = a_state(
        said(a_person("Dana Ruiz"), "01-10"),
        said(a_person("Dana Ruiz", took_part=False), "02-10"),
        said(a_person("Dana Ruiz", stance="opposed", took_part=False), "03-10"),
        said(a_concern("Dana Ruiz"), "04-10"),
        said(a_correction("stance", "neutral", "Dana Ruiz"), "05-10", note=DEAL),
        said(a_correction("concern", "resolved", "Dana Ruiz", "budget_roi"), "06-10", note=DEAL),
    )
    assert state.people[0].heard_on == (a_day("01-10"), a_day("03-10"), a_day("04-10"))
    assert state.people[0].last_heard == a_day("04-10")


def test_somebody_never_heard_has_no_last_day() -> None:
    assert a_state(said(a_person("Dana Ruiz", took_part=False))).people[0].last_heard is None


def test_a_person_may_say_that_a_stance_is_not_known() -> None:
    state = a_state(
        said(a_person("Dana Ruiz", stance="opposed"), "01-10"),
        said(a_correction("stance", "unknown", "Dana Ruiz"), "02-01", note=DEAL),
    )
    assert stances(state) == {"dana ruiz": "unknown"}


def test_what_the_author_believes_is_kept_beside_and_never_counted() -> None:
    state = a_state(said(a_person("Dana Ruiz", "CFO")), said(a_view("Dana", "opposed")))
    dana = state.people[0]
    assert dana.stance is Stance.UNKNOWN
    assert [view.stance for view in dana.views] == [Stance.OPPOSED]


def test_a_belief_about_somebody_whom_no_note_tells_of_brings_in_nobody() -> None:
    assert a_state(said(a_view("Dana", "opposed"))).people == ()


@pytest.mark.parametrize(
    "told",
    [
        a_person("Dana Ruiz", stance="neutral", took_part=False),
        a_person("Dana Ruiz", None, "unknown", "evaluator", took_part=False),
        a_person("Dana Ruiz", "CFO"),
        a_person("Dana Ruiz", function=Function.IT),
        a_person("Dana Ruiz", "physician assistant"),
    ],
)
def test_on_the_committee_is_who_takes_part_in_deciding(told: PersonStatement) -> None:
    assert len(a_state(said(told)).committee) == 1


def test_on_the_committee_is_who_has_a_worry() -> None:
    assert len(a_state(said(a_person("Dana Ruiz", took_part=False)), said(a_concern("Dana"))).committee) == 1


@pytest.mark.parametrize(("field", "value"), [("title", "analyst"), ("function", "it"), ("stance", "neutral")])
def test_on_the_committee_is_whom_a_person_gives_a_part(field: str, value: str) -> None:
    state = a_state(
        said(a_person("Dana Ruiz", took_part=False)), said(a_correction(field, value, "Dana Ruiz"), note=DEAL)
    )
    assert len(state.committee) == 1


@pytest.mark.parametrize(
    "told",
    [
        a_person("Kim Park", "exec assistant", "supportive"),
        a_person("Kim Park", "scheduler"),
        a_person("Dana Ruiz", "CFO", took_part=False),
        a_person("Dana Ruiz"),
        a_person("Lee Wong", "Epic analyst", None, side=Side.THIRD_PARTY),
        a_person("Priya Nair", "AE", None, side=Side.US),
    ],
)
def test_not_on_the_committee_is_who_helps_is_merely_named_or_is_not_the_buyers(told: PersonStatement) -> None:
    assert a_state(said(told)).committee == ()


def test_a_worry_that_was_none_or_somebody_elses_puts_nobody_on_the_committee() -> None:
    state = a_state(
        said(a_person("Dana Ruiz", took_part=False), note="n"),
        said(a_person("Raj Patel", took_part=False), note="n"),
        said(a_concern("Dana Ruiz", "integration"), note="n"),
        said(a_concern("Dana Ruiz", "governance"), note="n"),
        said(a_correction("holder", "Raj Patel", topic="integration"), note="n"),
        said(a_correction("concern", "none", "Dana Ruiz", "governance"), note="n"),
    )
    assert [person.label for person in state.committee] == ["Raj Patel"]


def test_of_two_stances_the_one_further_from_yes_is_worse() -> None:
    assert worse(Stance.SUPPORTIVE, Stance.CONCERNED) is Stance.CONCERNED
    assert worse(Stance.OPPOSED, Stance.NEUTRAL) is Stance.OPPOSED
    assert badness(Stance.UNKNOWN) < badness(Stance.COMMITTED)
