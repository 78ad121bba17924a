"""The worker: each arrival worked on by one, its effects kept once, and whatever goes wrong told to the person."""

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event, Thread

import pytest
from sqlalchemy import text

from dealbot import clock
from dealbot.domain.principal import LOCAL_OPERATOR, LOCAL_WORKSPACE
from dealbot.errors import BadInput, IndexUnwritable, StoreUnavailable
from dealbot.slack.intake import Intake
from dealbot.slack.payload import Payload
from dealbot.slack.turn import Converse, Turn, to_person
from dealbot.slack.worker import Worker
from dealbot.store.books import reading, writing
from dealbot.store.database import Database
from dealbot.store.post import Posting
from tests.slack.conftest import Kept
from tests.slack.fakes import until
from tests.slack.said import CHANNEL, OURS, PRIYA, TS, click, command, deleted, event, form, mention, message

START = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


class Later:
    """A clock that a test sets."""

    now = START

    def __call__(self) -> datetime:
        return self.now


def receive(database: Database, *payloads: Payload) -> None:
    for payload in payloads:
        Intake(database, OURS, lambda: START).keep(payload)


def worker(database: Database, converse: Converse, now: Callable[[], datetime] | None = None) -> Worker:
    return Worker(database, LOCAL_WORKSPACE, converse, now or (lambda: START))


def fail(error: Exception) -> Converse:
    def converse(_turn: Turn) -> None:
        raise error

    return converse


def test_effects_answers_and_the_end_of_the_arrival_are_one(database: Database, kept: Kept) -> None:
    receive(database, event(message()))

    def converse(turn: Turn) -> None:
        with writing(database, LOCAL_OPERATOR) as books:
            books.deals.add("Lakeshore", START)
            said = {"channel": CHANNEL, "text": "Logged."}
            turn.finish(books, *(Posting(CHANNEL, "chat.postMessage", said, about="note:1") for _ in range(2)))

    assert worker(database, converse).work()
    assert (kept.states(), [posting.key for posting in kept.postings()]) == (["done"], ["1/1", "1/2"])


def test_who_lost_the_lease_leaves_nothing(database: Database, kept: Kept) -> None:
    receive(database, event(message()))

    def converse(turn: Turn) -> None:
        with database.write() as session:
            session.execute(text("UPDATE inbox SET fence = fence + 1"))
        with writing(database, LOCAL_OPERATOR) as books:
            books.deals.add("Lakeshore", START)
            turn.finish(books, to_person(turn.payload, "Logged.", ""))

    assert worker(database, converse).work()
    with reading(database, LOCAL_OPERATOR) as books:
        assert (books.deals.all(), kept.states(), kept.postings()) == ((), ["leased"], [])


def test_a_turn_that_needs_no_answer_is_done(database: Database, kept: Kept) -> None:
    receive(database, event(message()))

    assert worker(database, lambda _: None).work()
    assert (kept.states(), kept.postings()) == (["done"], [])


def test_there_is_nothing_to_do_when_nothing_came(database: Database) -> None:
    assert not worker(database, lambda _: None).work()


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (BadInput("Which deal is it?"), "Which deal is it?"),
        (
            IndexUnwritable("/var/dealbot", "their disk is full", "make room"),
            "The guides cannot be searched now, because their disk is full: tell whoever looks after dealbot.",
        ),
    ],
)
def test_what_trying_again_does_not_help_the_person_is_told_at_once(
    database: Database, kept: Kept, error: Exception, said: str
) -> None:
    receive(database, event(mention()))

    worker(database, fail(error)).work()
    (told,) = kept.postings()
    assert (kept.states(), told.method) == (["done"], "chat.postEphemeral")
    assert told.arguments == {"channel": CHANNEL, "user": PRIYA, "text": said}


@pytest.mark.parametrize("error", [RuntimeError("Dana Ruiz"), StoreUnavailable("The ledger is locked.")])
def test_what_nobody_did_wrong_is_tried_five_times_before_the_person_is_told(
    database: Database, kept: Kept, caplog: pytest.LogCaptureFixture, error: Exception
) -> None:
    receive(database, event(message()))
    later = Later()
    works = worker(database, fail(error), later)
    for _ in range(5):
        assert kept.postings() == []
        works.work()
        later.now += timedelta(minutes=20)

    assert kept.states() == ["dead"]
    assert ("reference #1" in kept.postings()[0].arguments["text"]) is isinstance(error, RuntimeError)
    assert "Dana" not in caplog.text


