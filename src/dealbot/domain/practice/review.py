"""An answer as it is kept, and what was said of its mark afterwards: one's own word, and enablement's, which wins."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from dealbot.domain.practice.card import CardKind
from dealbot.domain.practice.mark import Mark, PointState, Rating
from dealbot.domain.practice.marking import settled, with_state
from dealbot.domain.practice.session import Mode


class ClaimKind(StrEnum):
    """Who says otherwise than the grader: "I did say that", a mark on one's own unsure point, or enablement."""

    SAID = "said"
    OWN = "own"
    RULED = "ruled"


@dataclass(frozen=True, slots=True)
class Claim:
    """A word on a mark: of one point (counted from 0) its state, or of the whole its rating."""

    kind: ClaimKind
    point: int | None = None
    state: PointState | None = None
    rating: Rating | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """An answer to a card with its mark as the grader gave it; `duration_ms` is how long it took, if known.

    `check` is the check that it answers: without one it is practice, and its person's alone.
    """

    card: str
    kind: CardKind
    deck: str
    mode: Mode
    mark: Mark
    answer: str
    at: datetime
    duration_ms: int | None = None
    check: int | None = None
    session: int | None = None


@dataclass(frozen=True, slots=True)
class KeptReview:
    """A review with its key, whose it is, and what was said of it, oldest first."""

    id: int
    person: str
    review: Review
    claims: tuple[Claim, ...] = ()

    @property
    def mark(self) -> Mark:
        """The mark that counts: what enablement says comes after anything its person says."""
        ordered = sorted(self.claims, key=lambda claim: claim.kind is ClaimKind.RULED)
        mark = self.review.mark
        for claim in ordered:
            mark = _after(mark, claim)
        return mark

    @property
    def by_own_word(self) -> int:
        """How many points (an answer without any counts as one) are counted by its person's own word alone."""
        ruled = tuple(claim for claim in self.claims if claim.kind is ClaimKind.RULED)
        return self.mark.counted - replace(self, claims=ruled).mark.counted


def _after(mark: Mark, claim: Claim) -> Mark:
    if claim.point is not None and claim.state is not None and claim.point < len(mark.points):
        mark = with_state(mark, claim.point, claim.state)
    if claim.rating is None:
        return mark
    ruled = claim.kind is ClaimKind.RULED
    return settled(mark, claim.rating, claim.by) if ruled else replace(mark, rating=claim.rating)
