"""Sending a check to a cohort, and reminding those who have not started; each person is told once."""

from dataclasses import replace

from dealbot.app.chat.enabling.tools import cards_of, has_check, named, room_of, say, under_way
from dealbot.app.chat.of_enabling import CheckSent
from dealbot.app.chat.replies import Plain
from dealbot.app.chat.turn import Turn
from dealbot.app.practice.checks import Assigned, Assignment, assign
from dealbot.app.practice.reminding import Reminder, ReminderKind
from dealbot.app.practice.reports import PersonStanding, cohort_standing
from dealbot.app.wording import counted, listed
from dealbot.domain.practice.cohort import Check, Cohort
from dealbot.domain.practice.readiness import Stage
from dealbot.errors import BadInput
from dealbot.store.books import Books

_MOST_NAMES = 3
_OWING = (Stage.NOT_STARTED, Stage.UNDER_WAY, Stage.NOT_HANDED_IN)
_SENT = "{} has its check already: everybody was told. For another one say: send {} another check."


def send(turn: Turn, key: int, *, another: bool = False) -> bool:
    """Send a cohort's check to everybody in it who has none yet, or another one to all; a second tap does nothing."""
    room = room_of(turn)
    with turn.reading() as books:
        cohort = under_way(books, key)
        laid_out = room.laid_out(turn.principal, books)
        cards = tuple(card.id for card in cards_of(cohort, laid_out, turn))
        first = _first(books, key)
        people = cohort.members if another else _waiting(books, cohort)
    if not people:
        return say(turn, Plain(_SENT.format(cohort.name, cohort.name)))
    same = tuple(card for card in first.cards if card in laid_out.cards) if first is not None else ()
    cards = cards if another else same or cards
    given = Assignment(cohort.name, cohort.due_on, people=people, cards=cards)

    def told(books: Books, assigned: Assigned) -> None:
        _announce(turn, books, assigned, replace(cohort, members=people))

    try:
        assign(replace(room, desk=turn.then(told)), turn.principal, given)
    except BadInput as error:
        say(turn, Plain(str(error)))
    return True


def remind(turn: Turn, key: int, person: str = "") -> None:
    """Remind those of a cohort who have not started, or one person who has not handed in, each once a day."""
    room = room_of(turn)
    with turn.reading() as books:
        cohort = under_way(books, key)
    standing = cohort_standing(room, turn.principal, cohort.name)
    owing = [each for at in _OWING for each in standing.of(at)]
    idle = [each for each in owing if each.person == person] if person else standing.of(Stage.NOT_STARTED)
    with turn.writing() as books:
        checks = [(each, check) for each in idle if (check := _check_of(books, key, each.person)) is not None]
        told = tuple(filter(None, (_reminded(turn, books, cohort, check, each) for each, check in checks)))
        names = listed([each.name for each, _ in checks], _MOST_NAMES, ", ")
        if told:
            turn.say(books, turn.memory, CheckSent(f"Reminded: {names}.", told, key, turn.desk.today()))
        else:
            started = f"Everybody in {cohort.name} who has a check has started."
            started = f"Nothing is open of {cohort.name} for them." if person else started
            turn.say(books, turn.memory, Plain(f"Reminded already today: {names}." if names else started))


def _reminded(turn: Turn, books: Books, cohort: Cohort, check: Check, idle: PersonStanding) -> Reminder | None:
    """The reminder of a check for somebody; none where enablement reminded them today."""
    today = turn.desk.today()
    kind = ReminderKind.LATE if today > check.due_on else ReminderKind.SOON
    told = Reminder(idle.person, kind, check.id, cohort.name, check.due_on, idle.asked - idle.answered)
    return told if books.reminders.keep(idle.person, f"check {check.id} by hand", today, turn.desk.now()) else None


def _announce(turn: Turn, books: Books, assigned: Assigned, cohort: Cohort) -> None:
    """Tell everybody of a check, in the transaction that makes it, and keep that they were told."""
    check, today, count = assigned.check, turn.desk.today(), len(assigned.check.cards)
    told = tuple(
        Reminder(person, ReminderKind.ANNOUNCED, check.id, cohort.name, check.due_on, count) for person in check.people
    )
    for each in told:
        books.reminders.keep(each.person, each.about, today, turn.desk.now())
    names = listed([each.name for each in named(books, check.people)], _MOST_NAMES, ", ")
    head = f"Sent to {len(told)}: {names}\n{counted(count, 'question')} each. They are told that you read the answers."
    head = "\n".join(filter(None, [head, assigned.without]))
    turn.say(books, turn.memory, CheckSent(head, told, cohort.id, today))


def _first(books: Books, cohort: int) -> Check | None:
    """The check that is under way, so that who comes later is asked the same."""
    return next((check for check in books.cohorts.checks(cohort) if not check.ended), None)


def _waiting(books: Books, cohort: Cohort) -> tuple[str, ...]:
    asked = has_check(books, cohort.id)
    return tuple(person for person in cohort.members if person not in asked)


def _check_of(books: Books, cohort: int, person: str) -> Check | None:
    live = (check for check in books.cohorts.checks(cohort) if not check.ended)
    return next((check for check in live if person in check.people), None)
