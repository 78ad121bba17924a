"""Reviews: held on a day, with what was decided, the next one due after a month or a quarter."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealbot.domain.observation import Observation
from dealbot.domain.review import Rhythm, days_overdue, last_before, next_review, reviews_of
from tests.domain.builders import DEAL, a_correction, a_person, a_state, said

DECIDED = said(a_correction("decision", "bring Lee to P&T"), "10-20", note=DEAL)
WAIT = said(a_correction("decision", "wait"), "11-20", note=DEAL)
REVIEWED = said(a_correction("reviewed", "yes"), "11-20", note=DEAL)


def test_a_decision_makes_a_review_of_its_day() -> None:
    review = a_state(DECIDED).reviews[0]

    assert (review.on, [each.text for each in review.decisions]) == (date(2026, 10, 20), ["bring Lee to P&T"])


def test_a_review_without_a_decision_is_kept_too() -> None:
    assert [(review.on.month, review.decisions) for review in a_state(DECIDED, REVIEWED).reviews][1] == (11, ())


def test_what_is_decided_on_one_day_is_one_review_and_said_once() -> None:
    later = datetime(2026, 10, 20, 19, tzinfo=UTC)
    again = said(a_correction("decision", "Bring Lee to P&T"), "10-20", note=DEAL, recorded_at=later)
    other = said(a_correction("decision", "send ROI v2"), "10-20", note=DEAL)

    assert [[each.text for each in review.decisions] for review in a_state(DECIDED, again, other).reviews] == [
        ["bring Lee to P&T", "send ROI v2"]
    ]


def test_a_review_knows_what_was_known_at_its_first_word() -> None:
    early, late = (datetime(2026, 10, 20, hour, tzinfo=UTC) for hour in (9, 17))
    first = said(a_correction("reviewed", "yes"), "10-20", note=DEAL, recorded_at=early)
    second = said(a_correction("decision", "wait"), "10-20", note=DEAL, recorded_at=late)

    assert a_state(second, first).reviews[0].at == early


def test_notes_are_no_reviews_and_later_ones_do_not_count_yet() -> None:
    state = a_state(said(a_person("Dana Ruiz")), DECIDED, on="10-19")

    assert state.reviews == ()


def test_a_decision_is_about_nobody_even_if_it_names_somebody() -> None:
    of_dana = said(a_correction("decision", "call her", of="Dana"), "10-20", note=DEAL)

    assert a_state(of_dana).people == ()


def test_the_last_review_is_the_one_before_the_day() -> None:
    reviews = a_state(DECIDED, REVIEWED).reviews

    assert last_before(reviews, date(2026, 11, 20)) == reviews[0]
    assert last_before(reviews, date(2026, 11, 21)) == reviews[1]
    assert last_before(reviews, date(2026, 10, 20)) is None


def test_a_deal_is_reviewed_each_month_unless_somebody_sets_it_otherwise() -> None:
    quarterly = said(a_correction("review_every", "quarter"), note=DEAL)

    assert (a_state().rhythm, a_state(quarterly).rhythm) == (Rhythm.MONTH, Rhythm.QUARTER)


@pytest.mark.parametrize(
    ("last", "rhythm", "due"),
    [
        ("2026-10-20", Rhythm.MONTH, "2026-11-20"),
        ("2026-12-20", Rhythm.MONTH, "2027-01-20"),
        ("2026-01-31", Rhythm.MONTH, "2026-02-28"),
        ("2026-11-30", Rhythm.QUARTER, "2027-02-28"),
    ],
)
def test_the_next_review_is_a_month_or_a_quarter_later(last: str, rhythm: Rhythm, due: str) -> None:
    assert next_review(date.fromisoformat(last), rhythm) == date.fromisoformat(due)


@pytest.mark.parametrize(
    ("rhythm", "today", "days"),
    [
        (Rhythm.MONTH, "2026-02-05", 0),
        (Rhythm.MONTH, "2026-02-06", 1),
        (Rhythm.QUARTER, "2026-04-06", 0),
        (Rhythm.QUARTER, "2026-04-07", 1),
    ],
)
def test_a_review_is_overdue_after_35_or_95_days(rhythm: Rhythm, today: str, days: int) -> None:
    assert days_overdue(date(2026, 1, 1), rhythm, date.fromisoformat(today)) == days


@given(st.permutations([DECIDED, REVIEWED, WAIT]))
def test_the_order_of_arrival_does_not_matter(told: list[Observation]) -> None:
    assert a_state(*told).reviews == a_state(DECIDED, REVIEWED, WAIT).reviews


def test_nothing_said_is_no_review() -> None:
    assert reviews_of([]) == ()
