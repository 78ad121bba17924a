"""What a person sets of a pilot has one form each; anything else is refused."""

from datetime import date

import pytest

from dealbot.domain.pilot import Component, Indicator, Level, ReadyItem, StepState
from dealbot.domain.pilots.by_hand import (
    CourseSet,
    CriterionSet,
    StepSet,
    course_set,
    criterion_set,
    ready_set,
    sign_set,
    step_set,
)


def test_the_course_has_its_day_and_success_has_who_said_so() -> None:
    assert course_set("running 2026-03-02") == CourseSet("running", date(2026, 3, 2), None, None)
    assert course_set("Planned") == CourseSet("planned", None, None, None)
    assert course_set("succeeded 2026-09-01 Dana Ruiz: we want it everywhere") == CourseSet(
        "succeeded", date(2026, 9, 1), "Dana Ruiz", "we want it everywhere"
    )


@pytest.mark.parametrize(
    "value", ["succeeded", "succeeded 2026-09-01", "running 2026-02-30", "running soon", "running Dana: yes", ""]
)
def test_a_course_in_another_form_is_refused(value: str) -> None:
    assert course_set(value) is None


def test_a_criterion_is_set_part_by_part() -> None:
    assert criterion_set(
        "60% of nurses; group operations; owner Ana; agreed Dana Ruiz, Ana 2026-03-01"
    ) == CriterionSet("60% of nurses", Component.OPERATIONS, "Ana", ("Dana Ruiz", "Ana"), date(2026, 3, 1))
    assert criterion_set("agreed Dana") == CriterionSet(agreed_by=("Dana",))
    assert criterion_set("dropped") == CriterionSet(dropped=True)


@pytest.mark.parametrize(
    "value", ["", ";", "group sport", "owner", "agreed", "agreed Dana 2026-02-30", "60%; group sport"]
)
def test_a_criterion_in_another_form_is_refused(value: str) -> None:
    assert criterion_set(value) is None


def test_an_indicator_is_a_level_or_a_share() -> None:
    assert sign_set("using", "62%") == (Indicator.USING, Level.YES, 62)
    assert sign_set("Value", "mixed") == (Indicator.VALUE, Level.MIXED, None)
    assert sign_set("joy", "yes") is None
    assert sign_set("using", "a lot") is None
    assert sign_set(None, "yes") is None


def test_a_thing_to_be_ready_is_there_or_not_or_unknown() -> None:
    assert ready_set("Budget", "yes") == (ReadyItem.BUDGET, True)
    assert ready_set("champion", "unknown") == (ReadyItem.CHAMPION, None)
    assert ready_set("weather", "yes") is None
    assert ready_set("budget", "soon") is None


def test_a_place_has_its_state_its_day_and_what_blocks_it() -> None:
    assert step_set("blocked: the EHR upgrade") == StepSet(StepState.BLOCKED, None, "the EHR upgrade")
    assert step_set("live 2026-08-01") == StepSet(StepState.LIVE, date(2026, 8, 1), None)
    assert step_set("dropped") == StepSet(None, None, None)
    assert step_set("soon") is None
    assert step_set("live 2026-13-01") is None
