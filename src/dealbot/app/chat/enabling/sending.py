"""Sending a check to a cohort, and reminding those who have not started; each person is told once."""

from dataclasses import replace

from dealbot.app.chat.enabling.replies import CheckAnnounced, CheckSent, Named
from dealbot.app.chat.enabling.tools import cards_of, named, room_of, say
from dealbot.app.chat.replies import Plain
from dealbot.app.chat.turn import Turn
from dealbot.app.practice.checks import Assigned, Assignment, assign
from dealbot.app.practice.reminding import Reminder, ReminderKind
from dealbot.app.practice.reports import cohort_standing
from dealbot.app.wording import counted, listed
from dealbot.domain.practice.cohort import Check, Cohort
from dealbot.domain.practice.readiness import Stage
from dealbot.errors import BadInput
from dealbot.store.books import Books

_MOST_NAMES = 3
_SENT = "{} has its check already: everybody was told. For another one say: send {} another check."


def send(turn: Turn, key: int, *, another: bool = False) -> bool:
    """Send a cohort's check to everybody in it who has none yet, or another one to all; a second tap does nothing."""
    room = room_of(turn)
    with turn.reading() as books:
        cohort = books.cohorts.get(key)
        cards = tuple(card.id for card in cards_of(cohort, room.laid_out(turn.principal, books), turn))
        first = _first(books, key)
        people = cohort.members if another else _waiting(books, cohort)
    if not people:
        return say(turn, Plain(_SENT.format(cohort.name, cohort.name)))
    cards = first.cards if first is not None and not another else cards
    given = Assignment(cohort.name, cohort.due_on, people=people, cards=cards)

    def told(books: Books, assigned: Assigned) -> None:
        _announce(turn, books, assigned, replace(cohort, members=people))

    try:
        assign(replace(room, desk=turn.then(told)), turn.principal, given)
    except BadInput as error:
        say(turn, Plain(str(error)))
    return True


def remind(turn: Turn, key: int) -> None:
    """Remind those of a cohort who have not started, each once a day."""
    room = room_of(turn)
    with turn.reading() as books:
        cohort = books.cohorts.get(key)
    idle = cohort_standing(room, turn.principal, cohort.name).of(Stage.NOT_STARTED)
    with turn.writing() as books:
        today = turn.desk.today()
        checks = [(each, _check_of(books, key, each.person)) for each in idle]
        told = tuple(
            CheckAnnounced(
                each.person, check.id, cohort.name, check.due_on, len(check.cards), today, "", True, len(check.cards)
            )
            for each, check in checks
            if check is not None
            and books.reminders.keep(each.person, f"check {check.id} asked", today, turn.desk.now())
        )
        names = [each.name for each, check in checks if check is not None]
        turn.say(books, turn.memory, _reminded(cohort, names, told))


def _reminded(cohort: Cohort, names: list[str], told: tuple[CheckAnnounced, ...]) -> CheckSent | Plain:
    if not names:
        return Plain(f"Everybody in {cohort.name} who has a check has started.")
    if not told:
        return Plain(f"Reminded already today: {listed(names, _MOST_NAMES, ', ')}.")
    return CheckSent(f"Reminded: {listed(names, _MOST_NAMES, ', ')}.", told, cohort.id)


def _announce(turn: Turn, books: Books, assigned: Assigned, cohort: Cohort) -> None:
    """Tell everybody of a check, in the transaction that makes it, and that they were told."""
    check, today = assigned.check, turn.desk.today()
    announced = tuple(
        CheckAnnounced(
            person,
            check.id,
            cohort.name,
            check.due_on,
            len(check.cards),
            today,
            turn.principal.name,
            False,
            len(check.cards),
        )
        for person in check.people
    )
    for each in announced:
        kept = Reminder(each.to, ReminderKind.ANNOUNCED, check.id, cohort.name, check.due_on, each.left)
        books.reminders.keep(each.to, kept.about, today, turn.desk.now())
    people: tuple[Named, ...] = named(books, check.people)
    names = listed([each.name for each in people], _MOST_NAMES, ", ")
    asked = counted(len(check.cards), "question")
    head = f"Sent to {len(people)}: {names}. {asked}, announced; you read the answers."
    turn.say(books, turn.memory, CheckSent(head, announced, cohort.id))


def _first(books: Books, cohort: int) -> Check | None:
    """The check that is under way, so that who comes later is asked the same."""
    return next(iter(books.cohorts.checks(cohort)), None)


def _waiting(books: Books, cohort: Cohort) -> tuple[str, ...]:
    asked = {person for check in books.cohorts.checks(cohort.id) for person in check.people}
    return tuple(person for person in cohort.members if person not in asked)


def _check_of(books: Books, cohort: int, person: str) -> Check | None:
    return next((check for check in books.cohorts.checks(cohort) if person in check.people), None)
