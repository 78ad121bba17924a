"""One person with two phones: whatever meets in the ledger at once, no answer is lost, asked again or marked twice."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime

import pytest

from dealbot.app.practice.answering import Given, answer, change_last, said
from dealbot.app.practice.checks import Assignment, assign
from dealbot.app.practice.handing_in import hand_in
from dealbot.app.practice.keeping import current, pause, resume, skip, stop
from dealbot.app.practice.room import PracticeRoom
from dealbot.app.practice.starting import Wanted, start
from dealbot.domain.practice.mark import Rating
from dealbot.domain.practice.session import Mode
from dealbot.errors import BadInput
from tests.app.practice.room import EVE, TOM, World

SOON_S, LONG_S = 0.3, 10
AT_THE_END = 0


@dataclass
class Meanwhile:
    """Something else that happens once the clock was asked `after` times, or at the end of the transaction.

    It is through when the clock answers, or waits until the transaction is over.
    """

    world: World
    act: Callable[[], object]
    after: int = 1
    asked: int = 0
    acted: Future[object] | None = None

    def now(self) -> datetime:
        """The time."""
        self.asked += 1
        if self.asked == self.after:
            self.happens()
        return self.world.now

    def happens(self, *_told: object) -> None:
        """Let it happen, once."""
        if self.acted is not None:
            return
        one = ThreadPoolExecutor(1)
        self.acted = one.submit(self.act)
        one.shutdown(wait=False)
        with suppress(TimeoutError, BadInput):
            self.acted.result(SOON_S)

    @property
    def room(self) -> PracticeRoom:
        """The room by this clock."""
        return replace(self.world.room, desk=replace(self.world.desk, now=self.now, then=self.happens))

    def ended(self) -> None:
        """Wait for what happened meanwhile; it may have come too late."""
        assert self.acted is not None
        with suppress(BadInput):
            self.acted.result(LONG_S)


@pytest.mark.parametrize("does", [pause, skip, stop, resume])
def test_what_is_answered_while_a_session_is_steered_is_not_asked_again(
    world: World, does: Callable[..., object]
) -> None:
    world.register(TOM)
    first = world.starts(TOM)
    meanwhile = Meanwhile(world, lambda: world.answers(TOM, card=first.card.id, session=first.session.id))

    does(meanwhile.room, TOM, first.session.id)
    meanwhile.ended()

    following = current(world.room, TOM, first.session.id)
    assert following is None or following.card.id != first.card.id


def test_a_check_that_is_started_twice_at_once_is_one(world: World) -> None:
    world.register(TOM, EVE)
    assign(world.room, EVE, Assignment("November", date(2026, 12, 4), ("role.md",), (TOM.user,)))
    meanwhile = Meanwhile(world, lambda: world.starts(TOM, Mode.CHECK), after=2)

    begun = start(meanwhile.room, TOM, Wanted(Mode.CHECK))
    meanwhile.ended()

    with world.desk.reading(TOM) as books:
        assert [each.id for each in books.practice.open_sessions()] == [begun.session.id]


def test_a_check_handed_in_while_its_last_answer_is_to_be_changed_asks_nothing_more(world: World) -> None:
    world.register(TOM, EVE)
    check = assign(world.room, EVE, Assignment("November", date(2026, 12, 4), ("role.md",), (TOM.user,))).check.id
    asked = world.starts(TOM, Mode.CHECK)
    while world.answers(TOM, session=asked.session.id).then is not None:
        pass
    meanwhile = Meanwhile(world, lambda: hand_in(world.room, TOM, check))

    change_last(meanwhile.room, TOM, check)
    meanwhile.ended()

    with world.desk.reading(TOM) as books:
        assert TOM.user in books.cohorts.handed_in(check)
        assert not books.practice.open_sessions()


def test_an_answer_that_comes_twice_at_once_is_kept_and_scheduled_once(world: World) -> None:
    world.register(TOM)
    first = world.starts(TOM)
    meanwhile = Meanwhile(world, lambda: world.answers(TOM, card=first.card.id, session=first.session.id))

    with suppress(BadInput):
        answer(meanwhile.room, TOM, Given("cause", card=first.card.id, session=first.session.id))
    meanwhile.ended()

    with world.desk.reading(TOM) as books:
        assert len(books.practice.reviews()) == 1
        assert len(books.practice.schedules()) == 1
        assert books.practice.session(first.session.id).position == 1


def test_words_of_ones_own_on_two_points_at_once_both_count_for_when_the_card_comes_again(world: World) -> None:
    world.register(TOM)
    world.starts(TOM)
    kept = world.answers(TOM, "nothing of it")
    meanwhile = Meanwhile(world, lambda: said(world.room, TOM, kept.review.id, 1), after=AT_THE_END)

    said(meanwhile.room, TOM, kept.review.id, 0)
    meanwhile.ended()

    with world.desk.reading(TOM) as books:
        (schedule,) = books.practice.schedules()
        assert books.practice.review(kept.review.id).mark.rating is schedule.standing.rating is Rating.GOOD
