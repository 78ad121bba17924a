"""The days a question looks back to are read from its words; names and what is to come are no days."""

from datetime import date

import pytest

from dealbot.app.looking_back import day_told, since_told
from dealbot.app.question import LAST_REVIEW, Intent
from dealbot.app.understand.dates import Dates, dates_in, masked, without_days

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("text", "as_of", "since"),
    [
        ("where did it stand on october 1?", "2026-10-01", None),
        ("and a month ago?", "2026-10-21", None),
        ("who was with us at the end of september", "2026-09-30", None),
        ("what did we know as of the start of october", "2026-10-01", None),
        ("how did it look six weeks ago", "2026-10-10", None),
        ("what moved since sept 1", None, "2026-09-01"),
        ("what worries came up since march", None, "2026-03-01"),
        ("every contact in the last 30 days", None, "2026-10-22"),
        ("whom did we meet over the past two weeks", None, "2026-11-07"),
        ("what came up in the last month", None, "2026-10-21"),
        ("lunch with her next tuesday", None, None),
        ("what do I owe them this week", None, None),
        ("the monday forecast please", None, None),
        ("what are the odds of complete buy in six weeks ago", "2026-10-10", None),
    ],
)
def test_the_days_of_a_question(text: str, as_of: str | None, since: str | None) -> None:
    found = dates_in(masked(text, ()), TODAY, Intent.STANDING)
    assert (day_told(found.as_of, TODAY), since_told(found.since, TODAY)) == (_day(as_of), _day(since))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize("words", ["since our last review", "since the last account review", "since we last looked"])
def test_the_last_review_is_no_date_yet(words: str) -> None:
    assert dates_in(f"what changed {words}", TODAY, Intent.REVIEW) == Dates(None, LAST_REVIEW)
    assert since_told(LAST_REVIEW, TODAY) is None


def test_what_changed_on_a_day_changed_since_then() -> None:
    assert dates_in("what changed last week", TODAY, Intent.REVIEW) == Dates(None, "last week")


def test_a_note_and_a_brief_look_back_to_no_day() -> None:
    assert dates_in("met her on october 1", TODAY, Intent.LOG_NOTE) == Dates()
    assert dates_in("seeing her, last met on october 1", TODAY, Intent.BRIEF) == Dates()


@pytest.mark.parametrize(
    ("text", "as_of"),
    [
        ("which deals are affected by 2025-20907?", None),
        ("which deals are affected by the CY 2024 OPPS final rule?", None),
        ("who is hit by 2024 OPPS rule", None),
        ("does the FY2025 inpatient rule hit Southwest", None),
        ("which deals does the OPPS rule for 2024 touch", None),
        ("as of 2024, which deals did the OPPS rule hit?", "2024-12-31"),
        ("which deals did the 2024 OPPS rule hit in March 2025", "2025-03-31"),
        ("which deals did 2023-24293 hit in 2024?", "2024-12-31"),
        ("which deals were affected by the OPPS rule on october 1", "2026-10-01"),
    ],
)
def test_a_number_or_a_year_in_the_name_of_a_rule_is_no_day(text: str, as_of: str | None) -> None:
    assert day_told(dates_in(masked(text, ()), TODAY, Intent.POLICY_IMPACT).as_of, TODAY) == _day(as_of)


def test_the_number_of_a_rule_is_no_day_in_any_question() -> None:
    text = "where did it stand when 2024-14768 came"
    assert dates_in(masked(text, ()), TODAY, Intent.STANDING) == Dates()


def test_a_name_is_no_day() -> None:
    text = "how likely is it at desert sun"
    assert dates_in(masked(text, [(21, 31)]), TODAY, Intent.LIKELIHOOD) == Dates()


def test_a_question_without_its_days_may_leave_nothing() -> None:
    assert without_days("and a month ago?", TODAY).split() == ["and", "?"]
    assert without_days("what about since the last review", TODAY).split() == ["what", "about"]


def test_no_words_name_no_day() -> None:
    assert since_told(None, TODAY) is None
    assert since_told("the board", TODAY) is None
