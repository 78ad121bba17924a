"""Ending a cohort or its check: what happens is told first, and whoever still had questions open gets a word."""

from dealbot.app.chat.enabling.cohorts import closed, unfinished
from dealbot.app.chat.enabling.tools import named, room_of, say, under_way
from dealbot.app.chat.of_enabling import CheckSent, EndToConfirm
from dealbot.app.chat.replies import Plain
from dealbot.app.chat.turn import Turn
from dealbot.app.practice.reminding import Reminder
from dealbot.app.wording import counted, listed
from dealbot.domain.practice.cohort import Cohort
from dealbot.store.books import Books

_MOST_NAMES = 3
_NO_CHECK = "No check of {} is under way: there is nothing to cancel."


def ask_to_end(turn: Turn, key: int, *, check: bool) -> bool:
    """Tell what would happen if a cohort, or only its check, were ended: a tap does it."""
    room = room_of(turn)
    with turn.reading() as books:
        cohort = under_way(books, key)
        live = any(not each.ended for each in books.cohorts.checks(key))
        owing = unfinished(books, cohort, room.laid_out(turn.principal, books).cards)
        people = named(books, tuple(dict.fromkeys(each.person for each in owing)))
        signed = sum(person in cohort.members for person in books.cohorts.signed(key))
    if check and not live:
        return say(turn, Plain(_NO_CHECK.format(cohort.name)))
    return say(turn, EndToConfirm(key, cohort.name, people, signed, check))


def end(turn: Turn, key: int, *, check: bool) -> None:
    """End a cohort, or only its check; a second tap does nothing."""
    room = room_of(turn)
    with turn.reading() as books:
        under_way(books, key)
    with turn.writing() as books:
        cohort = books.cohorts.get(key)
        live = any(not each.ended for each in books.cohorts.checks(key))
        if cohort.ended_on is not None or (check and not live):
            turn.say(books, turn.memory, Plain(_NO_CHECK.format(cohort.name)))
            return
        told = closed(unfinished(books, cohort, room.laid_out(turn.principal, books).cards))
        if check:
            books.cohorts.end_checks(key, turn.desk.now())
        else:
            books.cohorts.end(key, turn.desk.now())
        turn.say(books, turn.memory, CheckSent(_head(books, cohort, told, check=check), told, key, turn.desk.today()))


def _head(books: Books, cohort: Cohort, told: tuple[Reminder, ...], *, check: bool) -> str:
    what = f"Cancelled: the check of {cohort.name}" if check else f"Ended: cohort {cohort.name}"
    names = listed([each.name for each in named(books, tuple(one.person for one in told))], _MOST_NAMES, ", ")
    open_too = f"{counted(len(told), 'person', 'people')} had questions open and got a word: {names}." if told else ""
    return "\n".join(filter(None, [what, open_too, "What was answered and signed stays."]))
