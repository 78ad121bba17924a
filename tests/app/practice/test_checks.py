"""Checks and cohorts: assigned, read, ruled, signed, reported; and nobody learns what was practised in private."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import event

from dealbot.app.practice.answering import said, try_again
from dealbot.app.practice.checks import Assigned, Assignment, assign, make_cohort
from dealbot.app.practice.editing import edit_card
from dealbot.app.practice.keeping import choose, current, pause, skip
from dealbot.app.practice.reminding import Reminder, ReminderKind
from dealbot.app.practice.report_text import report_text, sign_off_csv, standing_text, topics_text
from dealbot.app.practice.reports import (
    cohort_report,
    cohort_standing,
    cohorts_of,
    mastery_by_topic,
    scorecards_of,
)
from dealbot.app.practice.signing import Learner, Ruling, ToRead, answers_of, rule, score_mock, sign
from dealbot.domain.practice.card import CardKind
from dealbot.domain.practice.cohort import Criterion, Verdict
from dealbot.domain.practice.edits import CardEdit
from dealbot.domain.practice.mark import PointState, Rating
from dealbot.domain.practice.readiness import Stage
from dealbot.domain.practice.schedule import Choice
from dealbot.domain.practice.session import Mode
from dealbot.domain.principal import Principal, Role
from dealbot.errors import BadInput, NotAllowed
from tests.app.practice.room import ADMIN, ANN, BEN, EVE, LIN, MAYA, TOM, World, card, deck, somebody

CARDS = ("one", "two")


@pytest.fixture
def school(world: World) -> World:
    """Two cards, and people of whom Tom, Ann and Ben are in Maya's team."""
    world.decks = (deck(card("one"), card("two"), card("fact", CardKind.FACT, points=(), accepted=("PMP",))),)
    world.register(TOM, ANN, BEN, MAYA, team="west")
    world.register(EVE, LIN)
    return world


def assigns(
    world: World, *people: Principal, days: int = 28, cards: tuple[str, ...] = CARDS, by: Principal = EVE
) -> Assigned:
    """Enablement gives a check."""
    given = Assignment("Nov", world.today + timedelta(days=days), ("role",), tuple(who.name for who in people), cards)
    return assign(world.room, by, given)


def answers_check(world: World, who: Principal, *texts: str) -> list[int]:
    """Somebody answers the cards of their check, one text each, and hands it in once all are answered."""
    world.starts(who, Mode.CHECK)
    given = [world.answers(who, text) for text in texts]
    if given[-1].then is None:
        world.hands_in(who)
    return [each.review.id for each in given]


def test_a_check_asks_its_cards_once_and_enablement_reads_what_was_answered(school: World) -> None:
    assigned = assigns(school, TOM, ANN)
    asked = school.starts(TOM, Mode.CHECK)
    answers_check(school, TOM, "cause finance", "cause")

    assert (asked.of, asked.session.title, asked.session.check) == (2, "Nov", assigned.check.id)
    read = answers_of(school.room, EVE, Learner("Nov", "Tom"))
    assert [kept.review.answer for kept in read.answers] == ["cause finance", "cause"]
    assert answers_of(school.room, TOM, Learner("Nov", "Tom")) == read
    assert answers_of(school.room, MAYA, Learner("Nov", "Tom")) == ToRead((), 0)
    assert answers_of(school.room, ANN, Learner("Nov", "Tom")) == ToRead((), 0)
    with pytest.raises(BadInput, match="is handed in"):
        school.starts(TOM, Mode.CHECK)


def test_a_check_is_left_and_taken_up_and_what_was_skipped_is_asked_again(school: World) -> None:
    assigns(school, TOM)
    first = school.starts(TOM, Mode.CHECK)
    skip(school.room, TOM)
    pause(school.room, TOM)

    again = school.starts(TOM, Mode.CHECK)
    assert again.session.id == first.session.id
    assert again.card != first.card
    school.answers(TOM)
    assert current(school.room, TOM) is None
    assert school.starts(TOM, Mode.CHECK).card == first.card


def test_a_card_of_a_check_is_answered_once(school: World) -> None:
    assigns(school, TOM)
    (key,) = answers_check(school, TOM, "cause")

    with pytest.raises(BadInput, match="answered once"):
        try_again(school.room, TOM, key)


def test_what_is_practised_while_a_check_is_open_stays_private(school: World) -> None:
    assigns(school, TOM)
    school.starts(TOM, Mode.CHECK)
    school.answers(TOM, "in private", card="fact")
    school.starts(TOM)
    school.answers(TOM, "in private as well")

    assert answers_of(school.room, EVE, Learner("Nov", "Tom")) == ToRead((), 0)


