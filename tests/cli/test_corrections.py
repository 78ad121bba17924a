from typing import Any

import pytest

from tests.cli.running import Program

DANA = "Dana Ruiz, CFO, is against it: no budget. I send her the ROI model by March 20."


@pytest.fixture
def logged(dealbot: Program) -> Program:
    """A deal with one note."""
    dealbot.log(text=DANA, name="n1")
    return dealbot


def stance(dealbot: Program, name: str = "Dana Ruiz") -> str | None:
    shape = dealbot("status", "Lakeshore", "--json").json
    people: list[dict[str, Any]] = [p for key in ("aligned", "to_convince", "unknown", "gone") for p in shape[key]]
    return next((person["stance"] for person in people if person["name"] == name), None)


def test_a_correction_of_a_note_or_a_deal_holds(logged: Program) -> None:
    corrected = logged("correct", "n1", "Dana Ruiz.stance=neutral", "--json").json

    assert list(corrected) == ["deal", "changes"]
    (change,) = corrected["changes"]
    assert (change["what"], change["from"], change["to"]) == ("stance", "opposed", "neutral")
    assert logged("correct", "lakeshore", "dana.stance=supportive").out == (
        "Changed, Lakeshore\n• Dana Ruiz, CFO: neutral → supportive\n"
    )
    assert stance(logged) == "supportive"


def test_a_later_statement_supersedes_a_correction_and_reading_the_old_note_again_does_not(logged: Program) -> None:
    logged("correct", "Lakeshore", "Dana Ruiz.stance=supportive", "--on", "2026-03-20")
    logged.log(text=f"{DANA} Said again.", name="n1")
    assert stance(logged) == "supportive"

    logged.log(text="Dana Ruiz is against it.", name="n2", on="2026-04-01")
    assert stance(logged) == "opposed"


def test_a_correction_before_a_later_statement_changes_nothing_and_says_so(logged: Program) -> None:
    said = logged("correct", "Lakeshore", "Dana Ruiz.stance=supportive", "--on", "2026-03-01").out

    assert said.startswith("Kept for Lakeshore, but it changes nothing now")
    assert stance(logged) == "opposed"


def test_somebody_may_be_introduced_and_set_right_at_once(logged: Program) -> None:
    logged("correct", "Lakeshore", "Ana Gomez.title=CNO", "Ana Gomez.stance=supportive")

    assert stance(logged, "Ana Gomez") == "supportive"


def test_several_corrections_are_kept_together_or_not_at_all(logged: Program) -> None:
    assert "Nobody" in logged("correct", "Lakeshore", "Dana Ruiz.stance=supportive", "Bob.stance=neutral").sentence
    assert stance(logged) == "opposed"


def test_a_name_set_right_finds_the_person_again(logged: Program) -> None:
    assert logged("correct", "Lakeshore", "Dana Ruiz.alias=Dee").code == 0
    assert logged("correct", "Lakeshore", "Dee.stance=committed").code == 0

    assert stance(logged) == "committed"


def test_whose_worry_it_is_can_be_set_right_in_its_note(logged: Program) -> None:
    logged.log(text="Raj Patel, CIO, worries about the price.", name="n2")
    logged("correct", "n2", "budget_roi.holder=Dana Ruiz")

    concerns = logged("status", "Lakeshore", "--json").json["open_concerns"]
    assert {concern["holder"] for concern in concerns if concern["topic"] == "budget_roi"} == {"Dana Ruiz"}


def test_a_worry_is_settled_without_naming_whose_it_is_when_it_can_be_only_one(logged: Program) -> None:
    logged("correct", "Lakeshore", "Raj Patel.title=CIO", "Raj Patel.integration=raised")

    assert logged("correct", "Lakeshore", "integration=resolved").code == 0
    concerns = logged("status", "Lakeshore", "--json").json["open_concerns"]
    assert "integration" not in {concern["topic"] for concern in concerns}
    assert logged("correct", "Lakeshore", "integration=resolved").sentence == (
        "There is no open worry about 'integration' in this deal."
    )


