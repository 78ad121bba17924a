"""Whether somebody is ready: what the bot proposes from the answers of a check, and where a person of a cohort is."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import ceil

from dealbot.domain.practice.cohort import Verdict
from dealbot.domain.practice.review import KeptReview
from dealbot.domain.practice.schedule import KNOWN

_SHARE = 0.8


class Stage(StrEnum):
    """Where somebody of a cohort is: signed, to be read by enablement, to be handed in, under way, or not started."""

    READY = "ready"
    NOT_YET = "not_yet"
    TO_READ = "to_read"
    NOT_HANDED_IN = "not_handed_in"
    UNDER_WAY = "under_way"
    NOT_STARTED = "not_started"


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the bot would sign, and why in one line."""

    verdict: Verdict
    reason: str


def propose(answers: Sequence[KeptReview], asked: int) -> Proposal:
    """Propose ready where all is answered, four of five answers are good and none does what a guide warns of.

    What counts by one's own word alone is named.
    """
    marks = [kept.mark for kept in answers]
    if len(marks) < asked:
        return Proposal(Verdict.NOT_YET, f"{len(marks)} of {asked} answered")
    good = sum(mark.rating in KNOWN for mark in marks)
    needed = ceil(_SHARE * asked)
    told = f"{good} of {asked} answers are good, {needed} needed{_own_words(answers)}"
    pitfalls = sum(mark.pitfall is not None for mark in marks)
    if pitfalls:
        does = "1 answer does" if pitfalls == 1 else f"{pitfalls} answers do"
        return Proposal(Verdict.NOT_YET, f"{does} what a guide warns of; {told}")
    return Proposal(Verdict.READY if good >= needed else Verdict.NOT_YET, told)


def _own_words(answers: Sequence[KeptReview]) -> str:
    own = sum(kept.by_own_word for kept in answers)
    points = sum(len(kept.mark.points) or 1 for kept in answers)
    counted = sum(kept.mark.counted for kept in answers)
    return f"; {counted} of {points} points, {own} of them by their own word" if own > 0 else ""


def stage(answered: int, asked: int, verdict: Verdict | None, *, handed_in: bool) -> Stage:
    """Tell where somebody is; a verdict counts until something new is asked of them."""
    if verdict is not None:
        return Stage.READY if verdict is Verdict.READY else Stage.NOT_YET
    if answered == 0:
        return Stage.NOT_STARTED
    if answered < asked:
        return Stage.UNDER_WAY
    return Stage.TO_READ if handed_in else Stage.NOT_HANDED_IN
