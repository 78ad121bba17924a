"""Reading the observations of a deal back, as known at an instant, for a principal: two statements, no more."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, exists, literal, select, union_all
from sqlalchemy.orm import InstrumentedAttribute

from dealbot.domain.evidence import Span
from dealbot.domain.observation import Observation, Origin, Visibility
from dealbot.store.codec import decode
from dealbot.store.effective import known, newest
from dealbot.store.placement import names, on_deal
from dealbot.store.scope import Scope
from dealbot.store.tables import (
    DealRow,
    NoteRow,
    ObservationRow,
    PlacementRow,
    ReadingRow,
    VersionRow,
    WithdrawalRow,
)
from dealbot.store.values import Kept

_BY_HAND = "person"
_O = ObservationRow


def recall(scope: Scope, deal: int, known_at: datetime | None, *, private: bool) -> list[Kept]:
    """Give what counts for a deal: of each note on it the newest reading of the newest version, and all corrections."""
    there = on_deal(scope, deal, known_at)
    notes = scope.session.execute(
        select(NoteRow.id, NoteRow.external_id, NoteRow.home_deal_id)
        .join(PlacementRow, PlacementRow.note_id == NoteRow.id)
        .join(DealRow, DealRow.id == PlacementRow.deal_id)
        .where(there)
    )
    named = names(notes.tuples(), deal)
    counted = [there, scope.readable(private=private)]
    statement = union_all(_read(known_at).where(*counted), _set_right(known_at).where(*counted)).order_by("id")
    return [_kept(row, named) for row in scope.session.execute(statement)]


def _read(known_at: datetime | None) -> Select[*tuple[Any, ...]]:
    return (
        _chosen(ReadingRow.reader)
        .join(VersionRow, VersionRow.note_id == PlacementRow.note_id)
        .join(ReadingRow, ReadingRow.version_id == VersionRow.id)
        .join(_O, _O.reading_id == ReadingRow.id)
        .where(newest(VersionRow, "note_id", known_at), newest(ReadingRow, "version_id", known_at, status="ok"))
    )


def _set_right(known_at: datetime | None) -> Select[*tuple[Any, ...]]:
    withdrawn = exists().where(WithdrawalRow.observation_id == _O.id, known(WithdrawalRow, known_at))
    return (
        _chosen(literal(_BY_HAND))
        .join(_O, _O.note_id == PlacementRow.note_id)
        .where(_O.reading_id.is_(None), known(_O, known_at), ~withdrawn)
    )


def _chosen(reader: ColumnElement[str] | InstrumentedAttribute[str]) -> Select[*tuple[Any, ...]]:
    return (
        select(
            _O.id,
            _O.note_id,
            reader.label("reader"),
            _O.kind,
            _O.payload,
            _O.quote,
            _O.start,
            _O.end,
            _O.said_on,
            _O.said_at,
            _O.recorded_at,
            _O.author,
            _O.visibility,
        )
        .select_from(PlacementRow)
        .join(DealRow, DealRow.id == PlacementRow.deal_id)
    )


def _kept(row: Row[*tuple[Any, ...]], named: dict[int, str]) -> Kept:
    key, note, reader, kind, payload, quote, start, end, said_on, said_at, recorded_at, author, visibility = row
    origin = Origin(named[note], said_on, recorded_at, author, said_at, reader, Visibility(visibility))
    return Kept(key, Observation(origin, decode(kind, payload, Span(quote, start, end))))
