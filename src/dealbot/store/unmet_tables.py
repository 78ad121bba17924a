"""The table of what was asked of the guides and stands in none, with nobody's name in it."""

from datetime import date

from sqlalchemy import Index
from sqlalchemy.orm import Mapped

from dealbot.store.tables import Appended


class UnmetRow(Appended):
    """A question that the guides did not answer, or with what was `unfit`: a mark of those words.

    Who asked is kept to count people, and shown to nobody.
    """

    __tablename__ = "unmet_questions"
    __table_args__ = (Index(None, "workspace", "asked_on"),)
    asked_by: Mapped[str]
    asked_on: Mapped[date]
    text: Mapped[str]
    unfit: Mapped[str]
