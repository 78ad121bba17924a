"""The committees a deal must pass, one after the other, and the days on which they meet."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from dealbot.domain.bodies import canonical_body

_WEEK_DAYS = 7


class GateState(StrEnum):
    """How far a gate is: passed; papers are in; nothing is in yet; sent back with questions."""

    PASSED = "passed"
    SUBMITTED = "submitted"
    OPEN = "open"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class Calendar:
    """The meetings of a body: those known, and then one every so many days.

    Papers are due `papers_days` before a meeting. None stands for what is not known.
    """

    meets_on: tuple[date, ...]
    every_days: int | None = None
    papers_days: int | None = None

    def meetings(self, until: date, every_days: int) -> tuple[date, ...]:
        """All meetings up to a day, in order; `every_days` holds where the calendar does not say."""
        known = sorted({day for day in self.meets_on if day <= until})
        step = timedelta(days=self.every_days or every_days)
        ahead = (until - known[-1]) // step if known else 0
        return (*known, *(known[-1] + step * n for n in range(1, ahead + 1)))


@dataclass(frozen=True, slots=True)
class Gate:
    """A committee whose yes the pilot waits for; its place among the gates is its turn."""

    label: str
    state: GateState = GateState.OPEN
    calendar: Calendar | None = None

    @property
    def key(self) -> str:
        """The same for all ways in which the body is written."""
        return canonical_body(self.label)


def monthly(week: int, weekday: int, first: date, months: int) -> tuple[date, ...]:
    """The second Tuesday of each month and the like, from the month of `first` on; Monday is weekday 0."""
    counted = (divmod(first.year * 12 + first.month - 1 + n, 12) for n in range(months))
    starts = (date(year, month + 1, 1) for year, month in counted)
    return tuple(
        start + timedelta(days=(weekday - start.weekday()) % _WEEK_DAYS + _WEEK_DAYS * (week - 1)) for start in starts
    )
