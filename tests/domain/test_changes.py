"""What changed between two states: the lines of the card after a note."""

from dealbot.domain.changes import ChangeKind, changes_between
from dealbot.domain.observation import Observation
from dealbot.domain.stakeholder import Side
from tests.domain.builders import (
    DEAL,
    a_closing,
    a_concern,
    a_correction,
    a_leaver,
    a_person,
    a_signal,
    a_state,
    a_step,
    said,
)


def changes(
    before: list[Observation], new: list[Observation]
) -> list[tuple[ChangeKind, str | None, str | None, str | None]]:
    found = changes_between(a_state(*before), a_state(*before, *new))
    return [(change.what, change.who, change.before, change.after) for change in found]


DANA = said(a_person("Dana Ruiz", "CFO", "supportive"), "01-10")


def test_where_nothing_is_new_nothing_changed() -> None:
    told = [DANA, said(a_concern("Dana")), said(a_step("Send the ROI model")), said(a_signal("ehr"))]
    assert changes(told, []) == []


def test_a_stance_changed() -> None:
    assert changes([DANA], [said(a_person("Dana", stance="concerned"))]) == [
        (ChangeKind.STANCE, "Dana Ruiz", "supportive", "concerned")
    ]


def test_somebody_new_is_told_by_title_or_by_side_unless_their_stance_tells_more() -> None:
    new = [
        said(a_person("Ana", "CNO")),
        said(a_person("Bea", stance=None, side=Side.US)),
        said(a_person("Cyd", stance="neutral")),
    ]
    assert changes([], new) == [
        (ChangeKind.PERSON, "Ana", None, "CNO"),
        (ChangeKind.PERSON, "Bea", None, "us"),
        (ChangeKind.STANCE, "Cyd", "unknown", "neutral"),
    ]


def test_roles_were_given() -> None:
    given = said(a_person("Dana Ruiz", None, "unknown", "veto", "champion"))
    assert changes([DANA], [given]) == [
        (ChangeKind.ROLE, "Dana Ruiz", None, "champion"),
        (ChangeKind.ROLE, "Dana Ruiz", None, "veto"),
    ]


def test_somebody_left() -> None:
    assert changes([DANA], [said(a_leaver("Dana"))]) == [(ChangeKind.GONE, "Dana Ruiz", "supportive", "gone")]
    assert (ChangeKind.GONE, "Cyd", "unknown", "gone") in changes([], [said(a_leaver("Cyd"))])


def test_who_was_known_by_half_a_name_or_by_title_is_nobody_new_when_named_in_full() -> None:
    dana = said(a_person("Dana", stance="neutral"), "01-10")
    cfo = said(a_person(None, "CFO", "opposed"), "01-10")
    assert changes([dana], [said(a_person("Dana Ruiz"))]) == []
    assert changes([cfo], [said(a_person("Omar Diaz", "CFO"))]) == []
    assert changes([dana], [said(a_correction("name", "Dana Ruiz", "Dana"), note=DEAL)]) == []


def test_concerns_were_raised_and_settled() -> None:
    raised = said(a_concern("Dana"))
    settled = said(a_concern("Dana", status="resolved"), "04-10")
    assert changes([], [raised]) == [(ChangeKind.CONCERN, "Dana", None, "budget_roi: raised")]
    assert changes([raised], [settled]) == [(ChangeKind.CONCERN, "Dana", "budget_roi: raised", "budget_roi: resolved")]


def test_a_concern_came_to_block() -> None:
    blocking = said(a_concern("Dana", blocking=True), "04-10")
    assert changes([said(a_concern("Dana"))], [blocking]) == [(ChangeKind.BLOCKING, "Dana", None, "budget_roi")]
    assert changes([blocking], [said(a_concern("Dana", blocking=True), "05-10")]) == []


def test_steps_were_promised_dated_and_kept() -> None:
    promised = said(a_step("Send the ROI model", due_text="soon"), "01-10")
    dated = said(a_step("Send the ROI model", due="02-10"), "01-12")
    kept = said(a_closing("sent the ROI model"), "02-10")
    review = said(a_step("Review it", side=Side.BUYER), "01-10")
    what = (ChangeKind.STEP, "Priya Nair")
    assert changes([], [promised]) == [(*what, None, "Send the ROI model (open, soon)")]
    assert changes([promised], [dated]) == [
        (*what, "Send the ROI model (open, soon)", "Send the ROI model (open, 2026-02-10)")
    ]
    assert changes([promised], [kept]) == [
        (*what, "Send the ROI model (open, soon)", "Send the ROI model (done, soon)")
    ]
    assert changes([], [review]) == [(ChangeKind.STEP, "buyer", None, "Review it (open)")]


def test_signals_were_told_and_the_phase_moved() -> None:
    assert changes([], [said(a_signal("pilot", "one ward"))]) == [
        (ChangeKind.SIGNAL, None, None, "pilot: one ward"),
        (ChangeKind.PHASE, None, None, "validation"),
    ]
