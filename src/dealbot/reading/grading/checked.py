"""The model's mark, held against the built-in grader's, which marks alone where the model is of no use."""

from dataclasses import replace

from dealbot.domain.practice.mark import Mark, PointState
from dealbot.domain.practice.marking import Weighed, apart, rating_of, share_of
from dealbot.domain.practice.rubric import Rubric
from dealbot.errors import ModelUnavailable
from dealbot.reading.faults import ModelFault
from dealbot.reading.ports import AnswerGrader

_MOST_APART = 2


class CheckedGrader:
    """An AnswerGrader that always grades: with the model where it can, else without, and says so."""

    def __init__(self, primary: AnswerGrader, builtin: AnswerGrader) -> None:
        """Take the grader to prefer and the one to rely on."""
        self._primary = primary
        self._builtin = builtin

    @property
    def version(self) -> str:
        """Both graders' versions."""
        return f"{self._primary.version}+{self._builtin.version}"

    def grade(self, rubric: Rubric, answer: str) -> Mark:
        """Grade with both; where they differ by more than two ratings, the mark is doubtful.

        Where the built-in grader sees nothing at all, a model's points are unsure: it may have been talked into them.
        """
        floor = self._builtin.grade(rubric, answer)
        if not rubric.points:
            return floor
        try:
            mark = self._primary.grade(rubric, answer)
        except ModelUnavailable as error:
            why = error.fault.value if isinstance(error, ModelFault) else error.code
            return replace(floor, by=f"{floor.by} instead of {self._primary.version} ({why})")
        doubtful = apart(mark.rating, floor.rating) > _MOST_APART
        return replace(mark if _finds_some(floor) else _unsure(mark, answer), doubtful=doubtful)


def _finds_some(mark: Mark) -> bool:
    return any(point.state is not PointState.MISSED for point in mark.points)


def _unsure(mark: Mark, answer: str) -> Mark:
    """The mark where a model's word alone speaks for its points: whoever answered tells whether they are there."""
    points = tuple(
        point if point.state is PointState.MISSED else replace(point, state=PointState.UNSURE) for point in mark.points
    )
    rating = rating_of(points, Weighed(len(answer.split()), mark.pitfall))
    return replace(mark, points=points, score=share_of(points), rating=rating)
