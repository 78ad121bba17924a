"""What is lacking, what follows from it, and which answers would change that most."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealbot.domain.evidence import Evidence, Span
from dealbot.domain.qualification import Qualification, QualificationItem, Qualified, Verdict

WORDS = Evidence("n", date(2026, 3, 10), "Priya", Span("told", 0, 4))
CISO, AUDIT, ASSESSMENT, AGREEMENT, SOC2, *_ = QualificationItem
GATING = (CISO, AUDIT, ASSESSMENT, AGREEMENT)
ORDER = (Verdict.GO, Verdict.HELP_BUILD, Verdict.NO_GO)


def known(**answers: bool) -> Qualification:
    return Qualification(tuple(Qualified(QualificationItem(item), answer, WORDS) for item, answer in answers.items()))


checklists = st.dictionaries(st.sampled_from(QualificationItem), st.booleans()).map(
    lambda answers: known(**{item.value: answer for item, answer in answers.items()})
)


def test_the_first_four_items_gate_a_deal() -> None:
    assert tuple(item for item in QualificationItem if item.gating) == GATING


@pytest.mark.parametrize(
    ("checklist", "verdict"),
    [
        (known(), None),
        (known(soc2=True), None),
        (known(ciso=True), Verdict.GO),
        (known(ciso=False), Verdict.HELP_BUILD),
        (known(ciso=False, audit_process=False), Verdict.NO_GO),
        (known(audit_process=False, vendor_agreement=False), Verdict.HELP_BUILD),
    ],
)
def test_the_verdict_follows_from_what_is_lacking(checklist: Qualification, verdict: Verdict | None) -> None:
    assert checklist.verdict(sponsored=False) is verdict


def test_with_somebody_inside_who_sells_for_us_it_can_be_built() -> None:
    assert known(ciso=False, audit_process=False).verdict(sponsored=True) is Verdict.HELP_BUILD


@given(checklist=checklists, item=st.sampled_from(GATING), sponsored=st.booleans())
def test_something_more_that_is_lacking_never_makes_the_verdict_better(
    checklist: Qualification, item: QualificationItem, *, sponsored: bool
) -> None:
    others = tuple(each for each in checklist.known if each.item is not item)
    has, lacks = (Qualification((*others, Qualified(item, answer, WORDS))) for answer in (True, False))
    better, worse = has.verdict(sponsored=sponsored), lacks.verdict(sponsored=sponsored)
    assert better is not None
    assert worse is not None
    assert ORDER.index(better) <= ORDER.index(worse)


def test_asked_first_is_what_would_change_the_verdict_in_the_most_cases() -> None:
    assert known(vendor_agreement=False).deciding(sponsored=False)[:2] == (CISO, AUDIT)
    assert known(ciso=False).deciding(sponsored=False)[0] is AUDIT
    assert known(**{item.value: True for item in GATING}).deciding(sponsored=False) == ()


def test_an_answer_that_can_change_nothing_is_not_among_them() -> None:
    assert known(ciso=False, audit_process=False).deciding(sponsored=False) == ()
    assert known(ciso=False).deciding(sponsored=True) == ()


def test_a_strict_house_counts_for_the_deal() -> None:
    strict = known(ciso=True, audit_process=True, soc2=True, fedramp=False)
    assert [each.item for each in strict.rigour] == [AUDIT, SOC2]
    assert strict.fit == 5
    assert known(**{item.value: True for item in QualificationItem}).fit == 10


@pytest.mark.parametrize(("day", "overdue"), [(20, False), (21, True)])
def test_what_gates_is_to_be_known_after_three_weeks(day: int, *, overdue: bool) -> None:
    assert known(ciso=True).overdue(date(2026, 3, 1), date(2026, 3, 1 + day)) is overdue


def test_nothing_is_overdue_where_all_is_known_or_nothing_was_heard() -> None:
    assert not known(**{item.value: True for item in GATING}).overdue(date(2026, 1, 1), date(2026, 12, 1))
    assert not known().overdue(None, date(2026, 12, 1))
