"""People who do not share a day: in Auckland it is Tuesday while it is Monday in Honolulu."""

from datetime import UTC, date, datetime

import pytest

from dealbot.domain.lesson import Lesson, LessonKind
from dealbot.domain.observation import Observation
from dealbot.domain.today import day_today, heard_today
from tests.domain.builders import a_correction, a_person, a_span, said

MONDAY, TUESDAY, WEDNESDAY = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 25)
NOW = datetime(2026, 11, 23, 20, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said_on", "told", "today", "counts_on"),
    [
        (TUESDAY, NOW, MONDAY, MONDAY),
        (TUESDAY, NOW, TUESDAY, TUESDAY),
        (MONDAY, NOW, TUESDAY, MONDAY),
        (WEDNESDAY, NOW, MONDAY, WEDNESDAY),
        (TUESDAY, None, MONDAY, TUESDAY),
    ],
    ids=["further east", "the same day", "before", "a day that it is nowhere yet", "told nobody knows when"],
)
def test_what_was_said_where_it_is_tomorrow_counts_today(
    said_on: date, told: datetime | None, today: date, counts_on: date
) -> None:
    assert day_today(said_on, told, today) == counts_on


@pytest.mark.parametrize(
    "observation",
    [
        said(a_person("Dana Ruiz"), TUESDAY, said_at=NOW, recorded_at=NOW),
        said(a_correction("stance", "opposed", "Dana Ruiz"), TUESDAY, recorded_at=NOW),
        said(Lesson(LessonKind.ALIAS, None, "Dana Ruiz", a_span("DR")), TUESDAY, recorded_at=NOW),
    ],
    ids=["a statement", "a correction", "a lesson"],
)
def test_statements_corrections_and_lessons_count_today(observation: Observation) -> None:
    assert heard_today(observation, MONDAY).origin.said_on == MONDAY
    assert heard_today(observation, TUESDAY) is observation
