"""Words name the places a pilot goes on to, their days and what blocks them."""

from datetime import date

import pytest

from dealbot.domain.pilot import StepState
from dealbot.domain.pilots.expansion import Step, steps_in

ON = date(2026, 3, 10)
PLANNED, LIVE, BLOCKED = StepState


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("After the pilot they expand to cardiology in August", Step("cardiology", PLANNED, date(2026, 8, 1))),
        ("they will roll it out to three hospitals by Q4", Step("three hospitals", PLANNED, date(2026, 10, 1))),
        ("Next is cardiology in August.", Step("cardiology", PLANNED, date(2026, 8, 1))),
        ("cardiology went live on 1 March", Step("cardiology", LIVE, date(2026, 3, 1))),
        ("expanded to cardiology in February", Step("cardiology", LIVE, date(2026, 2, 1))),
        ("the expansion to oncology", Step("oncology", PLANNED, None)),
        ("Outpatient is blocked by the EHR, three months", Step("Outpatient", BLOCKED, None, "the EHR, three months")),
        ("The clinics are on hold", Step("clinics", BLOCKED, None)),
    ],
)
def test_a_place_is_planned_live_or_blocked(text: str, step: Step) -> None:
    assert steps_in(text, ON) == (step,)


@pytest.mark.parametrize(
    "text",
    [
        "it went live",
        "cardiology will be live once it went live",
        "Outpatient is not blocked",
        "it is blocked",
        "pilot on 4 West",
    ],
)
def test_what_names_no_place_or_is_no_fact_adds_none(text: str) -> None:
    assert steps_in(text, ON) == ()
