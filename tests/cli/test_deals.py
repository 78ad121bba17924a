from typing import Any

import pytest

from tests.cli.running import Program

KEYS = [
    "deal",
    "account",
    "aliases",
    "owner",
    "team",
    "channels",
    "amount",
    "quarter",
    "call",
    "fiscal_start",
    "outcome",
    "closed_on",
    "cause",
]


def deals(dealbot: Program, *by: str) -> dict[str, Any]:
    return {deal["deal"]: deal for deal in dealbot("deal", "list", "--json", *by).json}


def test_an_empty_ledger_has_no_deals(dealbot: Program) -> None:
    assert dealbot("deal", "list").out == "No deals yet.\n"
    assert dealbot("deal", "list", "--json").json == []


def test_a_deal_is_added_named_and_set(dealbot: Program) -> None:
    added = dealbot("deal", "add", "Lakeshore", "--account", "Lakeshore Health", "--json").json
    assert list(added) == KEYS
    assert (added["deal"], added["account"], added["owner"]) == ("Lakeshore", "Lakeshore Health", "operator")

    dealbot("deal", "set", "Lakeshore", "amount=2.4M", "quarter=2027-q2", "call=best case", "fiscal_start=7")
    dealbot("deal", "alias", "Lakeshore", "LSH")
    dealbot("deal", "bind", "lsh", "#deal-lakeshore")
    renamed = dealbot("deal", "rename", "LSH", "Lakeshore  North", "--json").json

    assert (renamed["deal"], renamed["aliases"]) == ("Lakeshore North", ["LSH", "Lakeshore"])
    assert (renamed["amount"], renamed["quarter"], renamed["call"]) == (2_400_000, "2027-Q2", "best_case")
    assert (renamed["fiscal_start"], renamed["channels"]) == (7, ["#deal-lakeshore"])
    assert (
        dealbot("deal", "list").out == "Lakeshore North · too little heard · operator · $2.4M · 2027-Q2 · best_case\n"
    )


def test_a_name_is_taken_once(dealbot: Program) -> None:
    dealbot("deal", "add", "Lakeshore")

    assert "The name 'lakeshore' is taken" in dealbot("deal", "add", "lakeshore").sentence


def test_a_deal_is_given_to_somebody(dealbot: Program) -> None:
    dealbot("user", "role", "Priya Nair", "ae")
    dealbot("deal", "add", "Lakeshore", "--owner", "Priya Nair")
    assert deals(dealbot)["Lakeshore"]["owner"] == "priya"

    dealbot("user", "role", "Sam Okafor", "ae")
    dealbot("deal", "owner", "Lakeshore", "Sam Okafor")
    assert deals(dealbot)["Lakeshore"]["owner"] == "sam"
    assert "There is no user called 'Nobody'" in dealbot("deal", "owner", "Lakeshore", "Nobody").sentence


def test_a_deal_is_closed_with_its_cause_and_taken_up_again(dealbot: Program) -> None:
    dealbot("deal", "add", "Lakeshore")
    assert "--cause" in dealbot("deal", "close", "Lakeshore").sentence
    assert "won, lost, paused" in dealbot("deal", "close", "Lakeshore", "--as", "gone").sentence

    closed = dealbot("deal", "close", "Lakeshore", "--cause", "budget", "--on", "2026-03-10", "--json").json
    assert (closed["outcome"], closed["closed_on"], closed["cause"]) == ("lost", "2026-03-10", "budget")
    assert dealbot("deal", "list").out == "Lakeshore · operator · lost 2026-03-10 (budget)\n"

    reopened = dealbot("deal", "reopen", "Lakeshore", "--json").json
    assert (reopened["outcome"], reopened["closed_on"], reopened["cause"]) == (None, None, None)
    assert dealbot("deal", "close", "Lakeshore", "--as", "won", "--json").json["outcome"] == "won"


def test_two_deals_are_made_one(dealbot: Program) -> None:
    dealbot.log(deal="Lakeshore", text="Dana Ruiz, CFO, likes it.", name="n1")
    dealbot.log(deal="Lakeshore Health", text="Raj Patel, CIO, is against it.", name="n2")

    merged = dealbot("deal", "merge", "Lakeshore", "Lakeshore Health", "--json").json

    assert (merged["deal"], merged["aliases"]) == ("Lakeshore", ["Lakeshore Health"])
    (only,) = deals(dealbot).values()
    assert (only["state"]["aligned"], only["state"]["to_convince"]) == (["Dana Ruiz"], ["Raj Patel"])
    assert "cannot be merged with itself" in dealbot("deal", "merge", "Lakeshore", "Lakeshore Health").sentence


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("amount=lots", "'lots' is no amount: write dollars, such as 2400000 or 2.4M."),
        ("amount=-5", "is no amount"),
        ("amount=1e30", "is no amount"),
        ("amount=inf", "is no amount"),
        ("amount=nan", "is no amount"),
        ("amount=999999999999999", "is no amount"),
        ("amount=", "is no amount"),
        ("quarter=Q2", "is no quarter: write it as 2027-Q2."),
        ("quarter=²027-Q2", "is no quarter"),
        ("call=maybe", "it is one of commit, best_case"),
        ("fiscal_start=13", "it is a month, 1 to 12."),
        ("account= ", "The account's name is empty"),
        ("colour=red", "'colour=red' cannot be set: use amount, quarter"),
        ("amount", "'amount' cannot be set"),
    ],
)
def test_a_setting_that_cannot_be_says_why(dealbot: Program, setting: str, said: str) -> None:
    dealbot("deal", "add", "Lakeshore")

    assert said in dealbot("deal", "set", "Lakeshore", setting).sentence


@pytest.mark.parametrize(
    "words",
    [
        ("add", " "),
        ("rename", "Lakeshore", " "),
        ("alias", "Lakeshore", ""),
        ("bind", "Lakeshore", " "),
    ],
)
def test_a_name_is_not_empty(dealbot: Program, words: tuple[str, ...]) -> None:
    dealbot("deal", "add", "Lakeshore")

    assert dealbot("deal", *words).sentence


def test_the_fiscal_year_moves_what_was_promised_for_a_quarter(dealbot: Program) -> None:
    dealbot.log(text="Raj Patel, CIO, will send the contract by end of fiscal Q2.", name="n1")
    before = dealbot("status", "Lakeshore", "--json").json["next_steps"]
    dealbot("deal", "set", "Lakeshore", "fiscal_start=7")
    after = dealbot("status", "Lakeshore", "--json").json["next_steps"]
    dealbot("deal", "set", "Lakeshore", "fiscal_start=1")

    assert [step["due"] for step in before] != [step["due"] for step in after]
    assert dealbot("status", "Lakeshore", "--json").json["next_steps"] == before


def test_somebody_sees_their_own_deals_only(dealbot: Program) -> None:
    dealbot("user", "role", "Priya Nair", "ae")
    dealbot("user", "role", "Sam Okafor", "ae")
    dealbot("deal", "add", "Lakeshore", "--by", "priya")
    dealbot("deal", "add", "Bayview", "--by", "sam")

    assert list(deals(dealbot, "--by", "Priya Nair")) == ["Lakeshore"]
    assert dealbot("notes", "Bayview", "--by", "priya").sentence.startswith("There is no deal called 'Bayview'.")
    assert sorted(deals(dealbot)) == ["Bayview", "Lakeshore"]
