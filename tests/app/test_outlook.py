"""How likely it is and when, and the two tracks side by side: short, with words, and never without evidence."""

import textwrap
from datetime import date

import pytest
from inline_snapshot import snapshot

from dealbot.app.answer import Answer, Deal
from dealbot.app.answers.outlook import likelihood, timeline
from dealbot.app.deal_path import forecast_of
from dealbot.app.forecast_shape import forecast_json
from dealbot.app.question import Intent, Question
from dealbot.app.wording import LONGEST
from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.evidence import Span
from dealbot.domain.observation import Correction, Observation, SignalStatement
from dealbot.domain.phase import DealPhase
from dealbot.domain.signal import SignalKind
from dealbot.domain.stakeholder import BuyingRole, Stance
from tests.app.deals import SAID, lakeshore
from tests.builders import AS_OF, a_deal, a_person, an_observation

TYPICAL = lakeshore()


def a_signal(kind: str, words: str, on: str = "11-20", author: str = "Priya Nair") -> Observation:
    return an_observation(SignalStatement(SignalKind(kind), words, Span(words, 0, len(words))), on, author)


def by_hand(setting: str, field: str, of: str | None, value: str, on: str = "11-20") -> Observation:
    return an_observation(Correction(CorrectedField(field), value, of, Span(setting, 0, len(setting))), on, note="-")


def told(*observations: Observation, as_of: date = AS_OF) -> Deal:
    """Lakeshore with something more said."""
    return a_deal(*SAID, *observations, as_of=as_of)


LATE = told(
    a_signal("contract", "Vendor agreement: theirs, 62 pages, breach liability has no cap", "09-23", "Sam Okafor"),
    a_signal("contract", "BAA: ours went to their legal on 9/9, still sitting there", "09-23", "Sam Okafor"),
    a_signal("security_requirement", "Raj signed off security July 2", "07-14"),
    a_signal("budget_change", "FY27 list locks 3/31", "11-01"),
)


def chances(deal: Deal = TYPICAL) -> Answer:
    return likelihood(Question("", Intent.LIKELIHOOD, deal=deal.name), deal)


def dates(deal: Deal = TYPICAL) -> Answer:
    return timeline(Question("", Intent.TIMELINE, deal=deal.name), deal)


def lines(answer: Answer) -> str:
    return "\n".join(textwrap.fill(line, 100) for line in answer.text.splitlines())


def track(deal: Deal, side: str) -> str:
    return next(line for line in dates(deal).text.splitlines() if line.startswith(side))


def test_how_likely_it_is() -> None:
    assert lines(chances()) == snapshot("""\
Lakeshore Health · all say yes by 30 Jun 2027: 7-41 %, less likely than not
Signed by then: under 1 %, unlikely
What would move it most:
• Dana Ruiz says yes: 57 days sooner, "no money before P&T" (Priya, 16 Nov)
• Raj Patel says yes: 39 days sooner, "we have an Epic interface queue until Feb" (Priya, 16 Nov)
• General Counsel says yes: 9 days sooner
Ask when they meet: MEC, Board
General durations, not your history\
""")


def test_when_it_comes_with_both_tracks() -> None:
    assert lines(dates(LATE)) == snapshot("""\
Lakeshore Health · signed about Sep 2028 (Mar 2028 to beyond three years)
All say yes about Sep 2027 (May 2027 to beyond three years)
Waits for: Dana Ruiz (Jul 2027) → pilot (Jun 2028) → vendor agreement (Aug 2028)
Clinical: P&T Tue 8 Dec, papers due Tue 24 Nov, nobody owns them, "P&T Tue 8 Dec, papers due 24 Nov"
(Priya, 16 Nov); then MEC, Board
Legal, security: security agreed; slowest liability, 61 days: "breach liability has no cap" (Sam, 23
Sep); General Counsel not heard by month 11: ask for them
Misses the FY27 budget lock, Wed 31 Mar 2027
General durations, not your history\
""")


@pytest.mark.parametrize("answer", [chances(), dates(), chances(LATE), dates(LATE)])
def test_both_fit_on_a_phone_and_say_what_they_rest_on(answer: Answer) -> None:
    assert answer.answered
    assert answer.sources
    assert len(answer.text) <= LONGEST
    assert "General durations, not your history" in answer.text


