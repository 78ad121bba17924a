"""Practising: what is asked, how an answer moves on, what may be said of a mark."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from dealbot.app.practice.answering import Given, answer, said, try_again
from dealbot.app.practice.keeping import choose, current, pause, progress, resume, skip, stop
from dealbot.app.practice.starting import Wanted, start
from dealbot.domain.practice.card import CardKind
from dealbot.domain.practice.mark import Mark, PointMark, PointState, Rating
from dealbot.domain.practice.schedule import Choice
from dealbot.domain.practice.session import Mode, SessionState
from dealbot.domain.principal import Principal
from dealbot.errors import BadInput
from dealbot.store.database import open_database
from tests.app.practice.room import ANN, MAYA, TOM, World, card, deck, guide


def test_an_interview_asks_ten_cards_one_after_the_other_and_ends(world: World) -> None:
    first = world.starts(TOM)
    done = world.goes_through(TOM)

    assert (first.number, first.of) == (1, 10)
    assert [each.then.number for each in done if each.then] == list(range(2, 11))
    assert done[-1].session is not None
    assert done[-1].session.state is SessionState.ENDED
    assert current(world.room, TOM) is None


def test_what_was_left_is_taken_up_where_it_was_also_after_a_restart(world: World, database_url: str) -> None:
    world.starts(TOM)
    second = world.answers(TOM).then
    pause(world.room, TOM)
    assert current(world.room, TOM) is None
    with pytest.raises(BadInput, match="Nothing is being asked"):
        world.answers(TOM)

    with open_database(database_url) as database:
        again = World(database)
        assert second is not None
        assert resume(again.room, TOM).card == second.card
        assert again.answers(TOM).then is not None


def test_two_people_practise_and_are_scheduled_each_for_themselves(world: World) -> None:
    world.starts(TOM)
    world.starts(ANN)
    world.answers(TOM, "nothing")
    world.goes_through(ANN)

    mine, hers = progress(world.room, TOM), progress(world.room, ANN)
    assert mine.line == "2 of 10"
    assert sum(each.seen for each in mine.topics) == 1
    assert sum(each.known for each in hers.topics) == 10
    assert hers.session is None
    assert hers.line == ""


def test_what_was_not_known_is_due_the_next_day_and_asked_first(world: World) -> None:
    missed = world.starts(TOM).card
    world.answers(TOM, "nothing")
    world.goes_through(TOM)
    assert progress(world.room, TOM).due_today == 0
    world.passes(days=1)

    assert progress(world.room, TOM).due_today == 1
    assert world.starts(TOM, Mode.DRIP).card == missed


def test_the_answer_tells_the_mark_the_source_and_what_comes_next(world: World) -> None:
    answered = world.answers(TOM, "I find the cause.", card="Tech0-recall")

    assert [point.state for point in answered.mark.points] == [PointState.MET, PointState.MISSED]
    assert answered.card.source.quote == "cause finance"
    assert (answered.session, answered.then) == (None, None)


def test_i_did_say_that_changes_the_mark_and_when_the_card_comes_again(world: World) -> None:
    world.starts(TOM)
    answered = world.answers(TOM, "I find the cause.")
    with world.desk.reading(TOM) as books:
        before = books.practice.schedule(answered.card.id)

    after = said(world.room, TOM, answered.review.id, 1)

    with world.desk.reading(TOM) as books:
        schedule = books.practice.schedule(answered.card.id)
    assert before is not None
    assert schedule is not None
    assert after.mark.rating is Rating.GOOD
    assert after.then == answered.then
    assert schedule.standing.due_at > before.standing.due_at
    assert schedule.before is None


def test_an_older_answer_may_be_contradicted_without_moving_the_card(world: World) -> None:
    first = world.answers(TOM, "cause", card="Tech0-recall")
    world.passes(days=1)
    world.answers(TOM, "nothing", card="Tech0-recall")
    with world.desk.reading(TOM) as books:
        before = books.practice.schedule("Tech0-recall")

    said(world.room, TOM, first.review.id, 1)

    with world.desk.reading(TOM) as books:
        assert books.practice.schedule("Tech0-recall") == before


def test_what_is_unsure_is_marked_by_whoever_answered(world: World) -> None:
    unsure = world.answers(TOM, "cause, finance?", card="Tech0-recall")
    assert unsure.mark.points[1].state is PointState.UNSURE

    missed = said(world.room, TOM, unsure.review.id, 1, PointState.MISSED)

    assert missed.mark.points[1].state is PointState.MISSED
    assert missed.mark.score < unsure.mark.score


@pytest.mark.parametrize(
    ("point", "state", "why"),
    [
        (7, PointState.MET, "There is no point 8"),
        (-1, PointState.MET, "There is no point 0"),
        (None, PointState.MET, "Which point"),
        (0, PointState.MISSED, "Only a point that is unsure"),
    ],
)
def test_what_cannot_be_said_of_a_mark_is_refused(world: World, point: int | None, state: PointState, why: str) -> None:
    answered = world.answers(TOM, "cause", card="Tech0-recall")

    with pytest.raises(BadInput, match=why):
        said(world.room, TOM, answered.review.id, point, state)


def test_a_keyed_card_is_right_or_wrong_and_may_be_contradicted_as_a_whole(world: World) -> None:
    fact = card("fact", CardKind.FACT, points=(), accepted=("CPHIMS",))
    world.decks = (deck(fact, card("two", CardKind.FACT, accepted=("PMP",))),)
    world.starts(TOM, Mode.FACTS)

    wrong = world.answers(TOM, "something", card="fact")
    assert wrong.mark.rating is Rating.AGAIN
    assert said(world.room, TOM, wrong.review.id, None).mark.rating is Rating.GOOD
    assert world.answers(TOM, "pmp", card="two").mark.rating is Rating.GOOD


def test_a_card_is_asked_once_more_before_what_comes_next(world: World) -> None:
    first = world.starts(TOM)
    answered = world.answers(TOM, "nothing")

    again = try_again(world.room, TOM, answered.review.id)
    assert (again.card, again.number) == (first.card, 1)
    assert world.answers(TOM).then == answered.then


def test_a_card_that_was_answered_outside_of_any_session_may_be_tried_again_in_one_of_its_own(world: World) -> None:
    answered = world.answers(TOM, "nothing", card="Tech0-recall")

    again = try_again(world.room, TOM, answered.review.id)
    assert (again.number, again.of, again.card.id) == (1, 1, "Tech0-recall")


def test_a_card_is_left_out_or_the_rest_of_them(world: World) -> None:
    world.starts(TOM)

    assert (following := skip(world.room, TOM)) is not None
    assert following.number == 2
    assert stop(world.room, TOM).state is SessionState.ENDED
    for leave in (skip, pause, stop, resume):
        with pytest.raises(BadInput):
            leave(world.room, TOM)


def test_a_button_that_was_pressed_twice_keeps_one_answer(world: World) -> None:
    asked = world.starts(TOM)
    given = Given("cause", card=asked.card.id, session=asked.session.id)
    answer(world.room, TOM, given)

    with pytest.raises(BadInput, match="answered already"):
        answer(world.room, TOM, given)


def test_an_answer_in_a_session_that_was_left_takes_it_up_and_leaves_the_other(world: World) -> None:
    left = world.starts(TOM)
    other = world.starts(TOM, Mode.DRIP)
    world.answers(TOM, session=left.session.id)

    with world.desk.reading(TOM) as books:
        states = {each.id: each.state for each in books.practice.open_sessions()}
    assert states == {left.session.id: SessionState.RUNNING, other.session.id: SessionState.PAUSED}
    assert resume(world.room, TOM, other.session.id).session.id == other.session.id


def test_nobody_goes_on_with_somebody_elses_session(world: World) -> None:
    asked = world.starts(TOM)

    for reach in (
        lambda: world.answers(ANN, session=asked.session.id),
        lambda: resume(world.room, ANN, asked.session.id),
    ):
        with pytest.raises(BadInput, match="no such practice"):
            reach()


def test_cards_that_are_gone_are_passed_over(world: World) -> None:
    asked = world.starts(TOM)
    (whole,) = world.decks
    world.decks = (replace(whole, cards=tuple(each for each in whole.cards if each != asked.card)),)

    now = current(world.room, TOM)
    assert now is not None
    assert now.card != asked.card
    with pytest.raises(BadInput, match="no card"):
        world.answers(TOM, card=asked.card.id)
    world.decks = (deck(),)
    assert current(world.room, TOM) is None
    with pytest.raises(BadInput, match="no practice that you left"):
        resume(world.room, TOM)


def test_identifiers_of_patients_are_taken_out_of_an_answer_before_it_is_kept(world: World) -> None:
    answered = world.answers(TOM, "The cause was with MRN 12345678.", card="Tech0-recall")

    assert "12345678" not in answered.review.review.answer
    assert "removed" in answered.review.review.answer


def test_how_long_an_answer_took_is_kept_with_it(world: World) -> None:
    answered = world.answers(TOM, card="Tech0-recall", duration_ms=41_000)

    with world.desk.reading(TOM) as books:
        kept = books.practice.review(answered.review.id).review
    assert (kept.duration_ms, kept.at, kept.mark.by) == (41_000, world.now, "words 1")


def test_with_the_day_of_an_interview_cards_come_earlier(world: World) -> None:
    world.starts(TOM)
    world.goes_through(TOM)
    choose(world.room, TOM, Choice(drip=True, interview_on=world.today + timedelta(days=8)))

    with world.desk.reading(TOM) as books:
        assert {each.due_at for each in books.practice.standings().values()} == {world.now + timedelta(days=4)}
    assert progress(world.room, TOM).choice == Choice(drip=True, interview_on=world.today + timedelta(days=8))
    choose(world.room, TOM, Choice())
    assert progress(world.room, TOM).choice == Choice()


@pytest.mark.parametrize(
    ("wanted", "why"),
    [
        (Wanted(guide="nowhere"), "There is no guide 'nowhere'"),
        (Wanted(role="astronaut"), "No guide prepares for 'astronaut'"),
        (Wanted(Mode.WARM_UP), "For whom"),
        (Wanted(Mode.WARM_UP, role="CNO"), "No guide prepares for 'CNO'"),
        (Wanted(Mode.FACTS), "nothing to practise"),
        (Wanted(Mode.CHECK), "no check for you"),
    ],
)
def test_what_cannot_be_practised_is_said(world: World, wanted: Wanted, why: str) -> None:
    with pytest.raises(BadInput, match=why):
        start(world.room, TOM, wanted)


def test_what_is_done_with_a_result_is_done_in_its_own_transaction(world: World) -> None:
    def fails(*_told: object) -> None:
        raise BadInput("the message cannot be put out")

    asked = world.starts(TOM)
    room = replace(world.room, desk=replace(world.desk, then=fails))
    with pytest.raises(BadInput, match="put out"):
        answer(room, TOM, Given("cause"))

    assert current(world.room, TOM) == asked
    with world.desk.reading(TOM) as books:
        assert books.practice.reviews() == ()


def test_a_reworded_card_goes_on_with_its_history(world: World) -> None:
    said_so: dict[str, Any] = {"prompt": "How do you handle an objection about the price?", "points": ("cause",)}
    world.decks = (deck(card("one", **said_so), card("two")),)
    world.starts(TOM)
    world.goes_through(TOM)
    world.decks = (
        deck(card("one-anew", **(said_so | {"prompt": "How do you handle objections about price?"})), card("two")),
    )

    world.passes(days=400)
    asked = world.starts(TOM, Mode.DRIP)
    ids = {asked.card.id, *(each.then.card.id for each in world.goes_through(TOM) if each.then)}

    assert ids == {"one", "two"}
    assert {each.cards for each in progress(world.room, TOM).topics} == {2}


def test_an_interview_prefers_what_the_cohort_prepares_from_then_what_is_tagged(world: World) -> None:
    other = deck(card("x"), name="x.md", title="Another")
    world.decks = (other, guide())

    assert world.starts(TOM).card.deck == "role.md"
    assert world.starts(TOM, guide="Another").card.id == "x"


def test_a_word_on_a_role_play_leaves_the_schedule_of_the_card_alone(world: World) -> None:
    before = world.answers(TOM, "cause finance", card="Tech0-recall").review
    with world.desk.writing(TOM) as books:
        played = books.practice.append(replace(before.review, mode=Mode.ROLE_PLAY, mark=nothing_met()))
        due = books.practice.due(world.now + timedelta(days=90))

    said(world.room, TOM, played.id, 0)
    with world.desk.reading(TOM) as books:
        assert books.practice.standings()["Tech0-recall"].rating is Rating.EASY
        assert books.practice.due(world.now + timedelta(days=90)) == due


def nothing_met() -> Mark:
    """A mark of an answer that covers nothing."""
    points = tuple(PointMark(point, PointState.MISSED) for point in ("cause", "finance"))
    return Mark(0.0, Rating.AGAIN, points)


@pytest.mark.parametrize(("who", "begins"), [(TOM, "ae.md"), (MAYA, "lead.md")])
def test_an_interview_begins_with_the_guide_of_ones_own_work(world: World, who: Principal, begins: str) -> None:
    world.decks = (
        deck(card("csm", deck="csm.md"), name="csm.md", title="Customer success manager", tags=("Interview Prep",)),
        deck(card("cfo", deck="cfo.md"), name="cfo.md", title="Meeting the CFO", personas=("CFO",)),
        deck(card("ae", deck="ae.md"), name="ae.md", title="Enterprise account executive"),
        deck(card("lead", deck="lead.md"), name="lead.md", title="Sales manager"),
    )
    asked = world.starts(who)
    assert (asked.card.deck, asked.of) == (begins, 2)
    assert world.answers(who).then.card.deck == "cfo.md"  # type: ignore[union-attr]


def test_the_day_of_an_interview_that_is_over_is_refused_and_one_that_was_set_stays(world: World) -> None:
    with pytest.raises(BadInput, match="is over: name a day to come"):
        choose(world.room, TOM, Choice(interview_on=world.today - timedelta(days=1)))
    choose(world.room, TOM, Choice(interview_on=world.today))
    day = world.today
    world.passes(3)
    assert choose(world.room, TOM, Choice(drip=True, interview_on=day)).interview_on == day
