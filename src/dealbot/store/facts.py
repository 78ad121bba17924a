"""The facts of deals, without any nuance: an analyst reads those of every deal, others of the deals they may see."""

from datetime import datetime

from sqlalchemy.orm import Session

from dealbot.domain.observation import Observation
from dealbot.domain.principal import Principal
from dealbot.domain.record import DealRecord
from dealbot.store.deals import Deals
from dealbot.store.recall import recall
from dealbot.store.scope import Scope


class Facts:
    """What a principal may read of deals when nothing but facts are told."""

    def __init__(self, session: Session, principal: Principal) -> None:
        """Work inside the session's transaction, for the principal."""
        self._scope = Scope(session, principal, facts=True)
        self._deals = Deals(session, principal, facts=True)

    def deals(self) -> tuple[DealRecord, ...]:
        """Give every deal by name."""
        return self._deals.all()

    def observations(self, deal: int, known_at: datetime | None = None) -> tuple[Observation, ...]:
        """Give the facts told of a deal as far as they were known by then, in the order they were learned."""
        return tuple(kept.observation for kept in recall(self._scope, deal, known_at, private=False))
