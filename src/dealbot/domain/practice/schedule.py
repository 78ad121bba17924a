"""What is known of a person and a card: when it is due, how it went last, and which points were missed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from dealbot.domain.knowledge import stable_id
from dealbot.domain.practice.mark import Mark, PointState, Rating

KNOWN = frozenset({Rating.GOOD, Rating.EASY})


@dataclass(frozen=True, slots=True)
class Standing:
    """When a card is due for a person, and how it went last."""

    card: str
    due_at: datetime
    rating: Rating

    @property
    def known(self) -> bool:
        """Whether the last answer was good."""
        return self.rating in KNOWN


@dataclass(frozen=True, slots=True)
class Schedule:
    """A card's standing with the scheduler's own memory of it, now and `before` the last answer."""

    standing: Standing
    memory: Mapping[str, Any]
    before: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person chose: three due cards a day, from which time on, and the day of an interview to be ready for."""

    drip: bool = False
    interview_on: date | None = None
    drip_at: time | None = None


def fingerprint(points: Iterable[str]) -> str:
    """Tell key points from others by their words."""
    return stable_id(*points)


def missed_bits(mark: Mark) -> int:
    """The points that an answer misses, as bits: the first point is the lowest."""
    return sum(1 << number for number, point in enumerate(mark.points) if point.state is PointState.MISSED)
