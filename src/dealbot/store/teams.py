"""Whose rows a manager may read: those of people of their own sales team."""

from sqlalchemy import ColumnElement, exists
from sqlalchemy.orm import aliased

from dealbot.domain.principal import Principal
from dealbot.store.practice_tables import CohortMemberRow, HandedInRow, InvitedRow, ReviewRow, SignedRow, TallyRow
from dealbot.store.tables import UserRow

OfSomebody = type[CohortMemberRow | InvitedRow | SignedRow | ReviewRow | HandedInRow | TallyRow]


def same_team(row: OfSomebody, by: Principal) -> ColumnElement[bool]:
    """Tell whether a row's person is of the principal's own sales team."""
    manager, other = aliased(UserRow), aliased(UserRow)
    return exists().where(
        manager.workspace == by.workspace,
        manager.id == by.user,
        other.workspace == by.workspace,
        other.id == row.person,
        other.team == manager.team,
    )
