"""Notes that tell of the path of a deal, and what is answered of it: through the real reader, from end to end."""

from typing import Any

from tests.cli.running import Program

EVERYBODY = (
    "Amelia Lee, CMO, is our champion. Ana Gomez, CNO, is on board. Phil Tran, chief pharmacy officer, is on board. "
    "Dana Ruiz, CFO, approved the money. Raj Patel, CIO, is on board. Kim Cole, CISO, is on board. "
    "Ruth Klein, General Counsel, is on board."
)


def asked(dealbot: Program, question: str) -> Any:
    """An answer as of 16 March 2026."""
    return dealbot("ask", question, "--deal", "Lakeshore", "--as-of", "2026-03-16", "--json").json


def set_right(dealbot: Program, setting: str, on: str = "2026-03-09") -> None:
    """Set something right as of a day."""
    assert dealbot("correct", "Lakeshore", setting, "--on", on).code == 0


def lines(dealbot: Program, question: str) -> str:
    """The text of an answer that is one."""
    answer = asked(dealbot, question)
    assert answer["answered"]
    assert answer["sources"]
    return str(answer["text"])


def test_both_tracks_stand_side_by_side_with_owner_days_and_what_is_open(dealbot: Program) -> None:
    dealbot.log(text="P&T meets Tue 14 April, papers due 31 March, nobody owns them.", name="n1", on="2026-03-02")
    dealbot.log(text="BAA is with their outside counsel.", name="n2", on="2026-03-02")
    said = lines(dealbot, "what is the timeline?")
    assert "Clinical: P&T Tue 14 Apr, papers due Tue 31 Mar, nobody owns them" in said
    assert "Legal, security: slowest BAA, " in said
    assert "days with their outside counsel" in said
    assert "BAA is with their outside counsel" in said


def test_each_track_of_the_contract_moves_by_itself_and_the_slowest_is_named(dealbot: Program) -> None:
    paper = "Vendor agreement: theirs, 62 pages, breach liability has no cap. Redlines sent to their legal."
    dealbot.log(text=paper, name="n1", on="2026-02-02")
    dealbot.log(text="Security questionnaire came in, 180 lines.", name="n2", on="2026-02-20")
    dealbot.log(text="The BAA came back countersigned.", name="n3", on="2026-03-02")
    answer = asked(dealbot, "what is the timeline?")
    tracks = {track["name"]: track for track in answer["data"]["tracks"]["legal_security"]["tracks"]}
    assert tracks["baa"]["state"] == "agreed"
    assert (tracks["vendor_agreement"]["template"], tracks["vendor_agreement"]["pages"]) == ("theirs", 62)
    assert "has no cap" in tracks["liability"]["open_clause"]
    assert tracks["security"]["last_movement"] == "2026-02-20"
    assert "BAA agreed; slowest " in answer["text"]


def test_counsel_nobody_heard_of_by_the_second_month_is_asked_for(dealbot: Program) -> None:
    dealbot.log(text="Met Amelia Lee, CMO, she likes it.", name="n1", on="2026-01-12")
    dealbot.log(text="P&T meets Tue 14 April.", name="n2", on="2026-03-02")
    assert "General Counsel not heard by month" in lines(dealbot, "what is the timeline?")
    dealbot.log(text="Ruth Klein, General Counsel, is careful and wants to read it first.", name="n3", on="2026-03-03")
    assert "General Counsel" not in lines(dealbot, "what is the timeline?")


def test_a_pilot_of_month_three_is_early_and_of_month_nine_in_the_middle(dealbot: Program) -> None:
    dealbot.log(text="Met Amelia Lee, CMO, she likes it.", name="n1", on="2025-07-01")
    dealbot.log(text="The pilot started on 2 March 2026.", name="n2", on="2026-03-03")
    assert "month 9, mid-cycle" in lines(dealbot, "what is the timeline?")
    dealbot("undo", "n1")
    dealbot.log(text="Met Amelia Lee, CMO, she likes it.", name="n3", on="2026-01-02")
    assert "month 3, early" in lines(dealbot, "what is the timeline?")


def test_the_decision_to_expand_opens_contracting_and_the_contract_takes_months_more(dealbot: Program) -> None:
    dealbot.log(text=EVERYBODY, name="n1", on="2026-03-02")
    dealbot.log(text="The pilot is over. They decided to expand to three hospitals.", name="n2", on="2026-03-03")
    status = dealbot("status", "Lakeshore", "--as-of", "2026-03-16", "--json").json
    assert status["phase"] == "contracting"
    assert [item["kind"] for item in status["forecast"]["critical_path"]][-1] == "contract"


def test_a_phase_shows_what_was_agreed_and_keeps_why_the_deal_went_on_without(dealbot: Program) -> None:
    dealbot.log(text="P&T meets Tue 14 April.", name="n1", on="2026-03-02")
    set_right(dealbot, "phase=strategic_alignment")
    set_right(dealbot, "strategic_alignment.exit=the CFO backs the business case")
    set_right(dealbot, "strategic_alignment.exit=P&T has passed it")
    set_right(dealbot, "strategic_alignment.met=CFO backs the business case")
    assert "Strategic alignment: 1 of 2 exit criteria met; open: P&T has passed it" in lines(dealbot, "timeline?")
    set_right(dealbot, "phase=validation because the CMO starts anyway", "2026-03-12")
    assert "Went on to validation without: P&T has passed it, because the CMO starts anyway" in lines(
        dealbot, "timeline?"
    )


def test_a_budget_lock_that_the_middle_of_the_forecast_passes_is_missed(dealbot: Program) -> None:
    dealbot.log(text=f"{EVERYBODY} Their FY27 budget locks on 30 June 2026.", name="n1", on="2026-03-02")
    assert "Misses the FY27 budget lock, Tue 30 Jun" in lines(dealbot, "what is the timeline?")


def test_likelihood_is_a_band_with_its_drivers_and_none_below_the_floor(dealbot: Program) -> None:
    dealbot.log(text="Met Amelia Lee, CMO, she likes it.", name="n1", on="2026-03-02")
    thin = asked(dealbot, "how likely is full alignment?")
    assert (thin["answered"], "%" in thin["text"]) == (False, False)
    assert "no figure yet" in thin["text"]

    dealbot.log(text=EVERYBODY, name="n2", on="2026-03-03")
    said = lines(dealbot, "how likely is full alignment?")
    assert "all say yes within three years" in said
    assert "What would move it most:" in said
    assert "General durations, not your history" in said
