"""What is answered at once: dialogs, choices, errors of a form, and everything the bot does not know."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest
from starlette.applications import Starlette

from tests.slack.conftest import Kept
from tests.slack.fakes import FakeSlack, Fault
from tests.slack.said import PRIYA, Payload, click, command, form, shortcut, tell

DANA = {"who": {"name": {"type": "plain_text_input", "value": "Dana"}}}


@pytest.mark.parametrize("done", [command(), click(), shortcut("note"), form(values=DANA)])
def test_what_a_person_does_is_kept_and_acknowledged(door: Starlette, kept: Kept, done: Payload) -> None:
    answer = tell(door, done)

    assert (answer.status, answer.body, kept.states()) == (200, b"", ["waiting"])


@pytest.mark.parametrize("done", [command(text="log"), click("correct"), shortcut("log")])
def test_a_dialog_opens_at_once(door: Starlette, slack: FakeSlack, kept: Kept, done: Payload) -> None:
    assert tell(door, done).status == 200
    assert [(name, asked["trigger_id"]) for name, asked, _ in slack.calls] == [("views.open", done["trigger_id"])]
    assert kept.arrivals() == []


def test_who_waited_too_long_for_a_dialog_is_told(door: Starlette, slack: FakeSlack, kept: Kept) -> None:
    slack.faults["views.open"] = [Fault("expired_trigger_id") for _ in range(3)]

    assert "try again" in tell(door, command(text="log")).json["text"]
    assert [tell(door, done).status for done in (click("correct"), shortcut("log"))] == [200, 200]
    assert [posting.method for posting in kept.postings()] == ["chat.postEphemeral", "chat.postMessage"]


def test_a_menu_has_at_most_a_hundred_choices(door: Starlette) -> None:
    asked = click() | {"type": "block_suggestion", "action_id": "deal", "block_id": "b", "value": "lake"}

    options = tell(door, asked).json["options"]
    assert (len(options), options[0]["text"]["text"]) == (100, "lake")


def test_a_menu_that_cannot_be_filled_is_empty(door: Starlette) -> None:
    asked = click() | {"type": "block_suggestion", "action_id": "deal", "block_id": "b", "value": "broken"}

    assert tell(door, asked).json == {"options": []}


def test_a_form_with_an_error_stays_open_and_is_not_kept(door: Starlette, kept: Kept) -> None:
    assert tell(door, form()).json == {"response_action": "errors", "errors": {"who": "Who is meant?"}}
    assert kept.arrivals() == []


def test_a_form_that_is_closed_is_acknowledged(door: Starlette, kept: Kept) -> None:
    assert tell(door, form(kind="view_closed")).status == 200
    assert kept.arrivals() == []


def test_an_unknown_command_is_answered_with_help(door: Starlette) -> None:
    assert tell(door, command("/unknown")).json == {"text": "Type /deal log.", "response_type": "ephemeral"}


def test_an_unknown_form_says_so_in_the_dialog(door: Starlette) -> None:
    assert "no longer" in tell(door, form("old")).json["errors"]["who"]


@pytest.mark.parametrize(
    ("done", "method"),
    [
        (click("old"), "chat.postEphemeral"),
        (click("old", response_url="https://hooks.example/1"), "response_url"),
        (shortcut("old"), "chat.postMessage"),
        (form("old", values={}), "chat.postMessage"),
    ],
)
def test_whatever_else_is_unknown_is_answered_to_the_person(
    door: Starlette, kept: Kept, done: Payload, method: str
) -> None:
    assert tell(door, done).status == 200
    assert [posting.method for posting in kept.postings()] == [method]
    assert kept.arrivals() == []


def test_an_unknown_link_needs_no_answer(door: Starlette, kept: Kept) -> None:
    done = click("link")
    done["actions"][0]["url"] = "https://example.com"

    assert (tell(door, done).status, kept.postings()) == (200, [])


def test_what_cannot_be_kept_is_said(door: Starlette, kept: Kept, tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "dealbot.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with ThreadPoolExecutor(3) as pool:
        typed, sent, clicked = pool.map(partial(tell, door), (command(), form(values=DANA), click()))
    other.execute("COMMIT")
    other.close()

    assert "try again" in typed.json["text"]
    assert "try again" in sent.json["errors"]["who"]
    assert (clicked.status, kept.arrivals()) == (503, [])


def test_a_person_is_told_in_their_direct_message(door: Starlette, kept: Kept) -> None:
    tell(door, shortcut("old"))

    assert [(each.lane, each.arguments["channel"]) for each in kept.postings()] == [(PRIYA, PRIYA)]
