"""A whole dealbot between the local Slack and a ledger of its own, worked by hand so that nothing is left to time."""

import asyncio
import atexit
import traceback
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from threading import Event, Thread
from typing import Any
from zoneinfo import ZoneInfo

from slack_bolt import App

from dealbot import wiring
from dealbot.app.ask import Answering, Asked, status_of
from dealbot.app.chat.enabling.files import Files
from dealbot.app.chat.hear import Ears
from dealbot.app.chat.kinds import Kinds, load_kinds
from dealbot.app.desk import Desk
from dealbot.app.guides.answering import GuideAnswers
from dealbot.app.guides.own import OwnDocuments
from dealbot.app.practice.room import PracticeRoom
from dealbot.app.status_text import status_text
from dealbot.domain.principal import LOCAL_OPERATOR, LOCAL_WORKSPACE
from dealbot.errors import DealbotError
from dealbot.playground.local_slack.link import Kind, Parcel
from dealbot.playground.local_slack.records import Delivery
from dealbot.playground.local_slack.server import LocalSlack
from dealbot.reading.consulting import Consult
from dealbot.settings import Settings
from dealbot.slack.app import build_app
from dealbot.slack.app_manifest import manifest
from dealbot.slack.catch_up import CatchUp
from dealbot.slack.client import open_client
from dealbot.slack.delivery import Delivery as Sender
from dealbot.slack.dialogs import Dialogs
from dealbot.slack.front_door import FrontDoor
from dealbot.slack.hearing.room import Room
from dealbot.slack.hearing.talker import Talker
from dealbot.slack.installation import find_installation
from dealbot.slack.intake import Intake
from dealbot.slack.people import People
from dealbot.slack.pictures import Drawing
from dealbot.slack.screens import Front
from dealbot.slack.sweep import Sweep
from dealbot.slack.transports import OverSockets
from dealbot.slack.turn import Converse, Turn
from dealbot.slack.worker import Worker
from dealbot.store.database import Database
from dealbot.store.inbox import Inbox
from dealbot.store.outbox import Outbox
from dealbot.store.post import State
from tests.conversations.cards import practising
from tests.conversations.cast import ZONE, workspace
from tests.playground.workspace import APP_TOKEN, BOT_TOKEN, SIGNING_SECRET, control, eventually
from tests.served import served

_PACE_S = 1.05
_zone = ZoneInfo(ZONE)
_LEDGERS: deque[Database] = deque(maxlen=1)  # of the house that was furnished last


def open_desk(database: Database, now: Callable[[], datetime]) -> Desk:
    """The tools as the program lays them out, by a clock that can be moved."""

    def today() -> date:
        return now().astimezone(_zone).date()

    return Desk(database, wiring.open_builtin_reader, wiring.open_builtin_reader, now, today)


@cache
def _answering() -> Answering:
    """What answers, with the knowledge that comes with dealbot; its index is made once, when first asked."""
    folder = mkdtemp(prefix="dealbot-")
    atexit.register(rmtree, folder, ignore_errors=True)
    settings = Settings(data_dir=Path(folder))
    guides = GuideAnswers(wiring.open_searcher(settings, OwnDocuments(lambda: _LEDGERS[-1])))
    return replace(wiring.open_answering(settings), guides=lambda: guides)


@dataclass
class House:
    """What a conversation takes place in."""

    slack: LocalSlack
    database: Database
    desk: Desk
    worker: Worker
    sender: Sender
    deliveries: list[Delivery] = field(default_factory=list)
    crashes: list[str] = field(default_factory=list)

    def settle(self) -> None:
        """Let everything happen that is under way: events arrive, arrivals are worked through, postings leave."""
        eventually(self._all_delivered)
        while self._work():
            pass

    def _all_delivered(self) -> bool:
        return len(self.slack.world.state.deliveries) == 0

    def _work(self) -> bool:
        if self.worker.work() or self.sender.deliver():
            return True
        with self.database.read() as session:
            arrivals, postings = Inbox(session, LOCAL_WORKSPACE).counts(), Outbox(session, LOCAL_WORKSPACE).counts()
        waits = arrivals[State.WAITING] + postings[State.WAITING] > 0
        if waits:
            self.slack.advance(_PACE_S)
        return waits

    def repeat(self, times: int) -> None:
        """Deliver the last event again, as Slack does where it heard no ack."""
        last, link = self.deliveries[-1], self.slack.world.courier.link
        for attempt in range(1, times + 1):
            parcel = Parcel(Kind.EVENT, last.body, attempt, "http_timeout")
            asyncio.run_coroutine_threadsafe(link.send(parcel), self.slack._running()).result(8)

    def sweep(self) -> None:
        """Forget what was handled long ago, as a worker does that has nothing else to do."""
        sweep = Sweep(self.database, LOCAL_WORKSPACE, self.worker.now)
        while sweep.some():
            pass

    @property
    def room(self) -> PracticeRoom:
        """Where people practise who do not do it in Slack."""
        tools = practising()
        return PracticeRoom(self.desk, lambda one: tools.decks(one.workspace, self.desk.today()), tools.grader)

    def status(self, deal: str) -> str:
        """How a deal stands, for whom sees everything."""
        return status_text(status_of(self.desk, LOCAL_OPERATOR, deal, Asked("")))

    def given_up(self) -> int:
        """How many arrivals and postings were put aside."""
        with self.database.read() as session:
            queues = Inbox(session, LOCAL_WORKSPACE), Outbox(session, LOCAL_WORKSPACE)
            return sum(queue.counts()[State.DEAD] for queue in queues)


