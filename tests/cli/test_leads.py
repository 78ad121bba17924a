"""Leads are rated and ranked, and managers set what they are scored by."""

import pytest

from tests.cli.running import Program

NOTE = "Met Dana Ruiz, CFO: she likes it."


@pytest.fixture
def three(dealbot: Program) -> Program:
    """Two deals that are rated, one that is not."""
    for number, name in enumerate(("Lakeshore", "Mercy", "Norton")):
        dealbot.log(name, NOTE, "2026-03-10", f"n{number}")
    dealbot("deal", "set", "Lakeshore", "budget.lead=3", "fit.lead=4", "strategic_value.lead=2")
    dealbot(
        "deal", "set", "Mercy", *(f"{factor}.lead=3" for factor in ("budget", "timeline", "fit", "strategic_value"))
    )
    return dealbot


def test_leads_rank_by_what_is_sure_with_what_to_find_out(three: Program) -> None:
    assert three("deal", "leads").out.splitlines() == [
        "2 leads, 0 to 100 (a range while something is not known):",
        "1. Mercy 75 · budget 3, timeline 3, fit 3, strategic value 3",
        "2. Lakeshore 56\u201381 · budget 3, fit 4, strategic value 2 · find out timeline",
        "Not rated: Norton",
        "Criteria v1, as shipped: all four count the same",
    ]


def test_the_ranking_is_told_as_data_with_the_words_of_each_factor(three: Program) -> None:
    answer = three("deal", "leads", "--json").json
    mercy, lakeshore, norton = answer["data"]["deals"]
    assert (mercy["deal"], lakeshore["low"], lakeshore["high"], lakeshore["missing"]) == ("Mercy", 56, 81, ["timeline"])
    assert lakeshore["factors"]["timeline"] is None
    assert lakeshore["factors"]["fit"]["level"] == 4
    assert lakeshore["factors"]["fit"]["evidence"] in answer["sources"]
    assert (norton["low"], norton["high"]) == (0, 100)
    assert answer["data"]["criteria"]["weights"] == dict.fromkeys(("budget", "timeline", "fit", "strategic_value"), 1)


def test_a_question_ranks_them_too_and_as_of_an_earlier_day_as_they_were(three: Program) -> None:
    asked = three("ask", "how do our leads rank?", "--json").json
    assert (asked["intent"], asked["answered"]) == ("pipeline", True)
    assert asked["data"] == three("deal", "leads", "--json").json["data"]
    before = three("ask", "which leads first?", "--as-of", "2026-03-11", "--json").json
    assert before["answered"] is False
    assert before["text"].startswith("No lead is rated yet.")
    replayed = three("ask", "which leads first?", "--known-at", "2100-01-01T00:00:00+00:00", "--json").json
    assert replayed["data"]["deals"] == asked["data"]["deals"]


def test_without_deals_there_is_nothing_to_rank(dealbot: Program) -> None:
    assert dealbot("deal", "leads").out == "No deals yet. Log a call note to begin.\n"


def test_a_paused_deal_is_no_lead_and_one_set_to_unknown_is_not_rated(three: Program) -> None:
    three("deal", "pause", "Mercy", "--cause", "budget freeze")
    three("correct", "Lakeshore", "fit.lead=unknown")
    told = three("deal", "leads").out.splitlines()
    assert told[1] == "1. Lakeshore 31\u201381 · budget 3, strategic value 2 · find out timeline first, then fit"
    assert told[2] == "Not rated: Norton"


def test_weights_are_changed_with_a_reason_and_every_version_stays(three: Program) -> None:
    three("user", "role", "Ana Gomez", "manager")
    three("deal", "criteria", "timeline=2", "--why", "deals slip", "--by", "ana")
    last = three("deal", "criteria", "--why", "still right").out.splitlines()
    assert [line.partition(": ")[2] for line in last] == [
        "timeline counts double (operator): still right",
        "timeline counts double (Ana): deals slip",
        "all four count the same",
    ]
    assert [line[:11] for line in last] == ["Criteria v3", "Criteria v2", "Criteria v1"]
    ranked = three("deal", "leads").out.splitlines()
    assert ranked[2].startswith("2. Lakeshore 45\u201385 ")
    assert three("deal", "criteria", "--json").json["versions"][1]["by"] == "Ana Gomez"


def test_an_ae_changes_no_criteria_but_reads_them(three: Program) -> None:
    three("user", "role", "Priya Nair", "ae")
    refused = three("deal", "criteria", "fit=3", "--why", "mine", "--by", "priya").sentence
    assert refused == "Only a manager or an admin may change the lead criteria: ask one to do it."
    assert three("deal", "criteria", "--by", "priya").out == "Criteria v1, as shipped: all four count the same\n"


def test_somebody_who_sees_none_of_the_deals_ranks_none(three: Program) -> None:
    three("user", "role", "Tom Reyes", "ae")
    answer = three("deal", "leads", "--by", "tom", "--json").json
    assert (answer["data"]["deals"], answer["sources"]) == ([], [])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("deal", "criteria", "fit=3"), "Say why the criteria change"),
        (("deal", "criteria", "fit=11", "--why", "x"), "counts 0 to 10"),
        (("deal", "criteria", "price=1", "--why", "x"), "'price=1' is no weight"),
        (("deal", "criteria", "fit=-1", "--why", "x"), "'fit=-1' is no weight"),
        (("deal", "set", "Lakeshore", "budget.lead=5"), "'5' is no budget of a lead: 0 (against it) to 4 (the best)"),
        (("correct", "Lakeshore", "price.lead=3"), 'Which part of the lead? Write it as "budget.lead=3"'),
    ],
)
def test_what_cannot_be_is_refused_with_what_can(three: Program, words: tuple[str, ...], said: str) -> None:
    assert said in three(*words).sentence
