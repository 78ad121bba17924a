"""What holds of every text and every day."""

from datetime import date, timedelta
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dealbot.domain.when import due, find, find_relative
from dealbot.domain.when.words import word_set

DAYS = st.dates(date(1990, 1, 1), date(2150, 12, 31))
PIECES = st.sampled_from(
    sorted(
        word_set(
            """by on in the of end early mid late next last this following first third week month quarter year day days
            Friday monday March may 14 3rd 2026 27 FY Q2 H1 EOW tomorrow from after before to - / , . ( ) : ' until
            within two a couple weeks ago now and or at 5pm noon Easter Christmas fiscal summer weekend 9999 99 31 30 29
            st"""
        )
    )
)
PHRASES = st.lists(PIECES, max_size=14).map(" ".join)
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


@given(st.one_of(st.text(), PHRASES), DAYS, st.booleans(), st.integers(1, 12))
@settings(max_examples=400, deadline=None)
def test_phrases_are_ordered_stretches_of_the_text(text: str, on: date, month_first: bool, fiscal_start: int) -> None:  # noqa: FBT001
    """No text raises; ends follow starts; spans hold the words and never overlap."""
    before = 0
    for one in find(text, on, month_first=month_first, fiscal_start=fiscal_start):
        assert one.start <= one.end
        assert text[slice(*one.span)] == one.text != ""
        assert one.span[0] >= before
        before = one.span[1]


@given(st.one_of(st.text(), PHRASES), DAYS)
@settings(max_examples=300, deadline=None)
def test_a_due_date_is_never_over(text: str, on: date) -> None:
    """Whatever the words, nothing is due before the day of the note."""
    found = due(text, on)
    assert found is None or (found.end >= on and not found.past)


@given(st.one_of(st.text(), PHRASES))
@settings(max_examples=300, deadline=None)
def test_event_clauses_are_pieces_of_the_text(text: str) -> None:
    """In order and apart."""
    before = 0
    for start, end, words in find_relative(text):
        assert before <= start < end
        assert text[start:end] == words
        before = end


@given(DAYS, st.sampled_from(WEEKDAYS))
def test_a_weekday_is_the_first_one_strictly_after(on: date, name: str) -> None:
    """Within a week, never the day itself."""
    found = due(f"by {name}", on)
    assert found is not None
    assert on < found.end <= on + timedelta(days=7)
    assert found.end.weekday() == WEEKDAYS.index(name)


@given(DAYS, st.sampled_from(WEEKDAYS))
def test_next_weekday_lies_in_the_following_calendar_week(on: date, name: str) -> None:
    """Weeks begin on Monday."""
    found = due(f"next {name}", on)
    monday = on - timedelta(days=on.weekday())
    assert found is not None
    assert found.end == monday + timedelta(days=7 + WEEKDAYS.index(name))


@given(DAYS, DAYS)
def test_day_and_month_are_the_first_on_or_after(on: date, named: date) -> None:
    """Less than a year ahead, or up to eight for 29 February."""
    found = due(f"{named:%B} {named.day}", on)
    assert found is not None
    assert found.end >= on
    assert (found.end.month, found.end.day) == (named.month, named.day)
    assert found.end - on < timedelta(days=366 * 8)


@given(DAYS, st.integers(1, 500))
def test_so_many_days_on(on: date, count: int) -> None:
    """Figures of any size that a promise may hold."""
    found = due(f"in {count} days", on)
    assert found is not None
    assert found.end == on + timedelta(days=count)


@given(DAYS, DAYS)
def test_a_full_date_is_itself_in_every_writing(on: date, named: date) -> None:
    """Whatever the day of the note."""
    writings = (
        f"{named:%Y-%m-%d}",
        f"{named:%m/%d/%Y}",
        f"{named.day} {named:%B} {named:%Y}",
        f"{named:%b} {named.day}, {named:%Y}",
        f"{named:%A}, {named:%B} {named.day}, {named:%Y}",
    )
    assert {find(writing, on)[0].end for writing in writings} == {named}


@pytest.mark.parametrize(
    "piece", ["end of the ", "the following week ", "March or ", "one year after ", "Friday ", "once a "]
)
def test_long_texts_take_time_in_step_with_their_length(piece: str) -> None:
    """However the words could be nested: four times the text takes four times as long, and not sixteen times."""
    text, longer = piece * 700 + "March 3", piece * 2800 + "March 3"
    assert min(_seconds(longer) for _ in range(2)) < 8 * min(_seconds(text) for _ in range(3))


def _seconds(text: str) -> float:
    began = process_time()
    find(text, date(2026, 3, 10))
    find_relative(text)
    return process_time() - began
