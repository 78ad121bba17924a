"""The committees a deal must pass, one after the other, and the days on which they meet."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from dealbot.domain.bodies import canonical_body
from dealbot.domain.evidence import Evidence

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


@dataclass(frozen=True, slots=True)
class KnownGate:
    """A gate as told or set by hand: `evidence` are the words of its state, else those that told of it last.

    `since` is the day it came into its state; `on_condition` that it was passed with something still to be met.
    `papers_due` is for its next meeting; `unowned`: somebody said that nobody has the papers.
    """

    label: str
    state: GateState
    since: date
    evidence: Evidence
    calendar: Calendar | None = None
    papers_due: date | None = None
    owner: str | None = None
    unowned: bool = False
    on_condition: bool = False
    sources: tuple[Evidence, ...] = ()

    @property
    def key(self) -> str:
        """The same for all ways in which the body is written."""
        return canonical_body(self.label)

    @property
    def gate(self) -> Gate:
        """The gate for the path of the deal."""
        return Gate(self.label, self.state, self.calendar)

    def meets_next(self, on: date) -> date | None:
        """The next meeting known, on a day or after it."""
        return min((day for day in self._days if day >= on), default=None)

    def can_be_made(self, on: date) -> date | None:
        """The next meeting known whose papers can still go in, where it is known how long before they are due."""
        ahead = self.calendar.papers_days if self.calendar is not None else None
        if ahead is None:
            return None
        return min((day for day in self._days if day - timedelta(days=ahead) >= on), default=None)

    def papers_for(self, on: date) -> date | None:
        """The day on which papers are due for the next meeting that they can still be made for, else as told."""
        makes = self.can_be_made(on)
        ahead = self.calendar.papers_days if self.calendar is not None else None
        return makes - timedelta(days=ahead) if makes is not None and ahead is not None else self.papers_due

    @property
    def _days(self) -> tuple[date, ...]:
        return self.calendar.meets_on if self.calendar is not None else ()


@dataclass(frozen=True, slots=True)
class Gates:
    """The gates known, in their order; `complete` that a person said there are no others."""

    known: tuple[KnownGate, ...] = ()
    complete: bool = False

    @property
    def to_pass(self) -> tuple[KnownGate, ...]:
        """The gates known that are not passed."""
        return tuple(gate for gate in self.known if gate.state is not GateState.PASSED)

    def find(self, label: str) -> KnownGate | None:
        """What is known of a committee."""
        return next((gate for gate in self.known if gate.key == canonical_body(label)), None)


NO_GATES_KNOWN = Gates()


def monthly(week: int, weekday: int, first: date, months: int) -> tuple[date, ...]:
    """The second Tuesday of each month and the like, from the month of `first` on; Monday is weekday 0."""
    counted = (divmod(first.year * 12 + first.month - 1 + n, 12) for n in range(months))
    starts = (date(year, month + 1, 1) for year, month in counted)
    return tuple(
        start + timedelta(days=(weekday - start.weekday()) % _WEEK_DAYS + _WEEK_DAYS * (week - 1)) for start in starts
    )
