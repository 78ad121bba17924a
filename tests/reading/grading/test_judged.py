"""From likelihoods to states and scores."""

import pytest

from dealbot.domain.evidence import Span
from dealbot.domain.practice.mark import PointState, Rating
from dealbot.domain.practice.marking import Weighed
from dealbot.reading.grading.judged import Judged, Shown, pitfall_mark, point_marks, rating_by

WORDS = Span("I ask", 0, 5)
MET, UNSURE, MISSED = PointState.MET, PointState.UNSURE, PointState.MISSED


def judged(*points: float, pitfall: float = 0.0, topic: float = 1.0, alike: float = 0.0) -> Judged:
    shown = tuple(Shown(f"point {number}", likely, WORDS) for number, likely in enumerate(points))
    return Judged(shown, (Shown("a discount", pitfall, WORDS),), points, topic, alike)


@pytest.mark.parametrize(
    ("found", "states"),
    [
        (judged(0.9, 0.5, 0.1), (MET, UNSURE, MISSED)),
        (judged(0.5), (UNSURE,)),
        (judged(0.5, 0.1, 0.1, 0.1), (MISSED,) * 4),
        (judged(0.6, 0.6, 0.2, 0.1), (UNSURE, UNSURE, MISSED, MISSED)),
        (judged(0.9, 0.9, topic=0.04), (MISSED, MISSED)),
        (judged(0.5, 0.4, topic=0.1), (UNSURE, UNSURE)),
        (judged(0.4, 0.37, topic=0.25), (MISSED, MISSED)),
        (judged(0.7, 0.1, 0.1, 0.1, topic=0.3), (MISSED,) * 4),
        (judged(0.7, 0.1, 0.1, 0.1, topic=0.6), (MET, MISSED, MISSED, MISSED)),
    ],
    ids=[
        "each",
        "alone",
        "next to nothing",
        "two unsure",
        "elsewhere",
        "a story in other words",
        "far from its points",
        "one point by chance",
        "one point of what was asked",
    ],
)
def test_states_follow_from_likelihoods_and_topic(found: Judged, states: tuple[PointState, ...]) -> None:
    marks = point_marks(found)
    assert tuple(mark.state for mark in marks) == states
    assert all((mark.words is None) == (mark.state is MISSED) for mark in marks)


@pytest.mark.parametrize(
    ("found", "flagged"),
    [
        (judged(0.1, 0.1, pitfall=0.35), True),
        (judged(0.9, 0.9, pitfall=0.35), True),
        (judged(0.1, 0.1, pitfall=0.9, topic=0.01), False),
        (judged(0.1, 0.1, pitfall=0.2), False),
    ],
)
def test_a_pitfall_is_told_from_a_likelihood_on_and_of_what_was_asked(found: Judged, *, flagged: bool) -> None:
    assert (pitfall_mark(found) is not None) is flagged


def test_of_references_that_say_the_same_the_best_counts() -> None:
    same, apart = judged(0.9, 0.1, 0.1, alike=0.6), judged(0.9, 0.1, 0.1, alike=0.1)
    assert same.score == pytest.approx(0.9)
    assert apart.score < 0.7
    assert rating_by(same, point_marks(same), Weighed(20)) is Rating.EASY
    assert rating_by(apart, point_marks(apart), Weighed(20)) is Rating.HARD
