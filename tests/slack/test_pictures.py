"""Pictures in Slack: with their words, once, and never in the way of what else is said."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from dealbot import clock
from dealbot.domain.principal import LOCAL_WORKSPACE
from dealbot.pictures.values import Picture
from dealbot.slack import pictures
from dealbot.slack.client import open_client
from dealbot.slack.delivery import Delivery
from dealbot.slack.finding import file_name
from dealbot.slack.limits import FILE_ALT_TEXT
from dealbot.slack.pictures import within
from dealbot.slack.postings import PICTURE
from dealbot.store.database import Database
from dealbot.store.outbox import Outbox
from dealbot.store.post import Posting
from tests.slack.conftest import Kept
from tests.slack.fakes import TOKEN, FakeSlack, Fault
from tests.slack.test_delivery import hurry

DRAWN = Picture(b"\x89PNG drawn", "<svg/>", "Influence map of Lakeshore. Dana Ruiz, CFO: concerned.", "who\n")
STEPS = ("files.getUploadURLExternal", "files.completeUploadExternal")
ASKED = {"user": "U0PRIYA", "aloud": False, "kind": "influence map", "deal": "Lakeshore"}
POSTING = Posting("U0PRIYA", PICTURE, {**ASKED, "channel": "U0PRIYA", "title": "Map", "text": "Map"}, "|n1|", "7/2")


def drawn(_arguments: Mapping[str, Any]) -> Picture | None:
    return DRAWN


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "_LOOKS_S", (0,))


@pytest.fixture
def delivery(slack: FakeSlack, database: Database) -> Delivery:
    with database.write() as session:
        Outbox(session, LOCAL_WORKSPACE).add(POSTING, clock.now())
    return Delivery(database, LOCAL_WORKSPACE, open_client(TOKEN, slack.api), clock.now, draw=drawn)


def deliver(delivery: Delivery, times: int = 3) -> None:
    for _ in range(times):
        delivery.deliver()
        hurry(delivery.database)


def test_a_picture_is_shared_with_its_words_in_the_conversation_with_who_asked(
    delivery: Delivery, slack: FakeSlack, database: Database
) -> None:
    deliver(delivery)

    assert [(said["channel"], said["text"]) for said in slack.messages] == [("DU0PRIYA", "Map")]
    assert list(slack.uploads.values()) == [{"name": file_name("7/2"), "alt": DRAWN.alt, "content": DRAWN.png}]
    with database.read() as session:
        assert [told.method for told in Outbox(session, LOCAL_WORKSPACE).telling("|n1|")] == [PICTURE]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("fault", [Fault("internal_error", 500), Fault(body=""), Fault("ratelimited", 429)])
@pytest.mark.parametrize("accepted", [True, False])
def test_whatever_step_fails_the_picture_is_there_once_in_the_end(
    delivery: Delivery, slack: FakeSlack, step: str, fault: Fault, *, accepted: bool
) -> None:
    slack.faults[step] = [replace(fault, accepted=accepted and fault.status != 429)]
    deliver(delivery)

    assert slack.texts() == ["Map"]


def test_a_picture_that_slack_takes_and_never_shares_goes_without_its_alt_text(
    delivery: Delivery, slack: FakeSlack, kept: Kept
) -> None:
    slack.drops_alt = True
    deliver(delivery, times=6)

    assert slack.texts() == ["Map"]
    assert list(slack.uploads.values())[-1]["alt"] is None
    assert [row.state for row in kept.postings()] == ["done"]


def test_what_is_never_shared_is_given_up(delivery: Delivery, slack: FakeSlack, kept: Kept) -> None:
    slack.faults[STEPS[1]] = [Fault(body='{"ok": true, "files": [{"id": "F0"}]}') for _ in range(9)]
    deliver(delivery, times=8)

    assert (slack.texts(), [(row.state, row.error) for row in kept.postings()]) == ([], [("dead", "not_shared")])


def test_where_there_is_nothing_to_draw_nothing_is_uploaded(delivery: Delivery, slack: FakeSlack, kept: Kept) -> None:
    replace(delivery, draw=pictures.nothing_drawn).deliver()

    assert (slack.uploads, [row.error for row in kept.postings()]) == ({}, ["not_drawn"])


def test_an_app_without_the_scope_says_its_words_all_the_same(
    delivery: Delivery, slack: FakeSlack, database: Database
) -> None:
    slack.faults[STEPS[0]] = [Fault("missing_scope")]
    with database.write() as session:
        after = Posting("U0PRIYA", "chat.postMessage", {"channel": "U0PRIYA", "text": "Logged."}, None, "7/3")
        Outbox(session, LOCAL_WORKSPACE).add(after, clock.now())
    deliver(delivery)

    assert slack.texts() == ["Logged."]


def test_words_that_are_too_long_for_a_file_end_with_a_sentence() -> None:
    long = " ".join(f"Person {number}, CFO: concerned." for number in range(60))

    assert within(DRAWN.alt) == DRAWN.alt
    assert len(within(long)) <= FILE_ALT_TEXT
    assert within(long).endswith("CFO: concerned.… The rest stands in the words.")
