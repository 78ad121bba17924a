"""Working through the inbox: one arrival at a time, under a lease, and whatever goes wrong is told to the person."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from threading import Event

from dealbot.errors import DealbotError, ModelUnavailable, NotRead, StoreUnavailable
from dealbot.slack.files import NotFetched
from dealbot.slack.holding import LEASE, holding
from dealbot.slack.payload import is_event, user_of
from dealbot.slack.sweep import Sweep
from dealbot.slack.turn import Converse, Turn, to_person
from dealbot.store.database import Database
from dealbot.store.inbox import MOST_ATTEMPTS, Inbox
from dealbot.store.outbox import Outbox
from dealbot.store.post import LostLease, Taken

_POLL_S = 0.1
_PASSING = (StoreUnavailable, NotRead, ModelUnavailable, NotFetched)
_SPOKEN = frozenset({"message", "message_changed", "app_mention"})
_GAVE_UP = (
    "What you sent is saved, but dealbot could not analyse it (reference {reference})."
    " Nothing is lost: tell whoever looks after dealbot, and it will be done."
)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Trouble:
    """What went wrong with a turn, what the person is told of it, and whether to try again first."""

    code: str
    told: str
    passing: bool


@dataclass(frozen=True, slots=True)
class Worker:
    """Takes arrivals of a workspace and converses about them."""

    database: Database
    workspace: str
    converse: Converse
    now: Callable[[], datetime]
    lease: timedelta = LEASE

    def run(self, stop: Event) -> None:
        """Work until told to stop; what is in hand is finished first. Quiet moments are for sweeping."""
        sweep = Sweep(self.database, self.workspace, self.now)
        while not stop.is_set():
            try:
                worked = self.work() or sweep.some()
            except StoreUnavailable:
                _log.warning("the ledger cannot be used now")
                worked = False
            if not worked:
                stop.wait(_POLL_S)

    def work(self) -> bool:
        """Handle one arrival; false if none is due. Raises StoreUnavailable."""
        taken = self._take()
        if taken is None:
            return False
        turn = Turn.of(taken)
        with holding(self.lease, partial(self._renew, taken)):
            trouble = self._converse(turn)
        try:
            self._settle(turn, trouble)
        except LostLease:  # it was finished in the conversation's own transaction, or by another worker
            _log.debug("#%d was ended", taken.id)
        return True

    def _take(self) -> Taken | None:
        now = self.now()
        with self.database.read() as session:
            if not Inbox(session, self.workspace).due(now):
                return None
        with self.database.write() as session:
            return Inbox(session, self.workspace).take(now, self.lease)

    def _converse(self, turn: Turn) -> _Trouble | None:
        """The edge: nothing that a turn raises stops the worker, and no words of it are written down."""
        unforeseen = _Trouble("unforeseen", _GAVE_UP.format(reference=f"#{turn.taken.id}"), passing=True)
        if turn.taken.attempts > MOST_ATTEMPTS:
            return unforeseen  # each attempt took its worker down
        try:
            self.converse(turn)
        except LostLease:
            return None
        except DealbotError as error:
            return _Trouble(error.code, str(error), passing=isinstance(error, _PASSING))
        except Exception as error:  # noqa: BLE001 -- the outer edge of the bot
            _log.error("#%d failed: %s", turn.taken.id, type(error).__qualname__)
            return unforeseen
        return None

    def _settle(self, turn: Turn, trouble: _Trouble | None) -> None:
        """End a turn that did not end itself, or put it off; raises LostLease."""
        with self.database.write() as session:
            inbox = Inbox(session, self.workspace)
            if trouble is None or not trouble.passing:
                inbox.done(turn.taken)
                over = trouble is not None
            else:
                over = inbox.fail(turn.taken, trouble.code, self.now())
            if trouble is not None and over and _somebody_waits(turn):
                posting = to_person(turn.payload, trouble.told, f"{turn.taken.id}/trouble")
                Outbox(session, self.workspace).add(posting, self.now())

    def _renew(self, taken: Taken) -> None:
        with self.database.write() as session:
            Inbox(session, self.workspace).renew(taken, self.now() + self.lease)


def _somebody_waits(turn: Turn) -> bool:
    """Whether a person said or did it and expects an answer."""
    spoken = turn.taken.arrival.kind in _SPOKEN or not is_event(turn.payload)
    return spoken and user_of(turn.payload) is not None
