"""How much each factor of a lead counts: every version, with who set it, when and why; the newest counts."""

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from dealbot.domain.lead import SHIPPED, Criteria, Weights
from dealbot.domain.principal import Principal
from dealbot.store.effective import known
from dealbot.store.lead_tables import CriteriaRow


class LeadCriteria:
    """The criteria of the principal's workspace: they tell of no deal, so all may read them."""

    def __init__(self, session: Session, principal: Principal) -> None:
        """Work inside the session's transaction, for the principal."""
        self._session = session
        self._principal = principal

    def all(self, known_at: datetime | None = None) -> tuple[Criteria, ...]:
        """Give every version as known at an instant (None: now), the one that ships first."""
        mine = CriteriaRow.workspace == self._principal.workspace
        rows = select(CriteriaRow).where(mine, known(CriteriaRow, known_at)).order_by(CriteriaRow.version)
        return (SHIPPED, *(_kept(row) for row in self._session.scalars(rows)))

    def add(self, weights: Weights, why: str, on: date, at: datetime) -> Criteria:
        """Keep weights as the newest version; the same again by the same person on the same day is not another."""
        by, newest = self._principal, self.all()[-1]
        added = Criteria(newest.version + 1, weights, by.name, on, why)
        if (newest.weights, newest.by, newest.on, newest.why) == (weights, by.name, on, why):
            return newest
        row = CriteriaRow(workspace=by.workspace, recorded_at=at, version=added.version, why=why, set_on=on)
        row.set_by, row.author = by.user, by.name
        row.budget, row.timeline = weights.budget, weights.timeline
        row.fit, row.strategic_value = weights.fit, weights.strategic_value
        self._session.add(row)
        self._session.flush()
        return added


def _kept(row: CriteriaRow) -> Criteria:
    weights = Weights(row.budget, row.timeline, row.fit, row.strategic_value)
    return Criteria(row.version, weights, row.author, row.set_on, row.why)
