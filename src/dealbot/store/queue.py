"""A queue in a table: each row is taken by one process at a time, in the order of its lane, for as long as a lease."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from secrets import SystemRandom
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Select, and_, bindparam, delete, exists, func, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session, aliased

from dealbot.store.post import LostLease, State
from dealbot.store.post_tables import QueuedRow

_R = TypeVar("_R", bound=QueuedRow)
_OPEN = (State.WAITING.value, State.LEASED.value)
KEPT = timedelta(days=14)  # longer than anything is told again or caught up on
_FIRST_PAUSE_S = 1
_LONGEST_PAUSE_S = 600


@dataclass(frozen=True, slots=True)
class Queue(Generic[_R]):
    """The rows of one kind in a workspace, inside a transaction."""

    session: Session
    workspace: str
    rows: type[_R]

    def add(self, at: datetime, values: Mapping[str, Any]) -> bool:
        """Keep a row, due at once; false if one that is unique in the same way is kept already."""
        insert = postgresql.insert if self.session.get_bind().dialect.name == "postgresql" else sqlite.insert
        fixed = {"workspace": self.workspace, "kept_at": at, "due_at": at, "state": State.WAITING.value}
        statement = insert(self.rows).values(**fixed, **values).on_conflict_do_nothing()
        return self.session.scalar(statement.returning(self.rows.id)) is not None

    def due(self, now: datetime) -> bool:
        """Tell whether there is a row to take."""
        return self.session.scalar(_any_ready(self.rows), self._at(now)) is not None

    def take(self, now: datetime, lease: timedelta, *also: ColumnElement[bool]) -> _R | None:
        """Take the oldest row that is due and first in its lane, for as long as the lease."""
        ready = _ready(self.rows).where(*also).order_by(self.rows.id).limit(1)
        row: _R | None = self.session.scalar(ready.with_for_update(skip_locked=True, of=self.rows), self._at(now))
        if row is not None:
            row.state, row.lease_until = State.LEASED.value, now + lease
            row.fence, row.attempts = row.fence + 1, row.attempts + 1
            self.session.flush()
        return row

    def hold(self, row: int, fence: int) -> _R:
        """Give a taken row to whoever still has it; raises LostLease."""
        mine = select(self.rows).where(self.rows.id == row, self.rows.fence == fence)
        found = self.session.scalar(mine.where(self.rows.state == State.LEASED.value).with_for_update())
        if found is None:
            raise LostLease
        return found

    def requeue(self, now: datetime) -> int:
        """Make what was given up due again, and tell how many there were."""
        dead = update(self.rows).where(self.rows.workspace == self.workspace, self.rows.state == State.DEAD.value)
        anew = dead.values(state=State.WAITING.value, kept_at=now, due_at=now, attempts=0)
        return len(self.session.scalars(anew.returning(self.rows.id)).all())

    def prune(self, now: datetime, most: int, *also: ColumnElement[bool]) -> int:
        """Forget the oldest rows that are done and were kept long enough, and tell how many they were."""
        old = and_(self.rows.state == State.DONE.value, self.rows.kept_at < now - KEPT)
        oldest = select(self.rows.id).where(self.rows.workspace == self.workspace, old, *also)
        some = oldest.order_by(self.rows.id).limit(most)
        gone = delete(self.rows).where(self.rows.id.in_(some.scalar_subquery())).returning(self.rows.id)
        return len(self.session.scalars(gone).all())

    def counts(self) -> dict[State, int]:
        """Count the rows of each state."""
        state = self.rows.state
        counted = select(state, func.count()).where(self.rows.workspace == self.workspace).group_by(state)
        found = {State(name): number for name, number in self.session.execute(counted)}
        return {state: found.get(state, 0) for state in State}

    def _at(self, now: datetime) -> dict[str, Any]:
        return {"workspace": self.workspace, "now": now}


@cache  # asked for many times a second
def _ready(rows: type[_R]) -> Select[_R]:
    """The rows of `:workspace` that are due `:now` and first in their lane."""
    row, other = rows, aliased(rows)
    workspace, now = bindparam("workspace", type_=row.workspace.type), bindparam("now", type_=row.due_at.type)
    due = or_(
        and_(row.state == State.WAITING.value, row.due_at <= now),
        and_(row.state == State.LEASED.value, row.lease_until <= now),
    )
    before = and_(other.id < row.id, other.state.in_(_OPEN))
    # Rows of PostgreSQL may appear in another order than that of their ids, so a younger one may be in work.
    in_work = and_(other.state == State.LEASED.value, other.lease_until > now)
    same_lane = and_(other.workspace == workspace, other.lane == row.lane, other.id != row.id)
    blocked = exists().where(same_lane, or_(before, in_work))
    return select(row).where(row.workspace == workspace, row.state.in_(_OPEN), due, ~blocked)


@cache
def _any_ready(rows: type[_R]) -> Select[int]:
    return _ready(rows).with_only_columns(rows.id).limit(1)


def pause(attempts: int) -> timedelta:
    """How long to wait after so many attempts: twice as long each time, and never two at the same moment."""
    longest = min(_FIRST_PAUSE_S * 2.0 ** min(attempts - 1, 32), _LONGEST_PAUSE_S)
    return timedelta(seconds=SystemRandom().uniform(longest / 2, longest))
