"""What conversations are about, and the questions that are not to be asked again for a while."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from dealbot.domain.principal import Principal
from dealbot.store.scope import Scope
from dealbot.store.tables import DeclinedRow, TalkRow


class Talks:
    """The conversations of the principal's workspace, each by its place."""

    def __init__(self, session: Session, principal: Principal) -> None:
        """Work inside the session's transaction, for the principal."""
        self._session = session
        self._scope = Scope(session, principal)

    def get(self, place: str) -> Mapping[str, Any]:
        """Give what is remembered of a conversation; nothing where it is new."""
        row = self._session.get(TalkRow, (self._scope.workspace, place))
        return row.payload if row is not None else {}

    def put(self, place: str, payload: Mapping[str, Any], at: datetime) -> None:
        """Remember a conversation, in the transaction of what was done in it."""
        self._session.merge(TalkRow(workspace=self._scope.workspace, place=place, at=at, payload=dict(payload)))
        self._session.flush()

    def decline(self, deal: int, subject: str, until: date) -> None:
        """Do not ask about a subject before a day; raises UnknownDeal."""
        self._scope.hold(deal)
        row = DeclinedRow(deal_id=deal, subject=subject, workspace=self._scope.workspace, until=until)
        self._session.merge(row)
        self._session.flush()

    def declined(self, deal: int, on: date) -> frozenset[str]:
        """Give the subjects that are not to be asked about on a day."""
        mine = select(DeclinedRow.subject).where(
            DeclinedRow.workspace == self._scope.workspace, DeclinedRow.deal_id == deal, DeclinedRow.until > on
        )
        return frozenset(self._session.scalars(mine))