def test_what_takes_its_worker_down_is_not_tried_for_ever(database: Database, kept: Kept) -> None:
    receive(database, event(message()))
    with database.write() as session:
        session.execute(text("UPDATE inbox SET attempts = 5"))

    worker(database, fail(AssertionError("not again"))).work()
    assert (kept.states(), len(kept.postings())) == (["dead"], 1)


@pytest.mark.parametrize(
    "silent", [event(deleted()), event({"type": "app_home_opened", "user": PRIYA}), event({"type": "app_uninstalled"})]
)
def test_who_did_not_speak_is_not_told(database: Database, kept: Kept, silent: Payload) -> None:
    receive(database, silent)

    worker(database, fail(BadInput("No."))).work()
    assert kept.postings() == []


def test_a_long_reading_keeps_its_lease_and_a_second_worker_waits(database: Database, kept: Kept) -> None:
    receive(database, event(message()))
    begun, go_on, turns = Event(), Event(), []

    def converse(turn: Turn) -> None:
        turns.append(turn.taken.attempts)
        begun.set()
        go_on.wait(10)

    short = timedelta(seconds=2)
    first = Worker(database, LOCAL_WORKSPACE, converse, clock.now, short)
    thread = Thread(target=first.work)
    thread.start()
    assert begun.wait(10)
    waited = until(lambda: Worker(database, LOCAL_WORKSPACE, converse, clock.now, short).work(), 5)
    go_on.set()
    thread.join()

    assert (waited, turns, kept.states()) == (False, [1], ["done"])


def test_two_workers_race_and_everything_is_done_once(database: Database, kept: Kept) -> None:
    receive(database, *(event(message(ts=f"17632800{n:02}.000100", channel=f"C{n % 5}")) for n in range(20)))
    stop = Event()

    def converse(turn: Turn) -> None:
        with writing(database, LOCAL_OPERATOR) as books:
            books.deals.add(f"Deal {turn.taken.id}", START)
            turn.finish(books, to_person(turn.payload, "Logged.", ""))

    racing = [Thread(target=worker(database, converse).run, args=(stop,)) for _ in range(3)]
    for thread in racing:
        thread.start()
    done = until(lambda: set(kept.states()) == {"done"})
    stop.set()
    for thread in racing:
        thread.join()

    with reading(database, LOCAL_OPERATOR) as books:
        assert (done, len(books.deals.all()), len(kept.postings())) == (True, 20, 20)


def test_a_worker_outlives_a_ledger_that_cannot_be_used(
    database: Database, kept: Kept, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    receive(database, event(message()))
    stop, other = Event(), sqlite3.connect(tmp_path / "dealbot.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    thread = Thread(target=worker(database, lambda _: None).run, args=(stop,))
    thread.start()
    assert until(lambda: "cannot be used" in caplog.text)
    other.execute("COMMIT")
    other.close()

    assert until(lambda: kept.states() == ["done"])
    stop.set()
    thread.join()


@pytest.mark.parametrize(
    ("payload", "method", "lane"),
    [
        (event(message(channel="D1", thread_ts=TS)), "chat.postMessage", "D1"),
        (event(mention(thread_ts=TS)), "chat.postEphemeral", CHANNEL),
        (command(response_url="https://hooks.example/1"), "response_url", CHANNEL),
        (click(), "chat.postEphemeral", CHANNEL),
        (form(), "chat.postMessage", PRIYA),
    ],
)
def test_a_person_is_told_where_they_are_and_nobody_else(payload: Payload, method: str, lane: str) -> None:
    posting = to_person(payload, "No.", "1/1")

    assert (posting.method, posting.lane, posting.arguments["text"]) == (method, lane, "No.")
    assert posting.arguments.get("thread_ts") == (payload.get("event") or {}).get("thread_ts")


def test_where_nobody_is_nobody_is_told() -> None:
    with pytest.raises(ValueError, match="nobody"):
        to_person(event({"type": "app_uninstalled"}), "No.", "1/1")


def test_a_worker_with_nothing_to_do_forgets_what_was_handled_long_ago(database: Database) -> None:
    stop = Event()
    receive(database, event(message()))
    worker(database, lambda _turn: None).work()

    looks = 0

    def after_a_month() -> datetime:
        nonlocal looks
        looks += 1
        with reading(database, LOCAL_OPERATOR) as books:
            if not any(books.inbox.counts().values()) or looks > 20:
                stop.set()
        return START + timedelta(days=30)

    worker(database, lambda _turn: None, after_a_month).run(stop)

    with reading(database, LOCAL_OPERATOR) as books:
        assert not any(books.inbox.counts().values())
