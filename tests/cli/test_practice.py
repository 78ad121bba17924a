"""`quiz`: practising, checks and reports on the command line, as different people."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import Program

GUIDE = """---
term: "The seller's role"
description: "Questions for a seller."
category: "Role"
tags: ["Interview Prep", "CNO"]
---

## Questions

### Workload

#### 1. "Whose extra clicks are these at night?"
- **Answer**: I count the clicks together with two of their nurses. Then I say what disappears in return for each role.
- **Pitfall to avoid**: Counting only the clicks in our own product.

### Money

#### 2. How do you find out who signs for a large amount?
- **Answer**: I ask the finance chief for the list of limits. I write down each name with the amount they may sign for.
- **Pitfall to avoid**: Guessing it from the title on a card.
"""
PEOPLE = {"tom": "ae", "ann": "ae", "ben": "ae", "eve": "enablement", "maya": "manager"}
GOOD = "I ask the finance chief for the list of limits and write down each name with the amount they may sign for."


@pytest.fixture
def school(dealbot: Program, tmp_path: Path) -> Program:
    """A program with one guide and people of several roles."""
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "role.md").write_text(GUIDE)
    dealbot("ingest", str(tmp_path / "own"))
    for name, role in PEOPLE.items():
        assert dealbot("user", "role", name, role).code == 0
    return dealbot


def cards(school: Program) -> dict[str, Any]:
    """The cards that recall an answer, by their category."""
    every = school("quiz", "cards", "--kind", "recall", "--json").json
    return {each["category"]: each for each in every}


def test_a_card_is_asked_answered_contradicted_and_asked_again(school: Program) -> None:
    asked = school("quiz", "next", "--by", "tom", "--json").json
    assert (asked["number"], asked["mode"], asked["why"]) == (1, "interview", None)
    assert {"answer", "source", "points", "accepted"}.isdisjoint(asked)
    assert school("quiz", "next", "--by", "tom", "--json").json == asked

    card = cards(school)["Money"]["id"]
    answered = school(
        "quiz", "answer", "I would look at the title on their card.", "--card", card, "--by", "tom", "--json"
    ).json
    assert {*answered} >= {"review", "card", "score", "rating", "met", "missed", "unsure", "pitfall", "source", "next"}
    assert answered["card"] == card
    assert answered["source"]["document"] == "role.md"
    assert answered["rating"] == "again"

    point = str(1 + cards(school)["Money"]["points"].index(answered["missed"][0]))
    after = school("quiz", "said", str(answered["review"]), point, "--by", "tom", "--json").json
    assert len(after["met"]) == len(answered["met"]) + 1
    again = school("quiz", "again", str(answered["review"]), "--by", "tom", "--json").json
    assert again["card"] == card
    good = school("quiz", "answer", GOOD, "--by", "tom", "--json").json
    assert good["card"] == card
    assert good["rating"] in {"good", "easy"}


def test_a_session_is_left_and_taken_up_with_its_progress(school: Program) -> None:
    first = school("quiz", "next", "--guide", "role", "--by", "tom", "--json").json
    assert school("quiz", "pause", "--by", "tom").out == f"Left for later: 1 of {first['of']}.\n"
    assert "Nothing is being asked" in school("quiz", "answer", "So.", "--by", "tom").sentence
    assert school("quiz", "resume", "--by", "tom", "--json").json == first

    second = school("quiz", "skip", "--by", "tom", "--json").json
    assert second["number"] == 2
    told = school("quiz", "progress", "--by", "tom", "--json").json
    assert (told["session"]["number"], told["due_today"], told["topics"]) == (2, 0, [])
    assert school("quiz", "progress", "--by", "tom").out.startswith(f"2 of {first['of']} · The seller's role")
    assert school("quiz", "stop", "--by", "tom", "--json").json["state"] == "ended"
    assert "Nothing is running" in school("quiz", "skip", "--by", "tom").sentence


@pytest.mark.parametrize(
    ("words", "mode"), [(("--mode", "objections"), "objections"), (("--persona", "CNO"), "warm_up")]
)
def test_a_mode_or_whom_one_meets_begins_anew(school: Program, words: tuple[str, ...], mode: str) -> None:
    school("quiz", "next", "--by", "tom")

    asked = school("quiz", "next", *words, "--by", "tom", "--json").json
    assert asked["mode"] == mode
    assert "clicks" in asked["prompt"]


def test_what_is_no_mode_is_said(school: Program) -> None:
    assert "use interview, objections, warmup, drip, facts, check" in school("quiz", "next", "--mode", "fun").sentence


def test_daily_cards_and_the_day_of_an_interview_are_chosen_one_by_one(school: Program) -> None:
    assert school("quiz", "choose", "--drip", "--by", "tom").out == "Chosen: three due cards a day.\n"
    over = school("quiz", "choose", "--interview-on", "2020-01-01", "--by", "tom")
    assert (over.code, over.err) == (1, "2020-01-01 is over: name a day to come.\n")
    chosen = school("quiz", "choose", "--interview-on", "2199-01-01", "--by", "tom", "--json").json
    assert chosen == {"drip": True, "interview_on": "2199-01-01"}
    assert school("quiz", "choose", "--interview-on", "none", "--no-drip", "--by", "tom", "--json").json == {
        "drip": False,
        "interview_on": None,
    }


def test_a_check_is_assigned_answered_read_ruled_and_signed(school: Program, tmp_path: Path) -> None:
    money = cards(school)["Money"]["id"]
    given = (
        "quiz",
        "assign",
        "Nov",
        "--guide",
        "role",
        "--to",
        "tom",
        "--to",
        "ann",
        "--card",
        money,
        "--due",
        "2199-01-01",
    )
    assigned = school(*given, "--by", "eve", "--json").json
    assert (assigned["cards"], assigned["people"]) == ([money], ["tom", "ann"])
    assert "Only enablement" in school(*given, "--by", "tom").sentence

    asked = school("quiz", "next", "--mode", "check", "--by", "tom")
    assert asked.out.startswith("1 of 1 · a check: enablement reads your answers")
    answered = school("quiz", "answer", GOOD, "--by", "tom", "--json").json
    assert answered["next"] is None
    school("quiz", "answer", "In private.", "--card", money, "--by", "ann")

    (read,) = school("quiz", "answers", "Nov", "tom", "--by", "eve", "--json").json
    assert read["answer"] == GOOD
    assert "There is no cohort 'Nov'" in school("quiz", "answers", "Nov", "tom", "--by", "maya").sentence
    assert school("quiz", "answers", "Nov", "tom", "--by", "ann", "--json").json == []
    assert school("quiz", "answers", "Nov", "ann", "--by", "eve").out == "Nothing is answered yet.\n"
    assert school("quiz", "rule", str(read["review"]), "easy", "--by", "eve").out == f"#{read['review']} is easy.\n"

    report = school("quiz", "report", "Nov", "--by", "eve", "--json").json
    assert {each["name"]: each["stage"] for each in report["people"]} == {"ann": "not_started", "tom": "to_read"}
    assert report["people"][1]["proposal"]["verdict"] == "ready"
    assert "ready? 1 of 1 answers are good, 1 needed" in school("quiz", "report", "Nov", "--by", "eve").out
    signed = school("quiz", "sign", "Nov", "tom", "not-yet", "--note", "Ask more.", "--by", "eve")
    assert signed.out == "Signed: tom is not yet.\n"
    assert "neither ready nor not-yet" in school("quiz", "sign", "Nov", "tom", "maybe", "--by", "eve").sentence

    school("quiz", "report", "Nov", "--csv", str(tmp_path / "list.csv"), "--by", "eve")
    rows = (tmp_path / "list.csv").read_text().splitlines()
    assert rows[1] == "ann,not started,0,1,,,,,,,"
    assert rows[2].startswith('tom,not yet,1,1,ready,"1 of 1 answers are good, 1 needed",not yet,eve,')
    assert "cannot be written" in school("quiz", "report", "Nov", "--csv", str(tmp_path), "--by", "eve").sentence


def test_without_a_cohort_all_are_reported_with_what_is_known_of_three_people_and_more(school: Program) -> None:
    money = cards(school)["Money"]["id"]
    for name in ("tom", "ann"):
        school("quiz", "answer", GOOD, "--card", money, "--by", name)
    assert school("quiz", "report", "--by", "eve", "--json").json == {"cohorts": [], "topics": []}
    assert "Too few people" in school("quiz", "report", "--by", "eve").out

    school("quiz", "answer", GOOD, "--card", money, "--by", "ben")
    (topic,) = school("quiz", "report", "--by", "eve", "--json").json["topics"]
    assert (topic["topic"], topic["people"]) == ("Money", 3)
    assert "for enablement and managers" in school("quiz", "report", "--by", "tom").sentence


def test_of_a_check_nothing_is_marked_before_all_is_handed_in(school: Program) -> None:
    both = [each["id"] for each in cards(school).values()]
    to_both = [word for card in both for word in ("--card", card)]
    school("quiz", "assign", "Nov", "--guide", "role", "--to", "tom", *to_both, "--due", "2199-01-01", "--by", "eve")
    school("quiz", "next", "--mode", "check", "--by", "tom")

    first = school("quiz", "answer", GOOD, "--by", "tom", "--json").json
    assert set(first) == {"review", "card", "next"}
    closed = school("quiz", "said", str(first["review"]), "1", "--by", "tom")
    assert closed.out.startswith("Kept. Marks come once all is handed in.\n")
    assert school("quiz", "stop", "--by", "tom").out == "A check is left for later: 2 of 2.\n"
    school("quiz", "resume", "--by", "tom")
    last = school("quiz", "answer", GOOD, "--hold", "--by", "tom")
    assert (
        last.out
        == "Kept. Marks come once all is handed in.\n\nThat was the last: `dealbot quiz hand-in` hands it in.\n"
    )
    (kept,) = school("quiz", "report", "Nov", "--by", "eve", "--json").json["people"]
    assert kept["stage"] == "not_handed_in"
    for who in ("eve", "tom"):
        assert school("quiz", "answers", "Nov", "tom", "--by", who).out == "Not handed in yet: 2 answers.\n"
        assert school("quiz", "answers", "Nov", "tom", "--by", who, "--json").json == []
    done = school("quiz", "hand-in", "--by", "tom").out
    assert done == "Handed in: Nov, 2 answers. Enablement reads them and signs.\n"
    assert school("quiz", "answers", "Nov", "tom", "--by", "eve").out.count(f": {GOOD}\n") == 2
    assert "handed in already" in school("quiz", "hand-in", "--by", "tom").sentence
    assert "Covered" in school("quiz", "said", str(first["review"]), "1", "--by", "tom").out
