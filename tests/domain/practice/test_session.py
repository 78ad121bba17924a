import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealbot.domain.practice.session import Item, Mode, Session, SessionState

ITEMS = tuple(Item(name) for name in ("a", "b", "c"))
SESSION = Session(Mode.INTERVIEW, ITEMS)


def test_a_session_asks_one_item_after_the_other_and_is_over_after_the_last() -> None:
    asked = []
    session = SESSION
    while session.current is not None:
        asked.append((session.current.card, session.number, session.of))
        session = session.moved_on

    assert asked == [("a", 1, 3), ("b", 2, 3), ("c", 3, 3)]
    assert session.state is SessionState.ENDED
    assert session.number == 3
    assert session.moved_on == session
    assert session.paused == session
    assert session.within(()) == session


def test_a_session_that_is_left_is_taken_up_where_it_was() -> None:
    left = SESSION.moved_on.paused

    assert left.state is SessionState.PAUSED
    assert left.resumed == SESSION.moved_on
    assert left.stopped.current is None


def test_a_card_is_asked_once_more_before_the_next_one_also_after_the_last() -> None:
    again = SESSION.moved_on.retrying(ITEMS[0])
    last = SESSION.moved_on.moved_on.moved_on.retrying(ITEMS[2])

    assert (again.current, again.number) == (ITEMS[0], 1)
    assert again.moved_on == SESSION.moved_on
    assert (last.current, last.number) == (ITEMS[2], 3)
    assert last.moved_on.state is SessionState.ENDED


def test_cards_that_are_gone_are_not_asked_and_what_is_done_stays() -> None:
    session = SESSION.moved_on

    assert session.within({"c"}).items == (ITEMS[0], ITEMS[2])
    assert session.within({"c"}).current == ITEMS[2]
    assert session.within({"a"}).state is SessionState.ENDED
    assert session.retrying(ITEMS[0]).within({"b"}).current == ITEMS[1]
    assert session.retrying(ITEMS[0]).within({"a"}).current == ITEMS[0]


@given(st.lists(st.sampled_from(["on", "pause", "resume", "again"]), max_size=20))
def test_whatever_is_done_the_number_is_of_an_item_and_a_session_that_is_not_over_asks_something(
    done: list[str],
) -> None:
    session = SESSION
    for each in done:
        session = {
            "on": session.moved_on,
            "pause": session.paused,
            "resume": session.resumed,
            "again": session.retrying(ITEMS[0]),
        }[each]
        assert 1 <= session.number <= session.of
        assert (session.current is None) is (session.state is SessionState.ENDED)


@pytest.mark.parametrize("mode", Mode)
def test_all_is_private_but_a_check(mode: Mode) -> None:
    assert mode.private is (mode is not Mode.CHECK)
