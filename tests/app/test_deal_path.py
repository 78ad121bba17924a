"""The path of a deal out of its ledger: whose yes it needs, what is in the way, and what bad news does to it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from dealbot.app.answer import Deal
from dealbot.app.deal_path import UNDER_WAY, forecast_of, path_of
from dealbot.domain.concern import ConcernStatus, ConcernTopic
from dealbot.domain.deal_path import Decider, Obstacle, OpenConcern
from dealbot.domain.evidence import Span
from dealbot.domain.observation import Item, Observation, SignalStatement
from dealbot.domain.phase import DealPhase
from dealbot.domain.pilot import Integration, PilotState
from dealbot.domain.signal import SignalKind
from dealbot.domain.stakeholder import BuyingRole, Stance
from tests.app.deals import SAID, lakeshore
from tests.builders import AS_OF, a_concern, a_deal, a_leaver, a_person, an_observation


def told(*observations: Observation) -> Deal:
    """Lakeshore with something more said."""
    return a_deal(*SAID, *observations)


def deciders(deal: Deal) -> dict[str, Decider]:
    return {decider.label: decider for decider in path_of(deal).deciders}


def an_ehr(words: str, on: str) -> Observation:
    return an_observation(SignalStatement(SignalKind.EHR, words.split(maxsplit=1)[0], Span(words, 0, len(words))), on)


def test_the_champion_the_money_the_officers_and_every_gating_function_must_say_yes() -> None:
    assert list(deciders(lakeshore())) == [
        "Amelia Lee",
        "Ana Gomez",
        "Dana Ruiz",
        "General Counsel",
        "Raj Patel",
        "Chief pharmacy officer (not named)",
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
    deal = lakeshore()
    path = path_of(replace(deal, state=replace(deal.state, phase=DealPhase.CONTRACTING)))
    assert (path.gates, path.pilot.state, path.tracks) == ((), PilotState.DONE, UNDER_WAY)


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