def test_without_cards_a_check_asks_ten_of_the_guide_the_same_for_all(world: World) -> None:
    world.register(TOM, ANN, EVE)
    assigned = assigns(world, TOM, ANN, cards=())

    assert len(set(assigned.check.cards)) == 10
    assert assigned.check.people == (TOM.user, ANN.user)
    world.starts(TOM, Mode.CHECK)
    assert [each.card.id for each in world.goes_through(TOM)] == list(assigned.check.cards)


def test_a_check_holds_no_question_without_a_model_answer(school: World) -> None:
    school.decks = (deck(card("one"), card("bare", points=())),)
    assert assigns(school, TOM, cards=()).check.cards == ("one",)
    assert assigns(school, TOM, cards=("bare", "one")).check.cards == ("one",)
    with pytest.raises(BadInput, match="no model answer"):
        assigns(school, TOM, cards=("bare",))


def test_a_second_check_goes_to_all_of_the_cohort_or_brings_somebody_new(school: World) -> None:
    assigns(school, TOM)
    later = assigns(school, ANN)
    every = assigns(school)

    assert later.new == (ANN.user,)
    assert set(every.check.people) == {TOM.user, ANN.user}
    assert later.check.people == (ANN.user,)


def test_a_cohort_may_be_made_before_anything_is_asked(school: World) -> None:
    given = Assignment("Dec", school.today + timedelta(days=14), ("role",), ("Tom",))

    cohort = make_cohort(school.room, EVE, given)
    assert (cohort.name, cohort.members, cohort.decks) == ("Dec", (TOM.user,), ("role.md",))
    assert cohort_standing(school.room, EVE, "Dec").people[0].stage is Stage.NOT_STARTED


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"cohort": " "}, "needs a name"),
        ({"people": ()}, "To whom"),
        ({"people": ("Nobody",)}, "no user called"),
        ({"days": -1}, "is over"),
        ({"guides": ("nowhere",)}, "no guide 'nowhere'"),
        ({"cards": ("gone",)}, "no card 'gone'"),
        ({"guides": (), "cards": ()}, "nothing to ask"),
    ],
)
def test_what_cannot_be_assigned_is_said(school: World, given: dict[str, object], why: str) -> None:
    whole = {"cohort": "Nov", "guides": ("role",), "people": ("Tom",), "cards": CARDS, "days": 7} | given
    due_on = school.today + timedelta(days=int(str(whole.pop("days"))))

    with pytest.raises(BadInput, match=why):
        assign(school.room, EVE, Assignment(due_on=due_on, **whole))  # type: ignore[arg-type]


_NOT_THEIRS: list[Callable[[World, Principal], object]] = [
    lambda world, who: assigns(world, TOM, by=who),
    lambda world, who: make_cohort(world.room, who, Assignment("Dec", world.today)),
    lambda world, who: rule(world.room, who, 1, Ruling(rating=Rating.EASY)),
    lambda world, who: sign(world.room, who, Learner("Nov", "Tom"), Verdict.READY),
    lambda world, who: score_mock(world.room, who, Learner("Nov", "Tom"), {Criterion.DISCOVERY: 5}, ""),
    lambda world, who: cohort_report(world.room, who, "Nov"),
    lambda world, who: edit_card(world.room, who, CardEdit("one", off=True)),
]


@pytest.mark.parametrize("act", range(len(_NOT_THEIRS)))
@pytest.mark.parametrize("who", [TOM, MAYA, LIN], ids=lambda who: who.name)
def test_nobody_but_enablement_assigns_rules_signs_edits_or_reads_what_is_missed(
    school: World, act: int, who: Principal
) -> None:
    assigns(school, TOM)

    with pytest.raises(NotAllowed):
        _NOT_THEIRS[act](school, who)


