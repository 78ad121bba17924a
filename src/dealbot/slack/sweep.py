"""Forgetting what was handled long ago, a little at a time, when there is nothing else to do."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from dealbot.store.database import Database
from dealbot.store.inbox import Inbox
from dealbot.store.outbox import Outbox

_MOST = 200  # rows in one transaction, during which nothing else is written
_PAUSE = timedelta(hours=1)


@dataclass(slots=True)
class Sweep:
    """Prunes both queues of a workspace; looks again an hour after there was nothing left."""

    database: Database
    workspace: str
    now: Callable[[], datetime]
    _not_before: datetime | None = None

    def some(self) -> bool:
        """Forget some; false if there was nothing. Raises StoreUnavailable."""
        now = self.now()
        if self._not_before is not None and now < self._not_before:
            return False
        with self.database.write() as session:
            gone = Inbox(session, self.workspace).prune(now, _MOST) + Outbox(session, self.workspace).prune(now, _MOST)
        if not gone:
            self._not_before = now + _PAUSE
        return gone > 0