def test_the_figures_are_those_of_the_status() -> None:
    figures = forecast_json(forecast_of(TYPICAL))
    assert chances().data["forecast"] == dates().data["forecast"] == figures


def test_two_runs_give_the_same() -> None:
    assert chances() == chances()
    assert dates(LATE) == dates(LATE)


def test_below_the_floor_there_is_no_figure_and_it_is_said_who_would_mend_that() -> None:
    thin = a_deal(*SAID[:3])
    assert not chances(thin).answered
    assert lines(chances(thin)) == snapshot("""\
Lakeshore Health: no figure yet. Too little heard in the last half year from those who must say yes:
Amelia Lee, Ana Gomez, Chief pharmacy officer (not named), CFO (not named), +3 more. A word from
each would mend it.\
""")
    assert "%" not in chances(thin).text
    assert lines(dates(thin)) == snapshot("""\
Lakeshore Health: no dates yet. Too little heard in the last half year from those who must say yes:
Amelia Lee, Ana Gomez, Chief pharmacy officer (not named), CFO (not named), +3 more. A word from
each would mend it.
Clinical: P&T (as usual, nobody told of it); then MEC, Board
Legal, security: General Counsel not heard by month 11: ask for them
Ask when they meet: P&T, MEC, Board\
""")


def test_of_nobody_there_is_no_figure() -> None:
    empty = chances(a_deal())
    assert (empty.answered, "%" in empty.text) == (False, False)


def test_without_a_figure_the_tracks_are_told_all_the_same() -> None:
    thin = a_deal(*SAID[:3], a_signal("gate", "P&T on 8 Dec"))
    assert dates(thin).answered
    assert "P&T Tue 8 Dec" in dates(thin).text


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("P&T passed it on 17 November", "P&T passed 17 Nov; MEC (as usual, nobody told of it); then Board"),
        ("P&T approved it on one condition", "P&T passed 20 Nov on a condition"),
        ("we submitted the packet to P&T on Monday", "P&T submitted 16 Nov, Tue 8 Dec, papers"),
        ("P&T sent it back with questions", "P&T sent it back 20 Nov, Tue 8 Dec"),
    ],
)
def test_the_clinical_track_tells_how_far_the_committees_are(words: str, shown: str) -> None:
    line = track(told(a_signal("gate", words)), "Clinical")
    assert shown.removesuffix(", papers") in line
    assert ("papers due" in line) == ("sent it back" in words)


def test_papers_that_were_due_are_late_and_their_owner_is_named() -> None:
    deal = told(by_hand("P&T.papers_by=Priya", "papers_by", "P&T", "Priya"), as_of=date(2026, 11, 30))
    assert "papers were due Tue 24 Nov, Priya has them" in track(deal, "Clinical")


def test_a_committee_set_by_hand_shows_no_words() -> None:
    deal = a_deal(*SAID[:15], by_hand("P&T.gate=returned", "gate", "P&T", "returned"))
    assert track(deal, "Clinical") == "Clinical: P&T sent it back 20 Nov, no day known; then MEC, Board"


@pytest.mark.parametrize(
    ("first_heard", "shown"),
    [
        ("2026-02-20", "pilot since 2 Nov, month 9, mid-cycle"),
        ("2026-09-01", "pilot since 2 Nov, month 3, early"),
        ("2025-06-02", "pilot since 2 Nov, month 18, later than most"),
    ],
)
def test_a_pilot_in_month_nine_is_in_the_middle_and_one_in_month_three_early(first_heard: str, shown: str) -> None:
    deal = a_deal(
        an_observation(a_person("Amelia Lee", "CMO", Stance.COMMITTED, "wants it"), first_heard),
        a_signal("pilot", "the pilot started on 2 November"),
    )
    assert shown in track(deal, "Clinical")
    assert "late," not in track(deal, "Clinical")


def test_a_pilot_planned_before_the_last_committee_meets_is_told() -> None:
    deal = told(a_signal("gate", "Board on 20 January"), a_signal("pilot", "the pilot will start on 4 January"))
    assert "that is before Board meets" in track(deal, "Clinical")


def test_the_legal_track_names_the_slowest_with_its_counterpart_and_open_clause() -> None:
    deal = told(
        a_signal("contract", "MSA is with their outside counsel, who objects to the auto-renewal", "10-01"),
        a_signal("contract", "BAA sent to their legal", "11-02"),
    )
    assert track(deal, "Legal").startswith(
        'Legal, security: slowest vendor agreement, 53 days with their outside counsel: "'
    )


