"""Keeping what arrives: judged, then on the disk, and only then acknowledged."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from dealbot.slack.arrivals import arrival_of
from dealbot.slack.installation import Installation
from dealbot.slack.payload import Payload
from dealbot.slack.policy import Judgement, Verdict, judge
from dealbot.slack.turn import to_person
from dealbot.store.database import Database
from dealbot.store.inbox import Inbox
from dealbot.store.outbox import Outbox
from dealbot.store.post import Arrival

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Intake:
    """Where what arrives is kept, for which installation."""

    database: Database
    ours: Installation
    now: Callable[[], datetime]

    def judge(self, payload: Payload) -> Judgement:
        """Judge what arrived, and write down that something was refused."""
        judgement = judge(payload, self.ours)
        if judgement.verdict is Verdict.REFUSE:
            _log.warning("refused: %s", judgement.reason)
        return judgement

    def event(self, payload: Payload) -> None:
        """Keep an event if it is ours; when this returns, it is on the disk. Raises StoreUnavailable, BadInput."""
        judgement = self.judge(payload)
        if judgement.verdict is Verdict.KEEP:
            self.keep(payload)
        elif judgement.told is not None:
            self.tell(payload, judgement.told)

    def arrival(self, payload: Payload) -> Arrival:
        """Tell what arrived; raises BadInput."""
        return arrival_of(payload, self.ours)

    def keep(self, payload: Payload) -> bool:
        """Keep what arrived; false if it is kept already. Raises StoreUnavailable, BadInput."""
        arrival = self.arrival(payload)
        with self.database.write() as session:
            return Inbox(session, self.ours.workspace).keep(arrival, self.now())

    def tell(self, payload: Payload, text: str) -> None:
        """Tell the person, once for each delivery, without keeping what they did; raises StoreUnavailable, BadInput."""
        posting = to_person(payload, text, f"told/{arrival_of(payload, self.ours).key}")
        with self.database.write() as session:
            Outbox(session, self.ours.workspace).add(posting, self.now())
