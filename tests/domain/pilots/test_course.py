"""Words say that a pilot runs, when it starts and what came of it."""

from datetime import date

import pytest

from dealbot.domain.pilot import PilotResult, PilotState
from dealbot.domain.pilots.course import Course, course_in, place_in, result_in

ON = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("The pilot started on 2 March on 4 West", date(2026, 3, 2)),
        ("pilot went live last Monday", date(2026, 3, 9)),
        ("the pilot is three weeks old", date(2026, 2, 17)),
        ("We are in week 6 of the pilot", date(2026, 2, 3)),
        ("The oncology pilot started in January 2023", date(2023, 1, 1)),
        ("the pilot is up and running", None),
        ("it is live since 2 March", date(2026, 3, 2)),
    ],
)
def test_a_pilot_runs_since_the_day_that_the_words_name(text: str, since: date | None) -> None:
    assert course_in(text, ON) == Course(PilotState.RUNNING, since)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("the pilot starts 1 June", date(2026, 6, 1)),
        ("they hope to start the pilot in May", date(2026, 5, 1)),
        ("the pilot will be live on 4 West from 12 April", date(2026, 4, 12)),
        ("it is live from 1 April", date(2026, 4, 1)),
        ("the pilot is live on 12 April", date(2026, 4, 12)),
    ],
)
def test_a_pilot_to_come_is_planned_for_its_day(text: str, day: date) -> None:
    assert course_in(text, ON) == Course(PilotState.PLANNED, day)


def test_a_pilot_that_is_said_not_to_run_is_told_so() -> None:
    assert course_in("the pilot hasn't started", ON) == Course(PilotState.PLANNED, None, denied=True)


@pytest.mark.parametrize(
    "text",
    [
        "they started talking about a pilot",
        "if P&T agrees the pilot is live",
        "a pilot would be nice",
        "the pilot starts soon",
    ],
)
def test_talk_of_a_pilot_tells_no_course(text: str) -> None:
    assert course_in(text, ON) is None


@pytest.mark.parametrize(
    "text",
    [
        "Dana says the pilot was a success",
        "they met all the criteria",
        "the pilot hit every one of its targets",
        "the board voted to expand to cardiology",
        "P&T signed off on the results",
    ],
)
def test_what_the_pilot_must_show_is_shown(text: str) -> None:
    assert result_in(text) is PilotResult.SUCCEEDED


@pytest.mark.parametrize(
    "text", ["the pilot failed", "it missed its targets", "the pilot did not meet the criteria", "not a success"]
)
def test_a_pilot_failed(text: str) -> None:
    assert result_in(text) is PilotResult.FAILED


@pytest.mark.parametrize(
    "text",
    [
        "if it is a success they expand",
        "the pilot did not fail",
        "we hope it was a success",
        "they want to roll it out",
        "pilot on 4 West",
    ],
)
def test_nothing_came_of_it_yet(text: str) -> None:
    assert result_in(text) is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("pilot on 4 West", "4 West"),
        ("the pilot in cardiology started", "cardiology"),
        ("The oncology pilot started", "oncology"),
        ("pilot at Marietta, 40 patients", "Marietta"),
        ("they want to start the pilot in May", None),
        ("a successful pilot", None),
        ("no place told", None),
        ("the pilot in May on 4 West", None),
    ],
)
def test_where_the_pilot_is(text: str, place: str | None) -> None:
    assert place_in(text) == place