def test_a_worry_of_several_asks_whose(logged: Program) -> None:
    logged("correct", "Lakeshore", "Raj Patel.title=CIO", "Raj Patel.security_privacy=raised")
    logged("correct", "Lakeshore", "Dana Ruiz.security_privacy=raised")

    sentence = logged("correct", "Lakeshore", "security_privacy=resolved").sentence
    assert '"Dana Ruiz.security_privacy=..."' in sentence
    assert '"Raj Patel.security_privacy=..."' in sentence


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("nonsense", "is not KEY=VALUE"),
        ("=x", "is not KEY=VALUE"),
        ("Dana Ruiz.stance=", "is not KEY=VALUE"),
        ("Dana Ruiz.mood=good", "'mood' cannot be set"),
        ("Dana Ruiz.stance=happy", "'stance' is one of committed, supportive"),
        ("stance=neutral", "Whose stance?"),
        ("Dana Ruis.stance=neutral", "Did you mean Dana Ruiz?"),
        ("Bob.stance=neutral", 'Introduce them first: "Bob.title=...".'),
        ("Dana Ruis.budget_roi=raised", "Did you mean Dana Ruiz?"),
        ("Bob.budget_roi=resolved", "Nobody in this deal is called 'Bob'."),
        ("phase=dancing", "'phase' is one of"),
        ("budget_roi.holder=Raj", "give the note's id, not a deal"),
        ("Dana Ruiz.is=Raj", "give the note's id, not a deal"),
        ("Dana Ruiz.influence=5", "Influence is 1 to 5 with a reason"),
        ("Dana Ruiz.influence=7: sways all", "Influence is 1 to 5 with a reason"),
        ("Dana Ruiz.needs=money", "'needs' is one or more of clinical, financial"),
        ("Dana Ruiz.required=maybe", "'required' is one of yes, no"),
        ("Bob.required=yes", "Nobody in this deal is called 'Bob'."),
        ("Dana Ruiz.stage=done", "'stage' is one of unaware, evaluating"),
        ("required=yes", "Whose required?"),
    ],
)
def test_a_correction_that_cannot_be_says_why(logged: Program, setting: str, said: str) -> None:
    assert said in logged("correct", "Lakeshore", setting).sentence


def test_the_pilot_the_checklist_and_the_ehr_are_set_by_hand_as_of_their_day(logged: Program) -> None:
    on = ("--on", "2026-03-12")
    logged("correct", "Lakeshore", "pilot=running 2026-03-02", "Adoption.criterion=60%; agreed Dana Ruiz", *on)
    logged("correct", "Lakeshore", "CISO.qualification=no", "ehr=Meditech Magic", *on)

    def asked(question: str, as_of: str) -> Any:
        return logged("ask", question, "--deal", "Lakeshore", "--as-of", as_of, "--json").json

    criteria = asked("what are the pilot success criteria?", "2026-03-12")["data"]["pilot"]["criteria"]
    assert [(each["name"], each["agreed_by"], each["agreed_on"]) for each in criteria] == [
        ("Adoption", ["Dana Ruiz"], "2026-03-12")
    ]
    assert asked("what are the pilot success criteria?", "2026-03-11")["data"]["pilot"]["criteria"] == []
    assert "CISO: no" in asked("do they have a CISO?", "2026-03-12")["text"]
    assert "Hard to join" in asked("what EHR are they running?", "2026-03-12")["text"]
    assert "nobody of the buyer's" in logged("correct", "Lakeshore", "pilot=succeeded Priya: it went well").sentence


def test_a_note_taken_back_cannot_be_set_right(logged: Program) -> None:
    logged("undo", "n1")

    assert "was taken back" in logged("correct", "n1", "Dana Ruiz.stance=neutral").sentence


def test_a_promise_is_kept_moved_or_dropped_by_its_words(logged: Program) -> None:
    def step() -> dict[str, Any]:
        (found,) = logged("status", "Lakeshore", "--json").json["next_steps"]
        return found  # type: ignore[no-any-return]

    assert (step()["due"], step()["status"]) == ("2026-03-20", "open")
    moved = logged("step", "move", "Lakeshore", "ROI model", "2026-03-27").out
    assert moved.startswith("Changed, Lakeshore\n• Priya Nair: ")
    assert "Fri 27 Mar" in moved
    assert step()["due"] == "2026-03-27"
    assert logged("step", "done", "Lakeshore", "ROI model", "--json").code == 0
    assert step()["status"] == "done"


