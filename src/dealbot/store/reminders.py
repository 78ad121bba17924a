"""Who is to be told something about practice, and what they were told."""

from datetime import date, datetime

from sqlalchemy import exists, select, true
from sqlalchemy.orm import Session

from dealbot.domain.principal import Principal
from dealbot.store.practice_tables import ChoiceRow, ReminderRow


class Reminders:
    """Who is to be told something, and what they were told: user ids alone, never what anybody answered."""

    def __init__(self, session: Session, principal: Principal) -> None:
        """Work inside the session's transaction, for the principal's workspace."""
        self._session = session
        self._workspace = principal.workspace

    def on_drip(self) -> tuple[str, ...]:
        """Give the people who chose three due cards a day."""
        chosen = select(ChoiceRow.person).where(ChoiceRow.workspace == self._workspace, ChoiceRow.drip)
        return tuple(self._session.scalars(chosen.order_by(ChoiceRow.person)))

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
        row = ReminderRow(workspace=self._workspace, recorded_at=at, person=person, about=about, sent_on=on)
        self._session.add(row)
        self._session.flush()
        return True
