"""What the ledger tells of a deal's path: who must say yes, what is in the way, how far it is."""

from datetime import date

from dealbot.app.answer import Deal
from dealbot.domain.concern import ConcernTopic
from dealbot.domain.conflict import Conflict
from dealbot.domain.contract import ContractTrack, TrackKind, TrackState
from dealbot.domain.deal import Concern, DealState, Stakeholder
from dealbot.domain.deal_path import DealPath, Decider, Obstacle, OpenConcern
from dealbot.domain.forecast import Forecast
from dealbot.domain.gate import Gate, GateState
from dealbot.domain.gates import in_their_order
from dealbot.domain.phase import DealPhase
from dealbot.domain.pilot import Integration, Pilot, PilotState
from dealbot.domain.required import NOT_NAMED
from dealbot.domain.stakeholder import BuyingRole
from dealbot.forecast.outlook import forecast
from dealbot.forecast.priors import BEST_FIRST, general_priors
from dealbot.forecast.usual import USUAL_TRACKS

UNDER_WAY = tuple(ContractTrack(kind, TrackState.UNDER_WAY) for kind in TrackKind)
_CHAMPION = f"{NOT_NAMED}{BuyingRole.CHAMPION.value}"


def forecast_of(deal: Deal) -> Forecast:
    """Forecast a deal from what is known of it on its day."""
    return forecast(path_of(deal), deal.state.as_of, general_priors())


def path_of(deal: Deal) -> DealPath:
    """Put together the path of a deal; of what nobody told of gates, pilot and contract the phase tells how far."""
    state = deal.state
    seats = _seats(deal)
    labels = {seat.key: seat.label for seat in deal.alignment.required}
    held = frozenset(person.key for people in seats.values() for person in people)
    contracting = state.phase is DealPhase.CONTRACTING
    return DealPath(
        deal=str(deal.record.id),
        deciders=tuple(_decider(key, labels.get(key, _CHAMPION), people, state) for key, people in seats.items()),
        obstacles=(
            *(_obstacle(each) for each in state.open_concerns if _in_the_way(each, state, held)),
            *(_conflict(each) for each in state.conflicts if each.open),
        ),
        gates=gates_of(state),
        integration=state.ehr.integration if state.ehr is not None else Integration.ORDINARY,
        pilot=Pilot(PilotState.DONE) if contracting else state.pilot,
        tracks=tracks_of(state),
        target=deal.record.target_on,
        budget_lock=_lock_to_come(state),
    )


def gates_of(state: DealState) -> tuple[Gate, ...]:
    """The committees in their order, those of whom nobody told as usual.

    A pilot that runs has passed those nobody told of; in contracting only one that meets yet, or sent it back, counts.
    """
    contracting = state.phase is DealPhase.CONTRACTING
    usual = () if contracting or state.pilot.state is not PilotState.PLANNED else general_priors().gate.usual
    found = ((label, state.gates.find(label)) for label in in_their_order(state.gates, usual))
    return tuple(
        gate.gate if gate is not None else Gate(label)
        for label, gate in found
        if gate is None or not contracting or gate.state is GateState.RETURNED or gate.meets_next(state.as_of)
    )


def tracks_of(state: DealState) -> tuple[ContractTrack, ...]:
    """Every track of the contract; in contracting one that nobody told of is under way."""
    usual = UNDER_WAY if state.phase is DealPhase.CONTRACTING else USUAL_TRACKS
    told = {each.kind: each.track for each in state.tracks if each.state is not TrackState.NOT_STARTED}
    return tuple(told.get(track.kind, track) for track in usual)


def _lock_to_come(state: DealState) -> date | None:
    lock = state.budget_lock
    return lock.on if lock is not None and lock.on >= state.as_of else None


def _seats(deal: Deal) -> dict[str, tuple[Stakeholder, ...]]:
    """Who must say yes, by the key of a seat; without a champion among them one is to be found."""
    seats = {seat.key: seat.holders for seat in deal.alignment.required}
    people = [person for holders in seats.values() for person in holders]
    if not any(BuyingRole.CHAMPION in person.roles for person in people):
        seats[_CHAMPION] = ()
    return seats


def _decider(key: str, label: str, people: tuple[Stakeholder, ...], state: DealState) -> Decider:
    """Take whoever is furthest from yes for the seat, and the worries of all who may hold it."""
    if not people:
        return Decider(key, f"{label.removeprefix(NOT_NAMED)} (not named)", sponsor=key == _CHAMPION)
    furthest = max(people, key=lambda person: (BEST_FIRST.index(person.stance), person.key))
    keys = {person.key for person in people}
    return Decider(
        key=key,
        label=furthest.label,
        stance=furthest.stance,
        heard_on=furthest.heard_on,
        concerns=tuple(_open(concern) for concern in state.open_concerns if concern.holder_key in keys),
        sponsor=BuyingRole.CHAMPION in furthest.roles,
    )


def _in_the_way(concern: Concern, state: DealState, held: frozenset[str]) -> bool:
    """Whether it is a worry of nobody or of a body, or one by which somebody else there holds the deal up."""
    if concern.holder_key in held:
        return False
    holder = state.person(concern.holder_key)
    return holder is None or (concern.blocking and holder.gone is None)


def _obstacle(concern: Concern) -> Obstacle:
    topic = concern.topic.words
    label = f"{concern.holder}: {topic}" if concern.holder else topic
    return Obstacle(f"{concern.holder_key or ''} {concern.topic}", label, _open(concern))


def _conflict(conflict: Conflict) -> Obstacle:
    """Two of theirs who are against each other: the deal waits until somebody settles it."""
    one, other = sorted((conflict.one.label, conflict.other.label))
    return Obstacle(
        f"conflict {one} {other}", f"{one} against {other}", OpenConcern(ConcernTopic.COMPETING_PRIORITY, blocking=True)
    )


def _open(concern: Concern) -> OpenConcern:
    return OpenConcern(concern.topic, concern.status, concern.blocking)
