"""The state of a deal as a pure function of its observations and a date, whatever the order of arrival."""

from collections.abc import Iterable, Sequence
from datetime import date

from dealbot.domain.champions import champion_tests
from dealbot.domain.concerns import Worries
from dealbot.domain.conflicts import conflicts
from dealbot.domain.contacts import contacts, with_contacts
from dealbot.domain.deal import DealState, Signal
from dealbot.domain.identity import Identities
from dealbot.domain.learning import who_is_who
from dealbot.domain.observation import (
    CorrectedField,
    Correction,
    Observation,
    PersonStatement,
    SignalStatement,
)
from dealbot.domain.org_changes import org_changes
from dealbot.domain.people import replay_people
from dealbot.domain.phase import DealPhase
from dealbot.domain.resistance import affected_people, resistance_plans
from dealbot.domain.signal import SignalKind
from dealbot.domain.steps import Promises
from dealbot.domain.successions import successions


def replay(observations: Iterable[Observation], as_of: date) -> DealState:
    """Replay everything said up to `as_of`; what was said later is kept by the ledger and not counted."""
    told = who_is_who(observations)
    counting = (o for o in told if (o.origin.said_on <= as_of or o.timeless) and not _of_nobody(o))
    counted = sorted(counting, key=lambda observation: observation.order)
    said = [o.origin.said_on for o in counted if not isinstance(o.item, Correction)]
    identities = Identities(counted)
    worries = Worries(counted, identities)
    everybody = replay_people(counted, identities, worries.voiced())
    reached = contacts(counted, identities, everybody)
    people = tuple(p for p in with_contacts(everybody, reached) if p.evidence.on <= as_of)
    signals = tuple(Signal(item.kind, item.detail, o.evidence) for o, item in _signals(counted))
    return DealState(
        as_of=as_of,
        people=people,
        concerns=worries.concerns({person.key: person.label for person in everybody}),
        steps=Promises(counted, identities).steps(),
        signals=signals,
        phase=_phase(counted),
        first_heard=min(said, default=None),
        last_heard=max(said, default=None),
        champion_tests=champion_tests(counted, identities, people),
        successions=successions(identities.successions(), people),
        conflicts=conflicts(counted, identities, people),
        affected=affected_people(counted, identities, people),
        resistance_plans=resistance_plans(counted, identities),
        contacts=reached,
        org_changes=org_changes(signals),
    )


def _of_nobody(observation: Observation) -> bool:
    """A statement about somebody without name and title."""
    return isinstance(observation.item, PersonStatement) and not observation.item.label


def _signals(counted: Iterable[Observation]) -> list[tuple[Observation, SignalStatement]]:
    return [(o, o.item) for o in counted if isinstance(o.item, SignalStatement)]


def _phase(counted: Sequence[Observation]) -> DealPhase | None:
    """A pilot begins validation, a contract moving after it contracting; what a person says holds until then."""
    phase: DealPhase | None = None
    piloted: date | None = None
    for observation in counted:
        day = observation.origin.said_on
        match observation.item:
            case Correction(field=CorrectedField.PHASE, value=value):
                phase = DealPhase(value)
            case SignalStatement(kind=SignalKind.PILOT):
                piloted = piloted or day
                phase = DealPhase.VALIDATION if phase is not DealPhase.CONTRACTING else phase
            case SignalStatement(kind=SignalKind.CONTRACT) if piloted is not None and piloted < day:
                phase = DealPhase.CONTRACTING
    return phase
