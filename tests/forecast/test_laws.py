"""What holds of every forecast: what is worse makes nothing likelier or earlier, draw by draw."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from random import Random
from typing import Any

import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st

from dealbot.domain.concern import ConcernStatus
from dealbot.domain.contract import ContractTrack, TrackKind, TrackState
from dealbot.domain.deal_path import DealPath, Decider, Obstacle, OpenConcern
from dealbot.domain.forecast import Likelihood, Timeline
from dealbot.domain.gate import Calendar, Gate, GateState
from dealbot.domain.pilot import Integration, Pilot, PilotState
from dealbot.forecast.course import course_of
from dealbot.forecast.outlook import outlook_of
from dealbot.forecast.path import drawn
from dealbot.forecast.priors import BEST_FIRST
from dealbot.forecast.timeline import Reader
from tests.forecast.paths import (
    FEW,
    TODAY,
    calendars,
    course,
    days_ahead,
    days_back,
    deciders,
    gates,
    open_concerns,
    paths,
)

HORIZON = TODAY + timedelta(days=FEW.simulation.horizon_days)
_ROUNDING = 1e-9
_GATES_BEST_FIRST = (GateState.PASSED, GateState.SUBMITTED, GateState.OPEN, GateState.RETURNED)


def never_better(worse: DealPath, better: DealPath) -> None:
    """No draw ends earlier; so no likelihood is higher and no date earlier, for everybody's yes and the signature."""
    ends = ((found.aligned, found.signed) for found in (course(worse), course(better)))
    reader = Reader(TODAY, HORIZON, better.target, drawn(better, TODAY, FEW).shock)
    for bad, good in zip(*ends, strict=True):
        assert (bad >= good - _ROUNDING).all()
        timeline_no_better(reader.timeline(bad), reader.timeline(good))


def timeline_no_better(worse: Timeline, better: Timeline) -> None:
    """No likelihood is higher, no date earlier."""
    pairs = [(worse.within_horizon, better.within_horizon)]
    if worse.by_target is not None and better.by_target is not None:
        pairs.append((worse.by_target, better.by_target))
    for bad, good in pairs:
        assert all(a <= b for a, b in zip(figures(bad), figures(good), strict=True))
    assert all(_later(bad) >= _later(good) for bad, good in zip(dates(worse), dates(better), strict=True))


def figures(likelihood: Likelihood) -> tuple[float, float, float]:
    return likelihood.low, likelihood.middle, likelihood.high


def dates(timeline: Timeline) -> tuple[date | None, date | None, date | None]:
    return timeline.p10, timeline.p50, timeline.p90


def _later(day: date | None) -> date:
    return day or date.max


def first_as(path: DealPath, **changed: Any) -> DealPath:
    """The path with its first decider changed."""
    return path.as_if(replace(path.deciders[0], **changed))


@given(paths, st.data())
def test_a_worse_stance_makes_nothing_likelier_or_earlier(path: DealPath, data: st.DataObject) -> None:
    better = data.draw(st.sampled_from(BEST_FIRST[:-1]))
    worse = data.draw(st.sampled_from(BEST_FIRST[BEST_FIRST.index(better) + 1 :]))
    never_better(first_as(path, stance=worse), first_as(path, stance=better))


@given(paths, st.data())
def test_a_worse_stance_heard_today_counts_no_better_than_a_better_one_of_long_ago(
    path: DealPath, data: st.DataObject
) -> None:
    better = data.draw(st.sampled_from(BEST_FIRST[:-1]))
    worse = data.draw(st.sampled_from(BEST_FIRST[BEST_FIRST.index(better) + 1 :]))
    before = path.deciders[0].heard_on
    never_better(first_as(path, stance=worse, heard_on=(*before, TODAY)), first_as(path, stance=better))


@given(paths, open_concerns)
def test_one_more_open_concern_makes_nothing_likelier_or_earlier(path: DealPath, concern: OpenConcern) -> None:
    held = tuple(each for each in path.deciders[0].concerns if each.topic != concern.topic)
    never_better(first_as(path, concerns=(*held, concern)), first_as(path, concerns=held))


