"""What we do for each person: the proof they want, what is planned for them, and what they share with others."""

from collections.abc import Iterable
from dataclasses import dataclass

from dealbot.domain.concern import ConcernTopic
from dealbot.domain.deal import Concern, DealState, NextStep, Stakeholder
from dealbot.domain.evidence import Evidence
from dealbot.domain.names import fold
from dealbot.domain.proof import TYPICAL, ProofKind, Typical, proof_for
from dealbot.domain.stakeholder import Side


@dataclass(frozen=True, slots=True)
class Want:
    """A proof that a person wants, with the words that say so."""

    kind: ProofKind
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class EngagementPlan:
    """What one person wants to see and what is planned for them, the earliest first.

    `typical` is what people in their seat usually worry about: a guess to verify, only where they said nothing.
    """

    person: Stakeholder
    wants: tuple[Want, ...]
    typical: Typical | None
    touches: tuple[NextStep, ...]

    @property
    def proof(self) -> ProofKind | None:
        """What to show them next: what they want, else what their like usually want."""
        if self.wants:
            return self.wants[0].kind
        like = TYPICAL.get(self.person.function) if self.person.function else None
        return like.proof if like else None


@dataclass(frozen=True, slots=True)
class SharedGround:
    """A matter that two people or more raised."""

    topic: ConcernTopic
    concerns: tuple[Concern, ...]


def plan_of(person: Stakeholder, state: DealState) -> EngagementPlan:
    """Put together what is known of how to win a person."""
    told = tuple(concern for concern in state.concerns if concern.holder_key == person.key)
    typical = TYPICAL.get(person.function) if person.function and not told else None
    touches = tuple(step for step in state.open_steps if is_for(step, person))
    return EngagementPlan(person, _wants(person, state), typical, touches)


def _wants(person: Stakeholder, state: DealState) -> tuple[Want, ...]:
    """What was set by hand, then what their open worries call for, each kind once."""
    by_hand = person.proof_set
    wants = [Want(kind, by_hand.evidence) for kind in by_hand.kinds] if by_hand else []
    for concern in state.open_concerns:
        kind = proof_for(concern.topic, person.function) if concern.holder_key == person.key else None
        if kind is not None:
            wants.append(Want(kind, concern.evidence))
    first = {want.kind: want for want in reversed(wants)}
    return tuple(dict.fromkeys(first[want.kind] for want in wants))


def is_for(step: NextStep, person: Stakeholder) -> bool:
    """Whether a promise is a person's own or is made to them by name."""
    if step.owner_key == person.key:
        return True
    told = set(fold(f"{step.action} {step.evidence.quote}").split())
    return step.side is Side.US and bool(told & set(fold(person.label).split()))


def shared_ground(state: DealState, people: Iterable[Stakeholder]) -> tuple[SharedGround, ...]:
    """The matters that several of these people raised, open or settled, those of most people first."""
    keys = {person.key for person in people}
    topics: dict[ConcernTopic, list[Concern]] = {}
    for concern in state.concerns:
        if concern.holder_key in keys and concern.topic is not ConcernTopic.OTHER:
            topics.setdefault(concern.topic, []).append(concern)
    shared = (SharedGround(topic, tuple(held)) for topic, held in topics.items() if len(held) > 1)
    return tuple(sorted(shared, key=lambda each: (-len(each.concerns), each.topic)))
