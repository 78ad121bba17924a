"""What the store costs: each figure as JSON with its limit, measured in one run on the database of the given URL."""

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

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
DAY = date(2026, 1, 5)


def reading(size: int, day: date) -> Reading:
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
        StepStatement(f"Send paper {n}", None, Side.US, day + timedelta(days=7), "in a week", _span(n))
        for n in range(2, size, 3)
    )
    return Reading(day, people, concerns, steps)


def _span(number: int) -> Span:
    return Span(f"what was said in place {number}", number * 40, number * 40 + 30)


def log(database: Database, deal: int, number: int, size: int) -> None:
    """Save one note and its reading in one transaction."""
    at = START + timedelta(minutes=number)
    with database.write() as session:
        given = NoteIn(f"note-{number}", deal, f"Note {number}. " * 60, DAY + timedelta(days=number % 365), at, "Sam")
        saved = Notes(session, LOCAL_OPERATOR).save(given)
        read = reading(size, given.on)
        Ledger(session, LOCAL_OPERATOR).append_reading(saved.version, read, [Visibility.NUANCE] * size, at, "v1")


def deal(database: Database, name: str) -> int:
    """Add a deal."""
    with database.write() as session:
        return Deals(session, LOCAL_OPERATOR).add(name, START).id


def seconds(work: Callable[[], object], times: int) -> list[float]:
    """Time a piece of work so many times."""
    taken = []
    for _ in range(times):
        before = time.perf_counter()
        work()
        taken.append(time.perf_counter() - before)
    return taken


def recalled(database: Database, key: int, known_at: datetime | None = None) -> int:
    """Read the observations of a deal back."""
    with database.read() as session:
        return len(Ledger(session, LOCAL_OPERATOR).observations(key, known_at))


def told(name: str, taken: list[float], limit_ms: float) -> None:
    """Print one figure."""
    p50, p95 = statistics.median(taken) * 1_000, sorted(taken)[int(len(taken) * 0.95)] * 1_000
    figure = {"name": name, "p50_ms": round(p50, 2), "p95_ms": round(p95, 2), "limit_ms": limit_ms, "n": len(taken)}
    print(json.dumps(figure | {"ratio": round(p50 / limit_ms, 2)}))


def measure(database: Database) -> None:
    """Measure everything once."""
    saved = deal(database, "Saving")
    numbers = iter(range(1_000_000))
    thousand = seconds(lambda: log(database, saved, next(numbers), 20), 1_000)
    told("save a note with 20 observations", thousand, 10)
    told("the same, first 100 of 1,000", thousand[:100], 10)
    told("the same, last 100 of 1,000", thousand[-100:], 10)
    for notes, limit in ((40, 40), (400, 400)):
        key = deal(database, f"Recalling {notes}")
        for _ in range(notes):
            log(database, key, next(numbers), 12)
        assert recalled(database, key) == notes * 12  # noqa: S101
        name = f"observations of {notes} notes x 12"
        told(name, seconds(partial(recalled, database, key), 30), limit)
        instant = START + timedelta(days=900)
        told(f"{name}, known at", seconds(partial(recalled, database, key, instant), 30), limit)


def main() -> None:
    """Measure on the URL given, or on a new SQLite file."""
    with tempfile.TemporaryDirectory() as folder:
        url = sys.argv[1] if len(sys.argv) > 1 else f"sqlite:///{Path(folder) / 'dealbot.db'}"
        first = time.perf_counter()
        open_database(url).close()
        told("create a ledger", [time.perf_counter() - first], 2_000)
        told("open a current ledger", seconds(lambda: open_database(url).close(), 20), 30)
        with open_database(url) as database:
            measure(database)


if __name__ == "__main__":
    main()
