"""The inbox: kept once, handled in order by one worker at a time, given up after five attempts and never lost."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest

from dealbot.store.books import writing
from dealbot.store.database import Database, open_database
from dealbot.store.inbox import MOST_ATTEMPTS, Inbox
from dealbot.store.post import Arrival, LostLease, State, Taken
from tests.store.book import ADMIN, START

LEASE = timedelta(seconds=30)
LATER = START + timedelta(hours=1)


def arrival(key: str, lane: str = "C1", ts: str | None = None, about_at: str | None = None) -> Arrival:
    about = f"{lane}:{ts}" if ts else None
    place = about if about_at is None else None
    return Arrival(key, lane, "message", {"text": key}, place, about, about_at or ts)


def keep(database: Database, *arrivals: Arrival) -> list[bool]:
    kept = []
    for each in arrivals:
        with database.write() as session:
            kept.append(Inbox(session, "local").keep(each, START))
    return kept


def take(database: Database, now: datetime = START) -> Taken | None:
    with database.write() as session:
        return Inbox(session, "local").take(now, LEASE)


def taken(database: Database, now: datetime = START) -> Taken:
    found = take(database, now)
    assert found is not None
    return found


def done(database: Database, each: Taken) -> None:
    with writing(database, ADMIN) as books:
        books.inbox.done(each)


def fail(database: Database, each: Taken, now: datetime = START) -> bool:
    with database.write() as session:
        return Inbox(session, "local").fail(each, "unforeseen", now)


def counts(database: Database) -> dict[State, int]:
    with database.read() as session:
        return {state: count for state, count in Inbox(session, "local").counts().items() if count}


def test_a_delivery_is_kept_once(database: Database) -> None:
    assert keep(database, arrival("e1"), arrival("e1"), arrival("e2")) == [True, False, True]


def test_a_message_told_by_two_deliveries_is_kept_once(database: Database) -> None:
    assert keep(database, arrival("e1", ts="1.0"), arrival("e2", ts="1.0"), arrival("e3", ts="2.0")) == [
        True,
        False,
        True,
    ]


def test_one_delivery_made_eight_times_at_once_is_kept_once(database: Database) -> None:
    with ThreadPoolExecutor(4) as pool:
        kept = list(pool.map(lambda _: keep(database, arrival("e1", ts="1.0"))[0], range(8)))

    assert sorted(kept) == [False] * 7 + [True]


def test_what_was_kept_is_there_when_opened_again(database_url: str) -> None:
    with open_database(database_url) as database:
        keep(database, arrival("e1", ts="1.0"))

    with open_database(database_url) as database:
        assert taken(database).arrival == arrival("e1", ts="1.0")


def test_a_lane_is_handled_in_order_and_others_do_not_wait_for_it(database: Database) -> None:
    keep(database, arrival("a1", "A"), arrival("a2", "A"), arrival("b1", "B"))

    first, second, none = taken(database), taken(database), take(database)
    done(database, first)
    third = taken(database)

    assert ([each.arrival.key for each in (first, second, third)], none) == (["a1", "b1", "a2"], None)


def test_what_a_worker_left_behind_is_taken_again_when_its_lease_has_run_out(database: Database) -> None:
    keep(database, arrival("e1"))
    first = taken(database)

    assert take(database, START + LEASE - timedelta(seconds=1)) is None
    second = taken(database, START + LEASE)
    assert (second.fence > first.fence, second.attempts) == (True, 2)


def test_who_lost_the_lease_keeps_nothing(database: Database) -> None:
    keep(database, arrival("e1"))
    first, second = taken(database), taken(database, LATER)

    def finish_late() -> None:
        with writing(database, ADMIN) as books:
            books.deals.add("Lakeshore", LATER)
            books.inbox.done(first)

    with pytest.raises(LostLease):
        finish_late()
    with pytest.raises(LostLease):
        fail(database, first)

    done(database, second)
    with writing(database, ADMIN) as books:
        assert books.deals.all() == ()


def test_a_lease_that_is_renewed_is_not_taken_over(database: Database) -> None:
    keep(database, arrival("e1"))
    first = taken(database)
    with database.write() as session:
        Inbox(session, "local").renew(first, LATER + LEASE)

    assert take(database, LATER) is None


def test_what_is_done_is_done_once_and_its_words_are_gone(database: Database) -> None:
    keep(database, arrival("e1"))
    first = taken(database)
    done(database, first)

    with pytest.raises(LostLease):
        done(database, first)
    assert (take(database, LATER), counts(database)) == (None, {State.DONE: 1})
    assert keep(database, arrival("e1")) == [False]


def test_a_failure_waits_longer_each_time_and_is_put_aside_after_the_fifth(database: Database) -> None:
    keep(database, arrival("e1"), arrival("e2"))
    now, asides = START, []
    for _ in range(MOST_ATTEMPTS):
        each = taken(database, now)
        asides.append(fail(database, each, now))
        assert take(database, now) is None or asides[-1]
        now += timedelta(minutes=10)

    assert asides == [False] * (MOST_ATTEMPTS - 1) + [True]
    assert counts(database)[State.DEAD] == 1


def test_what_was_put_aside_comes_back_whole(database: Database) -> None:
    keep(database, arrival("e1"))
    for attempt in range(MOST_ATTEMPTS):
        now = START + attempt * timedelta(minutes=10)
        fail(database, taken(database, now), now)

    with database.write() as session:
        assert Inbox(session, "local").requeue(LATER) == 1
    again = taken(database, LATER)
    assert (again.arrival, again.attempts) == (arrival("e1"), 1)


@pytest.mark.parametrize(("other", "superseded"), [("1.5", True), ("9999999999.999999", True), ("0.5", False)])
def test_a_message_knows_of_its_later_edit_or_deletion(database: Database, other: str, *, superseded: bool) -> None:
    keep(database, arrival("e1", ts="1.0"), arrival("e2", ts="1.0", about_at=other), arrival("e3", ts="3.0"))
    first = taken(database)

    with database.read() as session:
        assert Inbox(session, "local").later_than(first) is superseded


def test_workspaces_do_not_meet(database: Database) -> None:
    keep(database, arrival("e1"))

    with database.write() as session:
        elsewhere = Inbox(session, "elsewhere")
        assert elsewhere.take(LATER, LEASE) is None
        assert elsewhere.keep(arrival("e1"), START)


def test_four_workers_share_the_work_without_doing_any_twice(database: Database) -> None:
    keep(database, *(arrival(f"e{number}", f"C{number % 6}") for number in range(48)))

    def work(_: int) -> list[str]:
        did = []
        while (each := take(database)) is not None:
            done(database, each)
            did.append(each.arrival.key)
        return did

    with ThreadPoolExecutor(4) as pool:
        did = [key for keys in pool.map(work, range(4)) for key in keys]
    while (each := take(database)) is not None:
        done(database, each)
        did.append(each.arrival.key)

    assert sorted(did) == sorted(f"e{number}" for number in range(48))
