"""Rows of cohorts and checks as what they stand for."""

from collections.abc import Sequence
from datetime import date

from dealbot.domain.practice.cohort import Check, Cohort, Criterion, Scorecard, Signed, Verdict
from dealbot.store.practice_tables import CheckRow, CohortRow, ScorecardRow, SignedRow


def cohort_of(row: CohortRow, members: Sequence[str], ended_on: date | None = None) -> Cohort:
    """A cohort as kept, with its members."""
    made_on = row.made_at.date()
    return Cohort(row.name, tuple(members), tuple(row.decks), row.due_on, row.made_by, made_on, row.id, ended_on)


def check_of(row: CheckRow, people: Sequence[str], due_on: date) -> Check:
    """A check as kept, with whom it is asked of and its day."""
    return Check(row.cohort_id, tuple(row.cards), tuple(people), due_on, row.made_by, row.recorded_at, row.id)


def signed_of(row: SignedRow) -> Signed:
    """A verdict as kept."""
    return Signed(row.person, Verdict(row.verdict), row.note, row.signed_by, row.recorded_at)


def scorecard_of(row: ScorecardRow) -> Scorecard:
    """How somebody did in a live mock, as kept."""
    scores = tuple((criterion, row.scores[criterion]) for criterion in Criterion if criterion in row.scores)
    return Scorecard(row.person, scores, row.words, row.given_by, row.recorded_at)
