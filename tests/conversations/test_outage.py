"""An outage longer than Slack tells things again: what was said meanwhile is heard, once."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from slack_bolt import App

from dealbot.playground.local_slack.faults import CallFault
from dealbot.playground.local_slack.server import LocalSlack
from dealbot.slack.app_manifest import manifest
from dealbot.slack.catch_up import CatchUp
from dealbot.slack.client import open_client
from dealbot.slack.installation import find_installation
from dealbot.slack.intake import Intake
from dealbot.store.database import open_database
from tests.conversations.cast import ZONE, workspace
from tests.conversations.house import House, connected, furnish
from tests.conversations.seen import messages
from tests.playground.workspace import BOT_TOKEN, Page, control, eventually

MORNING = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo(ZONE))
DM, CHANNEL, BOT = "D0PRIYA", "C0LAKESHORE", "<@U0DEALBOT>"
TOLD_AGAIN_S = 400  # longer than Slack tells an event again


def no_time_passes(_seconds: float) -> bool:
    """Wait for nothing."""
    return False


@dataclass
class Outage:
    """A bot that can be stopped and started."""

    house: House
    app: App
    catch_up: CatchUp

    @property
    def priya(self) -> Page:
        return Page(self.house.slack, "U0PRIYA")

    @contextmanager
    def running(self) -> Iterator[None]:
        """Run the bot, which catches up first."""
        with connected(self.house.slack, self.app, self.house.desk.now, sockets=True):
            self.catch_up.now(no_time_passes)
            self.house.settle()
            yield
            self.house.settle()

    def pass_over(self) -> None:
        """Let Slack give up what nobody heard."""
        while self.house.slack.world.state.deliveries:
            self.house.slack.advance(TOLD_AGAIN_S)
            eventually(lambda: True)

    def told(self) -> list[str]:
        return [shown.text for shown in messages(self.house.slack).values()]

    def cards(self, words: str) -> int:
        return sum("Saved to Lakeshore" in text and words in text for text in self.told())


@pytest.fixture
def outage(ledger: Callable[[tuple[str, ...], str], str]) -> Iterator[Outage]:
    with open_database(ledger(("Lakeshore",), "sqlite")) as database, LocalSlack(workspace(manifest())) as slack:
        slack.advance(MORNING.timestamp() - slack.world.clock.now())
        opened, app = furnish(slack, database)
        client = open_client(BOT_TOKEN, slack.api_url)
        intake = Intake(database, find_installation(client), opened.desk.now)
        yield Outage(opened, app, CatchUp(intake, client, timedelta(hours=1)))


def first_talk(outage: Outage) -> str:
    """Let the bot have talked in both places; gives its card's thread."""
    with outage.running():
        outage.priya.say("Lakeshore: met Ann Cole, CNO. She likes the rounding view.", DM)
        root = outage.priya.say(f"{BOT} Call with Raj Patel, CIO. He likes the interface.", CHANNEL)
    outage.house.slack.advance(5)
    return root


def test_what_was_said_while_the_bot_was_down_is_heard_once(outage: Outage) -> None:
    root = first_talk(outage)
    outage.priya.say("Lakeshore: met Dana Ruiz, CFO. She is opposed to it.", DM)
    outage.priya.say(f"{BOT} Good call today, met Owen Hall, COO. He is worried about the price.", CHANNEL)
    outage.priya.say("no, Raj is skeptical", CHANNEL, root)
    outage.priya.say("what are the next steps at Lakeshore?", DM)
    outage.pass_over()
    before = outage.told()

    with outage.running():
        pass
    with outage.running():
        pass

    new = outage.told()[len(before) :]
    assert (outage.cards("Dana Ruiz"), outage.cards("Owen Hall")) == (1, 1)
    assert sum("Raj Patel: concerned, your word" in text for text in new) == 1
    assert sum("ROI v1" in text for text in new) == 1
    assert len(new) == 4
    assert not outage.house.crashes
    assert not outage.house.slack.journal("refused")


def test_a_note_that_was_edited_meanwhile_is_read_in_its_new_words_once(outage: Outage) -> None:
    with outage.running():
        old = outage.priya.say("Lakeshore: met Ann Cole, CNO. She likes the rounding view.", DM)
    outage.house.slack.advance(5)
    new = outage.priya.say("Lakeshore: met Dana Ruiz, CFO. She is happy.", DM)
    outage.priya.post("edit", channel=DM, ts=new, text="Lakeshore: met Dana Ruiz, CFO. She is opposed to it.")
    outage.priya.post("edit", channel=DM, ts=old, text="Lakeshore: met Ann Cole, CNO. She is opposed to it.")
    outage.pass_over()

    with outage.running():
        pass
    told = outage.told()
    with outage.running():
        pass

    status = outage.house.status("Lakeshore")
    assert "Dana Ruiz, CFO: opposed" in status
    assert "Ann Cole, CNO: opposed" in status
    assert outage.told() == told


def test_what_slack_tells_again_after_all_is_heard_once(outage: Outage) -> None:
    first_talk(outage)
    outage.house.slack.upset_deliveries("drop", 2)
    said = outage.priya.say("Lakeshore: met Dana Ruiz, CFO. She is happy.", DM)
    outage.priya.post("edit", channel=DM, ts=said, text="Lakeshore: met Dana Ruiz, CFO. She is opposed to it.")

    with connected(outage.house.slack, outage.app, outage.house.desk.now, sockets=True):
        outage.catch_up.now(no_time_passes)
        outage.house.slack.advance(TOLD_AGAIN_S)
        outage.house.settle()

    assert outage.cards("Dana Ruiz") == 1


def test_what_was_said_before_the_window_is_left_alone(outage: Outage) -> None:
    first_talk(outage)
    outage.priya.say("Lakeshore: met Dana Ruiz, CFO. She is opposed to it.", DM)
    outage.pass_over()
    outage.house.slack.advance(3 * 3_600)

    with outage.running():
        pass

    assert outage.cards("Dana Ruiz") == 0


def test_a_slack_that_is_busy_is_asked_again_after_as_long_as_it_says(outage: Outage) -> None:
    first_talk(outage)
    outage.priya.say("Lakeshore: met Dana Ruiz, CFO. She is opposed to it.", DM)
    outage.pass_over()
    outage.house.slack.fault(CallFault("conversations.history", "ratelimited", seconds=7))
    waited = list[float]()

    def wait(seconds: float) -> bool:
        waited.append(seconds)
        return False

    assert outage.catch_up.now(wait) == 1
    assert waited == [7]


def test_every_new_connection_catches_up(outage: Outage) -> None:
    first_talk(outage)
    outage.priya.say("Lakeshore: met Dana Ruiz, CFO. She is opposed to it.", DM)
    outage.pass_over()
    house = outage.house
    with connected(house.slack, outage.app, house.desk.now, sockets=True, catch_up=outage.catch_up):
        eventually(house.worker.work)
        house.settle()
        assert outage.cards("Dana Ruiz") == 1

        house.slack.upset_deliveries("drop", 4)
        outage.priya.say("Lakeshore: met Owen Hall, COO. He is opposed to it.", DM)
        outage.pass_over()
        assert not house.worker.work()
        control(house.slack, "sockets", do="refresh")
        eventually(house.worker.work)
        house.settle()

    assert outage.cards("Owen Hall") == 1
