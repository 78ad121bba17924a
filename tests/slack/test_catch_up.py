"""What was said while the bot could not hear: fetched where it talked, judged as ever, and kept once."""

import json
from datetime import UTC, datetime, timedelta
from threading import Event, Thread
from typing import Any

import pytest

from dealbot.domain.principal import LOCAL_OPERATOR
from dealbot.errors import StoreUnavailable
from dealbot.slack.catch_up import CatchUp
from dealbot.slack.client import open_client
from dealbot.slack.history import MOST
from dealbot.slack.intake import Intake
from dealbot.store.books import writing
from dealbot.store.database import Database
from dealbot.store.post import Posting, Sent
from tests.slack.conftest import Kept
from tests.slack.fakes import BOT, BOT_ID, TEAM, TOKEN, FakeSlack, Fault, until
from tests.slack.said import CHANNEL, OURS, PRIYA, event, message

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
DM = "D0PRIYA"


def talked(database: Database, *channels: str) -> None:
    """Let the bot have talked there."""
    for channel in channels:
        with writing(database, LOCAL_OPERATOR) as books:
            books.outbox.add(Posting(channel, "chat.postMessage", {}, key=channel), NOW)
            outgoing = books.outbox.take(NOW, timedelta(seconds=30))
            assert outgoing is not None
            books.outbox.sent(outgoing, Sent(channel, "1.0"), NOW)


def said(slack: FakeSlack, channel: str, minutes_ago: float, **more: Any) -> str:
    ts = f"{(NOW - timedelta(minutes=minutes_ago)).timestamp():.6f}"
    told = {"type": "message", "user": PRIYA, "team": TEAM, "text": "hello", "ts": ts, "channel": channel}
    slack.messages.append(told | more)
    return ts


def info(slack: FakeSlack, **channel: Any) -> None:
    slack.faults["conversations.info"].append(Fault(body=json.dumps({"ok": True, "channel": channel})))


@pytest.fixture
def catch_up(slack: FakeSlack, database: Database) -> CatchUp:
    intake = Intake(database, OURS, lambda: NOW)
    return CatchUp(intake, open_client(TOKEN, slack.api), timedelta(hours=1))


def at_once(_seconds: float) -> bool:
    """Wait for nothing."""
    return False


def test_what_was_said_is_kept_once_the_oldest_first(slack: FakeSlack, database: Database, catch_up: CatchUp) -> None:
    talked(database, DM)
    first = said(slack, DM, 20)
    said(slack, DM, 10)

    assert [catch_up.now(at_once), catch_up.now(at_once)] == [2, 0]
    with writing(database, LOCAL_OPERATOR) as books:
        taken = books.inbox.take(NOW, timedelta(seconds=30))
    assert taken is not None
    assert taken.arrival.about_at == first


def test_what_was_heard_already_is_not_kept_again(slack: FakeSlack, database: Database, catch_up: CatchUp) -> None:
    talked(database, DM)
    ts = said(slack, DM, 20)
    catch_up.intake.keep(event(message(ts=ts, channel=DM)))

    assert catch_up.now(at_once) == 0


def test_a_thread_is_looked_into_if_something_new_was_said_in_it(
    slack: FakeSlack, database: Database, catch_up: CatchUp
) -> None:
    talked(database, DM)
    said(slack, DM, 3_000, latest_reply="1763280000.000100")
    busy = f"{(NOW - timedelta(minutes=5_000)).timestamp():.6f}"
    reply = said(slack, DM, 10, thread_ts=busy)
    slack.messages.append({"type": "message", "user": BOT, "ts": busy, "channel": DM, "latest_reply": reply})

    assert catch_up.now(at_once) == 1
    assert [asked["ts"] for name, asked, _ in slack.calls if name == "conversations.replies"] == [busy]


@pytest.mark.parametrize(
    "more",
    [{"bot_id": BOT_ID, "user": BOT}, {"subtype": "channel_join"}, {"team": "T0EVIL"}, {"ts": "soon"}],
    ids=["our own", "a notice", "of another team", "no moment"],
)
def test_what_is_not_our_business_is_left_alone(
    slack: FakeSlack, database: Database, catch_up: CatchUp, kept: Kept, more: dict[str, str]
) -> None:
    talked(database, CHANNEL)
    said(slack, CHANNEL, 10, **more)

    assert catch_up.now(at_once) == 0
    assert kept.arrivals() == []
    assert "conversations.info" not in {name for name, _, _ in slack.calls}


def test_a_channel_that_is_shared_with_another_company_is_left_alone(
    slack: FakeSlack, database: Database, catch_up: CatchUp
) -> None:
    talked(database, CHANNEL)
    said(slack, CHANNEL, 10)
    info(slack, is_ext_shared=True)

    assert catch_up.now(at_once) == 0

    info(slack, is_ext_shared=False)

    assert catch_up.now(at_once) == 1


def test_where_slack_refuses_a_conversation_the_others_are_caught_up_on(
    slack: FakeSlack, database: Database, catch_up: CatchUp
) -> None:
    talked(database, "C0GONE", DM)
    said(slack, DM, 10)
    slack.faults["conversations.history"] = [Fault("channel_not_found")]

    assert catch_up.now(at_once) == 1


def test_it_gives_a_conversation_up_where_there_is_no_time_to_wait(
    slack: FakeSlack, database: Database, catch_up: CatchUp
) -> None:
    talked(database, DM)
    said(slack, DM, 10)
    slack.faults["conversations.history"] = [Fault("ratelimited", 429, {"Retry-After": "30"})]

    assert catch_up.now(lambda _seconds: True) == 0


def test_no_more_than_the_newest_of_a_conversation_are_kept(
    slack: FakeSlack, database: Database, catch_up: CatchUp, kept: Kept
) -> None:
    talked(database, DM)
    for number in range(MOST + 5):
        said(slack, DM, 30 - number / 10)

    assert catch_up.now(at_once) == MOST
    assert len(kept.arrivals()) == MOST


def test_nothing_is_asked_where_it_is_switched_off(slack: FakeSlack, database: Database, catch_up: CatchUp) -> None:
    talked(database, DM)

    assert CatchUp(catch_up.intake, catch_up.client, timedelta()).now(at_once) == 0
    assert slack.calls == []


def test_a_ledger_that_cannot_be_used_is_tried_again_later(
    slack: FakeSlack, database: Database, catch_up: CatchUp, monkeypatch: pytest.MonkeyPatch
) -> None:
    talked(database, DM)
    connected, stop = Event(), Event()
    connected.set()

    def broken() -> datetime:
        raise StoreUnavailable("not now")

    failing = CatchUp(Intake(database, OURS, broken), catch_up.client, catch_up.window)
    monkeypatch.setattr("dealbot.slack.catch_up._PAUSE_S", 0.01)
    thread = Thread(target=failing.run, args=(connected, stop))
    thread.start()
    assert until(connected.is_set)
    stop.set()
    thread.join(5)

    assert not thread.is_alive()
    assert slack.calls == []
