"""How what Slack sends is known again, where it waits and which message it is about."""

import pytest

from dealbot.errors import BadInput
from dealbot.slack.arrivals import GONE, arrival_of
from tests.slack.said import (
    CHANNEL,
    OURS,
    PRIYA,
    TS,
    Payload,
    click,
    command,
    deleted,
    edited,
    event,
    form,
    mention,
    message,
)
from tests.slack.said import shortcut as used

LANE = f"T0OURS:{CHANNEL}"
ABOUT = f"{LANE}:{TS}"


def test_a_message_and_the_mention_in_it_have_one_place_and_two_keys() -> None:
    said, called = arrival_of(event(message()), OURS), arrival_of(event(mention()), OURS)

    assert (said.place, called.place, said.lane) == (ABOUT, ABOUT, LANE)
    assert said.key != called.key


@pytest.mark.parametrize(
    ("inner", "kind", "at"),
    [
        (message(), "message", TS),
        (mention(), "app_mention", TS),
        (edited("Met Raj."), "message_changed", "1763280060.000000"),
        (deleted(), "message_deleted", GONE),
        (edited("") | {"message": {"subtype": "tombstone", "ts": TS}}, "message_deleted", GONE),
    ],
)
def test_all_that_is_told_of_a_message_is_about_it(inner: Payload, kind: str, at: str) -> None:
    arrival = arrival_of(event(inner), OURS)

    assert (arrival.kind, arrival.about, arrival.about_at) == (kind, ABOUT, at)


@pytest.mark.parametrize("inner", [edited("Met Raj."), deleted()])
def test_a_change_takes_nobodys_place(inner: Payload) -> None:
    assert arrival_of(event(inner), OURS).place is None


@pytest.mark.parametrize("told", [event(message()), command(), click(), form(), used()])
def test_the_same_delivery_is_known_again(told: Payload) -> None:
    assert arrival_of(told, OURS) == arrival_of(dict(told), OURS)


@pytest.mark.parametrize("again", [command, click, form, used])
def test_what_is_done_twice_is_not_the_same(again: type[Payload]) -> None:
    assert arrival_of(again(), OURS).key != arrival_of(again(), OURS).key


def test_a_command_without_a_trigger_is_known_by_its_words() -> None:
    typed = {"command": "/deal", "team_id": "T0OURS", "user_id": PRIYA, "channel_id": CHANNEL}

    assert arrival_of(typed, OURS).key == arrival_of(dict(typed), OURS).key
    assert arrival_of(typed, OURS).key != arrival_of(typed | {"text": "help"}, OURS).key


@pytest.mark.parametrize(
    ("told", "lane"),
    [
        (command(), LANE),
        (click(), LANE),
        (form(), f"T0OURS:{PRIYA}"),
        (used(), f"T0OURS:{PRIYA}"),
        (event({"type": "app_home_opened", "user": PRIYA, "channel": "D1"}), f"T0OURS:home:{PRIYA}"),
        (event({"type": "app_uninstalled"}), "T0OURS:team"),
    ],
)
def test_what_is_done_in_a_channel_waits_there_and_the_rest_with_its_person(told: Payload, lane: str) -> None:
    assert arrival_of(told, OURS).lane == lane


@pytest.mark.parametrize(
    "told",
    [
        event(message(), event_id=None),
        event(message(), event_id="E 1"),
        event(message(ts="")),
        event(message(ts="1")),
        event(message(channel=None)),
        event(deleted() | {"deleted_ts": 5}),
        {"team": {"id": "T0OURS"}},
        click(user={}, channel={}, container={}),
    ],
)
def test_what_lacks_its_names_is_refused(told: Payload) -> None:
    with pytest.raises(BadInput):
        arrival_of(told, OURS)
