"""Checks of which something changes on the way: a card goes, somebody leaves, an answer is added to."""

from datetime import timedelta

import pytest

from dealbot.app.practice.answering import Answered, change_last
from dealbot.app.practice.checks import Assignment, assign
from dealbot.app.practice.editing import edit_card
from dealbot.app.practice.handing_in import hand_in
from dealbot.app.practice.reminding import ReminderKind
from dealbot.app.practice.report_text import standing_text
from dealbot.app.practice.reports import PersonStanding, cohort_standing
from dealbot.app.practice.starting import Wanted, start
from dealbot.domain.practice.cohort import Check, Verdict
from dealbot.domain.practice.edits import CardEdit
from dealbot.domain.practice.readiness import Stage
from dealbot.domain.practice.session import Mode
from dealbot.domain.principal import Principal
from dealbot.errors import BadInput
from tests.app.practice.room import ANN, EVE, TOM, World, card, deck


@pytest.fixture
def school(world: World) -> World:
    """Two cards and two people."""
    world.decks = (deck(card("one"), card("two")),)
    world.register(TOM, ANN, EVE)
    return world


def gives(world: World, cohort: str = "Nov", *people: Principal, cards: tuple[str, ...] = ("one", "two")) -> Check:
    """Enablement gives a check, to Tom if to nobody else."""
    named = tuple(who.name for who in people or (TOM,))
    given = Assignment(cohort, world.today + timedelta(days=9), ("role",), named, cards)
    return assign(world.room, EVE, given).check


def leaves(world: World, who: Principal, cohort: str = "Nov") -> None:
    """Somebody is taken out of a cohort."""
    with world.desk.writing(EVE) as books:
        books.cohorts.leave(books.cohorts.find(cohort).id, [who.user])


def adds_to(world: World, answered: Answered, text: str) -> None:
    """Tom writes more right after an answer of his, as it is heard in chat."""
    session = answered.review.review.session
    with world.desk.writing(TOM) as books:
        kept = books.practice.session(session or 0)
        books.practice.keep(kept.retrying(kept.items[0]), world.now)
    world.answers(TOM, f"{answered.review.review.answer} {text}")


def tom_at(world: World) -> PersonStanding:
    """Where Tom is, to enablement."""
    people = cohort_standing(world.room, EVE, "Nov").people
    return next(each for each in people if each.person == TOM.user)


def test_who_answered_all_but_a_card_that_was_switched_off_may_hand_in(school: World) -> None:
    gives(school)
    school.starts(TOM, Mode.CHECK)
    school.answers(TOM)
    edit_card(school.room, EVE, CardEdit("two", off=True))
    school.hands_in(TOM)

    assert (tom_at(school).stage, tom_at(school).answered, tom_at(school).asked) == (Stage.TO_READ, 1, 1)
    assert tom_at(school).proposal is not None
    assert school.tells(TOM) == []


def test_an_answer_to_a_card_that_went_afterwards_still_counts(school: World) -> None:
    gives(school)
    school.starts(TOM, Mode.CHECK)
    school.goes_through(TOM)
    school.hands_in(TOM)
    school.decks = ()

    assert (tom_at(school).stage, tom_at(school).answered, tom_at(school).asked) == (Stage.TO_READ, 2, 2)


def test_of_a_check_whose_guide_is_gone_nobody_is_reminded(school: World) -> None:
    gives(school)
    school.starts(TOM, Mode.CHECK)
    school.decks = ()

    with pytest.raises(BadInput, match="Nothing is being asked"):
        school.answers(TOM)
    assert school.tells(TOM) == []


def test_who_left_a_cohort_is_not_reminded_of_its_check(school: World) -> None:
    gives(school, "Nov", TOM, ANN)
    leaves(school, TOM)

    assert [each.person for each in school.tells(TOM, ANN)] == [ANN.user]


