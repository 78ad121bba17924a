"""What the ledger tells of a deal's path: who must say yes and what is in the way; the rest is as usual."""

from dealbot.app.answer import Deal
from dealbot.app.status import GATING
from dealbot.app.wording import topic_words
from dealbot.domain.concern import ConcernTopic
from dealbot.domain.conflict import Conflict
from dealbot.domain.contract import ContractTrack, TrackKind, TrackState
from dealbot.domain.deal import Concern, DealState, Stakeholder
from dealbot.domain.deal_path import DealPath, Decider, Obstacle, OpenConcern
from dealbot.domain.forecast import Forecast
from dealbot.domain.phase import DealPhase
from dealbot.domain.pilot import NOT_YET, Pilot, PilotState, integration_with
from dealbot.domain.signal import SignalKind
from dealbot.domain.stakeholder import BuyingRole, Function
from dealbot.domain.title import canonical_title, held_by_one
from dealbot.forecast.outlook import forecast
from dealbot.forecast.priors import BEST_FIRST, general_priors
from dealbot.forecast.usual import USUAL_TRACKS, usual_gates

UNDER_WAY = tuple(ContractTrack(kind, TrackState.UNDER_WAY) for kind in TrackKind)
_NOT_NAMED = "seat:"
_POWERS = frozenset({BuyingRole.CHAMPION, BuyingRole.ECONOMIC_BUYER, BuyingRole.VETO})


def forecast_of(deal: Deal) -> Forecast:
    """Forecast a deal from what is known of it on its day."""
    return forecast(path_of(deal), deal.state.as_of, general_priors())


def path_of(deal: Deal) -> DealPath:
    """Put together the path of a deal; of gates, pilot and contract only the phase of contracting tells how far."""
    state = deal.state
    seats = _seats(state)
    held = frozenset(person.key for people in seats.values() for person in people)
    contracting = state.phase is DealPhase.CONTRACTING
    return DealPath(
        deal=str(deal.record.id),
        deciders=tuple(_decider(key, people, state) for key, people in seats.items()),
        obstacles=(
            *(_obstacle(each) for each in state.open_concerns if _in_the_way(each, state, held)),
            *(_conflict(each) for each in state.conflicts if each.open),
        ),
        gates=() if contracting else usual_gates(general_priors().gate),
        integration=integration_with(_ehr(state)),
        pilot=Pilot(PilotState.DONE) if contracting else NOT_YET,
        tracks=UNDER_WAY if contracting else USUAL_TRACKS,
        target=deal.record.target_on,
    )


def _seats(state: DealState) -> dict[str, tuple[Stakeholder, ...]]:
    """Who must say yes, by the key of a seat: the champion, who has a veto or the money, and the gating functions.

    A function's seat is its officer's; without one, anybody of it may hold it; one that nobody is known of is empty.
    """
    there = [person for person in state.committee if person.gone is None]
    named = [person for person in there if _holds_power(person) or _holds_seat(person)]
    seats: dict[str, tuple[Stakeholder, ...]] = {person.key: (person,) for person in named}
    if not any(BuyingRole.CHAMPION in person.roles for person in named):
        seats[_seat(BuyingRole.CHAMPION)] = ()
    for function in GATING:
        if all(person.function is not function for person in named):
            seats[_seat(function)] = tuple(person for person in there if person.function is function)
    return seats


def _holds_power(person: Stakeholder) -> bool:
    return not person.roles.isdisjoint(_POWERS)


def _holds_seat(person: Stakeholder) -> bool:
    return person.function in GATING and person.title is not None and held_by_one(canonical_title(person.title))


def _seat(of: BuyingRole | Function) -> str:
    return f"{_NOT_NAMED}{of.value}"


def _decider(key: str, people: tuple[Stakeholder, ...], state: DealState) -> Decider:
    """Take whoever is furthest from yes for the seat, and the worries of all who may hold it."""
    if not people:
        seat = key.removeprefix(_NOT_NAMED)
        return Decider(key, f"{seat} (not named)", sponsor=seat == BuyingRole.CHAMPION)
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
    topic = topic_words(concern.topic)
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


def _ehr(state: DealState) -> str | None:
    """The EHR as last told, with the words around it."""
    told = [f"{each.detail}: {each.evidence.quote}" for each in state.signals if each.kind is SignalKind.EHR]
    return told[-1] if told else None
