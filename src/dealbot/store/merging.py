"""Making one deal of two: the names, people, channels and notes of the other become the one's."""

from datetime import datetime

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from dealbot.errors import BadInput
from dealbot.store.effective import newest
from dealbot.store.scope import Scope
from dealbot.store.tables import AliasRow, ChannelRow, DealRow, MemberRow, PlacementRow, SummaryRow

_SETTINGS = ("amount", "quarter", "call", "outcome", "closed_on", "cause")


def merge(scope: Scope, into: int, other: int, at: datetime) -> None:
    """Make `other` part of `into` from now on; raises UnknownDeal, BadInput for a deal with itself."""
    if into == other:
        msg = "A deal cannot be merged with itself."
        raise BadInput(msg)
    scope.hold(into, other)
    session = scope.session
    kept, merged = session.get_one(DealRow, into), session.get_one(DealRow, other)
    _move_notes(scope, into, other, at)
    _share_names(session, kept, merged)
    _share_people(session, kept, merged)
    for name in _SETTINGS:
        if getattr(kept, name) is None:
            setattr(kept, name, getattr(merged, name))
    session.execute(update(ChannelRow).where(ChannelRow.deal_id == other).values(deal_id=into))
    session.execute(delete(SummaryRow).where(SummaryRow.deal_id == other))
    merged.merged_into = into
    session.flush()


def _move_notes(scope: Scope, into: int, other: int, at: datetime) -> None:
    there = select(PlacementRow).where(PlacementRow.deal_id == other, newest(PlacementRow, "note_id"))
    by = scope.principal
    moved = [
        {"note_id": row.note_id, "undone": row.undone, "deal_id": into, "recorded_at": at}
        | {"workspace": by.workspace, "placed_by": by.user}
        for row in scope.session.scalars(there)
    ]
    scope.session.execute(insert(PlacementRow), moved)


def _share_names(session: Session, kept: DealRow, merged: DealRow) -> None:
    also = session.execute(select(AliasRow.folded, AliasRow.alias).where(AliasRow.deal_id == merged.id)).all()
    for folded, alias in (*also, (merged.folded, merged.name)):
        session.merge(AliasRow(deal_id=kept.id, folded=folded, workspace=kept.workspace, alias=alias))


def _share_people(session: Session, kept: DealRow, merged: DealRow) -> None:
    team = session.scalars(select(MemberRow.user_id).where(MemberRow.deal_id == merged.id)).all()
    for user in {*team, merged.owner} - {kept.owner, None}:
        session.merge(MemberRow(deal_id=kept.id, user_id=user, workspace=kept.workspace))
