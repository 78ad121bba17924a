"""What is said in Slack: in order, not too fast, again where it makes sense, and once."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from threading import Event, Thread
from typing import Any

import pytest
from sqlalchemy import text

from dealbot import clock
from dealbot.domain.principal import LOCAL_WORKSPACE
from dealbot.slack.client import open_client
from dealbot.slack.delivery import Delivery
from dealbot.store.database import Database
from dealbot.store.outbox import Outbox
from dealbot.store.post import Posting
from tests.slack.conftest import Kept
from tests.slack.fakes import TOKEN, FakeSlack, Fault, until

POST = "chat.postMessage"


@pytest.fixture
def delivery(slack: FakeSlack, database: Database) -> Delivery:
    """Deliveries to the Slack on this machine, whose failures are tried again soon."""
    return Delivery(database, LOCAL_WORKSPACE, open_client(TOKEN, slack.api), clock.now)


def say(database: Database, said: str, channel: str = "C1", about: str | None = None, **more: Any) -> None:
    posting = Posting(channel, POST, {"channel": channel, "text": said} | more, about, f"key {said}")
    add(database, posting)


def add(database: Database, posting: Posting) -> None:
    with database.write() as session:
        Outbox(session, LOCAL_WORKSPACE).add(posting, clock.now())


def hurry(database: Database) -> None:
    """Let the pause before the next attempt be over."""
    with database.write() as session:
        session.execute(text("UPDATE outbox SET due_at = kept_at, lease_until = NULL WHERE state = 'waiting'"))


@contextmanager
def delivering(delivery: Delivery, senders: int = 2) -> Iterator[None]:
    stop = Event()
    threads = [Thread(target=delivery.run, args=(stop,)) for _ in range(senders)]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        stop.set()
        for thread in threads:
            thread.join()


def ended(kept: Kept) -> list[tuple[str, str | None]]:
    return [(posting.state, posting.error) for posting in kept.postings()]


def test_a_message_is_sent_once_with_its_mark_and_found_again(
    delivery: Delivery, slack: FakeSlack, kept: Kept, database: Database
) -> None:
    say(database, "Logged.", about="note:1")

    assert (delivery.deliver(), delivery.deliver()) == (True, False)
    (said,) = slack.messages
    assert (said["text"], said["unfurl_links"], said["metadata"]) == (
        "Logged.",
        False,
        {"event_type": "dealbot", "event_payload": {"key": "key Logged."}},
    )
    (posting,) = kept.postings()
    assert (posting.state, posting.ts, posting.arguments) == ("done", said["ts"], {})


def test_what_slack_wants_later_comes_later_in_order_and_other_channels_do_not_wait(
    delivery: Delivery, slack: FakeSlack, database: Database
) -> None:
    slack.faults[POST] = [Fault("ratelimited", 429, {"Retry-After": "2"})]
    for channel, said in (("C1", "first"), ("C1", "second"), ("C2", "other")):
        say(database, said, channel)
    with delivering(delivery, senders=1):
        assert until(lambda: len(slack.messages) == 3)

    asked = slack.times(POST, "C1")
    assert asked[1] - asked[0] >= 2
    assert asked[2] - asked[1] >= 0.95
    assert slack.times(POST, "C2")[0] < asked[1]
    assert slack.texts("C1") == ["first", "second"]


@pytest.mark.parametrize(
    "fault",
    [
        Fault("internal_error", 500),
        Fault("service_unavailable", 503),
        Fault(status=502, body="<html>Bad Gateway</html>"),
        Fault(body='{"ok": tr'),
        Fault(body="[1, 2]"),
        Fault(body=""),
        Fault("fatal_error"),
    ],
)
@pytest.mark.parametrize("accepted", [True, False])
def test_what_slack_did_or_did_not_do_before_it_failed_is_there_once_in_the_end(
    delivery: Delivery, slack: FakeSlack, database: Database, fault: Fault, *, accepted: bool
) -> None:
    slack.faults[POST] = [replace(fault, accepted=accepted)]
    say(database, "Logged.", thread_ts="1.0")
    delivery.deliver()
    assert slack.texts() == ["Logged."] * accepted
    hurry(database)

    assert (delivery.deliver(), slack.texts()) == (True, ["Logged."])


def test_in_a_direct_message_it_is_looked_for_too(delivery: Delivery, slack: FakeSlack, database: Database) -> None:
    slack.faults[POST] = [Fault("internal_error", 500, accepted=True)]
    say(database, "Logged.", "U0PRIYA")
    delivery.deliver()
    hurry(database)
    delivery.deliver()

    assert slack.texts() == ["Logged."]


def test_where_nobody_listens_it_is_tried_again(slack: FakeSlack, database: Database, delivery: Delivery) -> None:
    say(database, "Logged.")
    replace(delivery, client=open_client(TOKEN, "http://127.0.0.1:9/api/")).deliver()
    hurry(database)
    delivery.deliver()

    assert slack.texts() == ["Logged."]


def test_as_long_as_it_cannot_be_looked_for_it_is_not_sent(
    delivery: Delivery, slack: FakeSlack, database: Database
) -> None:
    slack.faults[POST] = [Fault("internal_error", 500, accepted=True)]
    slack.faults["conversations.history"] = [Fault("ratelimited", 429, {"Retry-After": "0"})]
    say(database, "Logged.")
    for _ in range(3):
        delivery.deliver()
        hurry(database)

    assert slack.texts() == ["Logged."]


def test_where_it_may_not_be_looked_for_it_is_said_rather_twice_than_never(
    delivery: Delivery, slack: FakeSlack, database: Database
) -> None:
    slack.faults[POST] = [Fault("internal_error", 500)]
    slack.faults["conversations.history"] = [Fault("missing_scope")]
    say(database, "Logged.")
    delivery.deliver()
    hurry(database)
    delivery.deliver()

    assert slack.texts() == ["Logged."]


@pytest.mark.parametrize(
    "code", ["invalid_auth", "token_revoked", "account_inactive", "channel_not_found", "is_archived", "not_in_channel"]
)
def test_what_will_not_get_better_is_not_tried_again(
    delivery: Delivery, slack: FakeSlack, database: Database, kept: Kept, code: str
) -> None:
    slack.faults[POST] = [Fault(code)]
    say(database, "first")
    say(database, "second")
    delivery.deliver()
    delivery.deliver()

    assert ended(kept) == [("dead", code), ("done", None)]
    assert slack.texts() == ["second"]


def test_blocks_that_slack_does_not_take_are_left_out(delivery: Delivery, slack: FakeSlack, database: Database) -> None:
    slack.faults[POST] = [Fault("invalid_blocks")]
    say(database, "In words.", blocks=[{"type": "new"}])
    delivery.deliver()

    assert [(said["text"], "blocks" in said) for said in slack.messages] == [("In words.", False)]


def test_blocks_without_words_are_given_up(
    delivery: Delivery, slack: FakeSlack, database: Database, kept: Kept
) -> None:
    slack.faults[POST] = [Fault("invalid_blocks")]
    add(database, Posting("C1", POST, {"channel": "C1", "blocks": []}, key="k"))
    delivery.deliver()

    assert ended(kept) == [("dead", "invalid_blocks")]


def test_a_card_is_changed_by_what_it_is_about(delivery: Delivery, slack: FakeSlack, database: Database) -> None:
    say(database, "Logged.", about="note:1")
    add(database, Posting("C1", "chat.update", {"text": "Corrected."}, "note:1", "k"))
    delivery.deliver()
    delivery.deliver()

    assert slack.texts() == ["Corrected."]


def test_a_card_that_was_never_sent_is_not_changed(delivery: Delivery, database: Database, kept: Kept) -> None:
    add(database, Posting("C1", "chat.update", {"text": "Corrected."}, "note:1", "k"))
    delivery.deliver()

    assert ended(kept) == [("dead", "nothing_to_change")]


@pytest.mark.parametrize("code", ["already_reacted", "no_reaction"])
def test_what_is_so_already_is_done(
    delivery: Delivery, slack: FakeSlack, database: Database, kept: Kept, code: str
) -> None:
    slack.faults["reactions.add"] = [Fault(code)]
    add(database, Posting("C1", "reactions.add", {"channel": "C1", "timestamp": "1.0", "name": "eyes"}, key="k"))
    delivery.deliver()

    assert ended(kept) == [("done", None)]


def test_an_answer_to_a_command_goes_where_slack_said(delivery: Delivery, slack: FakeSlack, database: Database) -> None:
    arguments = {"url": f"{slack.url}/response/1", "text": "Done.", "response_type": "ephemeral"}
    add(database, Posting("C1", "response_url", arguments, key="k"))
    delivery.deliver()

    assert slack.messages == [{"channel": "/response/1", "text": "Done.", "response_type": "ephemeral"}]


def test_an_address_that_has_expired_is_given_up(
    delivery: Delivery, slack: FakeSlack, database: Database, kept: Kept
) -> None:
    add(database, Posting("C1", "response_url", {"url": f"{slack.url}/expired", "text": "Done."}, key="k"))
    delivery.deliver()

    assert ended(kept) == [("dead", "url_expired")]


def test_after_a_day_it_is_too_late(delivery: Delivery, slack: FakeSlack, database: Database, kept: Kept) -> None:
    say(database, "Logged.")
    replace(delivery, now=lambda: clock.now() + timedelta(hours=25)).deliver()

    assert (ended(kept), slack.texts()) == ([("dead", "too_old")], [])


def test_nothing_that_was_said_is_written_down(
    delivery: Delivery, slack: FakeSlack, database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    slack.faults[POST] = [Fault("channel_not_found")]
    say(database, "Dana Ruiz likes it.")
    delivery.deliver()

    ours = "".join(record.getMessage() for record in caplog.records if record.name.startswith("dealbot"))
    assert ("channel_not_found" in ours, "Dana" in ours) == (True, False)


def test_two_senders_send_everything_once(delivery: Delivery, slack: FakeSlack, database: Database) -> None:
    for number in range(20):
        say(database, f"{number}", f"C{number}")
    began = time.monotonic()
    with delivering(delivery, senders=3):
        assert until(lambda: len(slack.messages) == 20)

    assert sorted(slack.texts(), key=int) == [str(number) for number in range(20)]
    assert time.monotonic() - began < 15
