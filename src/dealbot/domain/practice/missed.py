"""What many miss: the points that answers of checks lack, and the questions whose marks many contradict."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dealbot.domain.practice.mark import PointState
from dealbot.domain.practice.review import ClaimKind, KeptReview


@dataclass(frozen=True, slots=True)
class MissedPoint:
    """A point that `missed` of `people` lack in their last answer; `in_check` tells whether these were of checks."""

    card: str
    point: str
    missed: int
    people: int
    in_check: bool = True
    on: date | None = None

    @property
    def share(self) -> float:
        """The part of the people who miss it."""
        return self.missed / self.people


@dataclass(frozen=True, slots=True)
class Suspect:
    """A question of which `pressed` of `people` said that they did say what was marked as missing."""

    card: str
    pressed: int
    people: int
    in_check: bool = True
    on: date | None = None


def missed_in_checks(answers: Iterable[KeptReview]) -> tuple[MissedPoint, ...]:
    """Count by point who lacks it in the last answer to its card, most first.

    Claims of the people themselves count, enablement's too: a point that was said is not missed.
    """
    last: dict[tuple[str, str], KeptReview] = {(kept.review.card, kept.person): kept for kept in answers}
    asked: dict[tuple[str, str], int] = defaultdict(int)
    missed: dict[tuple[str, str], int] = defaultdict(int)
    for (card, _), kept in last.items():
        for point in kept.mark.points:
            asked[card, point.point] += 1
            missed[card, point.point] += point.state is PointState.MISSED
    found = (MissedPoint(*key, count, asked[key]) for key, count in missed.items() if count)
    return in_order(found)


def in_order(missed: Iterable[MissedPoint]) -> tuple[MissedPoint, ...]:
    """The points that most people miss first."""
    return tuple(sorted(missed, key=lambda each: (-each.missed, -each.share, each.card, each.point)))


def suspects_in_checks(answers: Iterable[KeptReview]) -> tuple[Suspect, ...]:
    """Count by card who contradicts the grader, most first."""
    people: dict[str, set[str]] = defaultdict(set)
    pressed: dict[str, set[str]] = defaultdict(set)
    for kept in answers:
        people[kept.review.card].add(kept.person)
        if any(claim.kind is ClaimKind.SAID for claim in kept.claims):
            pressed[kept.review.card].add(kept.person)
    found = (Suspect(card, len(who), len(people[card])) for card, who in pressed.items())
    return tuple(sorted(found, key=lambda each: (-each.pressed, each.card)))
