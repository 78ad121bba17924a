"""From the states of key points to a score and a rating, and what a person's word makes of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dealbot.domain.practice.mark import Mark, PitfallMark, PointMark, PointState, Rating

WORTH: Mapping[PointState, float] = {
    PointState.MET: 1.0,
    PointState.PARTLY: 0.5,
    PointState.UNSURE: 0.5,
    PointState.MISSED: 0.0,
}
# Until it is marked, what is unsure counts in favour of whoever answered, but it makes no answer an easy one.
_IN_FAVOUR = {**WORTH, PointState.UNSURE: 1.0}
_SURELY = {**WORTH, PointState.UNSURE: 0.0}
_GOOD, _EASY = 0.5, 0.8
_THIN = 12
RATINGS = tuple(Rating)


@dataclass(frozen=True, slots=True)
class Weighed:
    """What besides its points decides how an answer is rated: how many words it has, the pitfall that it does."""

    words: int
    pitfall: PitfallMark | None = None


def share_of(points: Sequence[PointMark]) -> float:
    """How much of what a good answer does is shown, 0 to 1; what is partly shown or unsure counts half."""
    return _mean(WORTH[point.state] for point in points)


def rating_of(points: Sequence[PointMark], weighed: Weighed) -> Rating:
    """The rating: with a pitfall Again; a thin answer is never Easy, one that surely shows nothing never Good."""
    favour = _mean(_IN_FAVOUR[point.state] for point in points)
    if weighed.pitfall is not None or not favour:
        return Rating.AGAIN
    if favour < _GOOD or all(point.state is not PointState.MET for point in points):
        return Rating.HARD
    easy = _mean(_SURELY[point.state] for point in points) >= _EASY and weighed.words >= _THIN
    return Rating.EASY if easy else Rating.GOOD


def with_state(mark: Mark, index: int, state: PointState) -> Mark:
    """The mark after whoever answered told the state of a point; a pitfall stays, and so does enablement's rating."""
    points = tuple(replace(each, state=state) if at == index else each for at, each in enumerate(mark.points))
    change = share_of(points) - share_of(mark.points)
    score = min(1.0, max(0.0, mark.score + change))
    if mark.settled or points == mark.points:
        return replace(mark, points=points, score=score)
    # Whoever says so of a short answer has said more than they typed, but not that it was easy.
    easy = mark.rating is Rating.EASY
    rated = rating_of(points, Weighed(_THIN if easy else 0, mark.pitfall))
    return replace(mark, points=points, score=score, rating=rated)


def settled(mark: Mark, rating: Rating, by: str) -> Mark:
    """The mark after enablement's word, which wins over any grader's and over what is told of points later.

    Who says that an answer is good says as well that it does no pitfall.
    """
    pitfall = None if rating in {Rating.GOOD, Rating.EASY} else mark.pitfall
    return replace(mark, rating=rating, pitfall=pitfall, by=by, doubtful=False, settled=True)


def apart(one: Rating, other: Rating) -> int:
    """How many ratings lie from one to the other: 0 to 3."""
    return abs(RATINGS.index(one) - RATINGS.index(other))


def _mean(worths: Iterable[float]) -> float:
    told = list(worths)
    return sum(told) / len(told) if told else 0.0
