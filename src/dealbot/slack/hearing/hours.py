"""What somebody is told when her hour of the day has come: all of it in one message, or nothing.

Whatever is to come at a time of the day joins what is gathered here.
"""

from dealbot.app.chat.of_practice import CardsDue, DueToday
from dealbot.app.practice.reminding import ReminderKind, cards_of_today, due_to
from dealbot.app.practice.room import PracticeRoom
from dealbot.slack.hearing.room import Room
from dealbot.slack.people import Person
from dealbot.slack.postings import Outlet, postings_of
from dealbot.slack.turn import Turn
from dealbot.store.books import Books


def hour_has_come(room: Room, turn: Turn, person: Person) -> None:
    """Tell what is due, in the transaction in which it is kept as told."""
    desk, practising, user = room.ears.desk.within(person.zone), room.ears.practising, person.principal.user
    decks = practising.decks(person.principal.workspace, desk.today())
    practice = PracticeRoom(desk, lambda _: decks, practising.grader)
    with desk.writing(person.principal) as books:
        told = _of_practice(practice, books)
        turn.finish(books, *(each for reply in told for each in postings_of(reply, Outlet(user, None, user), books)))


def _of_practice(practice: PracticeRoom, books: Books) -> tuple[DueToday, ...]:
    due = due_to(practice, books, practice.laid_out(books.principal, books).cards)
    checks = tuple(each for each in due if each.kind is not ReminderKind.DRIP)
    cards = CardsDue(cards_of_today(practice, books), daily=True) if len(checks) < len(due) else None
    return (DueToday(checks, practice.desk.today(), cards),) if due else ()
