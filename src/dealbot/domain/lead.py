"""How far a deal is worth the time: four factors set by hand, weighed by criteria that have versions, as a band."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.evidence import Evidence
from dealbot.domain.observation import Correction, Observation

BEST = 4
MOST_WEIGHT = 10
LOOK_AGAIN_DAYS = 90
UNKNOWN = "unknown"
_WHOLE = 100


class LeadFactor(StrEnum):
    """What a lead is worth by."""

    BUDGET = "budget"
    TIMELINE = "timeline"
    FIT = "fit"
    STRATEGIC_VALUE = "strategic_value"


@dataclass(frozen=True, slots=True)
class Rated:
    """A factor of a deal as last set by hand: 0 speaks against it, 4 is the best."""

    factor: LeadFactor
    level: int
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each factor counts, 0 (not at all) to 10."""

    budget: int = 1
    timeline: int = 1
    fit: int = 1
    strategic_value: int = 1

    def of(self, factor: LeadFactor) -> int:
        """How much one factor counts."""
        each = (self.budget, self.timeline, self.fit, self.strategic_value)
        return dict(zip(LeadFactor, each, strict=True))[factor]

    @property
    def total(self) -> int:
        """What all of them come to."""
        return sum(self.of(factor) for factor in LeadFactor)

    def usual(self, besides: Collection[LeadFactor] = ()) -> int:
        """What most of them count, `besides` some, the least of several: what "double" is the double of."""
        counts = Counter(self.of(factor) for factor in LeadFactor if factor not in besides and self.of(factor))
        return min(counts, key=lambda weight: (-counts[weight], weight), default=1)


@dataclass(frozen=True, slots=True)
class Criteria:
    """A version of the weights: who (a name) set it, on which day and why; the one that ships was set by nobody."""

    version: int
    weights: Weights
    by: str | None = None
    on: date | None = None
    why: str | None = None


SHIPPED = Criteria(1, Weights())


@dataclass(frozen=True, slots=True)
class LeadScore:
    """A score of 0 to 100 as a band: what is not known at its worst and at its best.

    `missing` are the factors that are not known and count, the one with the most weight first.
    """

    low: int
    high: int
    missing: tuple[LeadFactor, ...]


def rated(counted: Iterable[Observation]) -> tuple[Rated, ...]:
    """Replay the factors of a deal: the latest word counts for each, and "unknown" takes back what was said."""
    found: dict[LeadFactor, Rated] = {}
    for observation in counted:
        match observation.item:
            case Correction(field=CorrectedField.LEAD, subject=str(subject), value=value):
                factor, level = LeadFactor(subject), level_in(value)
                found.pop(factor, None)
                if level is not None:
                    found[factor] = Rated(factor, level, observation.evidence)
            case _:
                continue
    return tuple(found[factor] for factor in LeadFactor if factor in found)


def level_in(value: str) -> int | None:
    """Read a level from 0 to 4, or None for "unknown"; raises ValueError."""
    if value == UNKNOWN:
        return None
    if value not in {str(level) for level in range(BEST + 1)}:
        msg = f"a level is 0 to {BEST}"
        raise ValueError(msg)
    return int(value)


def weighed(weights: Weights, changes: Mapping[LeadFactor, int]) -> Weights:
    """The weights with some of them changed; raises ValueError where one is out of range, or nothing counts."""
    changed = {factor: changes.get(factor, weights.of(factor)) for factor in LeadFactor}
    if not all(0 <= weight <= MOST_WEIGHT for weight in changed.values()) or not any(changed.values()):
        msg = f"weights are 0 to {MOST_WEIGHT}, and one of them counts"
        raise ValueError(msg)
    return Weights(*(changed[factor] for factor in LeadFactor))


def score(known: Iterable[Rated], weights: Weights) -> LeadScore:
    """Score a lead by what is known of it; what is not known is never guessed, it widens the band."""
    levels = {each.factor: each.level for each in known}
    missing = [factor for factor in LeadFactor if factor not in levels and weights.of(factor)]
    sure = sum(weights.of(factor) * level for factor, level in levels.items())
    open_ = sum(weights.of(factor) * BEST for factor in missing)
    most = weights.total * BEST
    first = tuple(sorted(missing, key=lambda factor: -weights.of(factor)))
    return LeadScore(_rounded(sure, most), _rounded(sure + open_, most), first)


def criteria_on(versions: Iterable[Criteria], day: date) -> Criteria:
    """The version that counts on a day: the newest set by then, or the one that ships."""
    by_then = [version for version in versions if version.on is not None and version.on <= day]
    return max(by_then, key=lambda version: version.version, default=SHIPPED)


def days_unseen(criteria: Criteria, used_on: Iterable[date], day: date) -> int | None:
    """For how many days nobody looked at the criteria, where that is too long; None for fresh ones.

    Those that ship count from the first day something was rated (`used_on`).
    """
    since = criteria.on or min(used_on, default=day)
    days = (day - since).days
    return days if days > LOOK_AGAIN_DAYS else None


def _rounded(part: int, most: int) -> int:
    """A part of the most in whole hundredths, halves up."""
    return (2 * _WHOLE * part + most) // (2 * most)