def test_a_cohort_is_ready_to_be_read_under_way_or_not_started(school: World) -> None:
    assigns(school, TOM, ANN, BEN, EVE)
    answers_check(school, TOM, "cause finance", "cause finance")
    answers_check(school, ANN, "cause")
    answers_check(school, EVE, "cause", "nothing")
    sign(school.room, EVE, Learner("Nov", "Tom"), Verdict.READY, " well  done ")

    standing = cohort_standing(school.room, EVE, "Nov")
    assert {each.name: each.stage.value for each in standing.people} == {
        "Ann": "under_way",
        "Ben": "not_started",
        "Eve": "to_read",
        "Tom": "ready",
    }
    proposals = {each.name: each.proposal for each in standing.people if each.proposal is not None}
    assert proposals["Tom"].verdict is Verdict.READY
    assert (proposals["Eve"].verdict, proposals["Eve"].reason) == (Verdict.NOT_YET, "0 of 2 answers are good, 2 needed")
    assert standing_text(standing) == (
        "Cohort Nov, week 1 of 4 · ready 1 · to read 1 · under way 1 · not started: Ben · due 2026-12-21"
    )
    told = report_text(cohort_report(school.room, EVE, "Nov"))
    assert "• Read Eve: not yet? 0 of 2 answers are good, 2 needed" in told
    csv = sign_off_csv(standing, ()).splitlines()
    assert csv[4].startswith('Tom,ready,2,2,ready,"2 of 2 answers are good, 2 needed",ready,Eve,2026-11-23,well done,')


def test_a_manager_sees_the_own_team_by_their_check_and_no_proposal_and_others_themselves(school: World) -> None:
    assigns(school, TOM, ANN, EVE)
    answers_check(school, TOM, "cause finance", "cause finance")

    def seen(who: Principal) -> list[tuple[str, bool]]:
        (standing,) = cohorts_of(school.room, who)
        return [(each.name, each.proposal is not None) for each in standing.people]

    assert seen(MAYA) == [("Ann", False), ("Tom", False)]
    assert seen(ANN) == [("Ann", False)]
    assert cohorts_of(school.room, LIN) == ()


def test_a_verdict_counts_until_something_new_is_asked(school: World) -> None:
    assigns(school, TOM)
    answers_check(school, TOM, "cause", "cause")
    sign(school.room, EVE, Learner("Nov", "Tom"), Verdict.NOT_YET)
    assert standing_text(cohort_standing(school.room, EVE, "Nov")).count("not yet 1") == 1

    school.passes(days=7)
    assigns(school, TOM, cards=("fact",))
    (person,) = cohort_standing(school.room, EVE, "Nov").people
    assert (person.stage, person.answered, person.asked) == (Stage.UNDER_WAY, 2, 3)
    with pytest.raises(BadInput, match="Ben is not in Nov"):
        sign(school.room, EVE, Learner("Nov", "Ben"), Verdict.READY)


def test_enablements_word_on_a_mark_wins(school: World) -> None:
    assigns(school, TOM)
    first, second = answers_check(school, TOM, "cause", "cause")
    said(school.room, TOM, first, 1)

    ruled = rule(school.room, EVE, first, Ruling(1, PointState.MISSED))
    assert ruled.mark.points[1].state is PointState.MISSED
    assert rule(school.room, EVE, second, Ruling(rating=Rating.EASY)).mark.rating is Rating.EASY
    with pytest.raises(BadInput, match="no point 8"):
        rule(school.room, EVE, first, Ruling(7, PointState.MET))
    for nothing in (Ruling(), Ruling(0), Ruling(state=PointState.MET)):
        with pytest.raises(BadInput, match="Say of a point"):
            rule(school.room, EVE, first, nothing)


def test_a_live_mock_is_scored_by_a_person_and_read_by_whom_it_is_about(school: World) -> None:
    assigns(school, TOM, ANN)
    scores = {Criterion.DISCOVERY: 4, Criterion.OBJECTIONS: 1}
    given = score_mock(school.room, EVE, Learner("Nov", "Tom"), scores, " Asks well. ")

    assert given.words == "Asks well."
    assert scorecards_of(school.room, TOM, "Nov") == (given,)
    assert scorecards_of(school.room, ANN, "Nov") == ()
    standing = cohort_standing(school.room, EVE, "Nov")
    assert sign_off_csv(standing, scorecards_of(school.room, EVE, "Nov")).splitlines()[2].endswith(",2.5")
    for wrong in ({}, {Criterion.DISCOVERY: 6}):
        with pytest.raises(BadInput, match="from 1 to 5"):
            score_mock(school.room, EVE, Learner("Nov", "Tom"), wrong, "")


