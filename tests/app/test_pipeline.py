"""The pipeline: by the gap to yes and the champion, belief beside evidence, what moved, and why deals stall."""

from dataclasses import replace
from datetime import date, timedelta

from dealbot.app.answer import Answer
from dealbot.app.answers.pipeline import pipeline, pipeline_text, stall_causes
from dealbot.app.pipeline.board import Board, board, snapshot
from dealbot.app.pipeline.rows import ChampionHealth, Light, Row, Trend, row
from dealbot.app.question import Intent, Question
from dealbot.app.state import summary_of
from dealbot.app.wording import LONGEST
from dealbot.domain.alignment import align
from dealbot.domain.concern import ConcernTopic
from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.observation import Correction, Observation, SignalStatement
from dealbot.domain.reconcile import replay
from dealbot.domain.record import Call, DealRecord, Outcome
from dealbot.domain.signal import SignalKind
from dealbot.domain.stakeholder import BuyingRole, Side, Stance
from tests.app.deals import SAID
from tests.builders import AS_OF, a_concern, a_leaver, a_person, a_span, a_step, an_observation

ASKED = Question("pipeline", Intent.PIPELINE)
LEE = a_person("Amelia Lee", "CMO", Stance.COMMITTED, "I want this", BuyingRole.CHAMPION)
RUIZ = a_person("Dana Ruiz", "CFO", Stance.SUPPORTIVE, "the money is there", BuyingRole.ECONOMIC_BUYER)
NUMBERS = iter(range(1, 1_000))


def a_row(
    name: str, *said: Observation, on: date = AS_OF, call: Call | None = None, amount: int | None = 1_000_000
) -> Row:
    record = DealRecord(next(NUMBERS), name, name, owner="priya", amount=amount, quarter="2027-Q2", call=call)
    return row(record, summary_of(replay(said, on)), on)


def ended(value: str, on: str) -> Observation:
    return an_observation(Correction(CorrectedField.OUTCOME, value, None, a_span(f"outcome={value}")), on)


def signal(kind: SignalKind, words: str, on: str = "11-10") -> Observation:
    return an_observation(SignalStatement(kind, words, a_span(words)), on)


def names(found: Board) -> list[str]:
    return [each.deal.name for each in found.rows]


LAKESHORE = a_row("Lakeshore", *SAID, call=Call.COMMIT)
FINE = a_row("Bayview", an_observation(LEE, "11-12"), an_observation(RUIZ, "11-12"), call=Call.COMMIT)
SILENT = a_row("Norton")


def test_deals_are_ordered_by_the_gap_to_yes_and_then_by_the_champions_health() -> None:
    cold = a_row("Cold", an_observation(LEE, "02-10"), an_observation(RUIZ, "02-10"))
    none = a_row("None", an_observation(RUIZ, "11-12"))

    assert names(board([FINE, cold, none, LAKESHORE])) == ["None", "Cold", "Lakeshore", "Bayview"]
    assert [each.health for each in (none, cold, FINE)] == [
        ChampionHealth.NONE,
        ChampionHealth.QUIET,
        ChampionHealth.GOOD,
    ]


def test_a_deal_of_twenty_months_with_rising_alignment_is_fine() -> None:
    said = [an_observation(LEE, "2025-04-01"), an_observation(LEE, "11-12"), an_observation(RUIZ, "10-20")]
    old = a_row("Old", *said)
    found = pipeline(ASKED, board([old]), AS_OF).data["deals"]

    assert (old.month, old.trend, old.light) == (20, Trend.RISING, Light.GREEN)
    assert isinstance(found, list)
    assert found[0]["usual_months"] == "18-24"
    assert "late" not in pipeline_text(board([old]), AS_OF)


def test_the_columns_begin_with_the_committee_and_the_champion() -> None:
    found = pipeline(ASKED, board([LAKESHORE]), AS_OF).data["deals"]
    assert isinstance(found, list)
    assert list(found[0])[:6] == ["deal", "yes", "required", "gap", "champion_health", "champion"]


def test_the_pipeline_in_words_shows_belief_beside_evidence() -> None:
    answer = pipeline(ASKED, board([FINE, LAKESHORE, SILENT]), AS_OF)

    assert answer.text.startswith("3 deals · $3M · 1 at risk · 1 on track\n• Lakeshore")
    assert "• Lakeshore · At risk · yes 2 of 7" in answer.text
    assert "• Norton · Too little heard · $1M" in answer.text
    assert "Commit without a yes from the money: Lakeshore (Dana Ruiz not yet)" in answer.text
    assert "Veto open: Lakeshore (Dana Ruiz)" in answer.text
    assert "Promises late: ours 1, theirs 0" in answer.text
    assert len(answer.text) <= LONGEST
    assert {source.quote for source in answer.sources} >= {RUIZ.span.quote}


