"""Practice written straight into a ledger, in the words of a test."""

from datetime import timedelta

from dealbot.domain.practice.card import CardKind
from dealbot.domain.practice.cohort import Check, Cohort, Criterion, Scorecard, Signed, Verdict
from dealbot.domain.practice.edits import CardEdit
from dealbot.domain.practice.mark import Mark, PointMark, PointState, Rating
from dealbot.domain.practice.review import Claim, ClaimKind, KeptReview, Review
from dealbot.domain.practice.session import Mode
from dealbot.domain.principal import LOCAL_WORKSPACE, Principal, Role
from dealbot.store.card_edits import CardEdits
from dealbot.store.cohorts import Cohorts
from dealbot.store.practice import Practice
from dealbot.store.reminders import Reminders
from tests.store.book import ADMIN, DAY, Book

EVE = Principal(LOCAL_WORKSPACE, "U-EVE", "Eve", frozenset({Role.ENABLEMENT}))
MET, MISSED, UNSURE = PointState.MET, PointState.MISSED, PointState.UNSURE


def mark(*states: PointState, rating: Rating = Rating.HARD) -> Mark:
    """A mark with a point of each state."""
    points = tuple(PointMark(f"point {number}", state) for number, state in enumerate(states))
    return Mark(0.5, rating, points, by="test 1")


def review(
    book: Book, card: str = "c1", check: int | None = None, given: Mark | None = None, text: str = "So."
) -> Review:
    """An answer, in private or to a check."""
    mode = Mode.CHECK if check is not None else Mode.INTERVIEW
    return Review(card, CardKind.RECALL, "role.md", mode, given or mark(MET, MISSED), text, book.tick(), check=check)


def answer(book: Book, who: Principal, **of: object) -> KeptReview:
    """Somebody answers."""
    with book.database.write() as session:
        return Practice(session, who).append(review(book, **of))  # type: ignore[arg-type]


def claim(book: Book, who: Principal, key: int, said: Claim | None = None) -> KeptReview:
    """Somebody says otherwise than their mark."""
    with book.database.write() as session:
        return Practice(session, who).claim(key, said or Claim(ClaimKind.SAID, 1, MET), book.tick())


def check(book: Book, *people: Principal, name: str = "Nov", by: Principal = EVE) -> Check:
    """Enablement assigns a check of one card to a new cohort."""
    users = tuple(each.user for each in people)
    with book.database.write() as session:
        cohorts = Cohorts(session, by)
        cohort = cohorts.make(Cohort(name, users, ("role.md",), DAY + timedelta(days=28)), book.tick())
        return cohorts.assign(Check(cohort.id, ("c1",), users, DAY + timedelta(days=7)), book.tick())


def everything(book: Book) -> None:
    """A row in each table of practice that is only appended to."""
    given = check(book, ADMIN)
    claim(book, ADMIN, answer(book, ADMIN, check=given.id).id)
    with book.database.write() as session:
        cohorts, at = Cohorts(session, ADMIN), book.tick()
        cohorts.sign(given.cohort, Signed(ADMIN.user, Verdict.READY, "", ADMIN.user, at))
        cohorts.score(given.cohort, Scorecard(ADMIN.user, ((Criterion.DISCOVERY, 4),), "", ADMIN.user, at))
        CardEdits(session, ADMIN).edit(CardEdit("c1", off=True), at)
        CardEdits(session, ADMIN).alias("new", "old", at)
        Reminders(session, ADMIN).keep(ADMIN.user, "drip", DAY, at)
        cohorts.move(given.cohort, DAY, at)
        cohorts.end(given.cohort, at)
        cohorts.hand_in(given.id, at)