@contextmanager
def house(database: Database, at: datetime, *, sockets: bool, consult: Consult | None = None) -> Iterator[House]:
    """Open a house over Socket Mode or signed HTTP, at a moment; `consult` is a model for questions."""
    described = manifest()
    described["settings"] |= {"socket_mode_enabled": sockets}
    with LocalSlack(workspace(described)) as slack:
        slack.advance(at.timestamp() - slack.world.clock.now())
        opened, app = furnish(slack, database, consult)
        with connected(slack, app, opened.desk.now, sockets=sockets):
            yield opened


def furnish(slack: LocalSlack, database: Database, consult: Consult | None = None) -> tuple[House, App]:
    """Open a house, and the app that is still to be connected."""

    def now() -> datetime:
        return datetime.fromtimestamp(slack.world.clock.now(), UTC)

    desk, client = open_desk(database, now), open_client(BOT_TOKEN, slack.api_url)
    people, ours = People(database, client, LOCAL_WORKSPACE), find_installation(client)
    _LEDGERS.append(database)
    answering = replace(_answering(), consult=consult)
    practice = practising()
    ears = Ears(desk, answering, Kinds(wiring.open_encoder, load_kinds), practice)
    opened = House(
        slack,
        database,
        desk,
        Worker(database, LOCAL_WORKSPACE, _says_nothing, now),
        Sender(database, LOCAL_WORKSPACE, client, now, draw=Drawing(desk, people, Files(answering, practice))),
    )
    converse = _telling(Talker(Room(ears, people, ours.user)), opened.crashes)
    opened.worker = replace(opened.worker, converse=converse)
    _recording(slack, opened.deliveries)
    screens = Dialogs(desk, people).screens()
    return opened, build_app(Front(client, Intake(database, ours, now), screens))


def _says_nothing(_turn: Turn) -> None:
    """Until the crashes of the real one can be seen."""


def _telling(talker: Converse, crashes: list[str]) -> Converse:
    """What nobody foresaw is shown by the test, since the worker keeps it to itself."""

    def converse(turn: Turn) -> None:
        try:
            talker(turn)
        except DealbotError:
            raise
        except Exception:
            crashes.append(traceback.format_exc())
            raise

    return converse


def _recording(slack: LocalSlack, deliveries: list[Delivery]) -> None:
    courier = slack.world.courier
    deliver = courier.deliver

    async def recorded(delivery: Delivery, kept: Any) -> None:
        deliveries.append(delivery)
        await deliver(delivery, kept)

    courier.deliver = recorded  # type: ignore[method-assign]


@contextmanager
def connected(
    slack: LocalSlack, app: App, now: Callable[[], datetime], *, sockets: bool, catch_up: CatchUp | None = None
) -> Iterator[None]:
    """Let the app hear as long as the block; over sockets it catches up on every connection."""
    if not sockets:
        with served(FrontDoor(app, SIGNING_SECRET, now, dict).asgi()) as address:
            assert slack.point_to(f"{address}/slack/events")
            yield
        return
    transport, stop = OverSockets(app, APP_TOKEN, slack.api_url), Event()
    if catch_up is not None:
        Thread(target=catch_up.run, args=(transport.connected, stop), daemon=True).start()
    transport.start()
    eventually(lambda: slack.world.sockets.count)
    try:
        yield
    finally:
        stop.set()
        # Left alone, the client's threads look for their end every second or three.
        client = transport._sockets
        client.auto_reconnect_enabled, client.closed = False, True
        client.message_queue.put(None)
        control(slack, "sockets", do="cut")
        eventually(lambda: not client.is_connected())
        transport.stop()