def test_a_champion_who_left_without_another_is_lost() -> None:
    gone = a_row(
        "Gone", an_observation(LEE, "10-01"), an_observation(a_leaver("Amelia Lee", "CMO", "Lee moves"), "11-01")
    )

    assert (gone.health, gone.light) == (ChampionHealth.LOST, Light.RED)
    assert "champion lost: Amelia Lee" in pipeline_text(board([gone]), AS_OF)


def test_a_champion_who_doubts_is_no_good_one() -> None:
    doubting = replace(LEE, stance=Stance.CONCERNED)
    assert a_row("D", an_observation(doubting), an_observation(RUIZ)).health is ChampionHealth.NOT_CONVINCED


def test_a_champion_by_title_alone_is_told_to_be_untested() -> None:
    named = a_row("T", an_observation(replace(LEE, stance=Stance.UNKNOWN)), an_observation(RUIZ))

    assert named.health is ChampionHealth.UNTESTED
    assert "champion Amelia Lee, title only" in pipeline_text(board([named]), AS_OF)


def test_of_champions_as_good_the_one_with_fewer_criteria_shown_comes_first() -> None:
    respected = an_observation(a_person("Amelia Lee", None, None, "the surgeons listen to her"), "11-13")
    shown = a_row("Ante", an_observation(LEE, "11-12"), an_observation(RUIZ, "11-12"), respected)
    found = pipeline(ASKED, board([shown, FINE]), AS_OF).data["deals"]

    assert isinstance(found, list)
    assert [(each["deal"], each["champion"]["criteria_met"]) for each in found] == [("Bayview", 1), ("Ante", 2)]


def test_the_yes_of_a_row_is_the_yes_of_where_the_deal_stands() -> None:
    state = replay(SAID, AS_OF)
    found = align(state)

    assert (LAKESHORE.yes, LAKESHORE.of) == (len(found.said_yes), len(found.required))


def test_a_row_tells_which_committee_is_waited_for_and_since_when() -> None:
    waiting = a_row("Gate", an_observation(LEE), signal(SignalKind.GATE, "papers are in with P&T", "11-06"))

    assert (waiting.gate, waiting.gate_days) == ("P&T", (AS_OF - date(2026, 11, 6)).days)
    assert (FINE.gate, FINE.gate_days) == (None, None)


def test_who_turned_away_lately_makes_a_deal_fall() -> None:
    turned = replace(RUIZ, stance=Stance.CONCERNED)
    falling = a_row(
        "F", an_observation(LEE, "2025-04-01"), an_observation(RUIZ, "03-01"), an_observation(turned, "11-01")
    )
    assert falling.trend is Trend.FALLING


def test_a_deal_with_one_champion_and_nobody_behind_is_single_threaded() -> None:
    second = a_person("Ana Gomez", "CNO", Stance.SUPPORTIVE, "I sell it inside", BuyingRole.CHAMPION)

    assert FINE.single_threaded
    assert not a_row("Two", an_observation(LEE), an_observation(second)).single_threaded
    assert not SILENT.single_threaded


def test_promises_become_late_as_days_pass_without_a_new_summary() -> None:
    said = [an_observation(LEE), an_observation(a_step("Send ROI v2", "11-20"), author="Priya Nair")]
    summary = summary_of(replay(said, date(2026, 11, 16)))
    record = DealRecord(1, "L", "L")

    assert row(record, summary, date(2026, 11, 20)).late_ours == ()
    assert row(record, summary, date(2026, 11, 21)).late_ours == ("Priya Nair",)


def test_late_promises_are_told_by_who_made_them() -> None:
    late = [
        an_observation(a_step("Send ROI v2", "11-02"), author="Priya Nair"),
        an_observation(a_step("Book the room", "11-03"), author="Sam Okafor"),
        an_observation(a_step("Name a lawyer", "11-04", "Dana Ruiz", Side.BUYER), author="Sam Okafor"),
    ]
    assert "Promises late: ours 2 (Priya 1, Sam 1), theirs 1" in pipeline_text(board([a_row("L", *late)]), AS_OF)


def test_what_moved_since_the_last_monday_kept_is_said() -> None:
    monday = AS_OF - timedelta(days=7)
    before = replace(snapshot(FINE, monday), yes=1, call="best_case")
    calmer = replace(snapshot(LAKESHORE, monday), call="pipeline")
    found = board([FINE, LAKESHORE], [before, calmer])
    answer = pipeline(ASKED, found, AS_OF)

    assert answer.data["compared_with"] == "2026-11-16"
    assert [(move.row.deal.name, move.up) for move in found.moves] == [("Lakeshore", True), ("Bayview", True)]
    assert "Since 16 Nov: ↑ Lakeshore pipeline → commit, ↑ Bayview yes 1 of 7 → 2 of 7" in pipeline_text(
        found, AS_OF, 9
    )


def test_what_moved_neither_way_has_no_arrow_and_what_fell_points_down() -> None:
    monday = AS_OF - timedelta(days=7)
    money = replace(snapshot(FINE, monday), amount=5)
    fell = replace(snapshot(LAKESHORE, monday), yes=4)
    bolder = replace(snapshot(SILENT, monday), call="commit")
    found = board([FINE, LAKESHORE, SILENT], [money, fell, bolder])

    assert {move.row.deal.name: move.up for move in found.moves} == {
        "Bayview": None,
        "Lakeshore": False,
        "Norton": None,
    }


