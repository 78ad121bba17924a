"""How long it takes to say where a deal stands, in a ledger of 2,000 deals: `python -m benchmarks.status`."""

import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from statistics import quantiles
from typing import Any

from sqlalchemy import Column, ColumnElement, Text, cast, insert, literal, select, true

from benchmarks.figure import Figure, milliseconds
from benchmarks.reading import FIRST, LAST, STEPS, TITLES, WORRIES
from benchmarks.store import add_deal
from dealbot.app.ask import Asked, status_of
from dealbot.app.deal_path import forecast_of
from dealbot.app.desk import Desk
from dealbot.app.state import replayed
from dealbot.app.status import status
from dealbot.domain.observation import Visibility
from dealbot.domain.principal import LOCAL_OPERATOR
from dealbot.reading.ports import NoteText
from dealbot.store.codec import read_back
from dealbot.store.database import Database, open_database
from dealbot.store.ledger import Ledger
from dealbot.store.notes import Notes
from dealbot.store.tables import Base, ObservationRow, PlacementRow, ReadingRow, VersionRow
from dealbot.store.values import NoteIn
from dealbot.wiring import open_builtin_reader

DEALS, NOTES, LONG = 2_000, 40, 400
TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
MOST_TIMES_CORE = 25
_NEWS = (
    "P&T meets on December 8, papers are due November 24.",
    "Legal sent the BAA back with redlines.",
    "The pilot on 4 West is planned for January.",
    "They run Epic.",
    "Their budget locks in March.",
    "The security questionnaire is with their IT.",
)
_BY = 10_000  # how far the keys of a copied deal move on
# What moves on in a copied row, table by table; names get the number of their copy.
_MOVED = {
    "deals": ("id",),
    "notes": ("id", "home_deal_id"),
    "note_versions": ("id", "note_id"),
    "placements": ("id", "note_id", "deal_id"),
    "readings": ("id", "version_id"),
    "observations": ("id", "note_id", "reading_id"),
}
_NAMED = ("name", "folded", "external_id")


def figures() -> list[Figure]:
    """The status of deals of 40 notes among 2,000, without and with the forecast; and of one deal of 400 notes.

    The deals are copies of one: what was read of one would be at hand for all, so it is forgotten before each.
    """
    with tempfile.TemporaryDirectory() as folder, open_database(f"sqlite:///{folder}/dealbot.db") as database:
        desk = Desk(database, open_builtin_reader, open_builtin_reader, lambda: NOW, lambda: TODAY)
        keep_notes(database, "Deal", NOTES)
        copy_deal(database, DEALS - 1)
        keep_notes(database, "Long", LONG)
        some = [f"Deal {n}" for n in range(40, DEALS, 50)]
        core = _high([milliseconds(_rows(database, name), times=1) for name in some])
        bare = _high([_first_asked(_status(desk, name, forecast=False)) for name in some])
        whole = _high([_first_asked(_status(desk, name, forecast=True)) for name in some])
        first, *again = [milliseconds(_status(desk, "Long", forecast=False), times=1) for _ in range(21)]
    return [
        Figure(f"status: {NOTES} notes of {DEALS} deals, 95 %", bare, 60, "ms"),
        Figure("status: against the same rows through Core", bare / core, MOST_TIMES_CORE, "x"),
        Figure("status: with the forecast, 95 %", whole, 150, "ms"),
        Figure(f"status: a deal of {LONG} notes, asked for the first time", first, 150, "ms"),
        Figure(f"status: a deal of {LONG} notes, asked again, 95 %", _high(again), 150, "ms"),
    ]


def _first_asked(call: Callable[[], object]) -> float:
    read_back.cache_clear()
    replayed.cache_clear()
    return milliseconds(call, times=1)


def _high(times: list[float]) -> float:
    return quantiles(times, n=20)[-1]


def _status(desk: Desk, name: str, *, forecast: bool) -> Callable[[], object]:
    def tell() -> object:
        found = status_of(desk, LOCAL_OPERATOR, name, Asked(""))
        return status(found.name, found.state, found.alignment, forecast_of(found) if forecast else None)

    return tell


def _rows(database: Database, name: str) -> Callable[[], object]:
    """The observations of a deal as plain rows."""
    table = ObservationRow.__table__
    key = int(name.split()[1])
    readings = (
        select(ReadingRow.id)
        .join(VersionRow, VersionRow.id == ReadingRow.version_id)
        .join(PlacementRow, PlacementRow.note_id == VersionRow.note_id)
        .where(PlacementRow.deal_id == 1 + key * _BY)
    )
    sought = select(*table.c).where(table.c.reading_id.in_(readings))

    def fetch() -> object:
        with database.read() as session:
            return session.connection().execute(sought).all()

    return fetch


def copy_deal(database: Database, copies: int) -> None:
    """Copy the one deal so many times, each copy with all that was said in it."""
    numbers = select(literal(1).label("n")).cte("numbers", recursive=True)
    numbers = numbers.union_all(select(numbers.c.n + 1).where(numbers.c.n < copies))
    with database.write() as session:
        for name, moved in _MOVED.items():
            columns = list(Base.metadata.tables[name].columns)
            told = [_told(column, moved, numbers.c.n) for column in columns]
            joined = Base.metadata.tables[name].join(numbers, true())
            session.execute(insert(Base.metadata.tables[name]).from_select(columns, select(*told).select_from(joined)))


def _told(column: Column[Any], moved: tuple[str, ...], number: ColumnElement[int]) -> ColumnElement[Any]:
    if column.name in moved:
        return column + number * _BY
    return column + " " + cast(number, Text) if column.name in _NAMED else column


def keep_notes(database: Database, name: str, notes: int) -> int:
    """Keep so many notes on a deal, of ten people in turn, as they are read; gives the deal's key."""
    reader = open_builtin_reader()
    deal = add_deal(database, name)
    for number in range(notes):
        on, reading = TODAY - timedelta(days=notes - number), reader.read(NoteText(_note(number), TODAY))
        given = NoteIn(f"{name}-{number}", deal, _note(number), on, NOW, "Sam")
        with database.write() as session:
            saved = Notes(session, LOCAL_OPERATOR).save(given)
            seen = [Visibility.NUANCE] * len(reading.statements)
            Ledger(session, LOCAL_OPERATOR).append_reading(saved.version, reading, seen, NOW, "v1")
    return deal


def _note(number: int) -> str:
    """Two of ten people, a worry, a promise and a piece of news."""
    one, other = number % 10, (number + 3) % 10
    names = {"first": FIRST[one], "last": LAST[one], "number": number + 2}
    return (
        f"Met {FIRST[one]} {LAST[one]}, {TITLES[one % 5]}. {FIRST[one]} says {WORRIES[number % 4].format(**names)}. "
        f"{FIRST[other]} {LAST[other]} likes the pilot. {STEPS[number % 2].format(**names)}. {_NEWS[number % 6]}"
    )


if __name__ == "__main__":
    print(*figures(), sep="\n")
