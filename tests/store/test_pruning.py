"""What was handled long ago is forgotten a little at a time, and nothing that is still asked for."""

from datetime import datetime, timedelta

from dealbot.store.books import writing
from dealbot.store.database import Database
from dealbot.store.inbox import Inbox
from dealbot.store.outbox import Outbox
from dealbot.store.post import Arrival, Posting, Sent
from dealbot.store.queue import KEPT
from tests.store.book import ADMIN, START

LEASE = timedelta(seconds=30)
LONG_AFTER = START + KEPT + timedelta(minutes=1)
REDELIVERED = timedelta(hours=1)  # Slack tells again for less
CAUGHT_UP = timedelta(days=7)  # after an outage, at the most


def told(number: int) -> Arrival:
    place = f"C1:{number}"
    return Arrival(f"event:{number}", "C1", "message", {"text": "hello"}, place, place, str(number))


def handle(database: Database, number: int, at: datetime = START) -> bool:
    """Keep an arrival and handle it; false if it is kept already."""
    with writing(database, ADMIN) as books:
        kept = books.inbox.keep(told(number), at)
        taken = books.inbox.take(at, LEASE)
        if taken is not None:
            books.inbox.done(taken)
        return kept


def send(database: Database, key: str, about: str | None = None, ts: str | None = "1.0") -> None:
    with writing(database, ADMIN) as books:
        books.outbox.add(Posting(key, "chat.postMessage", {"text": "hello"}, about, key), START)
        outgoing = books.outbox.take(START, LEASE)
        assert outgoing is not None
        books.outbox.sent(outgoing, Sent("C1", ts) if ts else None, START)


def prune(database: Database, now: datetime = LONG_AFTER, most: int = 100) -> tuple[int, int]:
    with database.write() as session:
        return Inbox(session, "local").prune(now, most), Outbox(session, "local").prune(now, most)


def test_what_was_handled_long_ago_is_forgotten_and_tellings_of_it_are_still_known_for_long_enough(
    database: Database,
) -> None:
    handle(database, 1)

    for passed in (REDELIVERED, CAUGHT_UP, KEPT):
        assert prune(database, START + passed) == (0, 0)
        assert not handle(database, 1, START + passed)
    assert prune(database) == (1, 0)


def test_no_more_is_forgotten_at_once_than_was_asked_for_the_oldest_first(database: Database) -> None:
    for number in range(5):
        handle(database, number, START + timedelta(seconds=number))

    assert [prune(database, most=2)[0] for _ in range(4)] == [2, 2, 1, 0]


def test_what_waits_or_was_put_aside_is_kept(database: Database) -> None:
    with writing(database, ADMIN) as books:
        books.inbox.keep(told(1), START)
        books.outbox.add(Posting("C1", "chat.postMessage", {"text": "hello"}, None, "1/1"), START)
        outgoing = books.outbox.take(START, LEASE)
        assert outgoing is not None
        books.outbox.dead(outgoing, "channel_not_found", START)

    assert prune(database) == (0, 0)


def test_where_a_message_about_a_note_stands_is_kept(database: Database) -> None:
    send(database, "1/1", about="|n1|")
    send(database, "1/2")
    send(database, "1/3", about="|n1|", ts=None)

    assert prune(database) == (0, 2)
    with database.read() as session:
        assert Outbox(session, "local").find("|n1|") == Sent("C1", "1.0")


def test_another_workspaces_are_left_alone(database: Database) -> None:
    handle(database, 1)

    with database.write() as session:
        assert Inbox(session, "elsewhere").prune(LONG_AFTER, 100) == 0