@given(paths, open_concerns)
def test_a_concern_voiced_today_counts_no_better_than_the_silence_before(path: DealPath, concern: OpenConcern) -> None:
    quiet = first_as(path, concerns=())
    voiced = (*path.deciders[0].heard_on, TODAY)
    never_better(first_as(path, concerns=(concern,), heard_on=voiced), quiet)


@given(paths, open_concerns)
def test_a_concern_that_blocks_or_was_not_answered_is_no_better(path: DealPath, concern: OpenConcern) -> None:
    mild = replace(concern, blocking=False, status=ConcernStatus.ADDRESSED)
    never_better(first_as(path, concerns=(replace(mild, blocking=True),)), first_as(path, concerns=(mild,)))
    raised = replace(mild, status=ConcernStatus.RAISED)
    never_better(first_as(path, concerns=(raised,)), first_as(path, concerns=(mild,)))


@given(paths, open_concerns)
def test_an_obstacle_makes_nothing_likelier_or_earlier(path: DealPath, concern: OpenConcern) -> None:
    never_better(path.as_if(Obstacle("one more", "one more", concern)), path)


@given(paths, st.lists(days_back, min_size=1, max_size=4), st.integers(1, 300))
def test_last_heard_longer_ago_makes_nothing_likelier_or_earlier(
    path: DealPath, heard_on: list[date], days: int
) -> None:
    earlier = tuple(day - timedelta(days=days) for day in heard_on)
    never_better(first_as(path, heard_on=earlier), first_as(path, heard_on=tuple(heard_on)))


@given(paths, st.lists(days_back, min_size=1, max_size=4))
def test_heard_less_often_makes_nothing_likelier_or_earlier(path: DealPath, heard_on: list[date]) -> None:
    never_better(first_as(path, heard_on=tuple(heard_on[:-1])), first_as(path, heard_on=tuple(heard_on)))


@given(paths, deciders("one more"))
def test_one_more_who_must_say_yes_makes_nothing_likelier_or_earlier(path: DealPath, decider: Decider) -> None:
    assume(any(each.sponsor for each in path.deciders) or not decider.sponsor)
    never_better(path.as_if(decider), path)


@given(paths, gates("one more"))
def test_one_more_gate_makes_nothing_likelier_or_earlier(path: DealPath, gate: Gate) -> None:
    never_better(path.as_if(gate), path)


@given(paths, gates("g0"), st.data())
def test_a_gate_that_is_less_far_makes_nothing_likelier_or_earlier(
    path: DealPath, gate: Gate, data: st.DataObject
) -> None:
    better = data.draw(st.sampled_from(_GATES_BEST_FIRST[:-1]))
    worse = data.draw(st.sampled_from(_GATES_BEST_FIRST[_GATES_BEST_FIRST.index(better) + 1 :]))
    never_better(*(path.as_if(replace(gate, state=state)) for state in (worse, better)))


@given(paths, gates("g0"), calendars, st.data())
def test_a_meeting_called_off_or_papers_due_earlier_make_nothing_likelier_or_earlier(
    path: DealPath, gate: Gate, calendar: Calendar, data: st.DataObject
) -> None:
    known = sorted(set(calendar.meets_on))
    assume(known)
    off = data.draw(st.sets(st.sampled_from(known), max_size=len(known))) - {known[-1]}
    usual = FEW.gate.papers_days if calendar.papers_days is None else calendar.papers_days
    later = replace(
        calendar,
        meets_on=tuple(day for day in known if day not in off),
        papers_days=usual + data.draw(st.integers(0, 30)),
    )
    never_better(*(path.as_if(replace(gate, calendar=each)) for each in (later, calendar)))


@given(paths, gates("g0"), days_ahead, st.integers(14, 60), st.integers(1, 3))
def test_a_calendar_that_begins_some_meetings_later_makes_nothing_likelier_or_earlier(
    path: DealPath, gate: Gate, first: date, every: int, meetings: int
) -> None:
    calendar = Calendar((first,), every)
    later = Calendar((first + timedelta(days=every * meetings),), every)
    never_better(*(path.as_if(replace(gate, calendar=each)) for each in (later, calendar)))


