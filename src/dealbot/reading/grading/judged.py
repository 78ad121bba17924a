"""What the built-in grader makes of an answer, and the score and states that follow from it."""

from collections.abc import Sequence
from dataclasses import dataclass

from dealbot.domain.evidence import Span
from dealbot.domain.practice.mark import PitfallMark, PointMark, PointState, Rating
from dealbot.domain.practice.marking import RATINGS, Weighed, rating_of
from dealbot.reading.grading.done import TOLD

# Surer than this the grader says so; between the two, whoever answered does.
MET, MISSED = 0.65, 0.35
# An answer that is less likely than this about what was asked shows nothing of it.
_ELSEWHERE = 0.05
# Own stories are far from the question's words but near its points; who surely shows a point of it is not elsewhere.
_NEAR, _TOPIC_COUNTS, _ASKED = 0.44, 0.1, 0.5
# Where no point is sure and all together come to less than this and a tenth of each, none is worth asking about.
_NEXT_TO_NOTHING, _OF_EACH = 0.6, 0.1
# References that are as alike as this on average say the same in other words; key points are not.
_APART, _ALIKE = 0.25, 0.4
_LIKENESS_OF_ONE_POINT = 0.7


@dataclass(frozen=True, slots=True)
class Shown:
    """A key point, pitfall or reference: how likely an answer shows it, and the words that come nearest."""

    text: str
    likely: float
    words: Span


@dataclass(frozen=True, slots=True)
class Judged:
    """What is found: `likeness` to the reference, or to each point where those are all there is.

    `topic` is how likely the answer is about what was asked, `alike` how alike the points are.
    """

    points: tuple[Shown, ...]
    pitfalls: tuple[Shown, ...]
    likeness: tuple[float, ...]
    topic: float = 1.0
    alike: float = 0.0

    @property
    def likely(self) -> tuple[float, ...]:
        """How likely each point is shown."""
        return tuple(point.likely for point in self.points)

    @property
    def off_topic(self) -> bool:
        """Whether the answer is about something else, or shows next to nothing."""
        likely = self.likely
        surely = max(likely, default=0.0) >= MET
        least = min(MISSED * len(likely), _NEXT_TO_NOTHING + _OF_EACH * len(likely))
        nothing = not surely and sum(likely) < least
        asked = surely and self.topic >= _ASKED
        far = len(likely) > 1 and not self.interchangeable and not asked and self._nearness < _NEAR
        return self.topic < _ELSEWHERE or nothing or far

    @property
    def _nearness(self) -> float:
        """How near the answer comes to the points, and a little to the question."""
        return sum(self.likely) / max(1, len(self.points)) + _TOPIC_COUNTS * self.topic

    @property
    def interchangeable(self) -> float:
        """How far the points are references of which one is enough: 0 no, 1 yes."""
        return min(1.0, max(0.0, (self.alike - _APART) / (_ALIKE - _APART)))

    @property
    def score(self) -> float:
        """The mean of the points; the fewer they are, the more the likeness to the whole reference counts."""
        covered = _mixed(max(self.likeness, default=0.0), self.likely)
        each = zip(self.likeness, self.likely, strict=False)
        single = max((_mixed(likeness, [likely]) for likeness, likely in each), default=0.0)
        return covered + self.interchangeable * max(0.0, single - covered)


def point_marks(judged: Judged) -> tuple[PointMark, ...]:
    """The state of each point; of an answer that is about something else none is shown."""
    likely = [0.0 if judged.off_topic else each for each in judged.likely]
    return tuple(map(_point_mark, judged.points, likely))


def _point_mark(point: Shown, likely: float) -> PointMark:
    if likely <= MISSED:
        return PointMark(point.text, PointState.MISSED)
    return PointMark(point.text, PointState.MET if likely >= MET else PointState.UNSURE, point.words)


def pitfall_mark(judged: Judged) -> PitfallMark | None:
    """The likeliest pitfall, if it is likely enough."""
    worst = max(judged.pitfalls, key=lambda each: each.likely, default=None)
    if worst is None or worst.likely < TOLD or judged.topic < _ELSEWHERE:
        return None
    return PitfallMark(worst.text, worst.words)


def rating_by(judged: Judged, points: Sequence[PointMark], weighed: Weighed) -> Rating:
    """The rating by all points; where one reference is as good as another, by the best of them if that is better."""
    rating = rating_of(points, weighed)
    if judged.interchangeable < 1.0:
        return rating
    best = max((rating_of([point], weighed) for point in points), key=RATINGS.index)
    return max(rating, best, key=RATINGS.index)


def _mixed(likeness: float, likely: Sequence[float]) -> float:
    alone = _LIKENESS_OF_ONE_POINT ** len(likely)
    return alone * likeness + (1 - alone) * sum(likely) / max(1, len(likely))
