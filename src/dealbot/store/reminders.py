"""Who is to be told something about practice, and what they were told."""

from collections.abc import Mapping
from datetime import date, datetime, time

from sqlalchemy import exists, select, true
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from dealbot.domain.practice.days import MORNING
from dealbot.domain.principal import Principal
from dealbot.store.practice_tables import ChoiceRow, InvitedRow, ReminderRow


class Reminders:
    """Who is to be told something, and what they were told: user ids alone, never what anybody answered."""

    def __init__(self, session: Session, principal: Principal) -> None:
        """Work inside the session's transaction, for the principal's workspace."""
        self._session = session
        self._workspace = principal.workspace

    def awaited_by(self) -> Mapping[str, frozenset[time]]:
        """Give everybody who may be told something, and when: who chose cards a day, who was ever given a check."""
        invited = select(InvitedRow.person).where(InvitedRow.workspace == self._workspace).distinct()
        chosen = select(ChoiceRow.person, ChoiceRow.drip_at).where(
            ChoiceRow.workspace == self._workspace, ChoiceRow.drip
        )
        found = {person: {MORNING} for person in self._session.scalars(invited)}
        for person, at in self._session.execute(chosen):
            found.setdefault(person, set()).add(at or MORNING)
        return {person: frozenset(times) for person, times in found.items()}

    def sent(self, person: str, about: str, on: date | None = None) -> bool:
        """Whether somebody was told of something, on that day or ever."""
        told = exists().where(
            ReminderRow.workspace == self._workspace,
            ReminderRow.person == person,
            ReminderRow.about == about,
            ReminderRow.sent_on == on if on is not None else true(),
        )
        return bool(self._session.scalar(select(told)))

    def keep(self, person: str, about: str, on: date, at: datetime) -> bool:
        """Keep that somebody is told of something; false where they were, that day."""
        if self.sent(person, about, on):
            return False
        insert = postgresql.insert if self._session.get_bind().dialect.name == "postgresql" else sqlite.insert
        row = {"workspace": self._workspace, "recorded_at": at, "person": person, "about": about, "sent_on": on}
        kept = insert(ReminderRow).values(**row).on_conflict_do_nothing().returning(ReminderRow.id)
        return self._session.scalar(kept) is not None
