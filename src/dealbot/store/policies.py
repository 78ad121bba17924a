"""The policy notes that people added: every version, with who added it and when; the newest counts."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from dealbot.domain.principal import Principal
from dealbot.store.effective import newest
from dealbot.store.tables import PolicyRow


@dataclass(frozen=True, slots=True)
class KeptPolicy:
    """A version of a policy note as it was added; `author` is a name."""

    policy: str
    version: int
    text: str
    author: str
    at: datetime


class Policies:
    """The policy notes added in the principal's workspace: they tell of no deal, so all may read them."""

    def __init__(self, session: Session, principal: Principal) -> None:
        """Work inside the session's transaction, for the principal."""
        self._session = session
        self._principal = principal

    def all(self, known_at: datetime | None = None) -> tuple[KeptPolicy, ...]:
        """Give the newest version of every note as known at an instant (None: now), by its id."""
        mine = newest(PolicyRow, "policy", known_at, workspace=self._principal.workspace)
        rows = select(PolicyRow).where(mine).order_by(PolicyRow.policy)
        return tuple(_kept(row) for row in self._session.scalars(rows))

    def add(self, policy: str, text: str, at: datetime) -> tuple[KeptPolicy, bool]:
        """Keep a text as the newest version of a note, and say whether it is new; the same text again is not."""
        before = next((kept for kept in self.all() if kept.policy == policy), None)
        if before is not None and before.text == text:
            return before, False
        by = self._principal
        row = PolicyRow(workspace=by.workspace, recorded_at=at, policy=policy, text=text, added_by=by.user)
        row.version, row.author = (before.version if before else 0) + 1, by.name
        self._session.add(row)
        self._session.flush()
        return _kept(row), True


def _kept(row: PolicyRow) -> KeptPolicy:
    return KeptPolicy(row.policy, row.version, row.text, row.author, row.recorded_at)
