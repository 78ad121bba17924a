"""The path of a deal out of its ledger: whose yes it needs, what is in the way, and what bad news does to it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from dealbot.app.answer import Deal
from dealbot.app.deal_path import UNDER_WAY, forecast_of, path_of
from dealbot.domain.concern import ConcernStatus, ConcernTopic
from dealbot.domain.contract import TrackKind, TrackState
from dealbot.domain.deal_path import Decider, Obstacle, OpenConcern
from dealbot.domain.evidence import Span
from dealbot.domain.gate import Calendar, GateState
from dealbot.domain.observation import Item, Observation, SignalStatement
from dealbot.domain.phase import DealPhase
from dealbot.domain.pilot import Integration, PilotState
from dealbot.domain.signal import SignalKind
from dealbot.domain.stakeholder import BuyingRole, Stance
from tests.app.deals import PAPERS, SAID, lakeshore
from tests.builders import AS_OF, a_concern, a_deal, a_leaver, a_person, an_observation


def told(*observations: Observation) -> Deal:
    """Lakeshore with something more said."""
    return a_deal(*SAID, *observations)


def deciders(deal: Deal) -> dict[str, Decider]:
    return {decider.label: decider for decider in path_of(deal).deciders}


def an_ehr(words: str, on: str) -> Observation:
    return an_observation(SignalStatement(SignalKind.EHR, words.split(maxsplit=1)[0], Span(words, 0, len(words))), on)


def a_signal(kind: str, words: str, on: str = "11-20") -> Observation:
    return an_observation(SignalStatement(SignalKind(kind), words, Span(words, 0, len(words))), on)


def in_contracting(deal: Deal) -> Deal:
    return replace(deal, state=replace(deal.state, phase=DealPhase.CONTRACTING))


def test_the_champion_the_money_the_officers_and_every_gating_function_must_say_yes() -> None:
    assert list(deciders(lakeshore())) == [
        "Amelia Lee",
        "Ana Gomez",
        "Dana Ruiz",
        "General Counsel",
        "Raj Patel",
        "Chief Pharmacy Officer (not named)",
        "CISO (not named)",
    ]


def test_the_committees_wait_for_the_champion() -> None:
    assert [label for label, decider in deciders(lakeshore()).items() if decider.sponsor] == ["Amelia Lee"]


def test_without_a_champion_they_wait_for_one_to_be_found() -> None:
    deal = told(an_observation(a_leaver("Amelia Lee", "CMO", "Lee is moving to Houston"), "11-20"))
    found = deciders(deal)
    assert "Amelia Lee" not in found
    assert found["champion (not named)"].sponsor
    assert "CMO (not named)" in found


def test_whoever_has_a_veto_must_say_yes_whatever_they_work_as() -> None:
    veto = a_person("Otto Berg", "board member", Stance.OPPOSED, "will vote it down", BuyingRole.VETO)
    assert deciders(told(an_observation(veto, "11-20")))["Otto Berg"].stance is Stance.OPPOSED


def test_where_no_officer_is_known_whoever_is_furthest_from_yes_speaks_for_the_function() -> None:
    deal = a_deal(
        an_observation(a_person("Colleen Burke", "nurse manager", Stance.SUPPORTIVE, "wants it"), "11-16"),
        an_observation(a_person("Gil Moss", "charge nurse", Stance.CONCERNED, "more clicks"), "11-16"),
        an_observation(a_concern("Colleen Burke", ConcernTopic.WORKFLOW_BURDEN, "nights are thin"), "11-16"),
    )
    gil = deciders(deal)["Gil Moss"]
    assert (gil.key, gil.stance) == ("seat:nursing", Stance.CONCERNED)
    assert gil.concerns == (OpenConcern(ConcernTopic.WORKFLOW_BURDEN),)


def test_worries_are_their_holders_and_what_belongs_to_nobody_is_in_the_way() -> None:
    assert deciders(lakeshore())["Dana Ruiz"].concerns == (OpenConcern(ConcernTopic.BUDGET_ROI, blocking=True),)
    assert path_of(lakeshore()).obstacles == (
        Obstacle(" governance", "approvals", OpenConcern(ConcernTopic.GOVERNANCE)),
    )


@pytest.mark.parametrize(
    ("blocking", "labels"), [(True, ["Colleen Burke: workload", "approvals"]), (False, ["approvals"])]
)
def test_a_worry_of_somebody_who_need_not_say_yes_is_in_the_way_if_it_holds_the_deal_up(
    labels: list[str], *, blocking: bool
) -> None:
    worry = a_concern("Colleen Burke", ConcernTopic.WORKFLOW_BURDEN, "nights are thin", blocking=blocking)
    obstacles = path_of(told(an_observation(worry, "11-20"))).obstacles
    assert sorted(each.label for each in obstacles) == labels


def test_a_worry_of_somebody_who_left_is_not_in_the_way() -> None:
    worry = an_observation(a_concern("Bill Stone", ConcernTopic.OTHER, "not on his watch", blocking=True), "06-03")
    assert [each.label for each in path_of(told(worry)).obstacles] == ["approvals"]


def test_the_ehr_last_told_decides_how_hard_the_integration_is() -> None:
    meditech = an_ehr("Meditech Magic at the west campus", "11-01")
    assert path_of(lakeshore()).integration is Integration.ORDINARY
    assert path_of(told(meditech)).integration is Integration.HARD
    assert path_of(told(meditech, an_ehr("Epic is live there now", "11-20"))).integration is Integration.ORDINARY
    assert path_of(told(an_ehr("Cerner, an older version", "11-20"))).integration is Integration.HARD


def test_in_contracting_the_gates_and_the_pilot_are_over_and_all_tracks_under_way() -> None:
    path = path_of(in_contracting(a_deal(*(each for each in SAID if each.item is not PAPERS))))
    assert (path.gates, path.pilot.state, path.tracks) == ((), PilotState.DONE, UNDER_WAY)


def test_in_contracting_only_a_committee_that_meets_yet_or_sent_it_back_counts() -> None:
    assert [gate.label for gate in path_of(in_contracting(lakeshore())).gates] == ["P&T"]
    back, passed = a_signal("gate", "the board sent it back", "11-20"), a_signal("gate", "P&T passed it", "11-20")
    assert [gate.label for gate in path_of(in_contracting(told(back, passed))).gates] == ["P&T", "Board"]


def test_gates_are_those_told_with_the_usual_others_between() -> None:
    deal = told(a_signal("gate", "value analysis passed it on 3 November", "11-20"))
    assert [(gate.label, gate.state) for gate in path_of(deal).gates] == [
        ("Value Analysis", GateState.PASSED),
        ("P&T", GateState.OPEN),
        ("Medical Executive Committee", GateState.OPEN),
        ("Board", GateState.OPEN),
    ]


def test_a_calendar_told_is_the_calendar_of_the_path() -> None:
    first = path_of(lakeshore()).gates[0]
    assert first.calendar == Calendar((date(2026, 12, 8),), None, 14)


def test_a_pilot_that_runs_has_passed_the_committees_nobody_told_of() -> None:
    deal = told(a_signal("pilot", "the pilot started on 2 November", "11-20"))
    path = path_of(deal)
    assert (path.pilot.state, path.pilot.started_on) == (PilotState.RUNNING, date(2026, 11, 2))
    assert [gate.label for gate in path.gates] == ["P&T"]


def test_a_track_told_takes_the_place_of_the_usual_one() -> None:
    deal = told(
        a_signal("contract", "The BAA came back countersigned", "11-20"), a_signal("contract", "our standard MSA")
    )
    found = {track.kind: track.state for track in path_of(deal).tracks}
    assert len(found) == len(TrackKind)
    assert found[TrackKind.BAA] is TrackState.AGREED
    assert found[TrackKind.VENDOR_AGREEMENT] is TrackState.NOT_STARTED


def test_a_budget_lock_counts_while_it_is_to_come() -> None:
    assert path_of(told(a_signal("budget_change", "FY27 list locks 3/31", "11-01"))).budget_lock == date(2027, 3, 31)
    assert path_of(told(a_signal("budget_change", "FY27 list locks 11/20", "11-01"))).budget_lock is None
    assert path_of(lakeshore()).budget_lock is None


def test_a_passed_gate_an_agreed_track_and_a_pilot_that_runs_are_never_later() -> None:
    forward = (
        a_signal("gate", "P&T passed it", "11-20"),
        a_signal("contract", "The BAA came back countersigned", "11-20"),
        a_signal("pilot", "the pilot started on 2 November", "11-20"),
    )
    before = forecast_of(lakeshore()).outlook
    for one in forward:
        after = forecast_of(told(one)).outlook
        assert before is not None
        assert after is not None
        assert (after.signed.p50 or date.max) <= (before.signed.p50 or date.max)


def test_the_target_is_the_end_of_the_target_quarter() -> None:
    assert path_of(lakeshore()).target == date(2027, 6, 30)
    assert path_of(a_deal(amount=None)).target is None


def test_a_deal_hardly_heard_of_is_not_forecast() -> None:
    assert not forecast_of(a_deal()).enough_evidence
    assert forecast_of(lakeshore()).enough_evidence


BAD_NEWS: dict[str, Item] = {
    "a yes becomes a maybe": a_person("Ana Gomez", "Chief Nursing Officer", Stance.NEUTRAL, "will wait and see"),
    "a yes becomes a no": a_person("Amelia Lee", "CMO", Stance.OPPOSED, "will not back it any more"),
    "a worry becomes a no": a_person("Dana Ruiz", "CFO", Stance.OPPOSED, "it is off"),
    "a new worry of a friend": a_concern("Ana Gomez", ConcernTopic.WORKFLOW_BURDEN, "nights are thin"),
    "one more worry": a_concern("Raj Patel", ConcernTopic.SECURITY_PRIVACY, "where are the keys kept"),
    "a worry that blocks": a_concern("Raj Patel", ConcernTopic.INTEGRATION, "no slot, no pilot", blocking=True),
    "something in the way": a_concern(None, ConcernTopic.COMPETING_PRIORITY, "the merger comes first", blocking=True),
    "somebody leaves": a_leaver("Ana Gomez", "Chief Nursing Officer", "Ana is leaving"),
}


@pytest.mark.parametrize("news", BAD_NEWS)
@pytest.mark.parametrize("amount", [2_400_000, None])
def test_bad_news_raises_no_likelihood_and_brings_no_date_forward(news: str, amount: int | None) -> None:
    later = an_observation(BAD_NEWS[news], "11-20")
    before, after = (forecast_of(a_deal(*said, amount=amount)).outlook for said in (SAID, (*SAID, later)))
    assert before is not None
    if after is None:
        return
    was, now = before.signed, after.signed
    assert now.likelihood.low <= was.likelihood.low
    assert now.likelihood.high <= was.likelihood.high
    assert in_days([now.p10, now.p50, now.p90]) >= in_days([was.p10, was.p50, was.p90])


def in_days(dates: Iterable[date | None]) -> list[int]:
    return [(day - AS_OF).days if day else 10_000 for day in dates]


def test_a_worry_settled_makes_it_likelier() -> None:
    settled = a_concern("Dana Ruiz", ConcernTopic.BUDGET_ROI, "P&T and the money are sorted", ConcernStatus.RESOLVED)
    before, after = (
        forecast_of(a_deal(*said, amount=None)).outlook for said in (SAID, (*SAID, an_observation(settled, "11-20")))
    )
    assert before is not None
    assert after is not None
    assert after.signed.likelihood.middle > before.signed.likelihood.middle
