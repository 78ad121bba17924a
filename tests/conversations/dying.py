"""A worker of the whole dealbot that dies at a chosen moment: `… -m tests.conversations.dying WHEN LEDGER SLACK AT`."""

import os
import signal
import sys
from dataclasses import replace
from datetime import datetime
from typing import Any

from slack_sdk import WebClient
from slack_sdk.web import SlackResponse

from dealbot import wiring
from dealbot.app.chat.hear import Ears
from dealbot.app.chat.kinds import Kinds, load_kinds
from dealbot.domain.practice.mark import Mark
from dealbot.domain.practice.rubric import Rubric
from dealbot.domain.principal import LOCAL_WORKSPACE
from dealbot.settings import Settings
from dealbot.slack.delivery import Delivery
from dealbot.slack.hearing.room import Room
from dealbot.slack.hearing.talker import Talker
from dealbot.slack.installation import find_installation
from dealbot.slack.people import People
from dealbot.slack.turn import Turn
from dealbot.slack.worker import Worker
from dealbot.store.books import Books
from dealbot.store.database import open_database
from dealbot.store.post import Posting
from tests.conversations.cards import WordGrader, practising
from tests.conversations.house import open_desk
from tests.playground.workspace import BOT_TOKEN

_SAYING = frozenset({"chat.postMessage", "chat.update"})


def die() -> None:
    """End as a power cut would."""
    os.kill(os.getpid(), signal.SIGKILL)


class DyingClient(WebClient):
    """A client whose process dies when Slack has what it sent and before it hears so."""

    def api_call(self, api_method: str, **asked: Any) -> SlackResponse:
        """Send; a message is the last."""
        told = super().api_call(api_method, **asked)
        if api_method in _SAYING:
            die()
        return told


class DyingGrader(WordGrader):
    """A grader in the middle of whose work the process dies."""

    def grade(self, rubric: Rubric, answer: str) -> Mark:
        """Begin to mark."""
        die()
        return super().grade(rubric, answer)


class DyingTurn(Turn):
    """A turn whose process dies when everything of it is written and nothing committed."""

    def finish(self, books: Books, *postings: Posting) -> None:
        """End the turn, almost."""
        super().finish(books, *postings)
        die()


def main(when: str, ledger: str, slack: str, at: str) -> None:
    """Take what waits, and work at it until the moment has come."""

    def now() -> datetime:
        return datetime.fromisoformat(at)

    database, client = open_database(ledger), DyingClient(BOT_TOKEN, base_url=f"{slack.rstrip('/')}/")
    practice = practising()
    if when == "while it is marked":
        practice = replace(practice, grader=DyingGrader)
    people = People(database, client, LOCAL_WORKSPACE)
    ears = Ears(
        open_desk(database, now), wiring.open_answering(Settings()), Kinds(wiring.open_encoder, load_kinds), practice
    )
    talker = Talker(Room(ears, people, find_installation(client).user))

    def converse(turn: Turn) -> None:
        if when == "in hand":
            die()
        talker(DyingTurn(turn.taken, turn.payload) if when == "in the transaction" else turn)

    Worker(database, LOCAL_WORKSPACE, converse, now).work()
    if when == "before sending":
        die()
    Delivery(database, LOCAL_WORKSPACE, client, now).deliver()


if __name__ == "__main__":
    main(*sys.argv[1:])
