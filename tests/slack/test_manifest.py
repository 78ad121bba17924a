"""The manifest that ships asks Slack for what dealbot handles and calls: nothing less, and nothing more."""

import re
from pathlib import Path
from typing import Any

import pytest

from dealbot.app.desk import Desk
from dealbot.clock import now
from dealbot.playground.local_slack.web.methods import METHODS, SCOPES
from dealbot.slack import app
from dealbot.slack.app_manifest import manifest
from dealbot.slack.client import open_client
from dealbot.slack.dialogs import Dialogs
from dealbot.slack.hearing.talker import _HANDLERS
from dealbot.slack.people import People
from dealbot.slack.policy import EVENTS
from dealbot.slack.rounds import HOUR_HAS_COME
from dealbot.slack.screens import Screens
from dealbot.store.database import Database

_CALLED = re.compile(r'"((?:chat|views|reactions|assistant|conversations|users|auth|files)(?:\.[a-zA-Z]+)+)"')
_THROUGH_CLIENT = re.compile(r"client\.((?:chat|views|reactions|conversations|users|auth)_\w+)")
_STEPS = {"files.getUploadURLExternal", "files.completeUploadExternal"}  # of files_upload_v2
_TOLD_AS_EVENTS = {"message_changed", "message_deleted"}
# Where a scope lets Slack tell something, or depends on the kind of the channel that is asked about.
_OF_EVENTS = {
    "app_mention": {"app_mentions:read"},
    "message.channels": {"channels:history"},
    "message.groups": {"groups:history"},
    "message.im": {"im:history"},
}
_OF_KINDS = {"conversations.info": {"channels:read", "groups:read", "im:read"}}
_OF_FEATURES = {"commands"}


@pytest.fixture
def screens(database: Database) -> Screens:
    """What is answered at once."""

    def nobody() -> Any:
        raise NotImplementedError

    desk = Desk(database, nobody, nobody, now, nobody)
    return Dialogs(desk, People(database, open_client("xoxb", "http://127.0.0.1:1/"), "local")).screens()


def _called() -> set[str]:
    source = "\n".join(file.read_text("utf-8") for file in Path(app.__file__).parent.rglob("*.py"))
    named = set(_CALLED.findall(source))
    spoken = {name.replace("_", ".", 1) for name in _THROUGH_CLIENT.findall(source)}
    steps = _STEPS if "client.files_upload_v2" in source else set()
    return named | spoken | steps


def test_every_command_is_registered_and_every_registered_one_is_in_the_manifest(screens: Screens) -> None:
    assert {each["command"] for each in manifest()["features"]["slash_commands"]} == screens.commands


def test_every_shortcut_is_registered_and_every_registered_one_is_in_the_manifest(screens: Screens) -> None:
    assert {each["callback_id"] for each in manifest()["features"]["shortcuts"]} == screens.shortcuts


def test_every_event_that_is_subscribed_to_is_handled_and_every_handled_one_subscribed_to() -> None:
    subscribed = {event.partition(".")[0] for event in manifest()["settings"]["event_subscriptions"]["bot_events"]}
    assert subscribed == set(_HANDLERS) & EVENTS


def test_whatever_is_handled_is_an_event_or_comes_from_our_screens_or_our_clock() -> None:
    ours = {"command", "block_actions", "view_submission", HOUR_HAS_COME}
    assert set(_HANDLERS) - EVENTS - _TOLD_AS_EVENTS == ours


def test_every_method_that_is_called_is_one_of_slacks() -> None:
    assert {"chat.postMessage", "views.open", "users.info"} <= _called() <= set(METHODS)


def test_every_scope_is_needed_and_every_needed_one_is_asked_for() -> None:
    described = manifest()
    of_calls = {SCOPES[method] for method in _called() if method in SCOPES}
    of_kinds = set().union(*(scopes for method, scopes in _OF_KINDS.items() if method in _called()))
    of_events = set().union(
        *(_OF_EVENTS.get(e, set()) for e in described["settings"]["event_subscriptions"]["bot_events"])
    )
    assert set(described["oauth_config"]["scopes"]["bot"]) == of_calls | of_kinds | of_events | _OF_FEATURES