def test_who_left_a_cohort_and_taps_start_is_told_so(school: World) -> None:
    check = gives(school, "Nov", TOM, ANN)
    leaves(school, TOM)

    with pytest.raises(BadInput, match="no longer in that cohort"):
        start(school.room, TOM, Wanted(Mode.CHECK, check=check.id))
    with pytest.raises(BadInput, match="no check for you"):
        start(school.room, EVE, Wanted(Mode.CHECK, check=check.id))


def test_who_left_a_cohort_answers_the_checks_of_others(school: World) -> None:
    gives(school, "Old", cards=("one",))
    gives(school, "New", TOM, ANN, cards=("two",))
    leaves(school, TOM, "New")

    assert school.starts(TOM, Mode.CHECK).card.id == "one"


def test_a_card_that_is_named_twice_is_asked_once(school: World) -> None:
    assert gives(school, cards=("one", "one")).cards == ("one",)


def test_an_answer_that_was_added_to_counts_once_in_what_is_proposed(school: World) -> None:
    gives(school)
    school.starts(TOM, Mode.CHECK)
    adds_to(school, school.answers(TOM), "and more")
    school.answers(TOM, "nothing")
    school.hands_in(TOM)

    proposal = tom_at(school).proposal
    assert proposal is not None
    assert (proposal.verdict, proposal.reason) == (Verdict.NOT_YET, "1 of 2 answers are good, 2 needed")


def test_what_is_answered_is_not_handed_in_before_its_person_says_so(school: World) -> None:
    check = gives(school)
    with pytest.raises(BadInput, match="no check for you"):
        hand_in(school.room, ANN)
    with pytest.raises(BadInput, match="Nov is not answered yet: 0 of 2"):
        school.hands_in(TOM)
    with pytest.raises(BadInput, match="start to practise"):
        change_last(school.room, TOM, check.id)
    school.starts(TOM, Mode.CHECK)
    school.goes_through(TOM)

    assert (tom_at(school).stage, tom_at(school).proposal) == (Stage.NOT_HANDED_IN, None)
    assert "answered, not handed in 1" in standing_text(cohort_standing(school.room, EVE, "Nov"))
    with pytest.raises(BadInput, match="hand it in"):
        start(school.room, TOM, Wanted(Mode.CHECK))
    assert change_last(school.room, TOM, check.id).card.id == "two"
    assert school.hands_in(TOM).handed_in is not None
    assert tom_at(school).stage is Stage.TO_READ
    with pytest.raises(BadInput, match="handed in already"):
        school.hands_in(TOM)
    with pytest.raises(BadInput, match="its answers stand"):
        change_last(school.room, TOM, check.id)
    with school.desk.writing(TOM) as books:
        assert not books.cohorts.hand_in(check.id, school.now)


def test_the_last_answer_to_a_card_that_is_gone_stands(school: World) -> None:
    check = gives(school)
    school.starts(TOM, Mode.CHECK)
    school.goes_through(TOM)
    school.decks = ()

    with pytest.raises(BadInput, match="your answer stands"):
        change_last(school.room, TOM, check.id)


def test_who_forgot_to_hand_in_is_reminded_when_it_is_due(school: World) -> None:
    gives(school)
    (announced,) = school.tells(TOM)
    assert announced.kind is ReminderKind.ANNOUNCED
    school.starts(TOM, Mode.CHECK)
    school.goes_through(TOM)
    school.passes(days=10)

    assert [(each.person, each.kind, each.left) for each in school.tells(TOM)] == [(TOM.user, ReminderKind.LATE, 0)]


def test_no_name_is_no_cohort(school: World) -> None:
    gives(school)

    with pytest.raises(BadInput, match="There is no cohort"):
        cohort_standing(school.room, EVE, " ")


@pytest.mark.parametrize("key", [-1, 0, 10**30])
def test_a_number_that_no_answer_has_is_no_answer(school: World, key: int) -> None:
    with school.desk.reading(EVE) as books:
        with pytest.raises(BadInput, match="no answer"):
            books.practice.review(key)
        with pytest.raises(BadInput, match="no answer"):
            books.cohorts.answer(key)
        with pytest.raises(BadInput, match="no such practice"):
            books.practice.session(key)
