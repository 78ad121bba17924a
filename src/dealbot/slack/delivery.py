"""Sending the outbox: in order, no faster than Slack allows, again for as long as it makes sense, and not twice."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from threading import Event

from slack_sdk import WebClient

from dealbot.errors import StoreUnavailable
from dealbot.slack.calls import POST, call, plainer
from dealbot.slack.failures import ERRORS, Failure, Remedy, failure_of
from dealbot.slack.finding import find
from dealbot.slack.holding import LEASE, holding
from dealbot.slack.pictures import Draw, nothing_drawn, show
from dealbot.slack.postings import FILE, PICTURE
from dealbot.store.database import Database
from dealbot.store.outbox import Outbox
from dealbot.store.post import LostLease, Outgoing, Posting, Sent
from dealbot.store.queue import pause

_POLL_S = 0.1
_HORIZON = timedelta(hours=24)
_CHANGES = {"chat.update": "ts", "chat.delete": "ts", "reactions.add": "timestamp", "reactions.remove": "timestamp"}
_UPLOADED = frozenset({PICTURE, FILE})
_MARKED = frozenset({POST, *_UPLOADED})  # what is known again where it stands
_TOO_OLD = Failure("too_old", Remedy.NEVER)
_NOTHING_THERE = Failure("nothing_to_change", Remedy.NEVER)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Delivery:
    """Takes postings of a workspace and sends them."""

    database: Database
    workspace: str
    client: WebClient
    now: Callable[[], datetime]
    lease: timedelta = LEASE
    draw: Draw = nothing_drawn

    def run(self, stop: Event) -> None:
        """Send until told to stop; what is in hand is sent first."""
        while not stop.is_set():
            try:
                sent = self.deliver()
            except StoreUnavailable:
                _log.warning("the ledger cannot be used now")
                sent = False
            if not sent:
                stop.wait(_POLL_S)

    def deliver(self) -> bool:
        """Send one posting; false if none is due. Raises StoreUnavailable."""
        outgoing = self._take()
        if outgoing is None:
            return False
        try:
            with holding(self.lease, partial(self._renew, outgoing)):
                told = self._attempt(outgoing)
            self._record(outgoing, told)
        except LostLease:
            _log.warning("posting #%d was taken over", outgoing.id)
        return True

    def _take(self) -> Outgoing | None:
        now = self.now()
        with self.database.read() as session:
            if not Outbox(session, self.workspace).due(now):
                return None
        with self.database.write() as session:
            return Outbox(session, self.workspace).take(now, self.lease)

    def _attempt(self, outgoing: Outgoing) -> Sent | Failure | None:
        if self.now() - outgoing.kept_at > _HORIZON:
            return _TOO_OLD
        posting = self._addressed(outgoing.posting)
        if posting is None:
            return _NOTHING_THERE
        if outgoing.unsure and posting.method in _MARKED:
            found = self._find(outgoing)
            if found is not None:
                return found
        if posting.method in _UPLOADED:
            return self._show(outgoing)
        told = self._call(posting)
        simpler = plainer(posting) if isinstance(told, Failure) and told.remedy is Remedy.PLAINER else None
        return told if simpler is None else self._call(replace(posting, arguments=simpler))

    def _addressed(self, posting: Posting) -> Posting | None:
        """The posting with the message it changes; None if that was never sent."""
        name = _CHANGES.get(posting.method)
        if name is None or name in posting.arguments or posting.about is None:
            return posting
        with self.database.read() as session:
            there = Outbox(session, self.workspace).find(posting.about)
        if there is None:
            return None
        return replace(posting, arguments={**posting.arguments, "channel": there.channel, name: there.ts})

    def _find(self, outgoing: Outgoing) -> Sent | Failure | None:
        """Look for what may have been sent; raises LostLease if that took too long."""
        try:
            found = find(self.client, outgoing.posting, outgoing.kept_at)
        except ERRORS as error:
            failure = failure_of(error)
            if failure.remedy is Remedy.LATER:
                return replace(failure, unsure=True)
            found = None  # who may not look sends it again: rather twice than never
        self._renew(outgoing)
        return found

    def _renew(self, outgoing: Outgoing) -> None:
        with self.database.write() as session:
            Outbox(session, self.workspace).renew(outgoing, self.now() + self.lease)

    def _show(self, outgoing: Outgoing) -> Sent | Failure:
        try:
            return show(self.client, self.draw, outgoing)
        except ERRORS as error:
            return failure_of(error)

    def _call(self, posting: Posting) -> Sent | Failure | None:
        try:
            return call(self.client, posting)
        except ERRORS as error:
            return failure_of(error)

    def _record(self, outgoing: Outgoing, told: Sent | Failure | None) -> None:
        now = self.now()
        with self.database.write() as session:
            outbox = Outbox(session, self.workspace)
            if not isinstance(told, Failure):
                outbox.sent(outgoing, told, now)
                return
            _log.warning("posting #%d, attempt %d: %s", outgoing.id, outgoing.attempts, told.code)
            match told.remedy:
                case Remedy.LATER:
                    at = now + (pause(outgoing.attempts) if told.after is None else told.after)
                    outbox.again(outgoing, at, told.code, unsure=told.unsure)
                case Remedy.NOTHING:
                    outbox.sent(outgoing, None, now)
                case Remedy.PLAINER | Remedy.NEVER:
                    outbox.dead(outgoing, told.code, now)