def test_what_stands_as_it_stood_did_not_move() -> None:
    assert board([FINE], [snapshot(FINE, AS_OF)]).moves == ()


def test_a_paused_deal_is_told_apart_with_its_days_and_cause() -> None:
    paused = a_row("Southwest", *SAID, ended("paused reimbursement.cms until 2027-01-15", "08-15"))
    found = board([FINE, paused])

    assert names(found) == ["Bayview"]
    assert "Paused: Southwest (100 days, reimbursement, CMS)" in pipeline_text(found, AS_OF)


def test_a_long_pipeline_fits_a_phone() -> None:
    many = [a_row(f"Health system number {number}", *SAID, call=Call.COMMIT) for number in range(40)]
    text = pipeline(ASKED, board(many), AS_OF).text

    assert len(text) <= LONGEST
    assert "more" in text
    assert text.count("•") >= 3


def test_where_there_are_no_deals_it_says_how_to_begin() -> None:
    answer = pipeline(ASKED, board([]), AS_OF)
    assert (answer.answered, answer.text) == (False, "No deals yet. Log a call note to begin.")


def causes(*rows: Row) -> Answer:
    return stall_causes(Question("why", Intent.STALL_CAUSES), board(rows), AS_OF)


def test_why_deals_stall_is_told_by_cause_what_was_set_before_what_notes_tell() -> None:
    lost = a_row("Union", ended("lost budget.freeze: no money until FY28", "09-01"))
    paused = a_row("Southwest", ended("paused reimbursement.cms", "08-15"), ended("open", "11-15"))
    stuck = a_row("Lake", *SAID, signal(SignalKind.BUDGET_CHANGE, "capital freeze until July"))
    answer = causes(lost, paused, stuck)

    assert answer.text.splitlines() == [
        "Why deals stall · 2 paused or lost, 1 told of in notes",
        "• Budget, 2: Union (lost, budget freeze); Lake (in the notes, budget freeze, 10 Nov)",
        "• Reimbursement, 1: Southwest (paused 92 days, reimbursement, CMS)",
    ]
    assert [each["cause"] for each in answer.data["causes"]] == ["budget", "reimbursement"]  # type: ignore[union-attr,index,call-overload]
    assert answer.answered


def test_money_that_was_approved_is_no_cause_and_a_deal_doing_well_is_not_asked_why() -> None:
    approved = a_row("Lake", *SAID, signal(SignalKind.BUDGET_CHANGE, "the board approved the money"))
    well = a_row("Bay", an_observation(LEE), an_observation(RUIZ), signal(SignalKind.ORG_CHANGE, "a merger"))

    assert not causes(approved, well).answered


def test_each_kind_of_trouble_in_the_notes_has_its_cause() -> None:
    told = [
        signal(SignalKind.CHAMPION_LOST, "Lee left"),
        signal(SignalKind.ORG_CHANGE, "they merge with Mercy"),
        signal(SignalKind.POLICY_CHANGE, "the CMS rule"),
        signal(SignalKind.FINANCIAL_STRESS, "covenant breach"),
    ]
    quiet = a_row("Lake", *SAID, *told)
    assert [cause.value for cause, _ in quiet.stalls] == [
        "budget",
        "champion_lost",
        "org_change.merger",
        "reimbursement.cms",
    ]


def test_a_deal_closed_before_causes_were_kept_still_counts() -> None:
    record = DealRecord(1, "Old", "Old")
    closed = replace(record, outcome=Outcome.LOST, cause="budget cut", closed_on=date(2026, 1, 2))
    found = row(closed, {}, AS_OF)

    assert found.ending is not None
    assert (found.ending.cause, found.ending.days) == ("budget.cut", 325)


def test_money_nobody_was_asked_about_is_not_heard() -> None:
    alone = a_row(
        "L", an_observation(LEE), an_observation(a_person("Bo", "CNO", Stance.SUPPORTIVE, "yes")), call=Call.COMMIT
    )
    assert "Commit without a yes from the money: L (nobody heard)" in pipeline_text(board([alone]), AS_OF)


def test_a_deal_quiet_for_weeks_is_named() -> None:
    quiet = a_row("Delta", an_observation(LEE, "09-01"), an_observation(RUIZ, "09-01"))
    assert "Quiet over 21 days: Delta" in pipeline_text(board([quiet]), AS_OF)


def test_a_worry_that_blocks_is_an_open_veto_of_who_holds_it() -> None:
    block = a_concern("Ana Gomez", ConcernTopic.WORKFLOW_BURDEN, "not before the clicks are gone", blocking=True)
    gomez = a_person("Ana Gomez", "CNO", Stance.CONCERNED, "too many clicks")
    assert [v.name for v in a_row("L", an_observation(gomez), an_observation(block)).vetoes] == ["Ana Gomez"]
