"""How long the whole pipeline takes, read from the summaries: `python -m benchmarks.pipeline`."""

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, NoReturn

from benchmarks.figure import Figure, milliseconds
from benchmarks.store import reading, undisturbed
from dealbot.app.answers.pipeline import pipeline
from dealbot.app.desk import Desk
from dealbot.app.pipeline.load import pipeline_today, take_snapshot
from dealbot.app.question import Intent, Question
from dealbot.app.state import summary_of
from dealbot.domain.observation import Observation, Origin
from dealbot.domain.principal import LOCAL_OPERATOR
from dealbot.domain.reconcile import replay
from dealbot.store.database import open_database

DEALS, NOTES, STATEMENTS = 2_000, 40, 30
TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def figures() -> list[Figure]:
    """The pipeline of 2,000 deals in SQLite, asked for as a question is, beside a Monday kept before."""
    with tempfile.TemporaryDirectory() as folder, open_database(f"sqlite:///{folder}/dealbot.db") as database:
        desk = Desk(database, _nobody, _nobody, lambda: NOW, lambda: TODAY)
        _fill(desk)
        take_snapshot(replace(desk, today=lambda: TODAY - timedelta(days=7)), LOCAL_OPERATOR)
        times = [milliseconds(_asking(desk), times=1) for _ in range(7)]
    return [Figure(f"pipeline: {DEALS} deals x {NOTES} notes", undisturbed(times), 2_000, "ms")]


def _asking(desk: Desk) -> Callable[[], object]:
    question = Question("pipeline", Intent.PIPELINE)
    return lambda: pipeline(question, pipeline_today(desk, LOCAL_OPERATOR), TODAY)


def _fill(desk: Desk) -> None:
    """Add deals that share the summary of one with so many notes: the notes themselves are never read."""
    summary = _summary()
    with desk.writing(LOCAL_OPERATOR) as books:
        for number in range(DEALS):
            deal = books.deals.add(f"Deal {number}", NOW)
            books.deals.change(deal.id, amount=number * 1_000, quarter="2027-Q2")
            books.summaries.put(deal.id, TODAY - timedelta(days=30), None, summary)


def _summary() -> dict[str, Any]:
    return summary_of(replay(_told(), TODAY))


def _told() -> Iterator[Observation]:
    for number in range(NOTES):
        on = TODAY - timedelta(days=NOTES - number)
        origin = Origin(f"note-{number}", on, NOW, "Sam")
        yield from (Observation(origin, item) for item in reading(STATEMENTS, on).statements)


def _nobody() -> NoReturn:
    raise NotImplementedError("nothing is read here")


if __name__ == "__main__":
    print(*figures(), sep="\n")
