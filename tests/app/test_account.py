"""The account behind a deal: its health, its rivals and market, its exposure; what is old, and what nobody knows."""

import pytest

from dealbot.app.answers.account_health import account_health
from dealbot.app.answers.competition import competition
from dealbot.app.answers.exposure import exposure
from dealbot.app.correct import parse
from dealbot.app.question import Intent, Question
from dealbot.app.wording import LONGEST
from dealbot.domain.observation import Observation, SignalStatement
from dealbot.domain.signal import SignalKind
from dealbot.errors import BadInput
from tests.builders import a_deal, a_person, a_span, an_observation

HEALTH = Question("are they stable?", Intent.ACCOUNT_HEALTH)
MARKET = Question("are they losing market share?", Intent.COMPETITION)
ADVICE = (
    "General advice: money is tight: lead with savings within their budget year, start small, let payments follow"
    " results."
)
CALL, EITHER = "CFO call, 20 Nov", "fee-for-service or value-based"
EXPOSED = Question("what is their exposure?", Intent.EXPOSURE)


def noted(kind: str, words: str, on: str = "11-10", detail: str = "") -> Observation:
    return an_observation(SignalStatement(SignalKind(kind), detail or words, a_span(words)), on)


def by_hand(setting: str, on: str = "11-20") -> Observation:
    return an_observation(parse(setting), on)


def test_the_health_of_an_account_is_told_with_days_and_what_is_not_known() -> None:
    deal = a_deal(
        by_hand("margin.health=-2.1% operating margin 2026-06-30"),
        by_hand("days_cash.health=61 days 2025-06-30"),
        noted("org_change", "they are closing the ER in Dunmore"),
    )
    answer = account_health(HEALTH, deal)

    assert answer.text.splitlines() == [
        "Lakeshore Health, the account, 23 Nov",
        "• Margin: -2.1% operating margin (as of 30 Jun, Priya's word, 20 Nov)",
        "• Days cash: 61 days (as of 30 Jun 2025, Priya's word, 20 Nov, over a year old)",
        '• Closures: "they are closing the ER in Dunmore" (Priya, 10 Nov)',
        "Not known: debt, growth",
        ADVICE,
    ]
    assert answer.data["unknown"] == ["debt", "growth"]
    assert len(answer.sources) == 3


def test_a_house_that_grows_is_shown_that_it_scales_and_a_priority_is_tied_to() -> None:
    deal = a_deal(
        noted("org_change", "opened two clinics in the suburbs"), by_hand("priority.health=shorter stays in the ICU")
    )
    text = account_health(HEALTH, deal).text
    assert "they grow" in text
    assert "tie it to their priority, shorter stays in the ICU" in text


def test_old_facts_advise_nothing() -> None:
    answer = account_health(HEALTH, a_deal(by_hand("margin.health=-2.1% 2024-06-30")))
    assert "over a year old" in answer.text
    assert answer.data["position"] is None


def test_of_an_account_nobody_told_of_everything_is_missing() -> None:
    answer = account_health(HEALTH, a_deal())
    assert not answer.answered
    assert answer.data["unknown"] == ["margin", "debt", "days_cash", "growth", "closures"]
    assert "nothing known of margin, debt" in answer.text


def test_rivals_are_told_with_their_words_and_the_market_share() -> None:
    deal = a_deal(
        noted("competitor", "Oracle showed their module", "11-02", "Oracle"),
        noted("competitor", "Oracle was back on Tuesday", "11-16", "Oracle"),
        noted("competitor", "pharmacy likes DoseWise", "10-03", "DoseWise"),
        by_hand("market_share.health=losing births to Northfield 2026-05-01"),
    )
    answer = competition(MARKET, deal)
    assert answer.text.splitlines() == [
        "Competition at Lakeshore Health",
        '• Oracle: "Oracle was back on Tuesday" (Priya, 16 Nov)',
        '• DoseWise: "pharmacy likes DoseWise" (Priya, 3 Oct)',
        "Their market share: losing, losing births to Northfield (Priya's word, 20 Nov)",
    ]
    assert answer.data["market_share"] is not None


