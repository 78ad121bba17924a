"""Who is to be told of a check, reminded of one, or sent their cards of the day; each of it once."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from enum import StrEnum

from dealbot.app.desk import Desk
from dealbot.app.practice.handing_in import owed_by
from dealbot.app.practice.room import PracticeRoom
from dealbot.domain.practice.cohort import Check
from dealbot.domain.practice.days import MORNING, is_workday, outlasts_weekend
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


def awaited(desk: Desk, principal: Principal) -> Mapping[str, frozenset[time]]:
    """Tell of whom something may be due some day, and at what times; the principal acts for the workspace."""
    with desk.reading(principal) as books:
        return books.reminders.awaited_by()


def due_to(room: PracticeRoom, books: Books, there: Container[str]) -> tuple[Reminder, ...]:
    """What the books' own principal is to be told today, where she is; kept as told in this transaction.

    Weekends are left alone, but by a check of which she knows nothing and that is due on one. Cards of the day are for
    workdays on which she did not practise yet.
    """
    me, today = books.principal.user, room.desk.today()
    every = _of_checks(books, there, today) if room.time_of_day() >= MORNING else ()
    found = [each for each in every if is_workday(today) or _cannot_wait(each, today)]
    told = tuple(each for each in found if books.reminders.keep(me, each.about, today, room.desk.now()))
    return (*told, Reminder(me, ReminderKind.DRIP)) if take_cards(room, books) else told


def cards_are_due(room: PracticeRoom, books: Books) -> bool:
    """Whether the principal chose cards a day, their time has come, and she neither had today's nor practised today.

    They never are on weekends; where no time was chosen, it has come all day.
    """
    today, choice = room.desk.today(), books.practice.choice()
    too_early = choice.drip_at is not None and room.time_of_day() < choice.drip_at
    if not choice.drip or too_early or not is_workday(today):
        return False
    practised = any(each.review.at >= room.start_of_today() for each in books.practice.reviews(limit=1))
    return not practised and not books.reminders.sent(books.principal.user, _DRIP, today)


def take_cards(room: PracticeRoom, books: Books) -> bool:
    """Keep that the principal is told of the cards of today, if they are due to her; false where they are not."""
    me, today, now = books.principal.user, room.desk.today(), room.desk.now()
    return cards_are_due(room, books) and books.reminders.keep(me, _DRIP, today, now)


def cards_of_today(room: PracticeRoom, books: Books) -> int:
    """How many cards are due to the principal before today is over."""
    return len(books.practice.due(room.end_of_today()))


def _of_checks(books: Books, there: Container[str], today: date) -> Iterator[Reminder]:
    """The checks of which the principal owes answers, or that she is to hand in, and was not told so yet."""
    me = books.principal.user
    for one in owed_by(books, there):
        if one.is_open and one.signed is None:
            announced = Reminder(me, ReminderKind.ANNOUNCED, one.check.id, one.title, one.check.due_on, one.left)
            known = books.reminders.sent(me, announced.about)
            told = replace(announced, kind=_kind(one.check, today)) if known else announced
            if not books.reminders.sent(me, told.about):
                yield told


def _cannot_wait(told: Reminder, today: date) -> bool:
    due_on = told.due_on
    return told.kind is ReminderKind.ANNOUNCED and due_on is not None and not outlasts_weekend(today, due_on)


def _kind(check: Check, today: date) -> ReminderKind:
    if today > check.due_on:
        return ReminderKind.LATE
    return ReminderKind.SOON if check.due_on - today <= _SOON else ReminderKind.ANNOUNCED
