"""The reviews of a deal: when it was looked at as a whole, what was decided then, and when the next one is due."""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from itertools import groupby

from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.evidence import Evidence
from dealbot.domain.observation import Correction, Observation

_OF_A_REVIEW = frozenset({CorrectedField.REVIEWED, CorrectedField.DECISION})
_YEAR = 12


class Rhythm(StrEnum):
    """How often a deal is reviewed."""

    MONTH = "month"
    QUARTER = "quarter"

    @property
    def months(self) -> int:
        """From one review to the next."""
        return 1 if self is Rhythm.MONTH else 3

    @property
    def longest(self) -> int:
        """After so many days without a review it is overdue: a few days are nobody's fault."""
        return 35 if self is Rhythm.MONTH else 95


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided at a review, in the words of whoever wrote it down."""

    text: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Review:
    """One review; what we learn after the instant `at` (UTC) is news to it. When it was kept makes it no other one."""

    on: date
    at: datetime = field(compare=False)
    evidence: Evidence
    decisions: tuple[Decision, ...] = ()


def reviews_of(counted: Sequence[Observation]) -> tuple[Review, ...]:
    """The reviews held, one for each day with a decision or a word that the deal was reviewed, in replay order."""
    kept = [o for o in counted if isinstance(o.item, Correction) and o.item.field in _OF_A_REVIEW]
    return tuple(_review(on, list(told)) for on, told in groupby(kept, key=lambda o: o.origin.said_on))


def _review(on: date, told: Sequence[Observation]) -> Review:
    decided: dict[str, Decision] = {}
    for observation in told:
        item = observation.item
        if isinstance(item, Correction) and item.field is CorrectedField.DECISION:
            decided.setdefault(item.value.casefold(), Decision(item.value, observation.evidence))
    return Review(on, min(o.origin.recorded_at for o in told), told[0].evidence, tuple(decided.values()))


def rhythm_of(counted: Iterable[Observation]) -> Rhythm:
    """How often the deal is reviewed, as a person last set it; each month where nobody did."""
    items = (o.item for o in counted)
    told = [i.value for i in items if isinstance(i, Correction) and i.field is CorrectedField.REVIEW_EVERY]
    return Rhythm(told[-1]) if told else Rhythm.MONTH


def last_before(reviews: Iterable[Review], day: date) -> Review | None:
    """The last review held before a day: what is looked at on a day is not news to itself."""
    return max((review for review in reviews if review.on < day), key=lambda review: review.on, default=None)


def next_review(last: date, rhythm: Rhythm) -> date:
    """When the review after one on that day falls."""
    years, month = divmod(last.month - 1 + rhythm.months, _YEAR)
    year = last.year + years
    return date(year, month + 1, min(last.day, monthrange(year, month + 1)[1]))


def days_overdue(last: date, rhythm: Rhythm, today: date) -> int:
    """For how many days a review has been overdue; 0 where it is not."""
    return max(0, (today - last).days - rhythm.longest)