def test_what_most_people_miss_is_told_without_names_of_checks_and_of_practice_apart(school: World) -> None:
    people = (TOM, ANN, BEN)
    assigns(school, *people)
    for who in people:
        keys = answers_check(school, who, "cause", "cause finance")
        said(school.room, who, keys[0], 1)
        rule(school.room, EVE, keys[0], Ruling(1, PointState.MISSED))
        school.answers(who, "finance", card="two")
        if who is not BEN:
            assert not any(not each.in_check for each in cohort_report(school.room, EVE, "Nov").missed)

    report = cohort_report(school.room, EVE, "Nov")
    text = report_text(report)
    assert "• “What about one?”: 3 of 3 miss “finance”\n" in text
    assert "• “What about two?”: 3 of 3 miss “cause”, in practice" in text
    assert "Suspect questions:\n• “What about one?”: 3 of 3 pressed “I did say that”" in text
    assert not any(who.name in text.partition("Most missed")[2] for who in people)


def test_a_question_that_people_contradict_in_private_is_suspect_from_three_on(school: World) -> None:
    assigns(school, EVE)
    for who in (TOM, ANN, BEN):
        assert cohort_report(school.room, EVE, "Nov").suspects == ()
        answered = school.answers(who, "cause", card="one")
        said(school.room, who, answered.review.id, 1)

    (suspect,) = cohort_report(school.room, EVE, "Nov").suspects
    assert (suspect.card, suspect.pressed, suspect.people, suspect.in_check) == ("one", 3, 3, False)
    assert "pressed “I did say that” in practice" in report_text(cohort_report(school.room, EVE, "Nov"))


def test_what_a_team_knows_is_told_from_three_people_on_and_of_nobody_alone(school: World) -> None:
    assert topics_text(mastery_by_topic(school.room, MAYA)).startswith("Too few people")
    school.answers(TOM, card="one")
    school.answers(ANN, card="one")
    school.answers(MAYA, card="one")
    assert mastery_by_topic(school.room, MAYA) == ()
    school.answers(LIN, card="one")

    school.answers(BEN, "nothing", card="two")
    assert topics_text(mastery_by_topic(school.room, MAYA)) == "• The role, Technical: 67% known, 3 people"
    for who in (TOM, LIN):
        with pytest.raises(NotAllowed, match="for enablement and managers"):
            mastery_by_topic(school.room, who)


def test_figures_of_points_that_were_changed_since_are_not_told(school: World) -> None:
    assigns(school, TOM)
    for who in (TOM, ANN, BEN):
        school.answers(who, "cause", card="one")
    assert [each.card for each in cohort_report(school.room, EVE, "Nov").missed] == ["one"]

    edit_card(school.room, EVE, CardEdit("one", points=("something else",)))
    assert cohort_report(school.room, EVE, "Nov").missed == ()


def test_a_card_is_asked_as_enablement_edited_it_and_not_at_all_when_it_is_off(school: World) -> None:
    edit_card(school.room, EVE, CardEdit("one", prompt="Why?", points=("finance",)))
    answered = school.answers(TOM, "finance", card="one")
    assert (answered.card.prompt, answered.mark.score) == ("Why?", 1)

    edit_card(school.room, EVE, CardEdit("one", off=True))
    with pytest.raises(BadInput, match="no card 'one'"):
        school.answers(TOM, card="one")
    for wrong in (CardEdit("one", prompt=" "), CardEdit("one", points=()), CardEdit("one", points=("a",) * 7)):
        with pytest.raises(BadInput):
            edit_card(school.room, EVE, wrong)


def test_people_are_told_of_a_check_reminded_before_it_is_due_and_once_after(school: World) -> None:
    assigned = assigns(school, TOM, ANN, BEN, days=7)
    answers_check(school, ANN, "cause", "cause")

    def told() -> list[tuple[str, ReminderKind, int]]:
        due = school.tells(ANN, BEN, TOM)
        assert school.tells(ANN, BEN, TOM) == []
        return [(each.person, each.kind, each.left) for each in due]

    assert told() == [("U-BEN", ReminderKind.ANNOUNCED, 2), ("U-TOM", ReminderKind.ANNOUNCED, 2)]
    school.passes(days=5)
    answers_check(school, BEN, "cause")
    assert told() == []  # it is Saturday
    school.passes(days=2)
    assert told() == [("U-BEN", ReminderKind.SOON, 1), ("U-TOM", ReminderKind.SOON, 2)]
    school.passes(days=1)
    sign(school.room, EVE, Learner("Nov", "Ben"), Verdict.NOT_YET)
    assert told() == [("U-TOM", ReminderKind.LATE, 2)]
    school.passes(days=1)
    assert told() == []
    assert assigned.check.due_on < school.today


