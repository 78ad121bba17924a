"""Where two tell one call differently: held until somebody settles it, the worse counting meanwhile."""

from dataclasses import dataclass

from dealbot.domain.concern import ConcernTopic
from dealbot.domain.deal import DealState
from dealbot.domain.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Readings of one day that differ: where somebody stands, or how a worry of theirs does (`topic`)."""

    about: str | None
    topic: ConcernTopic | None
    readings: tuple[tuple[str, Evidence], ...]


def contradictions(state: DealState) -> tuple[Contradiction, ...]:
    """Every contradiction that nothing said since has settled, stances first."""
    stances = [
        Contradiction(person.label, None, tuple((str(stance), told) for stance, told in person.disagreement.stances))
        for person in state.people
        if person.disagreement is not None
    ]
    worries = [
        Contradiction(concern.holder, concern.topic, tuple((str(status), told) for status, told in concern.readings))
        for concern in state.concerns
        if len({status for status, _ in concern.readings}) > 1
    ]
    return (*stances, *worries)
