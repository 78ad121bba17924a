"""Competing interests on the buyer's side: who against whom, over what, since when, and how it ended."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dealbot.domain.evidence import Evidence
from dealbot.domain.stakeholder import Function

_DAYS_A_MONTH = 30.4
_OVER = re.compile(r"(?P<whom>.+?)(?:\s+over\s+(?P<cause>.+))?", re.IGNORECASE | re.DOTALL)
_BY = re.compile(r"(?P<whom>.+?)(?:\s+by\s+(?P<who>.+))?", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a conflict: a person by key, or without one a part of the house of whom nobody is known."""

    key: str | None
    label: str
    function: Function | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two who want different things; `ended` and `settled_by` (a label) tell how it ended, None where it goes on.

    `left` tells that it ended because one of the two did.
    """

    one: Party
    other: Party
    since: date
    evidence: Evidence
    cause: str | None = None
    ended: Evidence | None = None
    settled_by: str | None = None
    left: bool = False

    @property
    def open(self) -> bool:
        """Whether nothing tells that it ended."""
        return self.ended is None

    @property
    def keys(self) -> frozenset[str]:
        """The people in it."""
        return frozenset(party.key for party in (self.one, self.other) if party.key is not None)

    def days(self, as_of: date) -> int:
        """How long it has lasted or did last."""
        return max(((self.ended.on if self.ended else as_of) - self.since).days, 0)


def months(days: int) -> int:
    """Days as whole months, to the nearest."""
    return round(days / _DAYS_A_MONTH)


def days_lost(conflicts: Iterable[Conflict], as_of: date) -> int:
    """Tell on how many days they fought among themselves; a day with two conflicts is lost once."""
    lost, until = 0, date.min
    for conflict in sorted(conflicts, key=lambda each: each.since):
        end = conflict.ended.on if conflict.ended else as_of
        start = max(conflict.since, until)
        lost += max((end - start).days, 0)
        until = max(until, end)
    return lost


def conflict_by_hand(value: str) -> tuple[str, str | None] | None:
    """Read "Mona Shah over the other vendor": against whom, over what; None for anything else."""
    match = _OVER.fullmatch(value.strip())
    return (match["whom"].strip(), match["cause"]) if match is not None else None


def end_by_hand(value: str) -> tuple[str, str | None] | None:
    """Read "Mona Shah by Omar Diaz": with whom it ended, who settled it; None for anything else."""
    match = _BY.fullmatch(value.strip())
    return (match["whom"].strip(), match["who"]) if match is not None else None
