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
from pathlib import Path

import pytest

from tests.slack.fakes import APP_TOKEN, SECRET, TOKEN, FakeSlack, until
from tests.slack.said import CHANNEL, PRIYA, TEAM, Payload, as_sent, event, mention, signed

HELP = "dealbot keeps call notes"


def environment(slack: FakeSlack, folder: Path, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SLACK_", "DEALBOT_"))}
    ours = {"SLACK_BOT_TOKEN": TOKEN, "SLACK_SIGNING_SECRET": SECRET, "SLACK_API_URL": slack.api}
    return kept | ours | {"DEALBOT_DATA_DIR": str(folder)} | more


@contextmanager
def serving(environment: dict[str, str], *options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run the bot, and tell where it says it listens."""
    command = [sys.executable, "-m", "dealbot", "serve", *options]
    process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    try:
        yield process, process.stderr.readline().strip()
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


def test_over_http_a_message_is_answered_once_whoever_dies(slack: FakeSlack, tmp_path: Path) -> None:
    with serving(environment(slack, tmp_path), "--http", "--port", "0") as (process, said):
        url = said.removeprefix("dealbot listens on ").removesuffix(".")
        told = event(mention())
        assert [send(url, told), send(url, told)] == [200, 200]
        assert until(lambda: slack.messages)

        for pid in workers(process.pid):
            os.kill(pid, signal.SIGKILL)
        assert send(url, event(mention(ts="1763280002.000100"))) == 200
        assert until(lambda: len(slack.messages) == 2)
        code, seconds, said = stopped(process)

    assert [(said["text"].startswith(HELP), said["user"]) for said in slack.messages] == [(True, PRIYA)] * 2
    assert (code, seconds < 10) == (0, True)
    assert "Met Dana" not in said
    assert TOKEN not in said


def test_when_the_bot_is_killed_its_workers_end(slack: FakeSlack, tmp_path: Path) -> None:
    with serving(environment(slack, tmp_path), "--http", "--port", "0") as (process, _):
        assert until(lambda: workers(process.pid))
        (worker,) = workers(process.pid)
        process.kill()
        process.wait()

        assert until(lambda: not Path(f"/proc/{worker}/cmdline").exists() or _is_gone(worker))


def test_over_sockets_a_message_is_kept_acknowledged_and_answered(slack: FakeSlack, tmp_path: Path) -> None:
    envelope = {"type": "events_api", "envelope_id": "1", "accepts_response_payload": False}
    slack.to_send += [{**envelope, "payload": event(mention())}, {**envelope, "envelope_id": "2", "payload": {}}]
    typed = {"command": "/unknown", "team_id": TEAM, "user_id": PRIYA, "channel_id": CHANNEL, "trigger_id": "1.1"}
    slack.to_send.append({"type": "slash_commands", "envelope_id": "3", "payload": typed})
    with serving(environment(slack, tmp_path, SLACK_APP_TOKEN=APP_TOKEN)) as (process, said):
        assert said == "dealbot listens on Slack's sockets."
        assert until(lambda: slack.messages and len(slack.acks) >= 2)
        code, _, _ = stopped(process)

    answers = {ack["envelope_id"]: ack.get("payload") for ack in slack.acks if ack}
    assert (code, "1" in answers) == (0, True)
    assert HELP in json.dumps(answers["3"])


@pytest.mark.parametrize("lacking", ["SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET"])
def test_what_is_not_set_is_named(slack: FakeSlack, tmp_path: Path, lacking: str) -> None:
    found = _failed({**environment(slack, tmp_path), lacking: ""})

    assert found == f"{lacking} is not set: copy it from the app's page in Slack.\n"


def test_a_token_that_slack_does_not_take_is_named(slack: FakeSlack, tmp_path: Path) -> None:
    assert "SLACK_BOT_TOKEN (invalid_auth)" in _failed(environment(slack, tmp_path, SLACK_BOT_TOKEN="xoxb-old"))


def test_a_slack_that_is_not_there_is_named(slack: FakeSlack, tmp_path: Path) -> None:
    assert "cannot be reached" in _failed(environment(slack, tmp_path, SLACK_API_URL="http://127.0.0.1:9/api/"))


def test_a_port_in_use_is_named(slack: FakeSlack, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = _failed(environment(slack, tmp_path), "--port", str(port))

    assert said == f"Port {port} is in use: choose another with --port.\n"


def _failed(environment: dict[str, str], *options: str) -> str:
    """What the bot says when it cannot begin."""
    command = [sys.executable, "-m", "dealbot", "serve", "--http", *options]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    return done.stderr


def _is_gone(pid: int) -> bool:
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
