"""A measured figure and the limit it keeps."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured, in which unit, and the most it may be."""

    name: str
    value: float
    limit: float
    unit: str

    @property
    def ratio(self) -> float:
        """The part of the limit that is used: kept up to 1."""
        return self.value / self.limit

    def __str__(self) -> str:
        verdict = "ok" if self.ratio <= 1 else "EXCEEDED"
        return f"{self.name:<44}{self.value:>9.1f} {self.unit:<4}{self.ratio:>7.2f} of {self.limit:g}  {verdict}"


def milliseconds(act: Callable[[], object], times: int = 7) -> float:
    """The median time of an act."""
    return median(_once(act) for _ in range(times))


def _once(act: Callable[[], object]) -> float:
    start = perf_counter()
    act()
    return (perf_counter() - start) * 1000
