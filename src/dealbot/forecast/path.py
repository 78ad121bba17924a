"""A deal's path drawn many times: everything still to come, each thing by itself."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from dealbot.domain.contract import ContractTrack, TrackState
from dealbot.domain.deal_path import DealPath
from dealbot.domain.forecast import Item, ItemKind
from dealbot.domain.gate import GateState
from dealbot.domain.pilot import Integration, PilotState
from dealbot.forecast.gates import Meetings, meetings_of
from dealbot.forecast.priors import Priors
from dealbot.forecast.streams import Floats, Streams
from dealbot.forecast.waits import decision, left, settlement, taken

INTEGRATION = Item(ItemKind.INTEGRATION, "integration", "integration")
PILOT = Item(ItemKind.PILOT, "pilot", "pilot")
_YEAR_DAYS = 365


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is still to come of a deal, in days per draw; an item that is over is not there.

    `yes` are people and obstacles. Pilot and integration wait for everybody's yes, or, `running`, the pilot is counted
    from today. So are tracks, but those to come `later`, which wait for the pilot. `stop` is the day of an upheaval,
    `shock` how slow the house is.
    """

    yes: Mapping[Item, Floats]
    sponsors: frozenset[Item]
    gates: Mapping[Item, Meetings]
    validation: Mapping[Item, Floats]
    running: bool
    tracks: Mapping[Item, Floats]
    later: frozenset[Item]
    stop: Floats
    shock: Floats

    @property
    def items(self) -> tuple[Item, ...]:
        """Everything there is."""
        return (*self.yes, *self.gates, *self.validation, *self.tracks)

    def at_best(self, item: Item) -> "Drawn":
        """The same with one item settled today, or, since nobody skips it, a pilot as short as in its best draw."""
        return replace(
            self,
            yes={each: np.zeros_like(days) if each == item else days for each, days in self.yes.items()},
            gates={each: gate for each, gate in self.gates.items() if each != item},
            validation={
                each: np.full_like(days, days.min()) if each == item else days
                for each, days in self.validation.items()
                if each != item or each == PILOT
            },
            tracks={each: days for each, days in self.tracks.items() if each != item},
        )


def drawn(path: DealPath, today: date, priors: Priors) -> Drawn:
    """Draw everything still to come."""
    streams = Streams(path.deal, priors.simulation.draws, priors.simulation.shared)
    people = {Item(ItemKind.PERSON, each.key, each.label): each for each in path.deciders}
    obstacles = {Item(ItemKind.CONCERN, each.key, each.label): each for each in path.obstacles}
    gates = {Item(ItemKind.GATE, each.key, each.label): each for each in path.gates}
    tracks = {Item(ItemKind.CONTRACT, each.key, each.key.replace("_", " ")): each for each in path.tracks}
    return Drawn(
        yes={item: decision(each, today, priors, streams) for item, each in people.items()}
        | {item: settlement(each.concern, each.key, priors, streams) for item, each in obstacles.items()},
        sponsors=frozenset(item for item, each in people.items() if each.sponsor) or frozenset(people),
        gates={
            item: meetings_of(each, today, priors, streams)
            for item, each in gates.items()
            if each.state is not GateState.PASSED
        },
        validation=_validation(path, today, priors, streams),
        running=path.pilot.state is not PilotState.PLANNED,
        tracks={
            item: _track(each, today, priors, streams)
            for item, each in tracks.items()
            if each.state is not TrackState.AGREED
        },
        later=frozenset(item for item, each in tracks.items() if each.state is TrackState.NOT_STARTED),
        stop=streams.alone("upheaval") / priors.upheaval.share_per_year * _YEAR_DAYS,
        shock=streams.shock,
    )


def _validation(path: DealPath, today: date, priors: Priors, streams: Streams) -> dict[Item, Floats]:
    """Draw the hard integration and the pilot, with its preparation and verdict, as far as they are to come."""
    found = {}
    if path.integration is Integration.HARD:
        found[INTEGRATION] = taken(priors.integration.days, streams.of("integration"))
    if path.pilot.state is not PilotState.DONE:
        planned = path.pilot.state is PilotState.PLANNED
        run = left(priors.pilot.run.days, None if planned else path.pilot.started_on, today, streams.of("pilot"))
        before = taken(priors.pilot.preparation.days, streams.of("preparation")) if planned else 0.0
        found[PILOT] = before + run + taken(priors.pilot.verdict.days, streams.of("verdict"))
    return found


def _track(track: ContractTrack, today: date, priors: Priors, streams: Streams) -> Floats:
    started_on = track.started_on if track.state is TrackState.UNDER_WAY else None
    return left(priors.contract[track.kind].days, started_on, today, streams.of(f"contract {track.key}"))
