"""Handing a check in: its last answer does not do it, its person does; and what somebody owes of checks."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import datetime

from dealbot.app.practice.room import PracticeRoom
from dealbot.domain.practice.cohort import Check, Signed
from dealbot.domain.principal import Principal
from dealbot.errors import BadInput
from dealbot.store.books import Books

NO_CHECK = "There is no check for you to answer."
LEFT_COHORT = "You are no longer in that cohort: nothing of its check is asked of you."
_NOT_ALL = "{} is not answered yet: {} of {} are. Hand it in once all are."
_BEFORE = "{} is handed in already."


@dataclass(frozen=True, slots=True)
class Owed:
    """A check of somebody's: how many of its cards are answered, how many are left, and when it was handed in."""

    check: Check
    title: str
    answered: int
    left: int
    last_at: datetime | None = None
    handed_in: datetime | None = None
    signed: Signed | None = None

    @property
    def waits(self) -> bool:
        """Whether all is answered and only to be handed in."""
        return self.handed_in is None and self.left == 0 and self.answered > 0

    @property
    def is_open(self) -> bool:
        """Whether something of it is to be answered, or it is to be handed in."""
        return self.waits or (self.left > 0 and self.handed_in is None)


def owed_by(books: Books, there: Container[str], check: int | None = None) -> tuple[Owed, ...]:
    """The checks of the principal, or one of them: who left a cohort owes it nothing; the sooner due comes first."""
    cohorts = {cohort.id: cohort.name for cohort in books.cohorts.mine()}
    mine = [each for each in books.cohorts.my_checks() if check in {None, each.id} and each.cohort in cohorts]
    mine = [each for each in mine if not each.ended or books.principal.user in books.cohorts.handed_in(each.id)]
    mine.sort(key=lambda each: (each.due_on, each.id))
    return tuple(_owed(books, there, each, cohorts[each.cohort]) for each in mine)


def first_open(owed: tuple[Owed, ...]) -> Owed | None:
    """What is to be done first: to be answered or handed in."""
    return next((each for each in owed if each.is_open), None)


def hand_in(room: PracticeRoom, principal: Principal, check: int | None = None) -> Owed:
    """Hand in a check of which all is answered, or the one that waits for it; raises BadInput."""
    with room.desk.writing(principal) as books:
        books.practice.hold()
        there = room.laid_out(principal, books).cards
        owed = owed_by(books, there, check)
        found = next((each for each in owed if each.waits), None)
        if found is None:
            raise BadInput(_why_not(owed))
        now = room.desk.now()
        books.cohorts.hand_in(found.check.id, now)
        for session in books.practice.open_sessions():
            if session.check == found.check.id:
                books.practice.keep(session.stopped, now)
        (done,) = owed_by(books, there, found.check.id)
        room.desk.then(books, done)
    return done


def _owed(books: Books, there: Container[str], check: Check, title: str) -> Owed:
    answers = books.cohorts.my_answers(check.id)
    given = {kept.review.card for kept in answers}
    me = books.principal.user
    signed = books.cohorts.signed(check.cohort).get(me)
    signed = signed if signed is not None and check.made_at is not None and signed.at >= check.made_at else None
    last_at = max((kept.review.at for kept in answers), default=None)
    handed_in = books.cohorts.handed_in(check.id).get(me)
    return Owed(check, title, len(given), check.asked(there, given) - len(given), last_at, handed_in, signed)


def _why_not(owed: tuple[Owed, ...]) -> str:
    if not owed:
        return NO_CHECK
    left = next((each for each in owed if each.handed_in is None), None)
    if left is None:
        return _BEFORE.format(owed[-1].title)
    return _NOT_ALL.format(left.title, left.answered, left.answered + left.left)