def test_without_a_word_the_market_share_is_not_known() -> None:
    nothing = competition(MARKET, a_deal())
    assert (nothing.answered, nothing.data["market_share"]) == (False, None)
    assert "market share: not known" in nothing.text
    named = competition(MARKET, a_deal(noted("competitor", "Oracle showed their module", detail="Oracle")))
    assert "Their market share: not known" in named.text


def test_market_share_alone_is_an_answer() -> None:
    answer = competition(MARKET, a_deal(by_hand("market_share.health=42% of admissions 2025-03-01")))
    assert "No rival named yet" in answer.text
    assert "over a year old" in answer.text


def test_the_exposure_tells_what_is_known_and_whom_to_ask_for_the_rest() -> None:
    deal = a_deal(
        noted("exposure", "60% Medicare, mostly fee-for-service"),
        noted("policy_change", "the outpatient rule hits them"),
        by_hand("outpatient_share.exposure=55; source CFO call", "11-12"),
        by_hand("self_insured.exposure=no", "2025-11-20"),
    )
    answer = exposure(EXPOSED, deal)
    assert answer.text.splitlines() == [
        "Exposure to reimbursement at Lakeshore Health",
        "• Payer mix: Medicare 60% (Priya, 10 Nov)",
        '• Payment: "mostly fee-for-service" (Priya, 10 Nov)',
        "• Risk contracts: not known",
        "• Self-insured: no (Priya's word, 20 Nov 2025, over a year old)",
        "• Sites and programs: outpatient 55% (CFO call, 12 Nov)",
        '• A rule they speak of: "the outpatient rule hits them" (Priya, 10 Nov)',
        "Ask the CFO: Medicare Advantage, Medicaid, commercial, self-pay, fee-for-service or value-based, +5 more.",
        "Ask pharmacy: 340B.",
    ]
    assert answer.data["known"]["medicare_ffs"]["value"] == 60  # type: ignore[index,call-overload]
    assert len(answer.sources) == 4


def test_all_of_the_exposure_fits_a_phone_and_names_who_knows_the_rest() -> None:
    deal = a_deal(
        an_observation(a_person("Dana Ruiz", "CFO"), "11-10"),
        noted("exposure", "60% Medicare, 40% Medicaid and about 18% commercial; two MSSP contracts"),
        by_hand("settings.exposure=asc, inpatient, outpatient; source CFO call"),
        by_hand("states.exposure=TX, OK; source CFO call"),
        by_hand("teaching.exposure=no; source CFO call"),
        by_hand("program_340b.exposure=yes; source CFO call"),
        by_hand("risk_contracts.exposure=none; source CFO call", "11-09"),
    )
    answer = exposure(EXPOSED, deal)
    assert answer.text.splitlines() == [
        "Exposure to reimbursement at Lakeshore Health",
        "• Payer mix: Medicare 60%, Medicaid 40%, commercial about 18% (Priya, 10 Nov)",
        "• Payment: not known",
        "• Risk contracts: MSSP at least (Priya, 10 Nov)",
        "• Self-insured: not known",
        f"• Sites and programs: ASC, hospital inpatient, hospital outpatient, OK, TX, 340B, not teaching ({CALL})",
        "Payer mix: the shares add up to 118%, check them.",
        f"Ask Dana Ruiz, CFO: Medicare Advantage, self-pay, {EITHER}, self-insured, outpatient, +1 more.",
    ]
    assert len(answer.text) <= LONGEST


def test_an_exposure_nobody_told_of_is_asked_for() -> None:
    answer = exposure(EXPOSED, a_deal())
    assert not answer.answered
    assert answer.text == (
        "Exposure to reimbursement at Lakeshore Health: the notes tell nothing yet. Ask the CFO: payer mix,"
        " fee-for-service or value-based, risk contracts, self-insured, outpatient, +4 more. Ask pharmacy: 340B."
    )


@pytest.mark.parametrize(
    ("setting", "sentence"),
    [
        ("health=fine", "Which part of the account's health"),
        ("mood.health=fine", "Which part of the account's health"),
        ("margin.health=2% 2026-13-01", "ends in no day"),
        ("amount=lots", "'lots' is no amount: write dollars"),
        ("quarter=Q2", "write it as 2027-Q2"),
        ("call=sure", "it is one of commit"),
        ("outcome=lost", "needs a cause"),
    ],
)
def test_what_cannot_be_set_is_refused_with_a_sentence(setting: str, sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence):
        parse(setting)
