"""The grader that needs no model: holds every stretch of an answer against every key point and pitfall."""

from collections.abc import Callable, Sequence
from functools import cache, lru_cache

import numpy as np

from dealbot.domain.practice.deeds import deed_of
from dealbot.domain.practice.mark import Mark, PointMark, PointState, Rating
from dealbot.domain.practice.marking import Weighed
from dealbot.domain.practice.rubric import Rubric
from dealbot.reading.features import Floats
from dealbot.reading.grading.done import Done
from dealbot.reading.grading.judged import Judged, Shown, pitfall_mark, point_marks, rating_by
from dealbot.reading.grading.likeness import likeness_of
from dealbot.reading.grading.looks import Asked, Look, look
from dealbot.reading.grading.substance import says_something
from dealbot.reading.grading.topic import topic_of
from dealbot.reading.grading.views import AnswerView, Sight, View, answer_view, view_of
from dealbot.reading.grading.weights import Weights

_REMEMBERED = 2_000
_NO_QUESTION = "What would you do?"


class BuiltinGrader:
    """An AnswerGrader by likeness and learnt weights; both are opened when first needed. Threads may share it."""

    def __init__(self, sight: Callable[[], Sight], weights: Callable[[], Weights]) -> None:
        """Grade with what these open."""
        self._weights = cache(weights)
        self._sight = cache(sight)
        self._background = cache(self._others)
        self._known = lru_cache(maxsize=_REMEMBERED)(self._view)

    @property
    def version(self) -> str:
        """The grader's name with what it learnt from."""
        return f"builtin-grader@{self._weights().examples[:12]}"

    def grade(self, rubric: Rubric, answer: str) -> Mark:
        """Mark one answer."""
        if not says_something(rubric.question, answer):
            return nothing_said(rubric, self.version)
        return self.marked(self.judge(rubric, answer), answer)

    def marked(self, judged: Judged, answer: str) -> Mark:
        """The mark that follows from what is found in an answer."""
        points, pitfall = point_marks(judged), pitfall_mark(judged)
        rating = rating_by(judged, points, Weighed(len(answer.split()), pitfall))
        return Mark(judged.score, rating, points, pitfall, self.version)

    def judge(self, rubric: Rubric, answer: str) -> Judged:
        """Tell how likely an answer that says something shows each point and does each pitfall."""
        weights = self._weights()
        question = self._known(rubric.question.strip() or _NO_QUESTION)
        asked = Asked(
            question, [*map(self._known, rubric.points)], [self._known(deed_of(pitfall)) for pitfall in rubric.pitfalls]
        )
        references = [self._known(rubric.reference)] if rubric.reference.strip() else asked.points
        seen = answer_view(answer, self._sight(), weights.rarity)
        looks, pitfalls = (look(each, seen, weights.rarity) for each in (asked, asked.turned))
        likeness = (likeness_of(question, each, seen.whole, weights.rarity) for each in references)
        likely = weights.points.likely([each.signs for each in looks])
        done = Done(weights, seen, likely.mean() if looks else 0.0)
        warned = [done.likely(self._known(text), each) for text, each in zip(rubric.pitfalls, pitfalls, strict=True)]
        return Judged(
            _shown(rubric.points, likely.tolist(), looks, seen),
            _shown(rubric.pitfalls, warned, pitfalls, seen),
            tuple(min(1.0, max(0.0, weights.likeness.of(signs))) for signs in likeness),
            weights.topic.likely(topic_of(looks)) if looks else 1.0,
            0.0 if rubric.reference.strip() else _alike(asked.points),
        )

    def _view(self, text: str) -> View:
        return view_of(text, self._sight(), self._weights().rarity, self._background())

    def _others(self) -> tuple[Floats, ...]:
        weights = self._weights()
        return tuple(view_of(text, self._sight(), weights.rarity).pieces for text in weights.background)


def _shown(texts: Sequence[str], likely: Sequence[float], looks: Sequence[Look], seen: AnswerView) -> tuple[Shown, ...]:
    told = zip(texts, likely, looks, strict=True)
    return tuple(Shown(text, p, seen.windows[each.nearest]) for text, p, each in told)


def nothing_said(rubric: Rubric, by: str) -> Mark:
    """The mark of an answer in which there is nothing to mark."""
    return Mark(0.0, Rating.AGAIN, tuple(PointMark(point, PointState.MISSED) for point in rubric.points), by=by)


def _alike(points: Sequence[View]) -> float:
    """How alike texts are on average, each pair once."""
    rows = np.stack([point.vector for point in points]) if len(points) > 1 else np.zeros((0, 1))
    pairs = (rows @ rows.T)[np.triu_indices(len(rows), 1)]
    return float(pairs.mean()) if len(pairs) else 0.0
