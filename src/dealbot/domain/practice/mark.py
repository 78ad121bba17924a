"""How an answer is marked: each key point with the words that show it, the pitfall, a score and a rating."""

from dataclasses import dataclass
from enum import StrEnum

from dealbot.domain.evidence import Span


class Rating(StrEnum):
    """How well something is known, as the scheduler takes it."""

    AGAIN = "again"
    HARD = "hard"
    GOOD = "good"
    EASY = "easy"


class PointState(StrEnum):
    """Whether an answer shows a key point; what is unsure is marked by whoever answered."""

    MET = "met"
    PARTLY = "partly"
    UNSURE = "unsure"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class PointMark:
    """A key point, its state, and the words of the answer that show it (None where there are none)."""

    point: str
    state: PointState
    words: Span | None = None


@dataclass(frozen=True, slots=True)
class PitfallMark:
    """A pitfall that the answer does, and the words in which it does."""

    text: str
    words: Span | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """An answer as marked: `score` 0 to 1, `by` the grader's name and version.

    `doubtful` asks for a look by enablement: two graders differ by more than two ratings. `settled`: enablement has
    given the rating. `feedback` is a model's word to the person, empty from the built-in grader.
    """

    score: float
    rating: Rating
    points: tuple[PointMark, ...] = ()
    pitfall: PitfallMark | None = None
    by: str = ""
    doubtful: bool = False
    settled: bool = False
    feedback: str = ""

    @property
    def counted(self) -> int:
        """How many points count as shown; of an answer without any, 1 where it is good."""
        if self.points:
            return len(self.of(PointState.MET))
        return int(self.rating in {Rating.GOOD, Rating.EASY})

    def of(self, state: PointState) -> tuple[PointMark, ...]:
        """Its points of one state, in order."""
        return tuple(point for point in self.points if point.state is state)
