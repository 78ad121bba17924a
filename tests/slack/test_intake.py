"""Acknowledged means stored: whatever Slack sends, how often, in which order, whatever the ledger does meanwhile."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from starlette.applications import Starlette

from dealbot.store.database import open_database
from tests.slack.conftest import Kept, open_door
from tests.slack.fakes import FakeSlack
from tests.slack.said import deleted, edited, event, mention, message, tell


def test_one_event_told_four_times_is_kept_once(door: Starlette, kept: Kept) -> None:
    told = event(message())
    retries = [
        {},
        *({"x-slack-retry-num": str(number), "x-slack-retry-reason": "http_timeout"} for number in (1, 2, 3)),
    ]

    assert [tell(door, told, **headers).status for headers in retries] == [200] * 4
    assert kept.arrivals() == ["message"]


def test_a_retry_whose_first_never_came_is_kept(door: Starlette, kept: Kept) -> None:
    assert tell(door, event(message()), **{"x-slack-retry-num": "1"}).status == 200
    assert kept.arrivals() == ["message"]


def test_a_mention_beside_its_message_is_kept_once(door: Starlette, kept: Kept) -> None:
    assert [tell(door, event(said)).status for said in (mention(), message())] == [200, 200]
    assert kept.arrivals() == ["app_mention"]


def test_an_edit_and_a_deletion_before_their_message_are_kept(door: Starlette, kept: Kept) -> None:
    for said in (deleted(), edited("Met Raj."), message()):
        tell(door, event(said))

    assert kept.arrivals() == ["message_deleted", "message_changed", "message"]


def test_a_hundred_deliveries_at_once_are_each_kept_once(door: Starlette, kept: Kept) -> None:
    told = [event(message(ts=f"17632800{number:02}.000100")) for number in range(25)] * 4

    with ThreadPoolExecutor(8) as pool:
        statuses = list(pool.map(lambda payload: tell(door, payload).status, told))
    assert (set(statuses), len(kept.arrivals())) == ({200}, 25)


def test_what_cannot_be_kept_is_not_acknowledged_and_is_kept_when_told_again(
    door: Starlette, kept: Kept, tmp_path: Path
) -> None:
    told = event(message())
    other = sqlite3.connect(tmp_path / "dealbot.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    locked = tell(door, told).status
    other.execute("COMMIT")
    other.close()

    assert (locked, kept.arrivals()) == (503, [])
    assert (tell(door, told).status, kept.arrivals()) == (200, ["message"])


def test_two_bots_with_one_ledger_keep_an_event_once(slack: FakeSlack, kept: Kept, door: Starlette) -> None:
    told = event(message())

    with open_database(kept.database.url) as other:
        statuses = [tell(open_door(slack, other), told).status, tell(door, told).status]
    assert (statuses, kept.arrivals()) == ([200, 200], ["message"])


def test_who_speaks_to_it_in_a_shared_channel_is_told_once_and_nothing_is_kept(door: Starlette, kept: Kept) -> None:
    told = event(mention(), is_ext_shared_channel=True)
    for _ in range(3):
        tell(door, told)

    assert kept.arrivals() == []
    assert [posting.method for posting in kept.postings()] == ["chat.postEphemeral"]
