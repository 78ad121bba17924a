"""The grader that needs no model: holds every stretch of an answer against every key point and pitfall."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from dealbot.domain.evidence import Span
from dealbot.domain.practice.mark import Mark, PitfallMark, PointMark, PointState, Rating
from dealbot.domain.practice.marking import Weighed, rating_of
from dealbot.domain.practice.rubric import Rubric
from dealbot.reading.grading.likeness import likeness_of
from dealbot.reading.grading.looks import Asked, look
from dealbot.reading.grading.substance import says_something
from dealbot.reading.grading.views import AnswerView, Sight, View, answer_view, view_of
from dealbot.reading.grading.weights import Weights

# Surer than this the grader says so; between the two, whoever answered does.
MET, MISSED = 0.65, 0.35
PITFALL = 0.5
_SHARE_OF_ONE_POINT = 0.5
_REMEMBERED = 2_000
_PROMPT = "What would a good answer do?"


@dataclass(frozen=True, slots=True)
class Judged:
    """What the grader makes of an answer: how likely each point and pitfall is shown, and where."""

    points: tuple[float, ...]
    pitfalls: tuple[float, ...]
    point_words: tuple[Span, ...]
    pitfall_words: tuple[Span, ...]
    likeness: float

    @property
    def score(self) -> float:
        """The mean of the points; the fewer they are, the more the likeness to the whole reference counts."""
        if not self.points:
            return self.likeness
        alone = _SHARE_OF_ONE_POINT ** len(self.points)
        return alone * self.likeness + (1 - alone) * sum(self.points) / len(self.points)


class BuiltinGrader:
    """An AnswerGrader by likeness and learnt weights; both are opened when first needed. Threads may share it."""

    def __init__(self, sight: Callable[[], Sight], weights: Callable[[], Weights]) -> None:
        """Grade with what these open."""
        self._weights = cache(weights)
        self._sight = cache(sight)
        self._known = lru_cache(maxsize=_REMEMBERED)(self._view)

    @property
    def version(self) -> str:
        """The grader's name with what it learnt from."""
        return f"builtin-grader@{self._weights().examples[:12]}"

    def grade(self, rubric: Rubric, answer: str) -> Mark:
        """Mark one answer."""
        if not says_something(rubric.question, answer):
            missed = tuple(PointMark(point, PointState.MISSED) for point in rubric.points)
            return Mark(0.0, Rating.AGAIN, missed, by=self.version)
        judged = self.judge(rubric, answer)
        points = tuple(map(_point_mark, rubric.points, judged.points, judged.point_words))
        pitfall = _pitfall_mark(rubric, judged)
        rating = rating_of(points, Weighed(len(answer.split()), pitfall))
        return Mark(judged.score, rating, points, pitfall, self.version)

    def judge(self, rubric: Rubric, answer: str) -> Judged:
        """Tell how likely an answer with something to mark shows each point and does each pitfall."""
        weights = self._weights()
        asked = Asked(
            self._known(rubric.question or _PROMPT),
            [self._known(point) for point in rubric.points],
            [self._known(pitfall) for pitfall in rubric.pitfalls],
        )
        seen = answer_view(answer, self._sight(), weights.rarity)
        points = look(asked, seen, weights.rarity)
        pitfalls = look(asked.turned, seen, weights.rarity)
        return Judged(
            tuple(weights.points.likely([each.signs for each in points])),
            tuple(weights.pitfalls.likely([each.signs for each in pitfalls])),
            tuple(seen.windows[each.nearest] for each in points),
            tuple(seen.windows[each.nearest] for each in pitfalls),
            self._likeness(rubric, asked, seen),
        )

    def _likeness(self, rubric: Rubric, asked: Asked, seen: AnswerView) -> float:
        """The best over the references; points without one are references themselves."""
        weights = self._weights()
        references = [self._known(rubric.reference)] if rubric.reference.strip() else asked.points
        signs = (likeness_of(asked.question, each, seen.whole, weights.rarity) for each in references)
        return max(map(weights.likeness.of, signs), default=0.0)

    def _view(self, text: str) -> View:
        return view_of(text, self._sight(), self._weights().rarity)


def _point_mark(point: str, likely: float, words: Span) -> PointMark:
    if likely >= MET:
        return PointMark(point, PointState.MET, words)
    if likely > MISSED:
        return PointMark(point, PointState.UNSURE, words)
    return PointMark(point, PointState.MISSED)


def _pitfall_mark(rubric: Rubric, judged: Judged) -> PitfallMark | None:
    """The likeliest pitfall, if it is likely enough."""
    told = zip(judged.pitfalls, rubric.pitfalls, judged.pitfall_words, strict=True)
    likely, text, words = max(told, key=lambda each: each[0], default=(0.0, "", None))
    return PitfallMark(text, words) if likely >= PITFALL else None
