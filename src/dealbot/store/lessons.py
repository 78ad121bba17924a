"""What the workspace has learnt: the lessons of the deals a principal may see, and what became of them beyond these."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, exists, select
from sqlalchemy.orm import Session

from dealbot.domain.evidence import Span
from dealbot.domain.lesson import Lesson, LessonState
from dealbot.domain.principal import Principal
from dealbot.errors import BadInput
from dealbot.store.codec import lesson_from
from dealbot.store.effective import newest
from dealbot.store.scope import Scope
from dealbot.store.tables import DealRow, NoteRow, ObservationRow, PlacementRow, VerdictRow, WithdrawalRow


@dataclass(frozen=True, slots=True)
class KeptLesson:
    """A lesson with its key, who taught it and when, in which note of which deal, and where it counts."""

    key: int
    lesson: Lesson
    state: LessonState
    deal: str
    note: str
    by: str
    on: date


class Lessons:
    """The lessons of the principal's workspace."""

    def __init__(self, session: Session, principal: Principal) -> None:
        """Work inside the session's transaction, for the principal."""
        self._session = session
        self._scope = Scope(session, principal)

    def all(self) -> tuple[KeptLesson, ...]:
        """List the lessons of the deals that the principal may see, also those taken back, oldest first."""
        named = (
            select(ObservationRow, DealRow.name, NoteRow.external_id, PlacementRow.undone)
            .join(NoteRow, NoteRow.id == ObservationRow.note_id)
            .join(PlacementRow, and_(PlacementRow.note_id == NoteRow.id, newest(PlacementRow, "note_id")))
            .join(DealRow, DealRow.id == PlacementRow.deal_id)
            .where(self._is_lesson(), self._scope.visible(), self._scope.readable())
            .order_by(ObservationRow.id)
        )
        states = self._states()
        return tuple(
            KeptLesson(
                key=row.id,
                lesson=_lesson(row),
                state=_with_its_note(states.get(row.id, LessonState.DEAL), undone=undone),
                deal=deal,
                note=note,
                by=row.author or row.logged_by,
                on=row.said_on,
            )
            for row, deal, note, undone in self._session.execute(named)
        )

    def get(self, key: int) -> KeptLesson:
        """Find a lesson; raises BadInput for one that is not there or not visible."""
        found = next((kept for kept in self.all() if kept.key == key), None)
        if found is None:
            msg = f"There is no lesson #{key}."
            raise BadInput(msg)
        return found

    def agreed(self, key: int) -> bool:
        """Whether somebody else taught the same in another deal, and nobody was asked yet to take it for all deals.

        It looks at all deals of the workspace, and tells nothing of them but this.
        """
        standing = {row.id: row for row in self._standing()}
        mine = standing[key]
        same = [row for row in standing.values() if _lesson(row).says == _lesson(mine).says]
        asked = select(VerdictRow.id).where(VerdictRow.lesson_id.in_([row.id for row in same])).limit(1)
        others = [row for row in same if row.logged_by != mine.logged_by]
        elsewhere = {self._deal_of(row) for row in others} - {self._deal_of(mine), None}
        return bool(elsewhere) and self._session.scalar(asked) is None

    def decide(self, key: int, state: LessonState, at: datetime) -> None:
        """Append what became of a lesson; raises BadInput for one that is not visible or was taken back."""
        if self.get(key).state is LessonState.TAKEN_BACK:
            msg = f"Lesson #{key} was taken back: nothing was done."
            raise BadInput(msg)
        by = self._scope.principal
        row = VerdictRow(workspace=by.workspace, lesson_id=key, state=state.value, decided_by=by.user, recorded_at=at)
        self._session.add(row)
        self._session.flush()

    def _states(self) -> dict[int, LessonState]:
        """The last verdict on each lesson, unless it was taken back."""
        of = self._scope.workspace
        verdicts = select(VerdictRow).where(VerdictRow.workspace == of).order_by(VerdictRow.id)
        withdrawn = select(WithdrawalRow.observation_id).where(WithdrawalRow.workspace == of)
        states = {row.lesson_id: LessonState(row.state) for row in self._session.scalars(verdicts)}
        return states | dict.fromkeys(self._session.scalars(withdrawn), LessonState.TAKEN_BACK)

    def _standing(self) -> Iterator[ObservationRow]:
        withdrawn = exists().where(WithdrawalRow.observation_id == ObservationRow.id)
        yield from self._session.scalars(select(ObservationRow).where(self._is_lesson(), ~withdrawn))

    def _is_lesson(self) -> ColumnElement[bool]:
        mine = ObservationRow.workspace == self._scope.workspace
        return and_(mine, ObservationRow.reading_id.is_(None), ObservationRow.kind == "lesson")

    def _deal_of(self, row: ObservationRow) -> int | None:
        """The deal on which a lesson counts now; none for one whose note was taken back."""
        placed = select(PlacementRow.deal_id).where(
            PlacementRow.note_id == row.note_id, newest(PlacementRow, "note_id"), PlacementRow.undone.is_(False)
        )
        return self._session.scalar(placed)


def _with_its_note(state: LessonState, *, undone: bool) -> LessonState:
    """A lesson falls with its note, unless it was taken for all deals."""
    return LessonState.TAKEN_BACK if undone and state is not LessonState.WORKSPACE else state


def _lesson(row: ObservationRow) -> Lesson:
    return lesson_from(row.payload, Span(row.quote, row.start, row.end))
