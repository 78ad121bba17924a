"""Notes and people tell what a buyer has and asks for; the last word on each item counts."""

import pytest

from dealbot.domain.observation import Observation
from dealbot.domain.qualification import QualificationItem
from dealbot.domain.qualifying import answers_in, items_in
from dealbot.domain.stakeholder import Movement, Side
from tests.domain.builders import a_concern, a_correction, a_person, a_signal, a_state, said

CISO, AUDIT, ASSESSMENT, AGREEMENT, SOC2, FEDRAMP, PEN_TEST, RIGHT = QualificationItem


def answers(*told: Observation) -> dict[QualificationItem, bool]:
    return {each.item: each.answer for each in a_state(*told).qualification.known}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They have no CISO and no audit process", {CISO: False, AUDIT: False}),
        ("they don't have a CISO, an MSP does it", {CISO: False}),
        ("they are hiring a CISO", {CISO: False}),
        ("their security review takes six weeks", {AUDIT: True}),
        ("a 212 line security questionnaire", {AUDIT: True}),
        ("they will build an audit process", {}),
        ("third-party assessments every year", {ASSESSMENT: True}),
        ("BAA on their paper", {AGREEMENT: True}),
        ("no standard vendor agreement", {AGREEMENT: False}),
        ("no vendor gets in until he has a SOC 2 Type II and a fresh pen test", {SOC2: True, PEN_TEST: True}),
        ("nothing moves without a penetration test", {PEN_TEST: True}),
        ("they don't need FedRAMP", {FEDRAMP: False}),
        ("FedRAMP is not required", {FEDRAMP: False}),
        ("the pen test was waived", {PEN_TEST: False}),
        ("they want the right to audit us", {RIGHT: True}),
    ],
)
def test_what_words_answer(text: str, found: dict[QualificationItem, bool]) -> None:
    assert dict(answers_in(text)) == found


def test_items_are_named_by_the_words_people_use() -> None:
    assert items_in("do they have a CISO or a legal framework?") == (CISO, AGREEMENT)


def test_notes_tell_of_the_checklist_in_words_of_security_and_contract() -> None:
    assert answers(
        said(a_signal("security_requirement", "no CISO"), "03-01"),
        said(a_signal("contract", "their own template, 80 pages"), "03-02"),
        said(a_signal("budget_change", "no audit process for the budget"), "03-03"),
        said(a_concern("Raj Patel", "security_privacy"), "03-03"),
    ) == {CISO: False, AGREEMENT: True}


def test_a_worry_tells_what_they_ask_for() -> None:
    worry = a_concern("no SOC 2 report, no deal")
    assert answers(said(worry, "03-01")) == {SOC2: True}


def test_who_sits_as_ciso_shows_that_there_is_one() -> None:
    assert answers(said(a_person("Noor Aziz", "CISO", quote="Noor Aziz, CISO, joined"))) == {CISO: True}
    assert answers(said(a_person(None, "CISO", quote="they have no CISO"))) == {CISO: False}
    assert answers(said(a_person("Noor Aziz", "CISO", movement=Movement.LEAVING))) == {}
    assert answers(said(a_person("Sam Lee", "CISO", side=Side.US))) == {}
    assert answers(said(a_person("Raj Patel", "CIO"))) == {}


def test_the_last_word_counts_and_a_person_may_set_it_right_or_leave_it_open() -> None:
    note = said(a_signal("security_requirement", "no CISO"), "03-01")
    yes = said(a_correction("qualification", "yes", "ciso"), "03-02", note="")
    unknown = said(a_correction("qualification", "unknown", "ciso"), "03-02", note="")
    other = said(a_correction("qualification", "yes", "weather"), "03-02", note="")
    assert answers(note, yes) == {CISO: True}
    assert answers(note, unknown) == {}
    assert answers(note, other) == {CISO: False}
    assert answers(note, yes, said(a_signal("security_requirement", "still no CISO"), "04-01")) == {CISO: False}
