"""Reading the observations of a deal back, as known at an instant, for a principal: two statements, no more."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, Text, and_, cast, exists, false, select, true, union_all

from dealbot.domain.lesson import Lesson, LessonState
from dealbot.domain.observation import Observation, Origin, Visibility
from dealbot.store.codec import read_back
from dealbot.store.effective import known, newest
from dealbot.store.placement import SHEET, names, on_deal
from dealbot.store.scope import Scope
from dealbot.store.tables import (
    DealRow,
    NoteRow,
    ObservationRow,
    PlacementRow,
    ReadingRow,
    VerdictRow,
    VersionRow,
    WithdrawalRow,
)
from dealbot.store.values import Kept

READ = "ok"
INTRODUCED = "introduced"
_BY_HAND = "person"
_COLUMNS = (
    ObservationRow.id,
    ObservationRow.note_id,
    ObservationRow.reading_id,
    ObservationRow.kind,
    cast(ObservationRow.payload, Text),
    ObservationRow.quote,
    ObservationRow.start,
    ObservationRow.end,
    ObservationRow.said_on,
    ObservationRow.said_at,
    ObservationRow.recorded_at,
    ObservationRow.author,
    ObservationRow.visibility,
)


def recall(scope: Scope, deal: int, known_at: datetime | None, *, private: bool, status: str = READ) -> list[Kept]:
    """Give what counts for a deal: of each note on it the newest reading of the newest version, and all corrections.

    What another deal taught for all of them counts as well, without the note that taught it.
    """
    notes = scope.session.execute(_counted(known_at, status).where(on_deal(scope, deal, known_at))).all()
    named = names(((key, outside, home) for key, outside, home, *_ in notes), deal)
    readers = {reading: reader for _, _, _, reading, reader, _ in notes if reading is not None}
    days = {key: on for key, *_, on in notes if on is not None}
    mine = and_(ObservationRow.workspace == scope.workspace, scope.readable(private=private))
    told = union_all(
        select(*_COLUMNS).where(ObservationRow.reading_id.in_(readers), mine),
        select(*_COLUMNS).where(_set_right(list(named), known_at), mine),
        select(*_COLUMNS).where(_shared(list(named), known_at), ObservationRow.workspace == scope.workspace),
    )
    kept = (_kept(row, named, readers, days) for row in scope.session.execute(told).all())
    return sorted(kept, key=lambda each: each.key)


def _counted(known_at: datetime | None, status: str) -> Select[int, str, int, int | None, str | None, date | None]:
    version = and_(VersionRow.note_id == NoteRow.id, newest(VersionRow, "note_id", known_at))
    reading = and_(ReadingRow.version_id == VersionRow.id, newest(ReadingRow, "version_id", known_at, status=status))
    return (
        select(
            NoteRow.id,
            NoteRow.external_id,
            NoteRow.home_deal_id,
            ReadingRow.id,
            ReadingRow.reader,
            VersionRow.said_on,
        )
        .join(PlacementRow, PlacementRow.note_id == NoteRow.id)
        .join(DealRow, DealRow.id == PlacementRow.deal_id)
        .outerjoin(VersionRow, version)
        .outerjoin(ReadingRow, reading)
    )


def _set_right(notes: Sequence[int], known_at: datetime | None) -> ColumnElement[bool]:
    by_hand = and_(ObservationRow.reading_id.is_(None), ObservationRow.note_id.in_(notes))
    return and_(by_hand, _stands(known_at))


def _shared(notes: Sequence[int], known_at: datetime | None) -> ColumnElement[bool]:
    """Tell whether a lesson of other notes counts in every deal; for whoever may not see this deal none does."""
    taken = VerdictRow.state == LessonState.WORKSPACE.value
    lessons = select(VerdictRow.lesson_id).where(taken, newest(VerdictRow, "lesson_id", known_at))
    elsewhere = and_(ObservationRow.note_id.not_in(notes), true() if notes else false())
    return and_(ObservationRow.id.in_(lessons), elsewhere, _stands(known_at))


def _stands(known_at: datetime | None) -> ColumnElement[bool]:
    withdrawn = exists().where(WithdrawalRow.observation_id == ObservationRow.id, known(WithdrawalRow, known_at))
    return and_(known(ObservationRow, known_at), ~withdrawn)


def _kept(
    row: Row[*tuple[Any, ...]], named: Mapping[int, str], readers: Mapping[int, str | None], days: Mapping[int, date]
) -> Kept:
    key, note, reading, kind, payload, quote, start, end, said_on, said_at, recorded_at, author, visibility = row
    reader = readers.get(reading) or _BY_HAND
    item = read_back(kind, payload, quote, start, end)
    if isinstance(item, Lesson) and note not in named:
        item, author = replace(item, shared=True), None
    if reading is None:  # what was set right in a note holds of it, whatever day the note is given afterwards
        said_on = max(said_on, days.get(note, said_on))
    origin = Origin(named.get(note, SHEET), said_on, recorded_at, author, said_at, reader, Visibility(visibility))
    return Kept(key, Observation(origin, item))
