"""What a person may set of the path of a deal, in one form each, and how it is told back."""

import pytest

from dealbot.app.correct import parse
from dealbot.app.path_given import check_path
from dealbot.app.path_told import path_line
from dealbot.domain.deal import DealState
from dealbot.errors import BadInput
from tests.domain.builders import a_correction, a_state, said


def kept(setting: str) -> tuple[str, str | None, str]:
    given = parse(setting)
    return given.field.value, given.subject, given.value


def told(setting: str, state: DealState | None = None) -> str:
    return path_line(parse(setting), state or a_state())


@pytest.mark.parametrize(
    ("setting", "field", "subject", "value"),
    [
        ("P&T.gate=passed 2026-03-12", "gate", "P&T", "passed 2026-03-12"),
        ("the board of trustees.gate=Not_Needed", "gate", "Board", "not_needed"),
        ("mec.meets=2026-12-08,2027-01-12", "meets", "Medical Executive Committee", "2026-12-08, 2027-01-12"),
        ("P&T.meets=second Tuesday", "meets", "P&T", "second Tuesday"),
        ("P&T.papers=2026-11-24", "papers", "P&T", "2026-11-24"),
        ("P&T.papers_by=Priya Nair", "papers_by", "P&T", "Priya Nair"),
        ("gates=P&T, board", "gates", None, "P&T, Board"),
        ("gates=None", "gates", None, "none"),
        ("BAA.track=agreed", "track", "baa", "agreed"),
        ("vendor agreement.track=under_way 2026-10-02", "track", "vendor_agreement", "under_way 2026-10-02"),
        ("liability.clause=uncapped breach", "clause", "liability", "uncapped breach"),
        ("security.counterpart=Kim Cole", "counterpart", "security", "Kim Cole"),
        ("budget_lock=2027-03-31 fy27", "budget_lock", None, "2027-03-31 FY27"),
        ("budget_lock=2027-03-31", "budget_lock", None, "2027-03-31"),
        ("phase=validation", "phase", None, "validation"),
        ("phase=Contracting because the board wants it", "phase", None, "contracting because the board wants it"),
        ("validation.exit=codes down by a tenth", "exit", "validation", "codes down by a tenth"),
        ("strategic alignment.met=the CFO backs it", "met", "strategic_alignment", "the CFO backs it"),
    ],
)
def test_each_part_of_the_path_has_one_form(setting: str, field: str, subject: str | None, value: str) -> None:
    assert kept(setting) == (field, subject, value)


@pytest.mark.parametrize(
    ("setting", "refusal"),
    [
        ("P&T.gate=maybe", "'gate' is one of passed, submitted, open, returned, not_needed, not 'maybe'"),
        ("P&T.gate=passed soon", "'soon' is not a day as YYYY-MM-DD"),
        ("P&T.meets=whenever", "'whenever' is not a day"),
        ("gate=passed", "Of which committee"),
        ("Dana.gate=passed", "'Dana' is no committee that I know"),
        ("gates=P&T, Dana", "'Dana' is no committee that I know"),
        ("baa.track=signed", "'track' is one of agreed, under_way, not_started, not 'signed'"),
        ("track=agreed", "Of which track"),
        ("nda.track=agreed", "'track' is one of baa"),
        ("exit=codes down", "Of which phase"),
        ("pilot.exit=codes down", "'phase' is one of strategic_alignment"),
        ("Dana.budget_lock=2027-03-31", "'budget_lock' is of the deal"),
        ("budget_lock=2027-03-31 next", "called like FY27"),
        ("phase=pilot", "'phase' is one of strategic_alignment, validation, contracting, not 'pilot'"),
    ],
)
def test_anything_else_is_refused_with_what_is_allowed(setting: str, refusal: str) -> None:
    with pytest.raises(BadInput) as refused:
        parse(setting)
    assert refusal in str(refused.value)


def test_only_what_was_agreed_can_be_met() -> None:
    agreed = a_state(said(a_correction("exit", "codes down by a tenth", "validation"), note=""))
    check_path(agreed, parse("validation.met=codes down"))
    check_path(agreed, parse("P&T.gate=passed"))
    with pytest.raises(BadInput, match="Which criterion of validation is that\\? codes down by a tenth"):
        check_path(agreed, parse("validation.met=nurses ask for it"))
    with pytest.raises(BadInput, match="none agreed yet"):
        check_path(a_state(), parse("contracting.met=nurses ask for it"))


@pytest.mark.parametrize(
    ("setting", "line"),
    [
        ("P&T.gate=passed 2026-03-12", "P&T: passed on Thu 12 Mar, your word"),
        ("MEC.gate=not_needed", "MEC: not needed, your word"),
        ("P&T.meets=2026-12-08, 2027-01-12", "P&T meets Tue 8 Dec, Tue 12 Jan 2027"),
        ("P&T.papers=2026-11-24", "P&T: papers due Tue 24 Nov"),
        ("P&T.papers_by=Priya", "P&T: Priya has the papers"),
        ("gates=P&T, Board", "The committees to pass: P&T, Board"),
        ("baa.track=under_way 2026-10-02", "BAA: under way since Fri 2 Oct, your word"),
        ("baa.track=agreed", "BAA: agreed, your word"),
        ("baa.counterpart=Tori", "BAA: with Tori"),
        ("baa.clause=breach notice", "BAA: still open: breach notice"),
        ("baa.clause=none", "BAA: nothing is open"),
        ("budget_lock=2026-04-30 FY27", "The FY27 budget locks on Thu 30 Apr"),
        ("budget_lock=2026-04-30", "The budget locks on Thu 30 Apr"),
        ("validation.exit=codes down", "Validation must show: codes down"),
        ("validation.met=codes down", "Met in validation: codes down"),
        ("phase=validation", "Phase: validation"),
        ("phase=validation because Lee asked", "Phase: validation, because Lee asked"),
    ],
)
def test_what_was_set_is_told_in_a_line(setting: str, line: str) -> None:
    assert told(setting) == line


def test_a_phase_that_leaves_criteria_behind_says_which_and_asks_why() -> None:
    state = a_state(
        said(a_correction("phase", "validation"), "03-01", note=""),
        said(a_correction("exit", "codes down", "validation"), "03-02", note=""),
        said(a_correction("phase", "contracting"), "03-03", note=""),
    )
    assert told("phase=contracting", state) == "Phase: contracting, without: codes down. Why? Say phase=... because ..."
    assert told("phase=contracting because Lee asked", state) == (
        "Phase: contracting, without: codes down, because Lee asked"
    )