def test_a_promise_that_nobody_made_is_answered_with_those_that_are_open(logged: Program) -> None:
    assert "No open step is about 'contract'. Open: " in logged("step", "drop", "Lakeshore", "contract").sentence
    assert "'day' is a day written YYYY-MM-DD" in logged("step", "move", "Lakeshore", "ROI", "soon").sentence
    assert logged("step", "drop", "Lakeshore", "ROI model").code == 0
    assert "None is open." in logged("step", "drop", "Lakeshore", "ROI model").sentence


def must_say_yes(dealbot: Program) -> dict[str, Any]:
    return dealbot("ask", "where does it stand?", "--deal", "Lakeshore", "--json").json["data"]["must_say_yes"]  # type: ignore[no-any-return]


def test_whose_yes_is_needed_is_set_and_taken_back(logged: Program) -> None:
    assert logged("correct", "Lakeshore", "CISO.required=no", "Compliance officer.required=yes").out == (
        "Changed, Lakeshore\n• CISO: need not say yes\n• Compliance officer: must say yes\n"
    )
    seats = {seat["seat"]: seat for seat in must_say_yes(logged)["seats"]}
    assert "CISO" not in seats
    assert (seats["Compliance officer"]["named"], seats["Compliance officer"]["set_by_hand"]) == (False, True)


def test_influence_is_set_with_its_reason_and_orders_who_is_to_be_convinced(logged: Program) -> None:
    logged.log(text="Lou Pell, department head, is on the fence. Amelia Lee, CMO, is on the fence.", name="n2")
    set_now = logged(
        "correct", "Lakeshore", "Lou Pell.influence=5: sways the whole floor", "Amelia Lee.influence=2: new"
    )
    assert "Lou Pell: influence 5 of 5, sways the whole floor" in set_now.out

    order = [p["name"] for p in logged("status", "Lakeshore", "--json").json["to_convince"]]
    assert order.index("Lou Pell") < order.index("Amelia Lee")
    asked = logged("ask", "who still needs convincing?", "--deal", "Lakeshore").out
    assert "Influence 5: sways the whole floor" in asked
    assert asked.index("Lou Pell") < asked.index("Amelia Lee")


def test_a_decision_stage_a_proof_and_something_done_together_are_set(logged: Program) -> None:
    logged("correct", "Lakeshore", "Dana Ruiz.role=champion", "Dana Ruiz.stage=advocating")
    logged("correct", "Lakeshore", "Dana Ruiz.needs=Risk, security/legal", "Dana Ruiz.activity=advisory_board")

    (plan,) = logged("ask", "what is the plan for Dana?", "--deal", "Lakeshore", "--json").json["data"]["plans"]
    assert (plan["wants"][:2], plan["activities"]) == (["risk", "security_legal"], ["advisory_board"])
    mapped = logged("ask", "who is on the buying committee?", "--deal", "Lakeshore").out
    assert "Dana Ruiz, CFO: champion · opposed · advocating" in mapped


def test_the_path_of_a_deal_is_set_and_told(logged: Program) -> None:
    said = logged("correct", "Lakeshore", "P&T.gate=passed 2026-03-12", "baa.track=agreed", "--on", "2026-03-14").out
    assert said.startswith("Changed, Lakeshore\n• P&T: passed Thu 12 Mar")
    assert "• BAA: agreed" in said

    answer = logged("ask", "what is the timeline?", "--deal", "Lakeshore", "--as-of", "2026-03-16", "--json").json
    clinical = answer["data"]["tracks"]["clinical"]
    assert (answer["intent"], answer["answered"]) == ("timeline", True)
    assert [(gate["name"], gate["state"]) for gate in clinical["gates"]] == [
        ("P&T", "passed"),
        ("Medical Executive Committee", "open"),
        ("Board", "open"),
    ]
    assert "P&T passed 12 Mar" in answer["text"]
    assert "BAA agreed" in answer["text"]
