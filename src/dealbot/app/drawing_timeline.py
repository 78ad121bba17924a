"""What the timeline of a deal shows: the way to the signature, its gates, its pilot and its contract."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from dealbot.app.answer import Deal
from dealbot.app.answers.two_tracks import committee_name
from dealbot.app.deal_path import forecast_of, gates_of, path_of, tracks_of
from dealbot.app.wording import weekday
from dealbot.domain.contract import ContractTrack, TrackState
from dealbot.domain.forecast import Ending, ItemKind
from dealbot.domain.forecast import Timeline as Expected
from dealbot.domain.gate import GateState, KnownGate
from dealbot.domain.pilot import PilotState
from dealbot.forecast.outlook import endings
from dealbot.forecast.priors import general_priors
from dealbot.pictures.values import Band, Timeline, Track, TrackKind

_BASIS = "general durations, not your history"
Ends = Mapping[tuple[ItemKind, str], Ending]


def timeline_of(deal: Deal) -> Timeline:
    """The whole deal first, then its gates in their order, its pilot and the tracks of its contract.

    Where too little was heard for a forecast there are no bands, only what is known.
    """
    outlook, as_of = forecast_of(deal).outlook, deal.state.as_of
    found = endings(path_of(deal), as_of, general_priors()) if outlook is not None else ()
    ends = {(each.item.kind, each.item.key): each for each in found}
    whole = {"Signed": outlook.signed, "All say yes": outlook.aligned} if outlook is not None else {}
    tracks = [_whole(deal, label, expected) for label, expected in whole.items()]
    tracks += [*_gates(deal, ends), *_pilot(deal, ends), *_contract(deal, ends)]
    return Timeline(deal.name, as_of, tuple(tracks), _BASIS if outlook is not None else None)


def _whole(deal: Deal, label: str, expected: Expected) -> Track:
    band = _band(deal, expected)
    late = "the late end lies beyond three years" if band is not None and expected.p90 is None else None
    return Track(label, TrackKind.WHOLE, deal.state.first_heard, band, note=late)


def _band(deal: Deal, expected: Expected | Ending | None) -> Band | None:
    """The days of it, one beyond the horizon drawn at its end; None where not even the middle is within."""
    if expected is None or expected.p10 is None or expected.p50 is None:
        return None
    horizon = deal.state.as_of + timedelta(days=general_priors().simulation.horizon_days)
    return Band(expected.p10, expected.p50, expected.p90 or horizon)


def _gates(deal: Deal, ends: Ends) -> Iterator[Track]:
    passed = [gate for gate in deal.state.gates.known if gate.state is GateState.PASSED]
    yield from (Track(committee_name(gate.label), TrackKind.GATE, done_on=gate.since) for gate in passed)
    for gate in gates_of(deal.state):
        known = deal.state.gates.find(gate.label)
        if known is None or known.state is not GateState.PASSED:
            since = known.since if known is not None and known.state is GateState.SUBMITTED else None
            band = _band(deal, ends.get((ItemKind.GATE, gate.key)))
            meets = _meets(deal, known) if known is not None else None
            note = _gate_note(deal, known)
            yield Track(committee_name(gate.label), TrackKind.GATE, since, band, note=note, meets=meets)


def _meets(deal: Deal, gate: KnownGate) -> date | None:
    return gate.can_be_made(deal.state.as_of) or gate.meets_next(deal.state.as_of)


def _gate_note(deal: Deal, gate: KnownGate | None) -> str | None:
    if gate is None:
        return "as usual, nobody told of it"
    as_of = deal.state.as_of
    due = gate.papers_for(as_of)
    told = [f"papers due {weekday(due, as_of)}"] if due and gate.state is not GateState.SUBMITTED else []
    told += ["nobody owns them"] if gate.unowned else []
    told += ["sent back"] if gate.state is GateState.RETURNED else []
    return ", ".join(told) or None


def _pilot(deal: Deal, ends: Ends) -> Iterator[Track]:
    pilot = deal.state.pilot
    band = _band(deal, ends.get((ItemKind.PILOT, "pilot")))
    start = pilot.started_on or pilot.planned_for
    label = f"Pilot, {pilot.place}" if pilot.place else "Pilot"
    if pilot.state is PilotState.DONE:
        if pilot.told is not None:
            yield Track(label, TrackKind.PILOT, start, done_on=pilot.told.on)
    elif start is not None or band is not None:
        yield Track(label, TrackKind.PILOT, start, band)


def _contract(deal: Deal, ends: Ends) -> Iterator[Track]:
    known = {track.kind: track for track in deal.state.tracks}
    for track in tracks_of(deal.state):
        told = known.get(track.kind)
        if told is not None and told.state is TrackState.AGREED:
            yield Track(_words(track), TrackKind.CONTRACT, told.started_on, done_on=told.since)
        elif (band := _band(deal, ends.get((ItemKind.CONTRACT, track.key)))) is not None or told is not None:
            note = f"with {told.counterpart}" if told is not None and told.counterpart else None
            yield Track(_words(track), TrackKind.CONTRACT, told.started_on if told else None, band, note=note)


def _words(track: ContractTrack) -> str:
    words = track.kind.words
    return words[0].upper() + words[1:]
