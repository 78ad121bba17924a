"""`review` and `brief` on the command line."""

from tests.cli.running import Program

CALM = "Met Dana Ruiz, CFO: she is supportive. Raj Patel, CIO, is on board."
COLD = "Dana Ruiz, CFO, is worried about the budget: no money before P&T."


def told(dealbot: Program) -> None:
    assert dealbot("log", "--deal", "Lakeshore", "--on", "2026-01-12", "--author", "Priya", given=CALM).code == 0
    assert dealbot("log", "--deal", "Lakeshore", "--on", "2026-02-16", "--author", "Priya", given=COLD).code == 0


def test_a_review_tells_what_changed_and_is_kept(dealbot: Program) -> None:
    told(dealbot)

    first = dealbot("review", "Lakeshore", "--decided", "bring Lee to P&T", "--json").json
    again = dealbot("review", "Lakeshore", "--json").json

    assert (first["intent"], first["answered"], first["data"]["last_review"]) == ("review", True, None)
    assert again["data"]["changes"] == first["data"]["changes"]
    assert again["sources"]


def test_looking_back_to_a_day_keeps_nothing(dealbot: Program) -> None:
    told(dealbot)

    since = dealbot("review", "Lakeshore", "--since", "2026-02-01", "--json").json

    assert {change["who"] for change in since["data"]["changes"]} == {"Dana Ruiz"}
    assert dealbot("review", "Lakeshore", "--since", "soon").code == 1


def test_without_a_deal_those_due_are_listed(dealbot: Program) -> None:
    told(dealbot)

    assert "1 deal to review, 1 overdue" in dealbot("review").out


def test_a_decision_is_kept_by_correct_as_well(dealbot: Program) -> None:
    told(dealbot)

    assert "• Decided: bring Lee to P&T" in dealbot("correct", "Lakeshore", "decision=bring Lee to P&T").out
    assert "• Reviewed every quarter" in dealbot("correct", "Lakeshore", "review_every=quarter").out
    assert "'review_every' is one of month, quarter" in dealbot("correct", "Lakeshore", "review_every=week").sentence


def test_a_brief_of_a_person_and_of_the_group(dealbot: Program) -> None:
    told(dealbot)

    assert dealbot("brief", "Lakeshore", "Dana").out.startswith("Dana Ruiz, CFO, Lakeshore")
    assert "Lakeshore, everybody" in dealbot("brief", "Lakeshore").out
    assert "Nobody at Lakeshore goes by Zed" in dealbot("brief", "Lakeshore", "Zed").out


def test_an_unknown_deal_is_answered_with_the_nearest(dealbot: Program) -> None:
    told(dealbot)

    assert "Lakeshore" in dealbot("brief", "Lakeshor").sentence
