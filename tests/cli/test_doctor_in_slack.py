"""What `doctor` says of Slack, asked of the local one."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dealbot import clock
from dealbot.playground.local_slack.server import LocalSlack
from dealbot.playground.workspace import APP_TOKEN, BOT_TOKEN, demo_seed
from dealbot.slack.app_manifest import bot_scopes
from dealbot.slack.checkup import Checkup
from dealbot.slack.client import open_client
from tests.cli.running import Program, Ran
from tests.slack.fakes import FakeSlack, slack_running

SET = {"SLACK_BOT_TOKEN": BOT_TOKEN, "SLACK_APP_TOKEN": APP_TOKEN}


@pytest.fixture
def slack() -> Iterator[LocalSlack]:
    """The demo's workspace, nothing kept."""
    with LocalSlack(demo_seed()) as running:
        yield running


@pytest.fixture
def other() -> Iterator[FakeSlack]:
    """A Slack that tells neither scopes nor the time."""
    with slack_running() as running:
        yield running


def doctor(dealbot: Program, api_url: str, **settings: str) -> Ran:
    return replace(dealbot, settings={"SLACK_API_URL": api_url, **settings})("doctor")


def in_slack(ran: Ran) -> list[str]:
    return [line for line in ran.out.splitlines() if line[6:].startswith("slack")]


def test_without_tokens_it_says_how_to_set_slack_up(dealbot: Program) -> None:
    (line,) = in_slack(dealbot("doctor"))

    assert line.startswith("-     slack: not set up: make an app from manifest.json")


def test_all_is_well_where_the_app_is_installed(dealbot: Program, slack: LocalSlack) -> None:
    ran = doctor(dealbot, slack.api_url, **SET)
    identity, scopes, clock_line, sockets = in_slack(ran)

    assert ran.code == 0
    assert identity == "ok    slack token: dealbot in Beacon Clinical"
    assert scopes == f"ok    slack scopes: all {len(bot_scopes())} of manifest.json"
    assert clock_line.startswith("ok    slack clock: ")
    assert sockets == "ok    slack sockets: can be opened"


@pytest.mark.parametrize(
    ("ahead", "line"),
    [
        (120, "-     slack clock: 1{} s behind Slack's: set it, from 300 s on requests are refused"),
        (-120, "-     slack clock: 1{} s ahead of Slack's: set it, from 300 s on requests are refused"),
        (1000, "WRONG slack clock: {} s behind Slack's: every signed request is refused, set the clock"),
    ],
)
def test_a_clock_that_is_wrong_is_told(dealbot: Program, slack: LocalSlack, ahead: float, line: str) -> None:
    slack.advance(ahead)
    ran = doctor(dealbot, slack.api_url, **SET)
    said = in_slack(ran)[2]

    before, _, after = line.partition("{}")
    assert (said[: len(before)], said[-len(after) :]) == (before, after)
    assert ran.code == (1 if line.startswith("WRONG") else 0)


def test_scopes_that_are_missing_are_named(dealbot: Program) -> None:
    seed = demo_seed()
    described: dict[str, Any] = json.loads(json.dumps(seed.app.manifest))
    described["oauth_config"]["scopes"]["bot"].remove("users:read")
    with LocalSlack(replace(seed, app=replace(seed.app, manifest=described))) as slack:
        ran = doctor(dealbot, slack.api_url, **SET)

    assert "WRONG slack scopes: users:read missing: set the app's manifest to manifest.json" in ran.out
    assert ran.code == 1


def test_a_token_that_slack_does_not_take_is_told(dealbot: Program, slack: LocalSlack) -> None:
    one, other = in_slack(doctor(dealbot, slack.api_url, **dict.fromkeys(SET, "xoxb-old")))

    assert one.startswith("WRONG slack token: Slack does not take SLACK_BOT_TOKEN (invalid_auth): install the app")
    assert other.startswith("WRONG slack sockets: Slack does not take SLACK_APP_TOKEN (invalid_auth): make one with")


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        ({}, "WRONG slack sockets: neither SLACK_APP_TOKEN (for sockets) nor SLACK_SIGNING_SECRET (for --http) is set"),
        ({"SLACK_SIGNING_SECRET": "s"}, "-     slack sockets: SLACK_APP_TOKEN is not set: use `dealbot serve --http`"),
    ],
)
def test_without_the_apps_own_token_http_is_left(
    dealbot: Program, slack: LocalSlack, settings: dict[str, str], line: str
) -> None:
    assert line in in_slack(doctor(dealbot, slack.api_url, SLACK_BOT_TOKEN=BOT_TOKEN, **settings))


def test_an_app_token_alone_is_not_enough(dealbot: Program) -> None:
    (line,) = in_slack(doctor(dealbot, "http://127.0.0.1:9/api/", SLACK_APP_TOKEN=APP_TOKEN))

    assert line.startswith("WRONG slack token: SLACK_BOT_TOKEN is not set")


def test_a_slack_that_cannot_be_reached_is_told(dealbot: Program) -> None:
    token, sockets = in_slack(doctor(dealbot, "http://127.0.0.1:9/api/", **SET))

    assert token.startswith("WRONG slack token: Slack cannot be reached")
    assert sockets == "WRONG slack sockets: Slack cannot be reached"


def test_what_slack_does_not_tell_is_no_fault(other: FakeSlack) -> None:
    found = list(Checkup(open_client("xoxb-test", other.api), None, True, bot_scopes(), clock.now).findings())  # noqa: FBT003

    assert [(each.name, each.ok) for each in found if each.name == "slack scopes"] == [("slack scopes", None)]


def test_the_token_of_a_person_is_refused(other: FakeSlack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.slack.fakes.BOT_ID", "")
    (token, *_) = Checkup(open_client("xoxb-test", other.api), None, True, bot_scopes(), clock.now).findings()  # noqa: FBT003

    assert (token.name, token.ok) == ("slack token", False)


def test_the_manifest_is_found_beside_an_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shared = tmp_path / "share" / "dealbot"
    shared.mkdir(parents=True)
    (shared / "manifest.json").write_text('{"oauth_config": {"scopes": {"bot": ["commands"]}}}')
    monkeypatch.setattr("dealbot.slack.app_manifest.__file__", str(tmp_path / "a" / "b" / "c" / "d.py"))
    monkeypatch.setattr("sysconfig.get_path", lambda _: str(tmp_path))

    assert bot_scopes() == {"commands"}
