"""The state of a deal as a pure function of its observations and a date, whatever the order of arrival."""

from collections.abc import Iterable, Sequence
from datetime import date

from dealbot.domain.concerns import replay_concerns
from dealbot.domain.deal import DealState, Signal
from dealbot.domain.identity import Identities
from dealbot.domain.observation import CorrectedField, Correction, Observation, SignalStatement
from dealbot.domain.people import replay_people
from dealbot.domain.phase import DealPhase
from dealbot.domain.signal import SignalKind
from dealbot.domain.steps import replay_steps


def replay(observations: Iterable[Observation], as_of: date) -> DealState:
    """Replay everything said up to `as_of`; what was said later is kept by the ledger and not counted."""
    every = sorted(observations, key=lambda observation: observation.order)
    counted = [o for o in every if o.origin.said_on <= as_of or _timeless(o)]
    identities = Identities(counted)
    said = [o.origin.said_on for o in counted if o.origin.said_on <= as_of]
    signals = tuple(
        Signal(o.item.kind, o.item.detail, o.evidence) for o in counted if isinstance(o.item, SignalStatement)
    )
    return DealState(
        as_of=as_of,
        people=tuple(p for p in replay_people(counted, identities) if p.evidence.on <= as_of),
        concerns=replay_concerns(counted, identities),
        steps=replay_steps(counted, identities),
        signals=signals,
        phase=_phase(counted, signals),
        first_heard=min(said, default=None),
        last_heard=max(said, default=None),
    )


def _timeless(observation: Observation) -> bool:
    """Who somebody is does not depend on the day it was set right."""
    return isinstance(observation.item, Correction) and observation.item.field.identity


def _phase(counted: Sequence[Observation], signals: Sequence[Signal]) -> DealPhase | None:
    set_by_hand = [
        o.item.value for o in counted if isinstance(o.item, Correction) and o.item.field is CorrectedField.PHASE
    ]
    if set_by_hand:
        return DealPhase(set_by_hand[-1])
    piloted = [signal.evidence.on for signal in signals if signal.kind is SignalKind.PILOT]
    contracted = [signal.evidence.on for signal in signals if signal.kind is SignalKind.CONTRACT]
    if piloted and contracted and max(contracted) > min(piloted):
        return DealPhase.CONTRACTING
    return DealPhase.VALIDATION if piloted else None
