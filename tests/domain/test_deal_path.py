"""A path with something else supposed, and what an EHR lets expect."""

import pytest

from dealbot.domain.concern import ConcernTopic
from dealbot.domain.contract import ContractTrack, TrackKind, TrackState
from dealbot.domain.deal_path import DealPath, Decider, Obstacle, OpenConcern, Part
from dealbot.domain.gate import Gate, GateState
from dealbot.domain.pilot import Integration, Pilot, PilotState, integration_with
from dealbot.domain.stakeholder import Stance

DANA, RAJ = Decider("dana", "Dana Ruiz"), Decider("raj", "Raj Patel")
QUEUE = Obstacle("queue", "integration", OpenConcern(ConcernTopic.INTEGRATION))
PATH = DealPath("1", (DANA, RAJ), (QUEUE,), (Gate("P&T"), Gate("Board")), tracks=(ContractTrack(TrackKind.BAA),))


def supposed(part: Part) -> tuple[object, ...]:
    path = PATH.as_if(part)
    return (*path.deciders, *path.obstacles, *path.gates, path.pilot, *path.tracks)


@pytest.mark.parametrize(
    ("part", "place"),
    [
        (Decider("raj", "Raj Patel", Stance.COMMITTED), 1),
        (Obstacle("queue", "integration", OpenConcern(ConcernTopic.INTEGRATION, blocking=True)), 2),
        (Gate("the P&T committee", GateState.PASSED), 3),
        (Pilot(PilotState.RUNNING), 5),
        (ContractTrack(TrackKind.BAA, TrackState.AGREED), 6),
    ],
)
def test_what_is_supposed_stands_in_the_place_of_what_is_and_nothing_else_changes(part: Part, place: int) -> None:
    before = [*PATH.deciders, *PATH.obstacles, *PATH.gates, PATH.pilot, *PATH.tracks]
    before[place] = part
    assert supposed(part) == tuple(before)


def test_what_is_supposed_and_new_is_added() -> None:
    assert PATH.as_if(Gate("MEC")).gates == (*PATH.gates, Gate("MEC"))


def test_several_things_may_be_supposed() -> None:
    yes = Decider("dana", "Dana Ruiz", Stance.COMMITTED)
    assert PATH.as_if(yes, Pilot(PilotState.DONE)) == PATH.as_if(Pilot(PilotState.DONE)).as_if(yes)


@pytest.mark.parametrize("ehr", ["Meditech", "MEDITECH Magic 5.67", "an older version of Cerner"])
def test_meditech_and_old_versions_are_hard_to_join(ehr: str) -> None:
    assert integration_with(ehr) is Integration.HARD


@pytest.mark.parametrize("ehr", ["Epic", None])
def test_other_records_are_ordinary(ehr: str | None) -> None:
    assert integration_with(ehr) is Integration.ORDINARY
