"""The outbox: what is to be said in Slack, kept in the transaction that makes it true and sent in order."""

from datetime import datetime, timedelta

from sqlalchemy import and_, exists, or_, select
from sqlalchemy.orm import Session, aliased

from dealbot.store.post import Outgoing, Posting, Sent, State
from dealbot.store.post_tables import OutboxRow
from dealbot.store.queue import Queue

PACED = "chat.postMessage"
_PACE = timedelta(seconds=1)  # what Slack allows in one channel


class Outbox:
    """The postings of one workspace."""

    def __init__(self, session: Session, workspace: str) -> None:
        """Work inside the session's transaction."""
        self._session = session
        self._queue = Queue(session, workspace, OutboxRow)

    def add(self, posting: Posting, at: datetime) -> bool:
        """Keep a posting; false if one of its key is kept already."""
        values = {
            "key": posting.key,
            "lane": posting.lane,
            "method": posting.method,
            "arguments": dict(posting.arguments),
            "about": posting.about,
        }
        return self._queue.add(at, values)

    def knows(self, key: str) -> bool:
        """Tell whether a posting of that key is kept."""
        mine = and_(OutboxRow.workspace == self._queue.workspace, OutboxRow.key == key)
        return self._session.scalar(select(OutboxRow.id).where(mine).limit(1)) is not None

    def due(self, now: datetime) -> bool:
        """Tell whether there is something to take, if perhaps not in this second."""
        return self._queue.due(now)

    def take(self, now: datetime, lease: timedelta) -> Outgoing | None:
        """Take the oldest posting whose lane is free, at most one message a second in each."""
        other = aliased(OutboxRow)
        just_sent = exists().where(
            other.workspace == self._queue.workspace,
            other.lane == OutboxRow.lane,
            other.state == State.DONE.value,
            other.method == PACED,
            other.ended_at > now - _PACE,
        )
        row = self._queue.take(now, lease, or_(OutboxRow.method != PACED, ~just_sent))
        if row is None:
            return None
        outgoing = _outgoing(row)
        row.unsure = True  # until the sender knows better: it may die with the answer on its way
        self._session.flush()
        return outgoing

    def renew(self, outgoing: Outgoing, until: datetime) -> None:
        """Go on holding it; raises LostLease."""
        self._queue.hold(outgoing.id, outgoing.fence).lease_until = until

    def sent(self, outgoing: Outgoing, where: Sent | None, now: datetime) -> None:
        """End it with where the message stands, if it is one; its words are not kept any longer. Raises LostLease."""
        row = self._end(outgoing, State.DONE, now)
        row.arguments, row.error = {}, None
        row.channel, row.ts = (where.channel, where.ts) if where else (None, None)
        self._session.flush()

    def again(self, outgoing: Outgoing, at: datetime, code: str, *, unsure: bool) -> None:
        """Put it back to be sent at that moment; `unsure` if Slack may have it already. Raises LostLease."""
        row = self._queue.hold(outgoing.id, outgoing.fence)
        row.state, row.due_at, row.error, row.unsure = State.WAITING.value, at, code, unsure
        self._session.flush()

    def dead(self, outgoing: Outgoing, code: str, now: datetime) -> None:
        """Give it up, its words kept; raises LostLease."""
        row = self._end(outgoing, State.DEAD, now)
        row.error, row.unsure = code, False
        self._session.flush()

    def find(self, about: str) -> Sent | None:
        """Find the newest message sent about something."""
        where = and_(OutboxRow.workspace == self._queue.workspace, OutboxRow.about == about, OutboxRow.ts.is_not(None))
        row = self._session.scalar(select(OutboxRow).where(where).order_by(OutboxRow.id.desc()).limit(1))
        return Sent(row.channel, row.ts) if row and row.channel and row.ts else None

    def telling(self, part: str) -> tuple[Sent, ...]:
        """Find every message sent about something that has a part in its name."""
        named = OutboxRow.about.contains(part, autoescape=True)
        where = and_(OutboxRow.workspace == self._queue.workspace, named, OutboxRow.ts.is_not(None))
        rows = self._session.scalars(select(OutboxRow).where(where).order_by(OutboxRow.id))
        return tuple(Sent(row.channel, row.ts, row.method) for row in rows if row.channel and row.ts)

    def channels(self) -> tuple[str, ...]:
        """Every conversation that a message was sent to."""
        mine = and_(OutboxRow.workspace == self._queue.workspace, OutboxRow.channel.is_not(None))
        found = self._session.scalars(select(OutboxRow.channel).where(mine).distinct().order_by(OutboxRow.channel))
        return tuple(channel for channel in found if channel)

    def about(self, channel: str, ts: str) -> str | None:
        """Tell what a message that was sent is about; None for one that is not ours or about nothing."""
        sent = select(OutboxRow.about).where(
            OutboxRow.workspace == self._queue.workspace, OutboxRow.channel == channel, OutboxRow.ts == ts
        )
        return self._session.scalar(sent.order_by(OutboxRow.id).limit(1))

    def last_error(self) -> str | None:
        """Tell why the posting that ended last was given up; None if it was sent."""
        ended = select(OutboxRow.error).where(
            OutboxRow.workspace == self._queue.workspace, OutboxRow.ended_at.is_not(None)
        )
        return self._session.scalar(ended.order_by(OutboxRow.ended_at.desc(), OutboxRow.id.desc()).limit(1))

    def requeue(self, now: datetime) -> int:
        """Make what was given up due again, and tell how many there were."""
        return self._queue.requeue(now)

    def prune(self, now: datetime, most: int) -> int:
        """Forget some of what was sent long ago, and tell how many there were.

        Where a message about something stands is never forgotten: it is replied to, changed and taken out later.
        """
        return self._queue.prune(now, most, or_(OutboxRow.about.is_(None), OutboxRow.ts.is_(None)))

    def counts(self) -> dict[State, int]:
        """Count the postings of each state."""
        return self._queue.counts()

    def _end(self, outgoing: Outgoing, state: State, now: datetime) -> OutboxRow:
        row = self._queue.hold(outgoing.id, outgoing.fence)
        row.state, row.ended_at = state.value, now
        return row


def _outgoing(row: OutboxRow) -> Outgoing:
    posting = Posting(row.lane, row.method, row.arguments, row.about, row.key)
    return Outgoing(row.id, row.fence, row.attempts, row.kept_at, row.unsure, posting)