def test_the_cards_of_the_day_go_out_once_a_day_to_those_who_chose_them(school: World) -> None:
    choose(school.room, TOM, Choice(drip=True))

    drip = Reminder(TOM.user, ReminderKind.DRIP)
    assert school.tells(TOM, ANN) == [drip]
    assert school.tells(TOM, ANN) == []
    school.passes(days=1)
    assert school.tells(TOM, ANN) == [drip]


def test_reports_one_after_the_other_never_tell_what_one_person_answered(school: World) -> None:
    cem = somebody("Cem")
    people = (TOM, ANN, BEN, cem)
    other = somebody("Max", Role.ENABLEMENT)
    school.register(other)
    school.register(cem, team="west")
    for who in people:
        school.answers(who, "cause finance", card="one")
    first = [mastery_by_topic(school.room, who) for who in (EVE, MAYA)]
    assert [[(row.share, row.people, row.on) for row in told] for told in first] == [[(1.0, 4, None)]] * 2

    day = school.today
    for who in (TOM, ANN):
        school.now += timedelta(days=1)
        school.answers(who, "nothing", card="one")
        school.answers(EVE, "nothing", card="one")  # whoever asks cannot make up the number
        for reader in (EVE, other, MAYA):
            (row,) = mastery_by_topic(school.room, reader)
            assert (row.share, row.people, row.on) == (1.0, 4, day)
    assert f"(as of {day.day} {day:%b})" in topics_text(mastery_by_topic(school.room, MAYA))
    edit_card(school.room, EVE, CardEdit("two", off=True))
    assert [row.share for row in mastery_by_topic(school.room, EVE)] == [1.0]

    school.now += timedelta(days=1)
    school.answers(BEN, "nothing", card="one")
    assert [(row.share, row.on) for row in mastery_by_topic(school.room, other)] == [(0.25, None)]
    school.now += timedelta(days=1)
    with school.desk.writing(ADMIN) as books:
        books.users.change(TOM.user, team="east")  # who leaves a team takes nothing off its figures
    assert [row.people for row in mastery_by_topic(school.room, MAYA)] == [4]


def test_a_card_that_cannot_be_marked_is_named_as_left_out_of_a_check(school: World) -> None:
    school.decks = (deck(card("one"), card("bare", points=(), prompt="And then?")),)
    given = assigns(school, TOM, cards=("one", "bare"))
    assert given.check.cards == ("one",)
    assert given.without == "Not asked, since no guide has a model answer to mark it by: “And then?”"
    assert assigns(school, ANN, cards=("one",)).without == ""


def test_the_list_names_who_signed_and_keeps_the_id_of_whom_no_name_is_known_of(school: World) -> None:
    assigns(school, TOM, ANN)
    for person in (TOM, ANN):
        answers_check(school, person, "cause finance", "cause finance")
    sign(school.room, ADMIN, Learner("Nov", "Ann"), Verdict.READY)
    sign(school.room, EVE, Learner("Nov", "Tom"), Verdict.READY)

    rows = sign_off_csv(cohort_standing(school.room, EVE, "Nov"), ()).splitlines()

    assert [row.split(",")[-4] for row in rows[1:]] == [ADMIN.user, "Eve"]


def test_a_report_asks_once_who_handed_in_however_many_checks_there_are(school: World) -> None:
    for _ in range(3):
        assigns(school, TOM)
        answers_check(school, TOM, "cause", "cause")
    seen: list[str] = []
    with school.database.read() as session:
        event.listen(session.get_bind(), "before_cursor_execute", lambda *given: seen.append(given[2]))

    (person,) = cohort_standing(school.room, EVE, "Nov").people

    assert (person.stage, person.answered) == (Stage.TO_READ, 6)
    assert sum("FROM checks_handed_in" in " ".join(each.split()) for each in seen) == 1


def test_people_of_one_name_are_told_apart_in_the_list_and_no_name_is_run_as_a_formula(world: World) -> None:
    danas = [replace(somebody(f"D{number}"), name="Dana Ruiz") for number in (1, 2)]
    odd = replace(somebody("odd"), name='=HYPERLINK("x")')
    world.register(EVE, odd, *danas)
    people = tuple(each.user for each in (odd, *danas))
    assign(world.room, EVE, Assignment("Nov", date(2026, 12, 4), ("role.md",), people))

    _, *rows = sign_off_csv(cohort_standing(world.room, EVE, "Nov"), ()).splitlines()

    assert [row.partition(",not started")[0] for row in rows] == [
        '"\'=HYPERLINK(""x"")"',
        "Dana Ruiz (U-D1)",
        "Dana Ruiz (U-D2)",
    ]
