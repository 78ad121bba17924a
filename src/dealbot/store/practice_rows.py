"""Answers and what was said of them, as rows and back."""

from collections import defaultdict
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, select
from sqlalchemy.orm import Session as Transaction

from dealbot.domain.practice.card import CardKind
from dealbot.domain.practice.mark import PointState, Rating
from dealbot.domain.practice.review import Claim, ClaimKind, KeptReview, Review
from dealbot.domain.practice.session import Mode
from dealbot.domain.principal import Principal
from dealbot.store.practice_codec import decode_mark, encode_mark
from dealbot.store.practice_tables import ClaimRow, ReviewRow

_LARGEST = 2**63 - 1
# Their columns and no entities: thousands are read for a report.
_COLUMNS = tuple(ReviewRow.__table__.columns)


def is_key(key: int) -> bool:
    """Whether a number may be a key: a larger one is refused by databases before they look."""
    return 0 < key <= _LARGEST


def review_row(review: Review, by: Principal) -> ReviewRow:
    """The row of an answer that the principal gives."""
    row = ReviewRow(workspace=by.workspace, recorded_at=review.at, person=by.user, card=review.card, deck=review.deck)
    row.kind, row.mode, row.answer, row.duration_ms = review.kind, review.mode, review.answer, review.duration_ms
    row.rating, row.score, row.grader = review.mark.rating, review.mark.score, review.mark.by
    row.mark, row.check_id, row.session_id = encode_mark(review.mark), review.check, review.session
    return row


def claim_row(review: int, claim: Claim, by: Principal, at: datetime) -> ClaimRow:
    """The row of the principal's word on a mark."""
    row = ClaimRow(workspace=by.workspace, recorded_at=at, review_id=review, kind=claim.kind, point=claim.point)
    row.state, row.rating, row.said_by = claim.state, claim.rating, by.user
    return row


def kept_reviews(session: Transaction, *where: ColumnElement[bool]) -> tuple[KeptReview, ...]:
    """Read the answers that all conditions let through, oldest first, with what was said of each."""
    rows = session.execute(select(*_COLUMNS).where(*where).order_by(ReviewRow.id)).all()
    chosen = select(ReviewRow.id).where(*where)
    said = select(ClaimRow).where(ClaimRow.review_id.in_(chosen)).order_by(ClaimRow.id)
    claims: dict[int, list[Claim]] = defaultdict(list)
    for each in session.scalars(said) if rows else ():
        claims[each.review_id].append(_claim(each))
    return tuple(KeptReview(row.id, row.person, _review(row), tuple(claims[row.id])) for row in rows)


def _claim(row: ClaimRow) -> Claim:
    state = PointState(row.state) if row.state is not None else None
    rating = Rating(row.rating) if row.rating is not None else None
    return Claim(ClaimKind(row.kind), row.point, state, rating, row.said_by)


def _review(row: Row[Any]) -> Review:
    return Review(
        card=row.card,
        kind=CardKind(row.kind),
        deck=row.deck,
        mode=Mode(row.mode),
        mark=decode_mark(row.mark, row.score, row.rating, row.grader),
        answer=row.answer,
        at=row.recorded_at,
        duration_ms=row.duration_ms,
        check=row.check_id,
        session=row.session_id,
    )
