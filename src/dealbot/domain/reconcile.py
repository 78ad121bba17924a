"""The state of a deal as a pure function of its observations and a date, whatever the order of arrival."""

from collections.abc import Iterable
from datetime import date

from dealbot.domain.activities import activities
from dealbot.domain.champions import champion_tests
from dealbot.domain.concerns import Worries
from dealbot.domain.conflicts import conflicts
from dealbot.domain.contacts import contacts, with_contacts
from dealbot.domain.deal import DealState, Signal
from dealbot.domain.ehr import ehr_of
from dealbot.domain.ending import endings
from dealbot.domain.exposures.replay import exposure_of
from dealbot.domain.gates import replay_gates
from dealbot.domain.health import health
from dealbot.domain.identity import Identities
from dealbot.domain.lead import rated
from dealbot.domain.learning import who_is_who
from dealbot.domain.observation import Correction, Observation, PersonStatement, SignalStatement
from dealbot.domain.org_changes import org_changes
from dealbot.domain.people import replay_people
from dealbot.domain.phases import budget_lock, replay_phases
from dealbot.domain.pilots.replay import pilot_of
from dealbot.domain.qualifying import qualification_of
from dealbot.domain.required import requirements
from dealbot.domain.resistance import affected_people, resistance_plans
from dealbot.domain.review import reviews_of, rhythm_of
from dealbot.domain.steps import Promises
from dealbot.domain.successions import successions
from dealbot.domain.terms import terms
from dealbot.domain.tracks import replay_tracks


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
    steps = Promises(counted, identities).steps()
    phases = replay_phases(counted)
    return DealState(
        as_of=as_of,
        people=people,
        concerns=worries.concerns({person.key: person.label for person in everybody}),
        steps=steps,
        signals=signals,
        phase=phases.phase,
        first_heard=min(said, default=None),
        last_heard=max(said, default=None),
        requirements=requirements(counted, identities, people, as_of),
        activities=activities(counted, identities),
        gates=replay_gates(counted, steps),
        tracks=replay_tracks(counted, everybody),
        budget_lock=budget_lock(counted),
        phase_terms=phases.terms,
        moves=phases.moves,
        pilot=pilot_of(counted, everybody),
        qualification=qualification_of(counted),
        ehr=ehr_of(counted),
        reviews=reviews_of(counted),
        rhythm=rhythm_of(counted),
        terms=terms(counted),
        endings=endings(counted),
        health=health(counted),
        exposure=exposure_of(counted),
        lead=rated(counted),
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
