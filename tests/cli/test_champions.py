"""Champions, conflicts, successors, the affected, owners and contacts: what is logged is what is answered."""

import pytest

from tests.cli.running import Program

JANUARY = (
    "Call with Dr Amelia Lee, chief of cardiology: she is our champion and wants it badly. Mona Shah, Chief Pharmacy "
    "Officer, is against it. Dana Ruiz, CFO, is supportive. Ana Gomez, CNO, is supportive. Omar Diaz, CMO, was there."
)
AT_ODDS = "Amelia Lee and Mona Shah are at odds over a competing vendor integration in pharmacy."
SETTLED = "Omar Diaz, CMO, stepped in and settled it between Amelia Lee and Mona Shah."


@pytest.fixture
def logged(dealbot: Program) -> Program:
    """A deal with a champion, somebody against it and a conflict between the two."""
    dealbot.log(text=JANUARY, on="2026-01-10", name="n1")
    dealbot.log(text=AT_ODDS, on="2026-03-10", name="n2")
    return dealbot


def ask(dealbot: Program, question: str, on: str = "2026-05-12") -> str:
    """The answer in words, as of a day."""
    return dealbot("ask", question, "--deal", "Lakeshore", "--as-of", on).out


def test_the_fight_with_pharmacy_is_told_with_its_cause_its_length_and_who_can_settle_it(logged: Program) -> None:
    told = ask(logged, "who is fighting with whom?")
    assert "Amelia Lee, chief of cardiology against Mona Shah, Chief Pharmacy Officer, 2 months" in told
    assert "over a competing vendor integration in pharmacy" in told
    assert "Can settle it: Omar Diaz, CMO" in told


def test_a_fight_that_the_chief_medical_officer_ended_tells_the_months_lost(logged: Program) -> None:
    logged.log(text=SETTLED, on="2026-07-10", name="n3")
    told = ask(logged, "any conflicts inside?", "2026-08-01")
    assert "No conflict open at Lakeshore, 4 months lost" in told
    assert "settled by Omar Diaz" in told


def test_two_fights_are_summed_and_a_day_with_both_is_lost_once(logged: Program) -> None:
    logged("correct", "Lakeshore", "Dana Ruiz.conflict=Ana Gomez over staffing", "--on", "2026-04-10")
    logged("correct", "Lakeshore", "Dana Ruiz.conflict_ended=Ana Gomez by Omar Diaz", "--on", "2026-05-10")
    logged.log(text=SETTLED, on="2026-07-10", name="n3")
    answer = logged("ask", "any conflicts inside?", "--deal", "Lakeshore", "--as-of", "2026-08-01", "--json").json
    assert len(answer["data"]["conflicts"]) == 2
    assert answer["data"]["days_lost"] == 122


def test_a_detractor_with_an_open_worry_is_a_risk_and_the_affected_have_a_plan(logged: Program) -> None:
    logged("correct", "Lakeshore", "Mona Shah.role=detractor", "Mona Shah.competing_priority=raised")
    logged("correct", "Lakeshore", "Ana Gomez.affected=yes: night charting")
    logged("correct", "Lakeshore", "Ana Gomez.resistance_plan=count the clicks on 4 West")
    assert "Mona Shah works against it: other priorities" in logged("status", "Lakeshore").out
    told = logged("ask", "who is affected by the change, and how to manage resistance?", "--deal", "Lakeshore").out
    assert "Mona Shah, Chief Pharmacy Officer: works against it" in told
    assert "No plan yet; suggested" in told
    assert "night charting" in told
    assert "Plan: count the clicks on 4 West" in told


def test_the_champion_is_scored_on_four_criteria_with_words(logged: Program) -> None:
    logged.log(text="Dr Lee is swamped with the Epic go-live.", on="2026-04-10", name="n3")
    told = ask(logged, "who is our champion?")
    assert "of 4" in told
    assert 'has the time: no, "Dr Lee is swamped with the Epic go-live" (Priya, 10 Apr)' in told
    assert "clinical credibility" in told.partition("not known: ")[2]
    assert "No second champion" in told
    by_hand = logged("correct", "Lakeshore", "Lee.tested=credibility yes: still rounds", "--on", "2026-04-12").out
    assert "as champion, clinical credibility: yes" in by_hand
    assert "clinical credibility: yes, " in ask(logged, "who is our champion?")


def test_a_title_alone_is_not_a_tested_champion(dealbot: Program) -> None:
    dealbot.log(text="The CMO was on the call.", name="n1")
    dealbot("correct", "Lakeshore", "CMO.role=champion")
    assert "Title only, not tested" in dealbot("ask", "who is our champion?", "--deal", "Lakeshore").out


