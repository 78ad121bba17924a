"""When an answer counts as doing what it is warned of, though nothing learnt says so."""

from dataclasses import replace

import numpy as np
import pytest

from dealbot.reading.grading.builtin import BuiltinGrader
from dealbot.reading.grading.done import TOLD, Done
from dealbot.reading.grading.looks import Look
from dealbot.reading.grading.views import answer_view, view_of
from dealbot.reading.grading.weights import Line
from tests.reading.grading.answers import OFF_TOPIC, RUBRIC

NONE = np.zeros(0, dtype=np.float32)
NEVER = Line((), NONE, NONE, NONE, -9.0)
STORY = (
    "Last spring a hospital sent us a cheaper quote on a Monday. By the evening our offer had come down to the lower "
    "price, and the buyer signed with us that week."
)


@pytest.mark.parametrize(
    ("answer", "shown", "denied", "told"),
    [
        (STORY, 0.3, 0.0, True),
        (STORY, 0.3, 1.0, True),
        (f"I never do this. {STORY}", 0.3, 1.0, False),
        (STORY, 0.6, 0.0, False),
        ("We took their lower price to keep the deal.", 0.3, 0.0, False),
        (OFF_TOPIC, 0.3, 0.0, False),
    ],
    ids=["a story", "denies something", "refuses it", "shows the points", "a line", "is about something else"],
)
def test_a_story_near_the_warning_that_shows_little_does_it(
    builtin: BuiltinGrader, answer: str, shown: float, denied: float, *, told: bool
) -> None:
    weights = builtin._weights()
    sight = builtin._sight()
    done = Done(replace(weights, pitfalls=NEVER), answer_view(answer, sight, weights.rarity), shown)

    likely = done.likely(view_of(RUBRIC.pitfalls[0], sight, weights.rarity), Look({"denied": denied}, 0))

    assert (likely >= TOLD) is told