@given(paths, days_back)
def test_a_pilot_that_is_less_far_makes_nothing_likelier_or_earlier(path: DealPath, started_on: date) -> None:
    pilots = (
        Pilot(PilotState.DONE),
        Pilot(PilotState.RUNNING, started_on),
        Pilot(PilotState.RUNNING, started_on + timedelta(days=20)),
        Pilot(PilotState.PLANNED),
    )
    for better, worse in pairwise(pilots):
        never_better(path.as_if(worse), path.as_if(better))


@given(paths, st.sampled_from(TrackKind), days_back)
def test_a_track_that_is_less_far_makes_nothing_likelier_or_earlier(
    path: DealPath, kind: TrackKind, started_on: date
) -> None:
    tracks = (
        ContractTrack(kind, TrackState.AGREED),
        ContractTrack(kind, TrackState.UNDER_WAY, started_on),
        ContractTrack(kind, TrackState.UNDER_WAY, started_on + timedelta(days=20)),
        ContractTrack(kind, TrackState.NOT_STARTED),
    )
    for better, worse in pairwise(tracks):
        never_better(path.as_if(worse), path.as_if(better))


@given(paths)
def test_a_hard_integration_makes_nothing_likelier_or_earlier(path: DealPath) -> None:
    never_better(replace(path, integration=Integration.HARD), replace(path, integration=Integration.ORDINARY))


@given(paths)
def test_all_together_are_never_likelier_than_the_weakest(path: DealPath) -> None:
    found = course(path)
    for days in range(0, FEW.simulation.horizon_days, 30):
        weakest = min(float((ends <= days).mean()) for ends in found.ends.values())
        assert (found.signed <= days).mean() <= min(weakest, (found.aligned <= days).mean())
        yes = [ends for item, ends in found.ends.items() if item.kind in {"person", "concern", "gate"}]
        assert (found.aligned <= days).mean() <= min(float((ends <= days).mean()) for ends in yes)


@given(paths)
def test_the_dates_and_the_band_are_in_order(path: DealPath) -> None:
    found = outlook_of(path, TODAY, FEW)
    for timeline in (found.aligned, found.signed):
        assert list(dates(timeline)) == sorted(dates(timeline), key=_later)
        for likelihood in (timeline.within_horizon, timeline.likelihood):
            assert 0 <= likelihood.low <= likelihood.middle <= likelihood.high <= 1
    assert all(_later(a) <= _later(b) for a, b in zip(dates(found.aligned), dates(found.signed), strict=True))


@given(paths, st.randoms())
def test_nothing_depends_on_the_order_of_people_obstacles_and_tracks(path: DealPath, chance: Random) -> None:
    mixed = replace(
        path,
        deciders=tuple(chance.sample(path.deciders, len(path.deciders))),
        obstacles=tuple(chance.sample(path.obstacles, len(path.obstacles))),
        tracks=tuple(chance.sample(path.tracks, len(path.tracks))),
    )
    assert outlook_of(mixed, TODAY, FEW) == outlook_of(path, TODAY, FEW)


@given(paths, deciders("p0"))
def test_a_change_in_one_person_leaves_the_draws_of_everything_else(path: DealPath, changed: Decider) -> None:
    before, after = (drawn(each, TODAY, FEW) for each in (path, path.as_if(changed)))
    others = [item for item in before.yes if item.key != "p0"]
    assert all(np.array_equal(before.yes[item], after.yes[item]) for item in others)
    assert all(np.array_equal(before.tracks[item], after.tracks[item]) for item in before.tracks)


@given(paths)
def test_a_driver_is_what_the_deal_gains_with_the_item_at_its_best_and_the_best_comes_first(path: DealPath) -> None:
    found = outlook_of(path, TODAY, FEW)
    effects = [driver.effect for driver in found.drivers]
    assert effects == sorted(effects, reverse=True)
    assert len(found.drivers) <= 3
    for driver in found.drivers:
        settled = course_of(drawn(path, TODAY, FEW).at_best(driver.item))
        assert (settled.signed <= course(path).signed).all()
        assert driver.effect >= 0
        assert driver.days > 0
