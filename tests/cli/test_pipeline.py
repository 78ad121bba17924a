"""`pipeline`, and money and endings from the command line."""

import pytest

from tests.cli.running import Program

NOTE = "Met Dana Ruiz, CFO: she likes it. Raj Patel, CIO, is opposed to it."


@pytest.fixture
def two(dealbot: Program) -> Program:
    dealbot.log("Lakeshore", NOTE, "2026-03-10", "n1")
    dealbot.log("Mercy", "Met Lou Pell, CFO: he likes it. Ann Cole, CNO, is on board.", "2026-03-10", "n2")
    return dealbot


def test_the_pipeline_shows_who_is_furthest_from_yes_first(two: Program) -> None:
    two("deal", "set", "Lakeshore", "amount=2.4M", "quarter=2027-Q2", "call=commit")
    answer = two("pipeline", "--json").json

    assert [deal["deal"] for deal in answer["data"]["deals"]] == ["Lakeshore", "Mercy"]
    assert list(answer) == ["intent", "answered", "text", "data", "sources"]
    assert answer["data"]["deals"][0]["call"] == "commit"
    assert two("pipeline").out.splitlines()[0].startswith("2 deals · $2.4M")
    assert two("ask", "show me the pipeline", "--json").json["data"] == answer["data"]


def test_a_pause_needs_a_cause_and_its_days_are_told_when_the_deal_is_revived(two: Program) -> None:
    assert "--cause" in two("deal", "pause", "Mercy").sentence
    assert "'weather' is no cause" in two("deal", "pause", "Mercy", "--cause", "weather").sentence
    pause = ("--cause", "CMS outpatient change", "--until", "2026-10-15", "--on", "2026-07-14")
    paused = two("deal", "pause", "Mercy", *pause, "--json").json
    assert (paused["outcome"], paused["cause"]) == ("paused", "reimbursement.cms")
    status = two("ask", "where does Mercy stand?", "--as-of", "2026-08-14").out
    assert "Paused since 14 Jul: reimbursement, CMS, look again 15 Oct · 31 days paused in all" in status

    assert two("deal", "revive", "Mercy", "--on", "2026-10-14", "--json").json["outcome"] is None
    assert "Paused for 92 days, last 14 Jul to 14 Oct" in two("ask", "where does Mercy stand?").out
    assert two("pipeline", "--as-of", "2026-08-14", "--json").json["data"]["deals"][-1]["paused_days"] == 31


@pytest.mark.parametrize("command", ["reopen", "revive"])
def test_a_deal_taken_up_again_tells_what_changed_since_its_pause(two: Program, command: str) -> None:
    two("deal", "pause", "Mercy", "--cause", "CMS outpatient change", "--on", "2026-07-14")
    told = two("deal", command, "Mercy").out
    assert "Since the pause on 14 Jul, " in told
    assert "• People: nothing new heard" in told


def test_why_deals_stall_is_answered_by_cause(two: Program) -> None:
    two("deal", "lose", "Mercy", "--cause", "champion left")
    answer = two("ask", "why do our deals usually stall?", "--json").json

    assert (answer["intent"], answer["answered"]) == ("stall_causes", True)
    assert answer["data"]["causes"][0]["cause"] == "champion_lost"
    assert answer["sources"]


def test_the_week_is_kept_and_said_on_standard_error(two: Program) -> None:
    assert "Kept 2 of the week of" in two("pipeline", "--snapshot").err
    assert "Kept 0 of the week of" in two("pipeline", "--snapshot").err


def test_the_pipeline_may_be_seen_as_it_was_known(two: Program) -> None:
    (first, *_) = two("pipeline", "--known-at", "2026-01-01T00:00Z", "--json").json["data"]["deals"]
    assert (first["yes"], first["standing"], first["champion"]) == (0, "too_little_heard", None)


def test_an_empty_ledger_has_no_pipeline(dealbot: Program) -> None:
    assert dealbot("pipeline").out == "No deals yet. Log a call note to begin.\n"


def test_a_deal_that_is_given_away_answers_with_the_brief(two: Program) -> None:
    two("user", "role", "Sam Okafor", "ae")
    answer = two("deal", "owner", "Lakeshore", "Sam Okafor", "--json").json

    assert (answer["owner"], answer["moved"]) == ("sam", [])
    assert answer["brief"].startswith("Lakeshore is Sam Okafor's now")


def test_the_account_s_health_is_set_by_hand_and_asked_for(two: Program) -> None:
    two("correct", "Lakeshore", "margin.health=-2.1% 2026-06-30")
    answer = two("ask", "is Lakeshore financially stable?", "--json").json

    assert answer["data"]["facts"][0]["text"] == "-2.1%"
    assert "Not known: debt, days cash, growth, closures" in answer["text"]
