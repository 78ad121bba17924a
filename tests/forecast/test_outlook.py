"""The forecast of a deal: refused without evidence, else likelihood, dates, what comes last and what would move it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from inline_snapshot import snapshot

from dealbot.domain.concern import ConcernTopic
from dealbot.domain.contract import ContractTrack, TrackKind, TrackState
from dealbot.domain.deal_path import DealPath, Decider, Obstacle, OpenConcern
from dealbot.domain.forecast import (
    Driver,
    Forecast,
    Item,
    ItemKind,
    Lacking,
    Likelihood,
    Missing,
    Outlook,
    PathItem,
    Timeline,
)
from dealbot.domain.gate import Calendar, Gate, GateState, monthly
from dealbot.domain.pilot import Integration, Pilot, PilotState
from dealbot.domain.stakeholder import Stance
from dealbot.forecast.outlook import endings, forecast
from dealbot.forecast.usual import USUAL_TRACKS
from tests.forecast.paths import PRIORS, TODAY, ago, from_nothing, heard

SECOND_TUESDAYS = Calendar(monthly(2, 1, TODAY, 12), papers_days=14)
LEE = heard("Amelia Lee", Stance.COMMITTED, sponsor=True)
GOMEZ = heard("Ana Gomez")
RUIZ = heard("Dana Ruiz", Stance.CONCERNED, OpenConcern(ConcernTopic.BUDGET_ROI, blocking=True))
PATEL = heard("Raj Patel", Stance.CONCERNED, OpenConcern(ConcernTopic.INTEGRATION))
GATES = (Gate("P&T", calendar=SECOND_TUESDAYS), Gate("Medical Executive Committee"), Gate("Board"))
LAKESHORE = DealPath("Lakeshore", (LEE, GOMEZ, RUIZ, PATEL), gates=GATES, tracks=USUAL_TRACKS)


def of(path: DealPath) -> Forecast:
    return forecast(path, TODAY, PRIORS)


def outlook(path: DealPath) -> Outlook:
    found = of(path).outlook
    assert found is not None
    return found


def days_to(day: date | None) -> int:
    assert day is not None
    return (day - TODAY).days


def last(path: DealPath) -> list[str]:
    return [each.item.label for each in outlook(path).critical_path]


def test_a_forecast_is_the_same_on_every_run_and_machine() -> None:
    assert (
        of(LAKESHORE)
        == of(LAKESHORE)
        == snapshot(
            Forecast(
                outlook=Outlook(
                    aligned=Timeline(
                        by_target=None,
                        within_horizon=Likelihood(low=0.603, middle=0.767, high=0.931),
                        p10=date(2027, 3, 31),
                        p50=date(2027, 9, 18),
                        p90=None,
                    ),
                    signed=Timeline(
                        by_target=None,
                        within_horizon=Likelihood(low=0.557, middle=0.7175, high=0.878),
                        p10=date(2028, 2, 21),
                        p50=date(2028, 9, 5),
                        p90=None,
                    ),
                    critical_path=(
                        PathItem(
                            item=Item(kind=ItemKind.PERSON, key="Dana Ruiz", label="Dana Ruiz"),
                            until=date(2027, 7, 14),
                            share=0.5635,
                        ),
                        PathItem(
                            item=Item(kind=ItemKind.PILOT, key="pilot", label="pilot"),
                            until=date(2028, 6, 3),
                            share=1.0,
                        ),
                        PathItem(
                            item=Item(kind=ItemKind.CONTRACT, key="vendor_agreement", label="vendor agreement"),
                            until=date(2028, 8, 9),
                            share=0.548,
                        ),
                    ),
                    drivers=(
                        Driver(
                            item=Item(kind=ItemKind.PERSON, key="Dana Ruiz", label="Dana Ruiz"), effect=0.076, days=85.9
                        ),
                        Driver(
                            item=Item(kind=ItemKind.PERSON, key="Raj Patel", label="Raj Patel"),
                            effect=0.0695,
                            days=62.8,
                        ),
                        Driver(item=Item(kind=ItemKind.PILOT, key="pilot", label="pilot"), effect=0.0115, days=66.4),
                    ),
                    misses_budget_lock=None,
                ),
                missing=(),
                no_calendar=("Medical Executive Committee", "Board"),
            )
        )
    )


def test_where_nobody_must_say_yes_nothing_is_forecast() -> None:
    assert of(DealPath("1")) == Forecast(None, (Missing(Lacking.NOBODY_MUST_SAY_YES),), ())


def test_with_less_than_half_heard_nothing_is_forecast_and_the_others_are_named() -> None:
    unheard = tuple(Decider(name, name) for name in ("CISO", "General Counsel", "CPO"))
    path = DealPath("1", (LEE, GOMEZ, *unheard))
    assert of(path).missing == (Missing(Lacking.TOO_FEW_HEARD, ("CISO", "General Counsel", "CPO")),)
    assert of(replace(path, deciders=path.deciders[:-1])).enough_evidence


def test_of_one_alone_nothing_is_forecast() -> None:
    assert of(DealPath("1", (LEE,))).missing == (Missing(Lacking.TOO_FEW_HEARD, ()),)


@pytest.mark.parametrize(
    "silent",
    [replace(GOMEZ, heard_on=ago(181, 200)), replace(GOMEZ, heard_on=()), replace(GOMEZ, stance=Stance.UNKNOWN)],
)
def test_who_was_not_heard_for_half_a_year_or_has_no_position_counts_as_unheard(silent: Decider) -> None:
    assert of(DealPath("1", (LEE, silent))).missing == (Missing(Lacking.TOO_FEW_HEARD, ("Ana Gomez",)),)


def test_a_deal_of_which_nothing_was_heard_is_not_forecast() -> None:
    assert not of(from_nothing()).enough_evidence


def test_a_gate_that_nobody_knows_the_calendar_of_is_an_open_question() -> None:
    assert of(LAKESHORE).no_calendar == ("Medical Executive Committee", "Board")
    passed = (Gate("Medical Executive Committee", GateState.PASSED), Gate("Board", calendar=Calendar(())))
    assert of(LAKESHORE.as_if(*passed)).no_calendar == ("Board",)


def test_the_likelihood_by_a_target_is_told_only_where_it_lies_ahead_and_within_the_horizon() -> None:
    near = outlook(replace(LAKESHORE, target=date(2028, 6, 30))).signed
    assert near.by_target is not None
    assert near.likelihood.middle < near.within_horizon.middle
    for target in (TODAY - timedelta(days=1), TODAY + timedelta(days=2000), None):
        assert outlook(replace(LAKESHORE, target=target)).signed.by_target is None


def test_the_committees_meeting_is_on_the_critical_path_with_its_day() -> None:
    path = replace(LAKESHORE, deciders=(LEE, GOMEZ))
    assert last(path)[:4] == ["P&T", "Medical Executive Committee", "Board", "pilot"]
    assert outlook(path).critical_path[0].until == date(2026, 12, 8)


def test_whoever_the_committees_wait_for_comes_before_them() -> None:
    unsure = replace(LEE, stance=Stance.NEUTRAL)
    assert last(replace(LAKESHORE, deciders=(unsure, GOMEZ)))[:2] == ["Amelia Lee", "P&T"]


def test_an_obstacle_that_takes_longest_is_the_critical_path() -> None:
    war = Obstacle("rivals", "competing priority", OpenConcern(ConcernTopic.COMPETING_PRIORITY, blocking=True))
    path = DealPath("1", (LEE, GOMEZ), (war,))
    assert last(path) == ["competing priority", "pilot"]


def test_where_all_have_said_yes_only_what_is_left_is_on_the_critical_path() -> None:
    path = DealPath("1", (LEE, GOMEZ), pilot=Pilot(PilotState.DONE), tracks=(ContractTrack(TrackKind.BAA),))
    assert last(path)[-1] == "baa"
    assert "pilot" not in last(path)


def test_a_running_pilot_is_on_the_critical_path_beside_those_still_to_say_yes() -> None:
    pilot = Pilot(PilotState.RUNNING, ago(10)[0])
    assert last(DealPath("1", (LEE, GOMEZ), pilot=pilot)) == ["pilot"]
    assert last(DealPath("1", (LEE, RUIZ), pilot=Pilot(PilotState.RUNNING, ago(200)[0])))[0] == "Dana Ruiz"


def test_of_two_that_always_end_last_together_the_same_is_named_in_any_order() -> None:
    never = PRIORS.stances[Stance.OPPOSED].model_copy(update={"ever": 0.0})
    priors = PRIORS.model_copy(update={"stances": PRIORS.stances | {Stance.OPPOSED: never}})
    two = (heard("Zoe", Stance.OPPOSED), heard("Abe", Stance.OPPOSED))
    for deciders in (two, two[::-1]):
        found = forecast(DealPath("1", deciders), TODAY, priors).outlook
        assert found is not None
        assert found.critical_path[0].item.label == "Abe"


def test_the_worst_hindrance_moves_it_most() -> None:
    opposed = replace(PATEL, stance=Stance.OPPOSED)
    found = outlook(LAKESHORE.as_if(opposed)).drivers
    assert found[0].item.label == "Raj Patel"
    assert len(found) == 3
    assert [driver.effect for driver in found] == sorted((driver.effect for driver in found), reverse=True)


def test_a_driver_is_worth_what_supposing_it_settled_gives() -> None:
    first = outlook(LAKESHORE).drivers[0]
    settled = replace(next(each for each in LAKESHORE.deciders if each.key == first.item.key), stance=Stance.COMMITTED)
    better = outlook(LAKESHORE.as_if(replace(settled, concerns=()))).signed.likelihood.middle
    gained = better - outlook(LAKESHORE).signed.likelihood.middle
    assert gained == pytest.approx(first.effect, abs=0.02)


def test_with_everything_done_the_deal_is_signed_today_and_nothing_moves_it() -> None:
    done = PRIORS.model_copy(update={"upheaval": PRIORS.upheaval.model_copy(update={"share_per_year": 0.0001})})
    path = DealPath(
        "1", (LEE, GOMEZ), pilot=Pilot(PilotState.DONE), tracks=(ContractTrack(TrackKind.BAA, TrackState.AGREED),)
    )
    found = forecast(path, TODAY, done).outlook
    assert found is not None
    assert found.signed.p50 == TODAY


def test_meditech_adds_three_months_before_the_pilot_and_after_it() -> None:
    for pilot in (Pilot(), Pilot(PilotState.RUNNING, ago(150)[0])):
        easy = outlook(replace(LAKESHORE, pilot=pilot)).signed.p50
        hard = outlook(replace(LAKESHORE, pilot=pilot, integration=Integration.HARD)).signed.p50
        assert 75 <= days_to(hard) - days_to(easy) <= 120
    path = replace(LAKESHORE, pilot=Pilot(PilotState.DONE), integration=Integration.HARD)
    assert [each.item.kind for each in outlook(path).critical_path][-2:] == [ItemKind.INTEGRATION, ItemKind.CONTRACT]


def test_when_the_pilot_is_done_and_all_say_yes_the_contract_takes_two_to_three_months() -> None:
    path = DealPath("1", (LEE, heard("Dana Ruiz", Stance.COMMITTED)), pilot=Pilot(PilotState.DONE), tracks=USUAL_TRACKS)
    assert 60 <= days_to(outlook(path).signed.p50) <= 95


def test_a_new_cfo_of_whom_nothing_is_known_lowers_the_likelihood() -> None:
    before = DealPath("1", (LEE, GOMEZ, heard("CFO")), gates=GATES, tracks=USUAL_TRACKS)
    after = before.as_if(Decider("CFO", "CFO"))
    assert outlook(after).signed.likelihood.middle < outlook(before).signed.likelihood.middle


@pytest.mark.parametrize(
    ("lock", "misses"), [(None, None), (date(2026, 12, 31), True), (TODAY + timedelta(days=1000), False)]
)
def test_a_budget_lock_is_missed_where_half_of_the_times_it_is_signed_after_it(
    lock: date | None, *, misses: bool | None
) -> None:
    assert outlook(replace(LAKESHORE, budget_lock=lock)).misses_budget_lock is misses


def test_a_deal_that_is_not_signed_within_the_horizon_misses_every_lock() -> None:
    opposed = tuple(heard(name, Stance.OPPOSED) for name in ("a", "b"))
    found = outlook(DealPath("1", opposed, budget_lock=date(2029, 1, 1)))
    assert (found.signed.p50, found.misses_budget_lock) == (None, True)


def test_every_item_still_to_come_has_the_days_by_which_it_is_over_in_order() -> None:
    found = endings(LAKESHORE, TODAY, PRIORS)
    days = [(each.p10, each.p50, each.p90) for each in found]
    path = {each.item: each.until for each in outlook(LAKESHORE).critical_path}

    assert {each.item.label for each in found} >= {"P&T", "Board", "pilot", "Dana Ruiz"}
    assert all(sorted(day or date.max for day in three) == [day or date.max for day in three] for three in days)
    assert {each.item: each.p50 for each in found if each.item in path} == path
