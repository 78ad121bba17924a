"""The bot as it is run: two processes, over HTTP and over sockets, killed, stopped and set up wrongly."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from dealbot.cli.program import run
from tests.slack.conftest import Kept
from tests.slack.fakes import APP_TOKEN, SECRET, TEAM, TOKEN, FakeSlack, Fault, until
from tests.slack.said import CHANNEL, PRIYA, Payload, as_sent, event, mention, signed


@dataclass(frozen=True)
class Starting:
    """The bot in this process, as far as it gets."""

    environment: dict[str, str]
    patch: pytest.MonkeyPatch
    capsys: pytest.CaptureFixture[str]

    def __call__(self, *options: str, **changed: str) -> str:
        for name, value in (self.environment | changed).items():
            self.patch.setenv(name, value)
        with pytest.raises(SystemExit) as ended:
            run(["serve", *options])
        said = self.capsys.readouterr()
        assert (ended.value.code, said.out) == (1, "")
        return said.err


def environment(slack: FakeSlack, folder: Path, **more: str) -> dict[str, str]:
    around = os.environ.items()  # noqa: TID251 -- what a process is given
    kept = {name: value for name, value in around if not name.startswith(("SLACK_", "DEALBOT_"))}
    ours = {"SLACK_BOT_TOKEN": TOKEN, "SLACK_SIGNING_SECRET": SECRET, "SLACK_API_URL": slack.api}
    return kept | ours | {"DEALBOT_DATA_DIR": str(folder)} | more


@contextmanager
def serving(environment: dict[str, str], *options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run the bot, and tell where it says it listens; what arrives at once may be logged before that."""
    command = [sys.executable, "-m", "dealbot", "serve", *options]
    process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    try:
        lines = (line.strip() for line in process.stderr)
        yield process, next((line for line in lines if line.startswith("dealbot listens")), "")
    finally:
        process.kill()
        process.communicate()


def send(url: str, payload: Payload) -> int:
    body, content_type = as_sent(payload)
    request = urllib.request.Request(url, body, signed(body, content_type))  # noqa: S310 -- on this machine
    with urllib.request.urlopen(request, timeout=3) as answer:  # noqa: S310
        return int(answer.status)


def stopped(process: subprocess.Popen[str]) -> tuple[int, float, str]:
    """Stop it as a machine does that shuts down."""
    began = time.monotonic()
    process.send_signal(signal.SIGTERM)
    said = process.communicate(timeout=15)[1]
    return process.returncode, time.monotonic() - began, said


def workers(of: int) -> list[int]:
    found = Path(f"/proc/{of}/task/{of}/children").read_text().split()
    return [int(pid) for pid in found]


def test_over_http_a_message_is_answered_once_whoever_dies(slack: FakeSlack, tmp_path: Path, kept: Kept) -> None:
    with serving(environment(slack, tmp_path), "--http", "--port", "0") as (process, said):
        url = said.removeprefix("dealbot listens on ").removesuffix(".")
        told = event(mention())
        assert [send(url, told), send(url, told)] == [200, 200]
        assert until(lambda: kept.states() == ["done"] and _all_ended(kept), 30)

        for pid in workers(process.pid):
            os.kill(pid, signal.SIGKILL)
        assert send(url, event(mention(ts="1763280002.000100"))) == 200
        assert until(lambda: kept.states() == ["done"] * 2 and _all_ended(kept), 30)
        code, seconds, written = stopped(process)

    keys = [str(said.get("metadata", said)) for said in slack.messages]
    assert len(keys) == len(set(keys)) > 0
    assert (code, seconds < 10) == (0, True)
    assert "Met Dana" not in written
    assert TOKEN not in written


def test_over_sockets_a_message_is_answered_and_workers_end_with_the_bot(slack: FakeSlack, tmp_path: Path) -> None:
    envelope = {"type": "events_api", "envelope_id": "1", "accepts_response_payload": False}
    slack.to_send += [{**envelope, "payload": event(mention())}, {**envelope, "envelope_id": "2", "payload": {}}]
    typed = {"command": "/unknown", "team_id": TEAM, "user_id": PRIYA, "channel_id": CHANNEL, "trigger_id": "1.1"}
    slack.to_send.append({"type": "slash_commands", "envelope_id": "3", "payload": typed})
    with serving(environment(slack, tmp_path, SLACK_APP_TOKEN=APP_TOKEN)) as (process, said):
        assert said == "dealbot listens on Slack's sockets."
        assert until(lambda: slack.messages and len(slack.acks) >= 2)
        started = workers(process.pid)
        process.kill()
        process.wait()

        assert len(started) >= 1
        assert until(lambda: all(map(_is_gone, started)))

    answers = {ack["envelope_id"]: ack.get("payload") for ack in slack.acks}
    assert "/deal" in json.dumps(answers["3"])
    assert answers["1"] is None


@pytest.mark.parametrize("lacking", ["SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET"])
def test_what_is_not_set_is_named(program: Starting, lacking: str) -> None:
    assert program(**{lacking: ""}) == f"{lacking} is not set: copy it from the app's page in Slack.\n"


def test_a_token_that_slack_does_not_take_is_named(program: Starting) -> None:
    assert "SLACK_BOT_TOKEN (invalid_auth)" in program(SLACK_BOT_TOKEN="old")  # noqa: S106 -- none


def test_a_token_for_sockets_that_slack_does_not_take_is_named(program: Starting) -> None:
    assert "SLACK_APP_TOKEN (invalid_auth)" in program("--socket", SLACK_APP_TOKEN="old")  # noqa: S106 -- none


def test_a_slack_that_is_not_there_is_named(program: Starting) -> None:
    assert "cannot be reached" in program(SLACK_API_URL="http://127.0.0.1:9/api/")


def test_a_slack_that_is_something_else_is_named(program: Starting, slack: FakeSlack) -> None:
    slack.faults["auth.test"] = [Fault(status=502, body="<html>")]

    assert "as Slack does" in program()


def test_a_port_in_use_is_named(program: Starting) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        assert program("--http", "--port", str(port)) == f"Port {port} is in use: choose another with --port.\n"


def test_a_place_where_nobody_can_listen_is_named(program: Starting) -> None:
    assert "cannot be opened" in program("--http", "--host", "192.0.2.1")


@pytest.fixture
def program(
    slack: FakeSlack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Starting:
    """A bot that is set up to serve over HTTP."""
    monkeypatch.delenv("SLACK_APP_TOKEN", raising=False)
    return Starting(environment(slack, tmp_path), monkeypatch, capsys)


def _all_ended(kept: Kept) -> bool:
    return {posting.state for posting in kept.postings()} <= {"done", "dead"}


def _is_gone(pid: int) -> bool:
    status = Path(f"/proc/{pid}/stat")
    return not status.exists() or status.read_text().rpartition(")")[2].split()[0] == "Z"
