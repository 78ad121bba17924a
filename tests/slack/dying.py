"""A worker process that dies at a chosen moment: `python -m tests.slack.dying WHEN LEDGER SLACK`."""

import os
import signal
import sys
from datetime import timedelta
from typing import Any

from slack_sdk import WebClient
from slack_sdk.web import SlackResponse

from dealbot import clock
from dealbot.domain.principal import LOCAL_OPERATOR, LOCAL_WORKSPACE
from dealbot.slack.delivery import Delivery
from dealbot.slack.turn import Turn
from dealbot.slack.worker import Worker
from dealbot.store.books import writing
from dealbot.store.database import Database, open_database
from dealbot.store.post import Posting

LEASE = timedelta(seconds=1)


def die() -> None:
    """End as a power cut would."""
    os.kill(os.getpid(), signal.SIGKILL)


class DyingClient(WebClient):
    """A client whose process dies when Slack has what it sent and before it hears so."""

    def api_call(self, api_method: str, **asked: Any) -> SlackResponse:
        """Send, and die."""
        told = super().api_call(api_method, **asked)
        die()
        return told


def converse(database: Database, turn: Turn) -> None:
    """Add a deal for what arrived, and answer."""
    with writing(database, LOCAL_OPERATOR) as books:
        books.deals.add(f"Deal of {turn.taken.arrival.key}", clock.now())
        said = {"channel": "C1", "text": "Logged.", "thread_ts": "1.0"}
        turn.finish(books, Posting("C1", "chat.postMessage", said))


def main(when: str, ledger: str, slack: str) -> None:
    """Work until the moment has come."""
    database = open_database(ledger)

    def dying(turn: Turn) -> None:
        if when == "in hand":
            die()
        if when == "in the transaction":
            with writing(database, LOCAL_OPERATOR) as books:
                books.deals.add("Half a deal", clock.now())
                turn.finish(books)
                die()
        converse(database, turn)

    Worker(database, LOCAL_WORKSPACE, dying, clock.now, LEASE).work()
    if when == "before sending":
        die()
    client = DyingClient("xoxb-test", base_url=slack)
    Delivery(database, LOCAL_WORKSPACE, client, clock.now, LEASE).deliver()


if __name__ == "__main__":
    main(*sys.argv[1:])
