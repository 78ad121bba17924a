"""The facts of deals, without any nuance: an analyst reads those of every deal, others of the deals they may see."""

from datetime import datetime

from sqlalchemy.orm import Session

from dealbot.domain.observation import Correction, Observation, SignalStatement
from dealbot.domain.principal import Principal
from dealbot.domain.record import DealRecord
from dealbot.store.deals import Deals
from dealbot.store.recall import recall
from dealbot.store.scope import Scope


class Facts:
    """What a principal may read of deals when nothing but facts are told."""

    def __init__(self, session: Session, principal: Principal) -> None:
        """Work inside the session's transaction, for the principal."""
        self._accounts = Scope(session, principal, facts=True, kinds=(SignalStatement, Correction))
        self._deals = Deals(session, principal, facts=True)

    def all(self, known_at: datetime | None = None) -> tuple[DealRecord, ...]:
        """Give every deal by name, of those that had been added by an instant (None: now)."""
        return self._deals.all(known_at)

    def find(self, name: str) -> tuple[DealRecord, ...]:
        """Give the deals of that name or alias, as `Deals.find` does."""
        return self._deals.find(name)

    def nearest(self, name: str) -> tuple[str, ...]:
        """Give up to three names or aliases that come close."""
        return self._deals.nearest(name)

    def on_account(self, deal: int, known_at: datetime | None = None) -> tuple[Observation, ...]:
        """Give the facts that may tell of a deal's account as known by then, in the order they were learned."""
        return tuple(kept.observation for kept in recall(self._accounts, deal, known_at, private=False))
