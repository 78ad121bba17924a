"""Which statement counts: the latest wins; two writers of one day are both kept and the worse counts."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Generic, TypeVar

from dealbot.domain.observation import Correction, Observation

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Settled(Generic[_T]):
    """What counts of one day, and the readings of that day where they differ."""

    observation: Observation
    value: _T
    readings: tuple[tuple[Observation, _T], ...] = ()


def settle(statements: Iterable[tuple[Observation, _T]], badness: Callable[[_T], int]) -> Iterator[Settled[_T]]:
    """Reduce statements in replay order to what counts, day by day.

    A day's readings come first, then each correction of that day by itself. Of several writers each one's last
    reading is taken, and the worst of these counts.
    """
    for (_, corrected), group in groupby(statements, key=by_day):
        of_day = list(group)
        if corrected or len(of_day) == 1:
            yield from (Settled(observation, value) for observation, value in of_day)
        else:
            yield _worst(of_day, badness)


def _worst(of_day: Iterable[tuple[Observation, _T]], badness: Callable[[_T], int]) -> Settled[_T]:
    last: dict[str, tuple[Observation, _T]] = {}
    for observation, value in of_day:
        last.pop(_writer(observation), None)
        last[_writer(observation)] = (observation, value)
    readings = tuple(last.values())
    worst = max(reversed(readings), key=lambda reading: badness(reading[1]))
    differ = len({badness(value) for _, value in readings}) > 1
    return Settled(*worst, readings if differ else ())


def by_day(statement: tuple[Observation, object]) -> tuple[date, bool]:
    """The day of a statement, and whether it is one of the corrections that follow the day's readings."""
    return statement[0].origin.said_on, isinstance(statement[0].item, Correction)


def _writer(observation: Observation) -> str:
    return " ".join((observation.origin.author or "").casefold().split())
