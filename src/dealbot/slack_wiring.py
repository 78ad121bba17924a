"""What serves Slack, put together of what `wiring` picks."""

import sys
from datetime import timedelta
from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from dealbot import clock
from dealbot.domain.principal import LOCAL_WORKSPACE
from dealbot.practice_wiring import open_decks, open_grader, open_officers, open_voice
from dealbot.settings import Settings, SlackSettings
from dealbot.store.database import Database, open_database
from dealbot.wiring import lay_desk, open_answering, open_encoder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from dealbot.app.chat.practising import Practising
    from dealbot.domain.practice.card import Deck
    from dealbot.slack.checkup import Checkup
    from dealbot.slack.client import Client
    from dealbot.slack.intake import Intake
    from dealbot.slack.screens import Front, Screens
    from dealbot.slack.serve import Bot
    from dealbot.slack.transports import Transport
    from dealbot.slack.turn import Converse


_PROCESSES = ("work", "prepare")


def open_converse(settings: Settings, database: Database, client: "Client") -> "Converse":
    """Open what answers in Slack; raises BadInput, SlackUnreachable."""
    from dealbot.app.chat.hear import Ears
    from dealbot.app.chat.kinds import Kinds, load_kinds
    from dealbot.slack.hearing.room import Room
    from dealbot.slack.hearing.talker import Talker
    from dealbot.slack.installation import find_installation
    from dealbot.slack.people import People

    desk, kinds = lay_desk(settings, database), Kinds(open_encoder, load_kinds)
    ears = Ears(desk, open_answering(settings), kinds, open_practising(settings))
    return Talker(Room(ears, People(database, client, LOCAL_WORKSPACE, settings.zone), find_installation(client).user))


def open_practising(settings: Settings) -> "Practising":
    """Lay out what practice in a conversation works with, each opened when it is first needed."""
    from dealbot.app.chat.practising import Practising

    def decks(workspace: str, day: "date") -> "Sequence[Deck]":
        return open_decks(settings).of(workspace, day)

    return Practising(decks, partial(open_grader, settings), open_officers, partial(open_voice, settings))


def prepare(settings: Settings) -> None:
    """Make and keep the index and the decks of today, wherever that is, before somebody waits for them."""
    today = clock.today(settings.zone)
    for days in (0, 1, -1):
        open_decks(settings).of(LOCAL_WORKSPACE, today + timedelta(days=days))


def open_screens(settings: Settings, database: Database, client: "Client") -> "Screens":
    """Open what answers in Slack at once."""
    from dealbot.slack.dialogs import Dialogs
    from dealbot.slack.people import People

    return Dialogs(lay_desk(settings, database), People(database, client, LOCAL_WORKSPACE, settings.zone)).screens()


def open_front(settings: Settings, slack: SlackSettings, database: Database) -> "Front":
    """Lay out what every listener works with, for whom the token belongs to; raises BadInput, SlackUnreachable."""
    from dealbot.slack.screens import Front

    client, intake = open_intake(slack, database)
    return Front(client, intake, open_screens(settings, database, client))


def open_intake(slack: SlackSettings, database: Database) -> "tuple[Client, Intake]":
    """Open where arrivals are kept, for whom the token belongs to; raises BadInput, SlackUnreachable."""
    from dealbot.slack.client import open_client
    from dealbot.slack.installation import find_installation
    from dealbot.slack.intake import Intake

    client = open_client(slack.required("bot_token"), slack.api_url)
    return client, Intake(database, find_installation(client), clock.now)


def open_http(settings: Settings, slack: SlackSettings, database: Database, host: str, port: int) -> "Transport":
    """Take a port for Slack to call; raises BadInput, SlackUnreachable."""
    from dealbot.slack.app import build_app
    from dealbot.slack.front_door import FrontDoor
    from dealbot.slack.serve import readiness
    from dealbot.slack.transports import OverHttp

    secret = slack.required("signing_secret")
    ready = partial(readiness, database, LOCAL_WORKSPACE)
    app = build_app(open_front(settings, slack, database))
    return OverHttp(FrontDoor(app, secret, clock.now, ready), host, port)


def open_sockets(settings: Settings, slack: SlackSettings, database: Database) -> "Transport":
    """Make ready to call Slack; raises BadInput, SlackUnreachable."""
    from dealbot.slack.app import build_app
    from dealbot.slack.transports import OverSockets

    app_token = slack.required("app_token")
    return OverSockets(build_app(open_front(settings, slack, database)), app_token, slack.api_url)


def open_checkup(slack: SlackSettings) -> "Checkup":
    """Make ready to ask Slack whether dealbot is set up there; raises BadInput where the bot's token is not set."""
    from dealbot.slack.app_manifest import bot_scopes
    from dealbot.slack.checkup import Checkup
    from dealbot.slack.client import open_client

    client = open_client(slack.required("bot_token"), slack.api_url)
    app_token = slack.app_token.get_secret_value() if slack.app_token else None
    return Checkup(client, app_token, slack.signing_secret is not None, bot_scopes(), clock.now)


def open_bot(
    settings: Settings, slack: SlackSettings, database: Database, transport: "Transport", workers: int
) -> "Bot":
    """Put the process that acknowledges together with those that work; raises BadInput, SlackUnreachable."""
    from dealbot.slack.catch_up import CatchUp
    from dealbot.slack.serve import Bot
    from dealbot.slack.watch import Errand, Watch

    work, prepare = ([sys.executable, "-m", "dealbot", what, "--data", str(settings.data_dir)] for what in _PROCESSES)
    client, intake = open_intake(slack, database)
    catch_up = CatchUp(intake, client, timedelta(hours=settings.catch_up_hours))
    return Bot(transport, Watch(work, workers), catch_up, Errand(prepare))


def work_until(settings: Settings, slack: SlackSettings, stop: Event, lifeline: int) -> None:
    """Read, answer and send in this process; raises BadInput, StoreUnavailable."""
    from dealbot.app.chat.enabling.files import Files
    from dealbot.app.practice.reminding import awaited
    from dealbot.slack.client import open_client
    from dealbot.slack.delivery import Delivery
    from dealbot.slack.people import People
    from dealbot.slack.pictures import Drawing
    from dealbot.slack.rounds import Rounds
    from dealbot.slack.serve import work
    from dealbot.slack.worker import Worker

    client = open_client(slack.required("bot_token"), slack.api_url)
    with open_database(settings.ledger_url) as database:
        worker = Worker(database, LOCAL_WORKSPACE, open_converse(settings, database, client), clock.now)
        people = People(database, client, LOCAL_WORKSPACE, settings.zone)
        make = Files(open_answering(settings), open_practising(settings))
        draw = Drawing(lay_desk(settings, database), people, make)
        rounds = Rounds(people, LOCAL_WORKSPACE, clock.now, partial(awaited, lay_desk(settings, database)))
        work(worker, Delivery(database, LOCAL_WORKSPACE, client, clock.now, draw=draw), stop, lifeline, rounds)
