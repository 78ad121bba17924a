"""A Slack on this machine, a ledger, and a bot between them."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import select
from starlette.applications import Starlette

from dealbot import clock
from dealbot.errors import BadInput
from dealbot.slack.app import build_app
from dealbot.slack.client import open_client
from dealbot.slack.front_door import FrontDoor
from dealbot.slack.intake import Intake
from dealbot.slack.payload import Payload
from dealbot.slack.screens import Front, Screens
from dealbot.slack.serve import readiness
from dealbot.store.database import Database, open_database
from dealbot.store.post_tables import InboxRow, OutboxRow
from tests.slack.fakes import SECRET, TOKEN, FakeSlack, slack_running
from tests.slack.said import OURS

VIEW = {"type": "modal", "callback_id": "correct", "title": {"type": "plain_text", "text": "Correct"}, "blocks": []}


@pytest.fixture(scope="session")
def one_slack() -> Iterator[FakeSlack]:
    """A Slack for all tests."""
    with slack_running() as slack:
        yield slack


@pytest.fixture
def slack(one_slack: FakeSlack) -> FakeSlack:
    """A Slack in which nothing has been said yet."""
    for told in (one_slack.calls, one_slack.messages, one_slack.acks, one_slack.to_send):
        told.clear()
    one_slack.faults.clear()
    one_slack.uploads.clear()
    one_slack.drops_alt = False
    return one_slack


@pytest.fixture(scope="session")
def empty_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger as it is made, to be copied."""
    path = tmp_path_factory.mktemp("ledger") / "dealbot.sqlite3"
    open_database(f"sqlite:///{path}").close()
    return path


@pytest.fixture
def database(tmp_path: Path, empty_ledger: Path) -> Iterator[Database]:
    """An empty ledger in a file."""
    shutil.copy(empty_ledger, tmp_path)
    with open_database(f"sqlite:///{tmp_path}/dealbot.sqlite3") as opened:
        yield opened


@dataclass
class Kept:
    """What stands in the two queues."""

    database: Database

    def arrivals(self) -> list[str]:
        with self.database.read() as session:
            return list(session.scalars(select(InboxRow.kind).order_by(InboxRow.id)))

    def states(self) -> list[str]:
        with self.database.read() as session:
            return list(session.scalars(select(InboxRow.state).order_by(InboxRow.id)))

    def postings(self) -> list[OutboxRow]:
        with self.database.read() as session:
            return list(session.scalars(select(OutboxRow).order_by(OutboxRow.id)))


@pytest.fixture
def kept(database: Database) -> Kept:
    """A look into the queues."""
    return Kept(database)


def screens() -> Screens:
    """Known names, a dialog behind one of them, and a form that wants a name."""

    def open_modal(payload: Payload) -> Payload | None:
        wants = payload.get("text") == "log" or payload.get("callback_id") == "log"
        return VIEW if wants or "correct" in str(payload.get("actions")) else None

    def check(payload: Payload) -> dict[str, str] | None:
        return None if "Dana" in str(payload) else {"who": "Who is meant?"}

    def options(payload: Payload) -> list[Payload]:
        if payload["value"] == "broken":
            raise BadInput("There is no such deal.")
        return [{"text": {"type": "plain_text", "text": str(payload["value"])}, "value": "1"}] * 120

    return Screens(
        commands=frozenset({"/deal"}),
        actions=frozenset({"undo", "correct"}),
        shortcuts=frozenset({"log", "note"}),
        views=frozenset({"correct"}),
        open_modal=open_modal,
        options=options,
        check=check,
        help="Type /deal log.",
    )


@pytest.fixture
def door(slack: FakeSlack, database: Database) -> Starlette:
    """The door of a bot that keeps what arrives."""
    return open_door(slack, database)


def open_door(slack: FakeSlack, database: Database) -> Starlette:
    """Open the door of a bot with that ledger."""
    return front_door(slack, database).asgi()


def front_door(slack: FakeSlack, database: Database) -> FrontDoor:
    """Put the door of a bot with that ledger together."""
    front = Front(open_client(TOKEN, slack.api), Intake(database, OURS, clock.now), screens())
    return FrontDoor(build_app(front), SECRET, clock.now, lambda: readiness(database, OURS.workspace))
