"""Practising: what is asked, how an answer moves on, what may be said of a mark."""

import pytest

from dealbot.app.practice.keeping import current, pause, resume
from dealbot.domain.practice.session import SessionState
from dealbot.errors import BadInput
from tests.app.practice.room import TOM, World


def test_an_interview_asks_ten_cards_one_after_the_other_and_ends(world: World) -> None:
    first = world.starts(TOM)
    done = world.goes_through(TOM)

    assert (first.number, first.of) == (1, 10)
    assert [each.then.number for each in done if each.then] == list(range(2, 11))
    assert done[-1].session is not None
    assert done[-1].session.state is SessionState.ENDED
    assert current(world.room, TOM) is None


def test_what_was_left_is_taken_up_where_it_was_also_by_another_process(world: World) -> None:
    world.starts(TOM)
    world.answers(TOM)
    second = world.answers(TOM).then
    pause(world.room, TOM)

    assert current(world.room, TOM) is None
    with pytest.raises(BadInput, match="Nothing is being asked"):
        world.answers(TOM)
    assert resume(world.room, TOM) == second
