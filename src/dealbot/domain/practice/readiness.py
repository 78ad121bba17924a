"""Whether somebody is ready: what the bot proposes from the answers of a check, and where a person of a cohort is."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from dealbot.domain.practice.cohort import Verdict
from dealbot.domain.practice.mark import Mark
from dealbot.domain.practice.schedule import KNOWN

_SHARE = 0.8


class Stage(StrEnum):
    """Where somebody of a cohort is: signed, to be read by enablement, answered but kept back, under way, not started."""

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


def propose(marks: Sequence[Mark], asked: int) -> Proposal:
    """Propose ready where all is answered, four of five answers are good and none does what a guide warns of."""
    if len(marks) < asked:
        return Proposal(Verdict.NOT_YET, f"{len(marks)} of {asked} answered")
    good = sum(mark.rating in KNOWN for mark in marks)
    told = f"{good} of {asked} good or better"
    pitfalls = sum(mark.pitfall is not None for mark in marks)
    if pitfalls:
        return Proposal(Verdict.NOT_YET, f"{told}; {pitfalls} do what a guide warns of")
    return Proposal(Verdict.READY if good >= _SHARE * asked else Verdict.NOT_YET, told)


def stage(answered: int, asked: int, verdict: Verdict | None, *, handed_in: bool) -> Stage:
    """Tell where somebody is; a verdict counts until something new is asked of them."""
    if verdict is not None:
        return Stage.READY if verdict is Verdict.READY else Stage.NOT_YET
    if answered == 0:
        return Stage.NOT_STARTED
    if answered < asked:
        return Stage.UNDER_WAY
    return Stage.TO_READ if handed_in else Stage.NOT_HANDED_IN
