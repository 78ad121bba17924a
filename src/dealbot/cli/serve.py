"""`serve`: the bot in Slack; `requeue`: once more what was given up."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import Annotated

import typer

from dealbot import clock, slack_wiring
from dealbot.cli.call import Call
from dealbot.cli.streams import tell
from dealbot.settings import SlackSettings
from dealbot.slack.logs import logging_to
from dealbot.slack.serve import follow
from dealbot.store.database import open_database

_SIGNALS = (signal.SIGTERM, signal.SIGINT)


def serve(
    call: Call,
    socket: Annotated[
        bool | None, typer.Option("--socket/--http", help="How to reach Slack (sockets where SLACK_APP_TOKEN is set).")
    ] = None,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="The port Slack's requests come in by.")] = 3000,
    host: Annotated[str, typer.Option("--host", help="The address to listen on.")] = "127.0.0.1",
    workers: Annotated[int, typer.Option("--workers", min=1, max=32, help="How many processes read notes.")] = 1,
) -> None:
    """Serve Slack until stopped."""
    slack = SlackSettings()
    over_sockets = slack.app_token is not None if socket is None else socket
    with logging_to(sys.stderr), stopping() as stop, open_database(call.settings.ledger_url) as database:
        if over_sockets:
            transport = slack_wiring.open_sockets(call.settings, slack, database)
        else:
            transport = slack_wiring.open_http(call.settings, slack, database, host, port)
        slack_wiring.open_bot(call.settings, slack, database, transport, workers).run(stop, tell)


def work(call: Call) -> None:
    """Read, answer and send: a process of `serve`."""
    with logging_to(sys.stderr), stopping() as stop:
        slack_wiring.work_until(call.settings, SlackSettings(), stop, sys.stdin.fileno())


def prepare(call: Call) -> None:
    """Make ready what somebody would have to wait for: a process of `serve`, which ends with it."""
    Thread(target=follow, args=(sys.stdin.fileno(), lambda: os._exit(0)), daemon=True).start()
    with logging_to(sys.stderr):
        slack_wiring.prepare(call.settings)


def requeue(call: Call) -> None:
    """Do once more what was given up: what arrived and could not be analysed, what could not be sent."""
    now = clock.now()
    with call.desk.writing(call.principal) as books:
        again = {"arrivals": books.inbox.requeue(now), "postings": books.outbox.requeue(now)}
    call.answer(again, f"{again['arrivals']} arrivals and {again['postings']} postings are due again.")


@contextmanager
def stopping() -> Iterator[Event]:
    """An event that is set when the process is told to stop."""
    stop = Event()
    before = {number: signal.signal(number, lambda *_: stop.set()) for number in _SIGNALS}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
