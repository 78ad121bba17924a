"""The inbox: what Slack told, kept before it is acknowledged and handled once, in the order of its lane."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import Session

from dealbot.store.post import Arrival, State, Taken
from dealbot.store.post_tables import InboxRow
from dealbot.store.queue import Queue, pause

MOST_ATTEMPTS = 5
_PASSED_OVER = "passed_over"


class Inbox:
    """The arrivals of one workspace."""

    def __init__(self, session: Session, workspace: str) -> None:
        """Work inside the session's transaction."""
        self._session = session
        self._queue = Queue(session, workspace, InboxRow)

    def keep(self, arrival: Arrival, at: datetime) -> bool:
        """Keep an arrival; false if it, or the message it brings, is kept already."""
        values = {
            "key": arrival.key,
            "lane": arrival.lane,
            "kind": arrival.kind,
            "payload": dict(arrival.payload),
            "place": arrival.place,
            "about": arrival.about,
            "about_at": arrival.about_at,
        }
        return self._queue.add(at, values)

    def due(self, now: datetime) -> bool:
        """Tell whether there is something to take."""
        return self._queue.due(now)

    def take(self, now: datetime, lease: timedelta) -> Taken | None:
        """Take the oldest arrival whose lane is free; one whose lease has run out is taken again."""
        row = self._queue.take(now, lease)
        return _taken(row, now) if row is not None else None

    def renew(self, taken: Taken, until: datetime) -> None:
        """Go on holding it; raises LostLease."""
        self._queue.hold(taken.id, taken.fence).lease_until = until

    def done(self, taken: Taken, *, passed_over: bool = False) -> None:
        """End it in the transaction of its effects; its words are not kept here any longer. Raises LostLease.

        What is passed over had no effects: a later telling of the same message takes its place.
        """
        row = self._queue.hold(taken.id, taken.fence)
        row.state, row.payload, row.error = State.DONE.value, {}, _PASSED_OVER if passed_over else None
        self._session.flush()

    def fail(self, taken: Taken, code: str, now: datetime) -> bool:
        """Put it back for later, or after the last attempt aside; tells whether it was put aside. Raises LostLease."""
        row = self._queue.hold(taken.id, taken.fence)
        last = row.attempts >= MOST_ATTEMPTS
        row.state, row.error = (State.DEAD if last else State.WAITING).value, code
        row.due_at = now + pause(row.attempts)
        self._session.flush()
        return last

    def later_than(self, taken: Taken) -> bool:
        """Tell whether a later edit of the same message, or its deletion, is kept already."""
        return self._told(taken, InboxRow.about_at > taken.arrival.about_at)

    def heard_before(self, taken: Taken) -> bool:
        """Tell whether the message, or an earlier edit of it, was handled and not passed over."""
        handled = and_(InboxRow.state == State.DONE.value, InboxRow.error.is_(None))
        return self._told(taken, and_(InboxRow.about_at < taken.arrival.about_at, handled))

    def heard_same(self, taken: Taken) -> bool:
        """Tell whether the same edit of the message came by another delivery and was handled."""
        another = and_(InboxRow.about_at == taken.arrival.about_at, InboxRow.id != taken.id)
        return self._told(taken, and_(another, InboxRow.state == State.DONE.value, InboxRow.error.is_(None)))

    def moments(self, about: Sequence[str]) -> dict[str, str]:
        """Give of each of these messages that was told of the latest moment it was told of."""
        latest = select(InboxRow.about, func.max(InboxRow.about_at)).group_by(InboxRow.about)
        mine = latest.where(InboxRow.workspace == self._queue.workspace, InboxRow.about.in_(about))
        return {message: at for message, at in self._session.execute(mine) if message and at}

    def _told(self, taken: Taken, when: ColumnElement[bool]) -> bool:
        about = taken.arrival.about
        if about is None or taken.arrival.about_at is None:
            return False
        same = select(InboxRow.id).where(InboxRow.workspace == self._queue.workspace, InboxRow.about == about)
        return self._session.scalar(same.where(when).limit(1)) is not None

    def requeue(self, now: datetime) -> int:
        """Make what was put aside due again, and tell how many there were."""
        return self._queue.requeue(now)

    def prune(self, now: datetime, most: int) -> int:
        """Forget some of what was handled long ago, and tell how many there were; notes are in the ledger."""
        return self._queue.prune(now, most)

    def counts(self) -> dict[State, int]:
        """Count the arrivals of each state."""
        return self._queue.counts()


def _taken(row: InboxRow, now: datetime) -> Taken:
    arrival = Arrival(row.key, row.lane, row.kind, row.payload, row.place, row.about, row.about_at)
    return Taken(row.id, row.fence, row.attempts, now, arrival)
