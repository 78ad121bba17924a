"""The outbox: each posting kept once, sent in the order of its lane and no faster than Slack allows."""

from datetime import datetime, timedelta

import pytest

from dealbot.store.books import reading, writing
from dealbot.store.database import Database
from dealbot.store.outbox import Outbox
from dealbot.store.post import LostLease, Outgoing, Posting, Sent, State
from tests.store.book import ADMIN, START

LEASE = timedelta(seconds=15)
SOON = START + timedelta(seconds=1)
LATER = START + timedelta(hours=1)
POST = "chat.postMessage"


def add(database: Database, key: str, lane: str = "C1", method: str = POST, about: str | None = None) -> bool:
    with writing(database, ADMIN) as books:
        return books.outbox.add(Posting(lane, method, {"text": key}, about, key), START)


def take(database: Database, now: datetime = START) -> Outgoing | None:
    with database.write() as session:
        return Outbox(session, "local").take(now, LEASE)


def taken(database: Database, now: datetime = START) -> Outgoing:
    found = take(database, now)
    assert found is not None
    return found


def sent(database: Database, each: Outgoing, now: datetime = START, ts: str = "1.0") -> None:
    with database.write() as session:
        Outbox(session, "local").sent(each, Sent(each.posting.lane, ts), now)


def test_a_posting_is_kept_once(database: Database) -> None:
    assert [add(database, "1/1"), add(database, "1/1"), add(database, "1/2")] == [True, False, True]


def test_a_lane_is_sent_in_order_a_message_a_second_and_others_do_not_wait_for_it(database: Database) -> None:
    for key, lane in (("a1", "A"), ("a2", "A"), ("b1", "B")):
        add(database, key, lane)

    first, other, none = taken(database), taken(database), take(database)
    sent(database, first)
    too_soon, second = take(database), taken(database, SOON)

    assert [each.posting.key for each in (first, other, second)] == ["a1", "b1", "a2"]
    assert (none, too_soon) == (None, None)


def test_what_is_no_message_does_not_wait_a_second(database: Database) -> None:
    add(database, "m1")
    add(database, "u1", method="chat.update")
    sent(database, taken(database))

    assert taken(database).posting.key == "u1"


def test_what_slack_wants_later_waits_and_so_does_its_lane(database: Database) -> None:
    add(database, "a1", "A")
    add(database, "a2", "A")
    first = taken(database)
    with database.write() as session:
        Outbox(session, "local").again(first, START + timedelta(seconds=3), "ratelimited", unsure=False)

    assert take(database, START + timedelta(seconds=2)) is None
    again = taken(database, START + timedelta(seconds=3))
    assert (again.posting.key, again.unsure) == ("a1", False)


def test_what_a_sender_died_with_may_be_there_already(database: Database) -> None:
    add(database, "a1")

    assert [taken(database).unsure, taken(database, START + LEASE).unsure] == [False, True]


def test_who_lost_the_lease_reports_nothing(database: Database) -> None:
    add(database, "a1")
    first = taken(database)
    taken(database, LATER)

    with pytest.raises(LostLease):
        sent(database, first)


def test_a_message_is_found_again_by_what_it_is_about(database: Database) -> None:
    for key, ts in (("a1", "1.0"), ("a2", "2.0")):
        add(database, key, about="note:1")
        sent(database, taken(database, LATER), START, ts)
    add(database, "a3", about="note:1")

    with reading(database, ADMIN) as books:
        assert (books.outbox.find("note:1"), books.outbox.find("note:2")) == (Sent("C1", "2.0"), None)


def test_what_was_given_up_frees_its_lane_and_comes_back_when_asked(database: Database) -> None:
    add(database, "a1")
    add(database, "a2")
    first = taken(database)
    with database.write() as session:
        Outbox(session, "local").dead(first, "invalid_auth", START)
    with database.read() as session:
        assert Outbox(session, "local").last_error() == "invalid_auth"
    second = taken(database)
    sent(database, second)

    with database.write() as session:
        assert Outbox(session, "local").requeue(LATER) == 1
        assert Outbox(session, "local").counts()[State.DONE] == 1
    assert (second.posting.key, taken(database, LATER).posting) == ("a2", first.posting)


def test_it_knows_what_was_kept(database: Database) -> None:
    add(database, "asked/2026-11-23/1")
    with reading(database, ADMIN) as books:
        assert [books.outbox.knows(f"asked/2026-11-23/{number}") for number in (1, 2)] == [True, False]
