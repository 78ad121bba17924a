"""The state of each deal as last computed, so that a whole pipeline is read at once."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from dealbot.domain.principal import Principal
from dealbot.store.scope import Scope
from dealbot.store.tables import DealRow, SummaryRow
from dealbot.store.values import Summary


class Summaries:
    """The summaries of the deals that a principal may see."""

    def __init__(self, session: Session, principal: Principal) -> None:
        """Work inside the session's transaction, for the principal."""
        self._session = session
        self._scope = Scope(session, principal)

    def put(self, deal: int, as_of: date, stale_on: date | None, payload: Mapping[str, Any]) -> None:
        """Replace a deal's summary, in the transaction of what changed it; raises UnknownDeal."""
        self._scope.hold(deal)
        row = SummaryRow(deal_id=deal, workspace=self._scope.workspace, as_of=as_of, stale_on=stale_on)
        row.payload = dict(payload)
        self._session.merge(row)
        self._session.flush()

    def get_all(self) -> tuple[Summary, ...]:
        """Give the summary of every visible deal that has one."""
        rows = self._session.scalars(
            select(SummaryRow)
            .join(DealRow, DealRow.id == SummaryRow.deal_id)
            .where(self._scope.visible(), DealRow.merged_into.is_(None))
            .order_by(SummaryRow.deal_id)
        )
        return tuple(Summary(row.deal_id, row.as_of, row.stale_on, row.payload) for row in rows)
