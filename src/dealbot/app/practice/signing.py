"""Reading the answers of checks, and signing: enablement's word on a mark and on a person."""

from collections.abc import Mapping
from dataclasses import dataclass

from dealbot.app.practice.room import PracticeRoom
from dealbot.domain.practice.cohort import Cohort, Criterion, Scorecard, Signed, Verdict
from dealbot.domain.practice.mark import PointState, Rating
from dealbot.domain.practice.review import Claim, ClaimKind, KeptReview
from dealbot.domain.principal import Principal
from dealbot.errors import BadInput, NotAllowed
from dealbot.store.books import Books
from dealbot.store.cohorts import TRAINERS

_SCALE = range(1, 6)


@dataclass(frozen=True, slots=True)
class Learner:
    """Somebody (by id or name) of a cohort (by name)."""

    cohort: str
    person: str


@dataclass(frozen=True, slots=True)
class Ruling:
    """Enablement's word: of a point (from 0) its state, or of the whole answer its rating."""

    point: int | None = None
    state: PointState | None = None
    rating: Rating | None = None


@dataclass(frozen=True, slots=True)
class ToRead:
    """What somebody handed in, and how many of their answers are not handed in yet."""

    answers: tuple[KeptReview, ...]
    kept_back: int


def answers_of(room: PracticeRoom, principal: Principal, learner: Learner) -> ToRead:
    """Read what somebody handed in of the checks of a cohort: enablement anybody's, all their own. Raises BadInput."""
    with room.desk.reading(principal) as books:
        found, who = books.cohorts.find(learner.cohort), books.users.find(learner.person).id
        checks = [check.id for check in books.cohorts.checks(found.id)]
        given = [kept for kept in books.cohorts.answers(*checks) if kept.person == who]
        read = to_be_read(books, found.id, who)
    back = {(kept.review.check, kept.review.card) for kept in given if kept.review.check not in read}
    return ToRead(tuple(kept for kept in given if kept.review.check in read), len(back))


def to_be_read(books: Books, cohort: int, person: str) -> frozenset[int]:
    """The checks of a cohort that somebody handed in, and those that were ended: their answers are to be read."""
    checks = books.cohorts.checks(cohort)
    handed_in = books.cohorts.handed_in_of(check.id for check in checks)
    return frozenset(check.id for check in checks if check.ended or person in handed_in[check.id])


def rule(room: PracticeRoom, principal: Principal, review: int, ruling: Ruling) -> KeptReview:
    """Keep enablement's word on an answer of a check: it wins. Raises BadInput, NotAllowed."""
    must_train(principal, "change a mark")
    point = ruling.point
    if (point is None) is not (ruling.state is None) or (point is None and ruling.rating is None):
        raise BadInput("Say of a point whether it is met, or of the whole answer how good it is.")
    with room.desk.writing(principal) as books:
        points = books.cohorts.answer(review).review.mark.points
        if point is not None and not 0 <= point < len(points):
            raise BadInput(f"There is no point {point + 1}: the answer has {len(points)}.")
        kept = books.cohorts.rule(review, Claim(ClaimKind.RULED, point, ruling.state, ruling.rating), room.desk.now())
        room.desk.then(books, kept)
    return kept


def sign(room: PracticeRoom, principal: Principal, learner: Learner, verdict: Verdict, note: str = "") -> Signed:
    """Sign that somebody of a cohort is ready or not yet; raises BadInput, NotAllowed."""
    must_train(principal, "sign")
    with room.desk.writing(principal) as books:
        found, who = _member(books, learner)
        signed = Signed(who, verdict, " ".join(note.split()), principal.user, room.desk.now())
        books.cohorts.sign(found.id, signed)
        room.desk.then(books, signed)
    return signed


def score_mock(
    room: PracticeRoom, principal: Principal, learner: Learner, scores: Mapping[Criterion, int], words: str
) -> Scorecard:
    """Keep how somebody did in a live mock, each criterion 1 to 5; raises BadInput, NotAllowed."""
    must_train(principal, "score a mock")
    if not scores or any(score not in _SCALE for score in scores.values()):
        raise BadInput("Score each criterion from 1 to 5.")
    with room.desk.writing(principal) as books:
        found, who = _member(books, learner)
        card = Scorecard(who, tuple(scores.items()), words.strip(), principal.user, room.desk.now())
        books.cohorts.score(found.id, card)
        room.desk.then(books, card)
    return card


def _member(books: Books, learner: Learner) -> tuple[Cohort, str]:
    found, who = books.cohorts.find(learner.cohort), books.users.find(learner.person)
    if who.id not in found.members:
        raise BadInput(f"{who.name} is not in {found.name}.")
    return found, who.id


def must_train(principal: Principal, what: str) -> None:
    """Raise NotAllowed for anybody but enablement and admins."""
    if not TRAINERS & principal.roles:
        raise NotAllowed(f"Only enablement or an admin may {what}: ask one to do it.")
