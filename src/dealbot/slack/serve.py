"""A running bot: one process that keeps and acknowledges, and others that read, answer and send."""

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from threading import Event, Thread

from dealbot.errors import StoreUnavailable
from dealbot.slack.catch_up import CatchUp
from dealbot.slack.delivery import Delivery
from dealbot.slack.failures import AUTH
from dealbot.slack.installation import SlackUnreachable
from dealbot.slack.rounds import Rounds
from dealbot.slack.transports import Transport
from dealbot.slack.watch import Errand, Watch
from dealbot.slack.worker import Worker
from dealbot.store.database import Database
from dealbot.store.inbox import Inbox
from dealbot.store.outbox import Outbox

_LOOK_S = 0.25
_SENDERS = 2
_DRAIN_S = 9


@dataclass(frozen=True, slots=True)
class Bot:
    """The process that acknowledges and catches up, with the worker processes it watches.

    The errand makes ready what somebody would have to wait for.
    """

    transport: Transport
    watch: Watch
    catch_up: CatchUp
    errand: Errand | None = None

    def run(self, stop: Event, say: Callable[[str], None]) -> None:
        """Serve until told to stop; raises BadInput, SlackUnreachable."""
        try:
            self.watch.look()
            self.transport.start()
            Thread(target=self.catch_up.run, args=(self.transport.connected, stop), daemon=True).start()
            if self.errand is not None:
                self.errand.start()
            say(f"dealbot listens on {self.transport.where}.")
            while not stop.wait(_LOOK_S):
                self.watch.look()
                if not self.transport.works:
                    raise SlackUnreachable("dealbot no longer listens to Slack: start it again.")
        finally:
            self.transport.stop()
            self.watch.stop()
            if self.errand is not None:
                self.errand.stop()


def work(worker: Worker, delivery: Delivery, stop: Event, lifeline: int, rounds: Rounds | None = None) -> None:
    """Read, answer and send in this process until told to stop, or until the pipe from whoever started it ends.

    The rounds are gone meanwhile.
    """
    Thread(target=follow, args=(lifeline, stop.set), daemon=True).start()
    senders = [Thread(target=_send, args=(delivery, stop), daemon=True) for _ in range(_SENDERS)]
    for sender in senders:
        sender.start()
    if rounds is not None:
        Thread(target=_go, args=(rounds, stop), daemon=True).start()
    worker.run(stop)
    for sender in senders:
        sender.join(_DRAIN_S)


def readiness(database: Database, workspace: str) -> dict[str, bool]:
    """Tell whether the ledger can be used and Slack takes the bot's token."""
    try:
        with database.read() as session:
            Inbox(session, workspace).counts()
            error = Outbox(session, workspace).last_error()
    except StoreUnavailable:
        return {"ledger": False, "slack": False}
    return {"ledger": True, "slack": error not in AUTH}


def _send(delivery: Delivery, stop: Event) -> None:
    """Send; a process that no longer sends stops as a whole, and is started again."""
    try:
        delivery.run(stop)
    finally:
        stop.set()


def _go(rounds: Rounds, stop: Event) -> None:
    """Go the rounds; a process that no longer does stops as a whole, and is started again."""
    try:
        rounds.run(stop)
    finally:
        stop.set()


def follow(lifeline: int, end: Callable[[], None]) -> None:
    """End when the pipe from whoever started this process does."""
    with suppress(OSError):
        os.read(lifeline, 1)
    end()
