"""Which statement counts: the latest wins; two writers of one day are both kept and the worse counts."""

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import TypeVar

from dealbot.domain.observation import Correction, Observation

_T = TypeVar("_T")


def settle(
    statements: Sequence[tuple[Observation, _T]], badness: Callable[[_T], int]
) -> list[tuple[Observation, _T, tuple[tuple[Observation, _T], ...]]]:
    """Reduce statements in replay order to one per day and kind of origin, each with the readings that differ.

    A day's readings come first, then each correction of that day by itself. Of several writers each one's last
    reading is taken, and the worst of these counts.
    """
    settled: list[tuple[Observation, _T, tuple[tuple[Observation, _T], ...]]] = []
    for (_, corrected), group in groupby(statements, key=lambda pair: (pair[0].origin.said_on, _corrected(pair[0]))):
        if corrected:
            settled.extend((observation, value, ()) for observation, value in group)
            continue
        last: dict[str | None, tuple[Observation, _T]] = {}
        for observation, value in group:
            last.pop(observation.origin.author, None)
            last[observation.origin.author] = (observation, value)
        readings = tuple(last.values())
        worst = max(readings, key=lambda pair: badness(pair[1]))
        differ = len({badness(value) for _, value in readings}) > 1
        settled.append((*worst, readings if differ else ()))
    return settled


def _corrected(observation: Observation) -> bool:
    return isinstance(observation.item, Correction)
