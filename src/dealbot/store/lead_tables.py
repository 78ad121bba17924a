"""The table of how much each factor of a lead counts, version by version."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from dealbot.store.tables import Appended


class CriteriaRow(Appended):
    """A version of the weights with who set it, on which day and why; version 1 ships and has no row."""

    __tablename__ = "lead_criteria"
    __table_args__ = (UniqueConstraint("workspace", "version"),)
    version: Mapped[int]
    budget: Mapped[int]
    timeline: Mapped[int]
    fit: Mapped[int]
    strategic_value: Mapped[int]
    why: Mapped[str]
    set_on: Mapped[date]
    set_by: Mapped[str]
    author: Mapped[str]
