"""The committee from notes to answers: what is logged, what is asked, what is seen."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import Program

CALLS = {
    "2026-03-02": """\
Met Amelia Lee, CMO. She is our champion: she asked every chair to back it.
Dana Ruiz, CFO, signs off on the money; she is worried about the budget.""",
    "2026-03-05": "Call with Ana Gomez, CNO: she likes it. Raj Patel, CIO, can stop it alone and is on the fence.",
    "2026-03-10": """\
Lou Pell, head of cardiology, is against it.
Ray Moss, chief pharmacy officer, sat in and asked how long onboarding takes.""",
}


@pytest.fixture
def committee(dealbot: Program) -> Program:
    """Lakeshore after three notes that name six people."""
    for on, text in CALLS.items():
        dealbot.log(text=text, on=on, name=on)
    return dealbot


def ask(dealbot: Program, question: str, as_of: str = "2026-03-12") -> Any:
    return dealbot("ask", question, "--deal", "Lakeshore", "--as-of", as_of, "--json").json


def test_the_map_shows_everybody_with_parts_influence_and_stage_and_the_empty_seats(committee: Program) -> None:
    committee("correct", "Lakeshore", "Lou Pell.influence=5: sways the whole floor", "--on", "2026-03-11")

    told = ask(committee, "show me the influence map")["text"]
    assert "Amelia Lee, CMO: champion · committed · advocating" in told
    assert "Dana Ruiz, CFO: economic buyer · concerned · needs evidence" in told
    assert "Raj Patel, CIO: veto · neutral · evaluating" in told
    assert "Lou Pell, head of cardiology: opposed · blocked · influence 5" in told
    assert "Ray Moss, chief pharmacy officer: unknown · evaluating" in told
    assert "CISO: not identified" in told


def test_the_map_is_drawn_and_written_as_a_table(committee: Program, tmp_path: Path) -> None:
    table, picture = tmp_path / "map.csv", tmp_path / "map.png"
    assert committee("map", "Lakeshore", "--out", str(table)).code == 0
    assert committee("map", "Lakeshore", "--out", str(picture)).code == 0

    head, *rows = table.read_text("utf-8").splitlines()
    assert {"roles", "influence", "decision_stage", "must_say_yes"} <= set(head.split(","))
    assert any(row.startswith("Amelia Lee,CMO") and "champion" in row and "advocating" in row for row in rows)
    assert any("CISO" in row for row in rows)
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert "Influence map of Lakeshore" in committee("map", "Lakeshore").out


def test_a_map_is_not_written_where_it_cannot_be(committee: Program, tmp_path: Path) -> None:
    assert "has to end in .png" in committee("map", "Lakeshore", "--out", str(tmp_path / "map.doc")).sentence
    assert "could not be written" in committee("map", "Lakeshore", "--out", str(tmp_path / "no" / "map.svg")).sentence


def test_the_aligned_are_told_with_their_words_and_how_many_of_those_who_must(committee: Program) -> None:
    answer = ask(committee, "Which stakeholders are aligned?")
    assert answer["text"].startswith("2 of 7 who must say yes do at Lakeshore")
    assert "Amelia Lee, CMO: committed" in answer["text"]
    assert [person["name"] for person in answer["data"]["aligned"]] == ["Amelia Lee", "Ana Gomez"]
    assert any("asked every chair" in source["quote"] for source in answer["sources"])


def test_those_to_be_convinced_come_by_power_then_influence(committee: Program) -> None:
    committee("correct", "Lakeshore", "Lou Pell.influence=5: sways the whole floor", "--on", "2026-03-11")
    committee.log(text="Bill Stone, COO, is on the fence.", on="2026-03-11", name="n4")

    named = [
        person["name"] for person in ask(committee, "Which ones still need to be convinced?")["data"]["to_convince"]
    ]
    assert named == ["Dana Ruiz", "Raj Patel", "Lou Pell", "Bill Stone"]


def test_somebody_unheard_is_unknown_and_never_neutral(committee: Program) -> None:
    sides = ask(committee, "Which stakeholders are aligned?")["data"]
    assert {person["name"]: person["stance"] for person in sides["unknown"]} == {"Ray Moss": "unknown"}
    assert all(person["evidence"]["quote"] for side in ("aligned", "to_convince", "unknown") for person in sides[side])


def test_a_person_has_a_stage_that_later_words_supersede(committee: Program) -> None:
    committee("correct", "Lakeshore", "Ana Gomez.stage=advocating", "--on", "2026-03-11")
    assert "Ana Gomez, CNO: supportive · advocating" in ask(committee, "show me the influence map")["text"]

    committee.log(
        text="Ana Gomez, CNO, is against it now: night staffing is a non-starter.", on="2026-03-20", name="n4"
    )
    stages = {each["name"]: each["stage"] for each in ask(committee, "influence map?", "2026-03-21")["data"]["map"]}
    assert stages["Ana Gomez"] == "blocked"
    assert set(stages.values()) <= {
        "unaware",
        "evaluating",
        "needs_evidence",
        "advocating",
        "approved",
        "blocked",
        None,
    }


def test_whom_we_engaged_is_told_with_days_counts_and_who_has_gone_quiet(committee: Program) -> None:
    committee.log(text="Call with Ana Gomez, CNO: she likes it still.", on="2026-03-09", name="n4")
    told = ask(committee, "who have we engaged and when?", "2026-05-20")

    touches = {each["name"]: each for each in told["data"]["touches"]}
    assert (touches["Ana Gomez"]["last"], touches["Ana Gomez"]["days"]) == ("2026-03-09", 72)
    assert (touches["Ana Gomez"]["count_90_days"], touches["Ana Gomez"]["stale"]) == (2, True)
    assert "Ana Gomez, CNO: 9 Mar, 72 days ago, 2 in 90 days, quiet (due every 45)" in told["text"]


def test_a_group_that_was_not_heard_is_due(committee: Program) -> None:
    told = ask(committee, "who has gone quiet?", "2026-05-18")
    assert "no nursing touch in 74 days" in told["text"]
    assert {"group": "nursing", "last": "2026-03-05", "days": 74} in told["data"]["due"]


def test_the_plan_for_a_person_is_what_they_want_and_what_is_planned(committee: Program) -> None:
    committee.log(text="I send Dana Ruiz the ROI model by March 20.", on="2026-03-11", name="n4")
    (plan,) = ask(committee, "what is the plan for Dana?")["data"]["plans"]
    assert plan["wants"] == ["financial"]
    assert [(step["due"], step["side"]) for step in plan["next_steps"]] == [("2026-03-20", "us")]

    told = ask(committee, "what is the plan for Raj?")
    assert "no plan yet" in told["text"]
    assert "suggested" in told["text"]


def test_the_campaign_for_each_person_is_told_those_to_be_convinced_first(committee: Program) -> None:
    told = ask(committee, "what campaign are we running for each person?")
    assert [plan["name"] for plan in told["data"]["plans"]][:2] == ["Dana Ruiz", "Raj Patel"]
    assert "Dana Ruiz, CFO, wants financial proof: no plan yet; suggested: savings over three years" in told["text"]


def test_what_is_typical_of_a_seat_is_to_be_verified_and_is_no_concern(dealbot: Program) -> None:
    dealbot.log(text="Ana Gomez, the new CNO, joined the call.", on="2026-03-10", name="n1")
    told = ask(dealbot, "what is the plan for Ana?")
    assert "to verify, typical of CNO, not said: nursing workflow, workload" in told["text"]
    assert ask(dealbot, "what are the remaining concerns?")["data"]["open_concerns"] == []


def test_a_champion_who_is_only_sent_things_is_told(committee: Program) -> None:
    committee.log(text="I send Amelia Lee the deck by March 13. I send Amelia Lee a brochure by March 16.", name="n4")
    assert "marketing only: 2 times sent material" in ask(committee, "what is the plan for Amelia?")["text"]

    committee("correct", "Lakeshore", "Amelia Lee.activity=feedback_session", "--on", "2026-03-11")
    told = ask(committee, "what is the plan for Amelia?")
    assert "as a partner: feedback session 1x, sent material 2x" in told["text"]


def test_where_we_are_in_the_committee_stands_beside_where_we_are_in_the_process(committee: Program) -> None:
    committee("correct", "Lakeshore", "phase=validation", "--on", "2026-03-11")
    answer = ask(committee, "where does it stand?")
    head, _, yes, *_ = answer["text"].splitlines()
    assert "month 1 of 18-24, validation" in head
    assert yes.startswith("Must say yes: 2 of 7")
    assert (answer["data"]["phase"], answer["data"]["must_say_yes"]["yes"]) == ("validation", 2)
