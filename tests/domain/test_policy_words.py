"""A rule is said to be in force only where it is."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealbot.domain.policy import PolicyKind, PolicyNote, PolicyStatus
from dealbot.domain.policy_words import standing_of

TODAY = date(2026, 11, 22)
DAYS = st.integers(-800, 800).map(lambda days: TODAY + timedelta(days))
NOTES = st.builds(
    PolicyNote,
    id=st.just("a"),
    title=st.just("A rule"),
    agency=st.just("CMS"),
    doc_type=st.sampled_from(PolicyKind),
    status=st.sampled_from(PolicyStatus),
    published_on=DAYS,
    as_of=DAYS,
    source_url=st.just("https://example.org"),
    effective_on=st.none() | DAYS,
    to_review=st.none() | st.just("a court has set it aside."),
)


def a_note(status: PolicyStatus, kind: PolicyKind = PolicyKind.FINAL, **more: object) -> PolicyNote:
    given = {"published_on": date(2026, 7, 1), "as_of": date(2026, 11, 1), "source_url": "https://example.org"} | more
    return PolicyNote("a", "A rule", "CMS", kind, status, **given)  # type: ignore[arg-type]


@given(NOTES)
def test_only_a_rule_that_holds_today_is_said_to_be_in_force(note: PolicyNote) -> None:
    said = re.sub(r"not in force(?: before)?", "", standing_of(note, TODAY))
    holds = (
        note.status is PolicyStatus.IN_FORCE
        and note.doc_type is not PolicyKind.PROPOSED
        and (note.effective_on is None or note.effective_on <= TODAY)
        and note.published_on <= TODAY
    )

    assert ("in force" in said) is holds


@pytest.mark.parametrize(
    ("note", "words"),
    [
        (a_note(PolicyStatus.PROPOSED, PolicyKind.PROPOSED), "proposed, not in force"),
        (a_note(PolicyStatus.PROPOSED), "proposed, not in force"),
        (a_note(PolicyStatus.SUPERSEDED), "superseded, not in force"),
        (a_note(PolicyStatus.SUPERSEDED, PolicyKind.PROPOSED), "a proposal that was superseded, not in force"),
        (a_note(PolicyStatus.VACATED), "vacated, not in force"),
        (a_note(PolicyStatus.UNKNOWN), "not known whether it holds"),
        (a_note(PolicyStatus.IN_FORCE), "in force, start date unknown"),
        (a_note(PolicyStatus.IN_FORCE, effective_on=date(2026, 1, 1)), "in force since 2026-01-01"),
        (a_note(PolicyStatus.IN_FORCE, effective_on=date(2027, 1, 1)), "not in force before 2027-01-01"),
        (a_note(PolicyStatus.IN_FORCE, published_on=date(2026, 12, 15)), "published on 2026-12-15: not yet"),
        (
            a_note(PolicyStatus.PROPOSED, PolicyKind.PROPOSED, as_of=date(2026, 2, 3)),
            "proposed, not in force; as of 2026-02-03, may be out of date",
        ),
        (
            a_note(PolicyStatus.UNKNOWN, to_review="A court may have vacated it."),
            "not known whether it holds; to be reviewed first",
        ),
        (a_note(PolicyStatus.IN_FORCE, to_review="A court."), "in force, start date unknown; to be reviewed first"),
        (
            a_note(PolicyStatus.SUPERSEDED, PolicyKind.PROPOSED, as_of=date(2026, 2, 3)),
            "a proposal that was superseded, not in force",
        ),
    ],
)
def test_a_rule_is_worded_as_what_it_is(note: PolicyNote, words: str) -> None:
    assert standing_of(note, TODAY) == words


def test_what_is_said_more_of_a_rule_comes_before_that_it_is_to_be_reviewed() -> None:
    assert standing_of(a_note(PolicyStatus.VACATED, to_review="A court."), TODAY, "superseded by 2026-00002") == (
        "vacated, not in force; superseded by 2026-00002; to be reviewed first"
    )
