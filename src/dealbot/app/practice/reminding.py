"""Who is to be told of a check, reminded of one, or sent their cards of the day; each of it once."""

from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from dealbot.app.desk import Desk
from dealbot.app.practice.room import PracticeRoom
from dealbot.domain.practice.cohort import Check
from dealbot.domain.practice.days import is_workday, outlasts_weekend
from dealbot.domain.principal import Principal
from dealbot.store.books import Books

_SOON = timedelta(days=2)
_DRIP = "drip"


class ReminderKind(StrEnum):
    """Why somebody is written to."""

    ANNOUNCED = "announced"
    SOON = "soon"
    LATE = "late"
    DRIP = "drip"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Reminder:
    """What somebody is to be told; of a check, how many of its cards they still owe by when.

    Where none is left, all is answered and not handed in.
    """

    person: str
    kind: ReminderKind
    check: int | None = None
    cohort: str = ""
    due_on: date | None = None
    left: int = 0

    @property
    def about(self) -> str:
        """What it is about: nobody is told it twice, but for the cards of the day."""
        return _DRIP if self.check is None else f"check {self.check} {self.kind.value}"


def reminders_due(room: PracticeRoom, principal: Principal) -> tuple[Reminder, ...]:
    """Tell who is to be written to today; the principal acts for the workspace, as an admin."""
    today = room.desk.today()
    with room.desk.reading(principal) as books:
        there = room.laid_out(principal, books).cards
        found = [
            *_of_checks(books, there, today),
            *(Reminder(who, ReminderKind.DRIP) for who in books.reminders.on_drip()),
        ]
        return tuple(each for each in found if not _told(books, each, today))


def reminded(room: PracticeRoom, principal: Principal, reminder: Reminder) -> bool:
    """Keep that somebody is told, in the transaction in which the message is put out; false where they were."""
    with room.desk.writing(principal) as books:
        today = room.desk.today()
        if _told(books, reminder, today):
            return False
        books.reminders.keep(reminder.person, reminder.about, today, room.desk.now())
        room.desk.then(books, reminder)
    return True


def awaited(desk: Desk, principal: Principal) -> tuple[str, ...]:
    """Tell of whom something may be due some day; the principal acts for the workspace, as an admin."""
    with desk.reading(principal) as books:
        return books.reminders.awaited_by()


def due_to(room: PracticeRoom, books: Books, there: Container[str]) -> tuple[Reminder, ...]:
    """What the books' own principal is to be told today, where she is; kept as told in this transaction.

    Weekends are left alone, but by a check of which she knows nothing and that is due on one. Cards of the day are for
    workdays on which she did not practise yet.
    """
    me, today = books.principal.user, room.desk.today()
    mine = (each for each in _of_checks(books, there, today) if each.person == me and not _told(books, each, today))
    found = [each for each in mine if is_workday(today) or _cannot_wait(each, today)]
    if cards_are_due(room, books):
        found.append(Reminder(me, ReminderKind.DRIP))
    return tuple(each for each in found if books.reminders.keep(me, each.about, today, room.desk.now()))


def cards_are_due(room: PracticeRoom, books: Books) -> bool:
    """Whether the principal chose cards a day, and neither had today's nor practised today; never on weekends."""
    today = room.desk.today()
    if not is_workday(today) or not books.practice.choice().drip:
        return False
    practised = any(each.review.at >= room.start_of_today() for each in books.practice.reviews(limit=1))
    return not practised and not books.reminders.sent(books.principal.user, _DRIP, today)


def cards_of_today(room: PracticeRoom, books: Books) -> int:
    """How many cards are due to the principal before today is over."""
    return len(books.practice.due(room.end_of_today()))


def _told(books: Books, reminder: Reminder, today: date) -> bool:
    on = today if reminder.kind is ReminderKind.DRIP else None
    return books.reminders.sent(reminder.person, reminder.about, on)


def _of_checks(books: Books, there: Container[str], today: date) -> Iterator[Reminder]:
    """Who owes answers, or is to hand them in: those who left the cohort owe none, and nobody a card that is gone."""
    cohorts = {cohort.id: cohort for cohort in books.cohorts.all()}
    for check in books.cohorts.checks():
        answered, signed = books.cohorts.answered(check.id), books.cohorts.signed(check.cohort)
        handed_in = books.cohorts.handed_in(check.id)
        cohort = cohorts[check.cohort]
        for person in (each for each in check.people if each in cohort.members):
            given = answered.get(person, frozenset())
            left = check.asked(there, given) - len(given)
            verdict = signed.get(person)
            done = verdict is not None and check.made_at is not None and verdict.at >= check.made_at
            if not done and (left > 0 or (given and person not in handed_in)):
                announced = Reminder(person, ReminderKind.ANNOUNCED, check.id, cohort.name, check.due_on, left)
                known = books.reminders.sent(person, announced.about)
                yield replace(announced, kind=_kind(check, today)) if known else announced


def _cannot_wait(told: Reminder, today: date) -> bool:
    due_on = told.due_on
    return told.kind is ReminderKind.ANNOUNCED and due_on is not None and not outlasts_weekend(today, due_on)


def _kind(check: Check, today: date) -> ReminderKind:
    if today > check.due_on:
        return ReminderKind.LATE
    return ReminderKind.SOON if check.due_on - today <= _SOON else ReminderKind.ANNOUNCED
