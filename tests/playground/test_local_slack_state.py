import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dealbot.playground.local_slack.server import LocalSlack
from tests.playground.bot import Seen, bolt_app, over_sockets
from tests.playground.workspace import ANA, DM, Page, client, eventually, seed
from tests.slack.payloads import actions, button, modal, section

_ROOT = Path(__file__).parents[2]
_PROCESS = """
import sys, time
from pathlib import Path
from dealbot.playground.local_slack.server import LocalSlack
from tests.playground.workspace import seed
with LocalSlack(seed(), Path(sys.argv[1])) as slack:
    print(slack.port, flush=True)
    time.sleep(60)
"""


def test_what_was_said_and_shown_is_there_after_a_restart(tmp_path: Path) -> None:
    with LocalSlack(seed(), tmp_path) as slack:
        web, page = client(slack), Page(slack)
        ts = page.say("hello")
        web.chat_postMessage(channel=DM, thread_ts=ts, text="hi", blocks=[actions(button(), block_id="row")])
        web.reactions_add(channel=DM, timestamp=ts, name="eyes")
        web.views_publish(user_id=ANA, view={"type": "home", "blocks": [section()]})
        view = web.views_open(trigger_id=slack.world.triggers.give(ANA), view=modal(section()))["view"]["id"]
        web.files_upload_v2(content="one", filename="a.txt")
        page.post("opened", channel=DM)
        before = page.messages()
        slack.advance(3600)

    with LocalSlack(seed(), tmp_path, port=slack.port) as again:
        page = Page(again)
        assert page.messages() == before
        assert page.get("home")["view"] is not None
        assert page.get("channels")[-1]["unread"] == 0
        page.post("close", view=view)
        assert float(page.say("later")) > float(ts) + 3599


def test_what_a_killed_process_had_answered_is_not_lost(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", _PROCESS, str(tmp_path)], stdout=subprocess.PIPE, text=True, cwd=_ROOT
    )
    try:
        assert process.stdout is not None
        killed = LocalSlack(seed())
        killed.port = int(process.stdout.readline())
        for number in range(20):
            Page(killed).say(f"message {number}")
        os.kill(process.pid, signal.SIGKILL)
    finally:
        process.kill()
        process.communicate()
    with (tmp_path / "state.jsonl").open("a") as file:
        file.write('["Message","half a li')

    began = time.monotonic()
    with LocalSlack(seed(), tmp_path) as slack:
        assert time.monotonic() - began < 5
        assert Page(slack).texts() == [f"message {number}" for number in range(20)]


def test_an_event_that_was_not_acknowledged_is_delivered_after_a_restart(tmp_path: Path) -> None:
    with LocalSlack(seed(), tmp_path) as slack:
        Page(slack).say("is anybody there?")
        eventually(lambda: len(slack.journal("no_ack")) == 2)

    with LocalSlack(seed(), tmp_path) as again:
        seen = Seen()
        with over_sockets(again, bolt_app(again, seen)):
            again.advance(400)
            assert eventually(lambda: seen.events("message"))[0]["text"] == "is anybody there?"


def test_a_scheduled_message_outlives_a_restart(tmp_path: Path) -> None:
    with LocalSlack(seed(), tmp_path) as slack:
        at = int(slack.world.clock.now()) + 60
        client(slack).chat_scheduleMessage(channel="C0DEALS", post_at=at, text="later")

    with LocalSlack(seed(), tmp_path) as again:
        again.advance(61)
        eventually(lambda: Page(again).texts("C0DEALS") == ["later"])


def test_nothing_is_kept_without_a_folder() -> None:
    with LocalSlack(seed()) as slack:
        Page(slack).say("hello")

    with LocalSlack(seed()) as again:
        assert Page(again).messages() == []


def test_what_is_replaced_does_not_pile_up(tmp_path: Path) -> None:
    with LocalSlack(seed(), tmp_path) as slack:
        ts = client(slack).chat_postMessage(channel="C0DEALS", text="0")["ts"]
        for number in range(50):
            client(slack).chat_update(channel="C0DEALS", ts=ts, text=str(number))
    grown = len((tmp_path / "state.jsonl").read_text().splitlines())

    with LocalSlack(seed(), tmp_path):
        assert len((tmp_path / "state.jsonl").read_text().splitlines()) < grown - 40
    assert (tmp_path / "journal.jsonl").exists()


def test_one_that_is_not_running_says_so() -> None:
    slack = LocalSlack(seed())

    for act in (lambda: slack.world, lambda: slack.advance(1)):
        with pytest.raises(RuntimeError, match="not running"):
            act()
