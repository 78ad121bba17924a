"""What one person practises: schedules, answers, sessions and choices. Every query is for the principal's own rows.

There is no way here to name somebody else: whoever asks, of whatever role, reads their own practice and nobody's else.
"""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import ColumnElement, and_, select, update
from sqlalchemy.orm import Session as Transaction

from dealbot.domain.practice.mark import Rating
from dealbot.domain.practice.review import Claim, KeptReview, Review
from dealbot.domain.practice.schedule import KNOWN, Choice, Schedule, Standing, fingerprint, missed_bits
from dealbot.domain.practice.session import Session, SessionState
from dealbot.domain.principal import Principal
from dealbot.errors import BadInput
from dealbot.store.practice_codec import decode_session, encode_session
from dealbot.store.practice_rows import claim_row, is_key, kept_reviews, review_row
from dealbot.store.practice_tables import ChoiceRow, ReviewRow, ScheduleRow, SessionRow, TallyRow
from dealbot.store.tables import UserRow

_OPEN = (SessionState.RUNNING.value, SessionState.PAUSED.value)


class Practice:
    """The practice of the principal."""

    def __init__(self, session: Transaction, principal: Principal) -> None:
        """Work inside the session's transaction, for the principal."""
        self._session = session
        self._principal = principal

    def standings(self) -> dict[str, Standing]:
        """Tell of every card that the principal answered when it is due and how it went, by the card's id."""
        columns = select(ScheduleRow.card, ScheduleRow.due_at, ScheduleRow.rating)
        rows = self._session.execute(columns.where(self._mine(ScheduleRow)).order_by(ScheduleRow.card))
        return {card: Standing(card, due_at, Rating(rating)) for card, due_at, rating in rows}

    def schedules(self) -> tuple[Schedule, ...]:
        """Give every card's schedule, by the card's id."""
        rows = self._session.scalars(select(ScheduleRow).where(self._mine(ScheduleRow)).order_by(ScheduleRow.card))
        return tuple(map(_schedule, rows))

    def schedule(self, card: str) -> Schedule | None:
        """Give what is known of one card."""
        row = self._session.get(ScheduleRow, (self._principal.workspace, self._principal.user, card))
        return _schedule(row) if row is not None else None

    def due(self, at: datetime, limit: int | None = None) -> tuple[str, ...]:
        """Give the cards that are due, the longest overdue first."""
        mine = select(ScheduleRow.card).where(self._mine(ScheduleRow), ScheduleRow.due_at <= at)
        return tuple(self._session.scalars(mine.order_by(ScheduleRow.due_at, ScheduleRow.card).limit(limit)))

    def plan(self, schedules: Iterable[Schedule]) -> None:
        """Keep when cards are due from now on."""
        for each in schedules:
            of = each.standing
            row = ScheduleRow(workspace=self._principal.workspace, person=self._principal.user, card=of.card)
            row.due_at, row.rating, row.memory = of.due_at, of.rating.value, dict(each.memory)
            row.before = dict(each.before) if each.before is not None else None
            self._session.merge(row)
        self._session.flush()

    def append(self, review: Review) -> KeptReview:
        """Keep an answer."""
        row = review_row(review, self._principal)
        self._session.add(row)
        self._session.flush()
        kept = KeptReview(row.id, self._principal.user, review)
        self._tally(kept, review.at, claimed=False)
        return kept

    def claim(self, key: int, claim: Claim, at: datetime) -> KeptReview:
        """Append the principal's own word on a mark, and give the review as it stands; raises BadInput."""
        self._session.add(claim_row(self.review(key).id, claim, self._principal, at))
        self._session.flush()
        kept = self.review(key)
        self._tally(kept, at, claimed=True)
        return kept

    def review(self, key: int) -> KeptReview:
        """Find an answer of the principal's own; raises BadInput for any other."""
        found = self._reviews(ReviewRow.id == key) if is_key(key) else ()
        if not found:
            raise BadInput(f"There is no answer #{key} of yours.")
        return found[0]

    def reviews(self, card: str | None = None, limit: int = 20) -> tuple[KeptReview, ...]:
        """Give the principal's own last answers, to one card or to any, the latest first."""
        last = select(ReviewRow.id).where(self._mine(ReviewRow), *([ReviewRow.card == card] if card else []))
        keys = self._session.scalars(last.order_by(ReviewRow.id.desc()).limit(limit)).all()
        return tuple(reversed(self._reviews(ReviewRow.id.in_(keys))))

    def session(self, key: int) -> Session:
        """Find a session of the principal's own; raises BadInput."""
        mine = select(SessionRow).where(self._mine(SessionRow), SessionRow.id == key)
        row = self._session.scalar(mine) if is_key(key) else None
        if row is None:
            raise BadInput("There is no such practice of yours.")
        return _session(row)

    def hold(self) -> None:
        """Keep others from changing the principal's practice, or beginning one, until the transaction ends."""
        by = self._principal
        me = select(UserRow.id).where(UserRow.workspace == by.workspace, UserRow.id == by.user)
        self._session.execute(me.with_for_update(key_share=True))
        mine = select(SessionRow.id).where(self._mine(SessionRow), SessionRow.state.in_(_OPEN)).order_by(SessionRow.id)
        self._session.execute(mine.with_for_update())

    def open_sessions(self) -> tuple[Session, ...]:
        """Give the sessions that are not over: the running one first, then those paused, the latest first."""
        rows = self._session.scalars(
            select(SessionRow)
            .where(self._mine(SessionRow), SessionRow.state.in_(_OPEN))
            .order_by(SessionRow.changed_at.desc(), SessionRow.id.desc())
        )
        return tuple(sorted(map(_session, rows), key=lambda each: each.state is SessionState.PAUSED))

    def keep(self, session: Session, at: datetime) -> Session:
        """Keep a session as it stands, and give it with its id; one that runs leaves any other for later."""
        by = self._principal
        if session.state is SessionState.RUNNING:
            self._pause_all_but(session.id)
        row = self._session.get(SessionRow, session.id) if session.id else None
        if row is None:
            row = SessionRow(workspace=by.workspace, person=by.user, mode=session.mode.value, check_id=session.check)
            self._session.add(row)
        elif (row.workspace, row.person) != (by.workspace, by.user):
            raise BadInput("There is no such practice of yours.")
        row.state, row.payload, row.changed_at = session.state.value, encode_session(session), at
        self._session.flush()
        return _session(row)

    def _pause_all_but(self, key: int) -> None:
        others = and_(self._mine(SessionRow), SessionRow.state == SessionState.RUNNING.value, SessionRow.id != key)
        self._session.execute(update(SessionRow).where(others).values(state=SessionState.PAUSED.value))

    def choice(self) -> Choice:
        """Give what the principal chose."""
        row = self._session.get(ChoiceRow, (self._principal.workspace, self._principal.user))
        return Choice(row.drip, row.interview_on, row.drip_at) if row is not None else Choice()

    def choose(self, choice: Choice) -> None:
        """Keep what the principal chooses."""
        row = ChoiceRow(workspace=self._principal.workspace, person=self._principal.user)
        row.drip, row.interview_on, row.drip_at = choice.drip, choice.interview_on, choice.drip_at
        self._session.merge(row)
        self._session.flush()

    def _reviews(self, *where: ColumnElement[bool]) -> tuple[KeptReview, ...]:
        return kept_reviews(self._session, self._mine(ReviewRow), *where)

    def _tally(self, kept: KeptReview, at: datetime, *, claimed: bool) -> None:
        """Count a private answer as the person's last one to its card; those of checks are counted as they stand."""
        if not kept.review.mode.private:
            return
        by = self._principal
        key = (by.workspace, kept.review.card, by.user)
        before = self._session.get(TallyRow, key)
        row = before or TallyRow(workspace=by.workspace, card=kept.review.card, person=by.user, claimed=False)
        was = (row.points, row.missed, row.known, row.claimed) if before is not None else None
        row.points = fingerprint(point.point for point in kept.mark.points)
        row.missed = missed_bits(kept.mark)
        row.known = kept.mark.rating in KNOWN
        row.claimed = row.claimed or claimed
        if was != (row.points, row.missed, row.known, row.claimed):
            row.changed_at = at
        self._session.add(row)
        self._session.flush()

    def _mine(self, row: type[ScheduleRow | ReviewRow | SessionRow]) -> ColumnElement[bool]:
        return and_(row.workspace == self._principal.workspace, row.person == self._principal.user)


def _schedule(row: ScheduleRow) -> Schedule:
    return Schedule(Standing(row.card, row.due_at, Rating(row.rating)), row.memory, row.before)


def _session(row: SessionRow) -> Session:
    return decode_session(row.id, row.payload, (row.mode, row.state, row.check_id))
