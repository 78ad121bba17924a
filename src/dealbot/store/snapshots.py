"""The pipeline as it stood on a Monday: a row a deal and week, taken once and never changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from dealbot.domain.principal import Principal
from dealbot.store.scope import Scope
from dealbot.store.tables import DealRow, SnapshotRow


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One deal (its id) as it stood: the money, the call, where it stands and how many of the required say yes."""

    deal: int
    taken_on: date
    amount: int | None
    quarter: str | None
    call: str | None
    standing: str | None
    yes: int
    of: int


class Snapshots:
    """The snapshots of the deals that a principal may see."""

    def __init__(self, session: Session, principal: Principal) -> None:
        """Work inside the session's transaction, for the principal."""
        self._session = session
        self._scope = Scope(session, principal)

    def take(self, snapshots: Iterable[Snapshot], at: datetime) -> int:
        """Keep those of deals that have none of that day yet, and say how many; raises UnknownDeal."""
        wanted = {each.deal: each for each in snapshots}
        self._scope.hold(*wanted)
        days = {each.taken_on for each in wanted.values()}
        there = select(SnapshotRow.deal_id).where(SnapshotRow.taken_on.in_(days))
        kept = set(self._session.scalars(there))
        new = [each for deal, each in wanted.items() if deal not in kept]
        self._session.add_all(self._row(each, at) for each in new)
        self._session.flush()
        return len(new)

    def last_before(self, day: date) -> tuple[Snapshot, ...]:
        """Give the rows of the last day before another one on which any visible deal's were taken."""
        mine = select(func.max(SnapshotRow.taken_on)).join(DealRow, DealRow.id == SnapshotRow.deal_id)
        last = mine.where(self._scope.visible(), DealRow.merged_into.is_(None), SnapshotRow.taken_on < day)
        rows = self._session.scalars(
            select(SnapshotRow)
            .join(DealRow, DealRow.id == SnapshotRow.deal_id)
            .where(self._scope.visible(), SnapshotRow.taken_on == last.scalar_subquery())
            .order_by(SnapshotRow.deal_id)
        )
        return tuple(_snapshot(row) for row in rows)

    def _row(self, taken: Snapshot, at: datetime) -> SnapshotRow:
        by = self._scope.principal
        row = SnapshotRow(workspace=by.workspace, recorded_at=at, deal_id=taken.deal, taken_on=taken.taken_on)
        row.amount, row.quarter, row.call, row.standing = taken.amount, taken.quarter, taken.call, taken.standing
        row.yes, row.required, row.taken_by = taken.yes, taken.of, by.user
        return row


def _snapshot(row: SnapshotRow) -> Snapshot:
    settings = (row.amount, row.quarter, row.call, row.standing)
    return Snapshot(row.deal_id, row.taken_on, *settings, row.yes, row.required)