def test_a_clause_set_by_hand_is_told_in_its_words() -> None:
    deal = told(
        a_signal("contract", "BAA sent to their legal", "11-02"),
        by_hand("baa.clause=breach notice in 24 hours", "clause", "baa", "breach notice in 24 hours"),
    )
    assert "slowest BAA, 21 days with their legal: breach notice in 24 hours" in track(deal, "Legal")


def test_a_general_counsel_who_was_not_heard_by_the_second_month_is_asked_for() -> None:
    assert "General Counsel not heard by month 11: ask for them" in track(TYPICAL, "Legal")
    counsel = an_observation(a_person("Ruth Klein", "General Counsel", Stance.NEUTRAL, "will read it"), "11-20")
    assert "General Counsel" not in track(told(counsel), "Legal")
    young = a_deal(an_observation(a_person("Amelia Lee", "CMO", Stance.COMMITTED, "wants it"), "11-16"))
    assert track(young, "Legal") == "Legal, security: no track begun"


def test_with_no_committee_needed_there_is_nothing_to_tell() -> None:
    deal = a_deal(SAID[0], by_hand("gates=none", "gates", None, "none"))
    assert track(deal, "Clinical") == "Clinical: nothing told of committees or a pilot"


def test_a_budget_lock_that_the_middle_passes_is_missed() -> None:
    assert "Misses the FY27 budget lock, Wed 31 Mar 2027" in dates(LATE).text
    soon = told(by_hand("budget_lock=2029-11-20", "budget_lock", None, "2029-11-20"))
    assert "In time for the budget lock, Tue 20 Nov 2029" in dates(soon).text


def test_a_target_beyond_reach_is_read_within_three_years() -> None:
    assert "all say yes within three years" in chances(a_deal(*SAID, amount=None)).text


def test_exit_criteria_and_what_was_left_behind_are_told() -> None:
    agreed = by_hand("validation.exit=codes down", "exit", "validation", "codes down by a tenth", "11-02")
    second = by_hand("validation.exit=nights", "exit", "validation", "night leads ask for it", "11-03")
    phase = by_hand("phase=validation", "phase", None, "validation", "11-02")
    met = by_hand("validation.met=night leads", "met", "validation", "night leads ask for it", "11-03")
    running = a_deal(*SAID[:15], agreed, second, phase, met)
    assert "Validation: 1 of 2 exit criteria met; open: codes down by a tenth" in dates(running).text
    went_on = by_hand("phase=contracting", "phase", None, "contracting because Dana has the money now", "11-10")
    gone_on = a_deal(*SAID[:15], agreed, phase, went_on)
    assert gone_on.state.phase is DealPhase.CONTRACTING
    assert (
        "Went on to contracting without: codes down by a tenth, because Dana has the money now" in dates(gone_on).text
    )
    assert dates(running).data["exit_criteria"] == [
        {"phase": "validation", "text": "codes down by a tenth", "agreed_on": "2026-11-02", "met_on": None},
        {"phase": "validation", "text": "night leads ask for it", "agreed_on": "2026-11-03", "met_on": "2026-11-03"},
    ]


def test_the_two_tracks_are_data_with_state_owner_days_and_blocker() -> None:
    tracks = dates(LATE).data["tracks"]
    assert isinstance(tracks, dict)
    clinical, legal = tracks["clinical"], tracks["legal_security"]
    assert (clinical["state"], clinical["owner"], clinical["days"], clinical["blocker"]) == ("P&T: open", None, 7, None)
    assert [(each["name"], each["usual"]) for each in clinical["gates"]] == [
        ("P&T", False),
        ("Medical Executive Committee", True),
        ("Board", True),
    ]
    assert (legal["state"], legal["days"], len(legal["tracks"])) == ("liability: under_way", 61, 4)


def test_deciders_without_words_are_told_without_a_quote() -> None:
    silent = an_observation(a_person("Otto Berg", "board member", Stance.UNKNOWN, "", BuyingRole.VETO), "11-20")
    assert "Otto Berg says yes" not in chances(told(silent)).text or '"Otto Berg"' not in chances(told(silent)).text