def test_a_champion_who_moves_away_is_lost_in_the_same_reply(logged: Program) -> None:
    told = logged("log", "--deal", "Lakeshore", "--on", "2026-05-10", "-", given="Dr Lee is moving to Houston.").out
    assert "Champion lost, Lakeshore: Amelia Lee, chief of cardiology" in told
    assert "Now: Stuck" in told
    assert "Could follow: Ana Gomez, CNO, 1 of 4: believes in it" in told
    assert "Proposed within 48 hours" in told
    assert "Review the deal" in told


def test_a_new_officer_starts_unknown_and_the_yes_before_is_kept_and_no_longer_counts(logged: Program) -> None:
    before = logged("status", "Lakeshore", "--as-of", "2026-05-12", "--json").json
    logged.log(text="New CFO starts in June.", on="2026-05-10", name="n3")
    after = logged("status", "Lakeshore", "--as-of", "2026-05-12", "--json").json
    assert [p["name"] for p in before["aligned"] if p["function"] == "finance"] == ["Dana Ruiz"]
    assert [(p["name"], p["stance"]) for p in after["gone"]] == [("Dana Ruiz", "supportive")]
    assert [p["title"] for p in after["unknown"] if p["function"] == "finance"] == ["CFO"]
    told = ask(logged, "where does the CFO stand?")
    assert "new, no position yet; Dana Ruiz's yes (supportive) no longer counts" in told


def test_nobody_who_owns_it_on_their_side_is_a_risk_after_half_a_year(logged: Program) -> None:
    assert "a risk" not in ask(logged, "is there a single person who owns the deal on their side?", "2026-05-12")
    late = ask(logged, "is there a single person who owns the deal on their side?", "2026-08-12")
    assert "Nobody is named who owns the purchase at Lakeshore in month 8, a risk" in late
    logged("correct", "Lakeshore", "Omar Diaz.role=owner", "--on", "2026-08-01")
    assert "Omar Diaz, CMO" in ask(logged, "is there a single person who owns the deal on their side?", "2026-08-12")


def test_who_reports_to_whom_in_what_role_with_which_address(logged: Program) -> None:
    logged("correct", "Lakeshore", "Ana Gomez.reports_to=Omar Diaz", "Ana Gomez.email=ana@lakeshore.example")
    told = logged("ask", "who reports to whom, what is their role, what is their email?", "--deal", "Lakeshore").out
    assert "Ana Gomez, CNO (nursing): reports to Omar Diaz, CMO, ana@lakeshore.example" in told


def test_who_plays_which_part_and_which_parts_nobody_plays(logged: Program) -> None:
    question = (
        "Who is the champion? Who is the economic buyer? Who is the user? Who has veto power? Who is a detractor?"
    )
    logged("correct", "Lakeshore", "Dana Ruiz.role=economic_buyer", "Ana Gomez.role=user", "--on", "2026-01-11")
    told = logged("ask", question, "--deal", "Lakeshore", "--as-of", "2026-02-01").out
    assert "• Amelia Lee, chief of cardiology: champion" in told
    assert "• Dana Ruiz, CFO: economic buyer" in told
    assert "• Ana Gomez, CNO: user" in told
    assert "Nobody known: veto, detractor" in told


def test_a_closure_holds_everything_and_says_why(dealbot: Program) -> None:
    dealbot.log(text="Dana Ruiz, CFO, is supportive. Ana Gomez, CNO, is supportive.", on="2026-01-10", name="n1")
    closing = "They announced that the hospital closes two sites; all projects are on hold."
    dealbot.log(text=closing, on="2026-03-10", name="n2")
    told = ask(dealbot, "where does it stand?", "2026-03-20")
    assert "At risk" in told
    assert "closure" in told


@pytest.mark.parametrize(
    ("setting", "form"),
    [
        ("Lee.tested=charm yes", "Lee.tested=bandwidth no: swamped until March"),
        ("Lee.affected=perhaps", "Lee.affected=yes: night charting"),
    ],
)
def test_a_value_in_another_form_is_refused_with_the_one_there_is(logged: Program, setting: str, form: str) -> None:
    assert f'is written as "{form}"' in logged("correct", "Lakeshore", setting).sentence


def test_whoever_is_named_in_a_conflict_must_be_known(logged: Program) -> None:
    assert "Nobody in this deal" in logged("correct", "Lakeshore", "Lee.conflict=Bob Hart over beds").sentence
    assert "Nobody in this deal" in logged("correct", "Lakeshore", "Lee.conflict_ended=Mona Shah by Bob Hart").sentence
