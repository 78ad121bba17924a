"""Making a cohort and changing it: whole, or not at all and what is in the way is named."""

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dealbot.app.chat.enabling import drafts
from dealbot.app.chat.enabling.asked import Change, ChangeCohort, MakeCohort
from dealbot.app.chat.enabling.people import Meant, people_in
from dealbot.app.chat.enabling.tools import cards_of, cohort_named, has_check, named, no_cohort, room_of, say, under_way
from dealbot.app.chat.of_enabling import CohortSet
from dealbot.app.chat.replies import Plain
from dealbot.app.chat.turn import Turn
from dealbot.app.practice.reminding import Reminder, ReminderKind
from dealbot.app.practice.room import LaidOut
from dealbot.app.wording import listed
from dealbot.domain.practice.card import Deck
from dealbot.domain.practice.choosing import for_role
from dealbot.domain.practice.cohort import Cohort
from dealbot.domain.practice.finding import decks_named
from dealbot.domain.principal import Role, User
from dealbot.domain.when import due, find
from dealbot.errors import BadInput
from dealbot.store.books import Books

WHOLE = "Say it such as: make a cohort November with @Tom and @Ana, due 4 Dec, decks meeting the CFO and HIPAA"
_NOT_YET = "Nothing is made yet. Say just what is missing, such as “with @Ana”, “due 4 Dec” or “decks HIPAA”."
_ASKS = {"name": "a name", "people": "people", "due": "a due day", "decks": "decks"}
_COMMAS = re.compile(r"\s*[,;\n]\s*(?:and )?")
_AND = re.compile(r"\s+(?:and|plus|&|\+)\s+")
_MOST = 3


@dataclass(frozen=True, slots=True)
class _Reading:
    """What was understood of a cohort that is to be made, and what is in the way, a sentence each."""

    given: MakeCohort
    users: tuple[User, ...]
    decks: tuple[Deck, ...]
    on: date | None
    wrong: tuple[str, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """The parts that are still to be said."""
        parts = (("name", self.given.name), ("people", self.users), ("due", self.on), ("decks", self.decks))
        return tuple(name for name, value in parts if not value)

    @property
    def draft(self) -> MakeCohort:
        """The parts that were understood, in words that are understood again."""
        people, decks = (", ".join(parts) for parts in ([u.id for u in self.users], [d.name for d in self.decks]))
        return MakeCohort(self.given.name, people, self.on.isoformat() if self.on else "", decks)


def make(turn: Turn, given: MakeCohort) -> bool:
    """Make a cohort of what is said; where anything is missing or unknown, nothing is made and that alone is asked."""
    room = room_of(turn)
    with turn.writing() as books:
        laid_out, now = room.laid_out(turn.principal, books), turn.desk.now()
        read = _read(turn, books, laid_out, given)
        if read.wrong or read.missing or read.on is None:
            drafts.keep(books, read.draft, now)
            turn.say(books, turn.memory, Plain(_still(read)))
            return True
        _register(books, read.users)
        names, users = tuple(deck.name for deck in read.decks), tuple(user.id for user in read.users)
        try:
            cohort = books.cohorts.make(Cohort(given.name, users, names, read.on), now)
        except BadInput as error:
            turn.say(books, turn.memory, Plain(str(error)))
        else:
            drafts.keep(books, None, now)
            turn.say(books, turn.memory, set_now(turn, books, laid_out, cohort, "Made"))
    return True


def complete(turn: Turn) -> bool:
    """Make the cohort that was begun, if a message says what was missing of it; false for any other message."""
    with turn.reading() as books:
        draft = drafts.kept(books, turn.desk.now())
    if draft is None:
        return False
    room = room_of(turn)
    with turn.reading() as books:
        laid_out = room.laid_out(turn.principal, books)
        missing = _read(turn, books, laid_out, draft).missing
        said = drafts.completed(draft, turn.said.text, missing or ("people", "decks"))
        adds = said is not None and not _read(turn, books, laid_out, said).wrong
    return said is not None and adds and make(turn, said)


def _read(turn: Turn, books: Books, laid_out: LaidOut, given: MakeCohort) -> _Reading:
    meant, on = _people(turn, books, given.people), day_in(given.due, turn.said.on)
    decks, unknown = decks_in(given.decks, laid_out.decks)
    over = on is not None and on < turn.desk.today()
    wrong = (*meant.wrong, *unknown, *([f"{_day(on)} is over."] if on is not None and over else []))
    return _Reading(given, meant.users, decks, None if over else on, wrong)


def _still(read: _Reading) -> str:
    asked = [_ASKS[name] for name in read.missing]
    still = [f"It still needs {listed(asked, 4, ', ')}."] if asked else []
    return "\n".join([*read.wrong, *still, _NOT_YET if read.given.name else WHOLE])


def change(turn: Turn, given: ChangeCohort, *, sure: bool) -> bool:
    """Change a cohort; false for a message that may be about something else."""
    with turn.reading() as books:
        cohort = cohort_named(books, given.cohort)
        told = no_cohort(books, given.cohort)
    if cohort is None:
        return say(turn, Plain(told)) if sure else False
    if not sure and given.change is Change.DUE and day_in(given.what, turn.said.on) is None:
        return False
    room = room_of(turn)
    with turn.writing() as books:
        laid_out = room.laid_out(turn.principal, books)
        before = unfinished(books, cohort, laid_out.cards)
        try:
            after, head = _changed(turn, books, laid_out, cohort, given)
        except BadInput as error:
            turn.say(books, turn.memory, Plain(str(error)))
        else:
            owing = unfinished(books, after, laid_out.cards) if after.due_on != cohort.due_on else ()
            out = closed(each for each in before if each.person not in after.members)
            turn.say(books, turn.memory, replace(set_now(turn, books, laid_out, after, head), told=(*owing, *out)))
    return True


def _changed(turn: Turn, books: Books, laid_out: LaidOut, cohort: Cohort, given: ChangeCohort) -> tuple[Cohort, str]:
    under_way(books, cohort.id)
    match given.change:
        case Change.DUE:
            return _moved(turn, books, cohort, given.what)
        case Change.DECKS:
            decks, unknown = decks_in(given.what, laid_out.decks)
            if unknown or not decks:
                raise BadInput("\n".join([*unknown, "Nothing was changed."]))
            names = tuple(dict.fromkeys((*cohort.decks, *(deck.name for deck in decks))))
            return books.cohorts.change(replace(cohort, decks=names)), "Decks added"
        case Change.JOIN | Change.LEAVE:
            return _joined(turn, books, cohort, given)


def _joined(turn: Turn, books: Books, cohort: Cohort, given: ChangeCohort) -> tuple[Cohort, str]:
    meant = _people(turn, books, given.what)
    if meant.wrong or not meant.users:
        raise BadInput("\n".join([*(meant.wrong or ("Name the people.",)), "Nothing was changed."]))
    users = tuple(user.id for user in meant.users)
    names = listed([user.name for user in meant.users], _MOST, ", ")
    if given.change is Change.JOIN:
        _register(books, meant.users)
        books.cohorts.join(cohort.id, users)
        return books.cohorts.get(cohort.id), f"Added {names}"
    if not set(users) <= set(cohort.members):
        out = [user.name for user in meant.users if user.id not in cohort.members]
        raise BadInput(f"{listed(out, _MOST, ', ')}: not in {cohort.name}. Nothing was changed.")
    if set(users) == set(cohort.members):
        raise BadInput(f"Somebody has to stay in {cohort.name}. Nothing was changed.")
    books.cohorts.leave(cohort.id, users)
    return books.cohorts.get(cohort.id), f"Removed {names}"


def _moved(turn: Turn, books: Books, cohort: Cohort, what: str) -> tuple[Cohort, str]:
    on = day_in(what, turn.said.on)
    if on is None or on < turn.desk.today():
        raise BadInput(f"{what}: that is no day to come. Nothing was changed.")
    books.cohorts.move(cohort.id, on, turn.desk.now())
    return books.cohorts.change(replace(cohort, due_on=on)), "Moved"


def set_now(turn: Turn, books: Books, laid_out: LaidOut, cohort: Cohort, head: str) -> CohortSet:
    """A cohort as it is now, with who of it still waits for its check."""
    asked = has_check(books, cohort.id)
    titles = {deck.name: deck.title for deck in laid_out.decks}
    waiting = tuple(each for each in cohort.members if each not in asked)
    return CohortSet(
        head=head,
        cohort=cohort,
        people=named(books, cohort.members),
        decks=tuple(titles[name] for name in cohort.decks if name in titles),
        questions=len(cards_of(cohort, laid_out, turn)),
        waiting=named(books, waiting),
        on=turn.desk.today(),
    )


def unfinished(books: Books, cohort: Cohort, there: Container[str]) -> tuple[Reminder, ...]:
    """Those of a cohort who still owe answers of its checks, each with how many of which."""
    found = []
    for check in books.cohorts.checks(cohort.id):
        answered = books.cohorts.answered(check.id)
        for person in set(check.people) & set(cohort.members):
            given = answered.get(person, frozenset())
            left = check.asked(there, given) - len(given)
            if left > 0:
                found.append(Reminder(person, ReminderKind.SOON, check.id, cohort.name, check.due_on, left))
    return tuple(sorted(found, key=lambda each: each.person))


def closed(owing: Iterable[Reminder]) -> tuple[Reminder, ...]:
    """A word to each who had questions open that nothing more is asked, one for all of their checks."""
    first = {each.person: each for each in owing}
    return tuple(replace(each, kind=ReminderKind.ENDED) for each in first.values())


def decks_in(text: str, decks: Sequence[Deck]) -> tuple[tuple[Deck, ...], tuple[str, ...]]:
    """The decks that a text lists, and what is wrong with the rest, a sentence each."""
    found: list[Deck] = []
    wrong: list[str] = []
    for part in filter(None, (each.strip(" .'\"“”") for each in _COMMAS.split(text))):
        parts = [part] if len(decks_named(part, decks)) == 1 else _AND.split(part)
        for each in parts:
            meant = _deck(each, decks)
            found += meant if len(meant) == 1 else []
            wrong += [] if len(meant) == 1 else [_not_one(each, meant)]
    return tuple({deck.name: deck for deck in found}.values()), tuple(wrong)


def _deck(name: str, decks: Sequence[Deck]) -> list[Deck]:
    """The decks of a name or of a role; of several the one guide, since rules are many."""
    bare = re.sub(r"^(?:the|meeting the|meeting) ", "", name, flags=re.IGNORECASE)
    found = list(decks_named(name, decks) or decks_named(bare, decks) or for_role(decks, bare))
    guides = [deck for deck in found if deck.tags]
    return guides if len(guides) == 1 else found


def _not_one(name: str, meant: Sequence[Deck]) -> str:
    if not meant:
        return f"There is no guide {name}."
    return f"{name} may be {listed([deck.title for deck in meant], _MOST, ' or ')}."


def day_in(text: str, on: date) -> date | None:
    """The day that a text names, such as "4 Dec" or "in two weeks"."""
    told = due(f"by {text}", on) or next(iter(find(text, on)), None) if text else None
    return told.end if told is not None else None


def _people(turn: Turn, books: Books, text: str) -> Meant:
    return people_in(text, turn.said.mentioned, books.users.all(), turn.principal.user)


def _register(books: Books, users: Sequence[User]) -> None:
    """Make users of those whom nobody has registered yet."""
    known = {user.id for user in books.users.all()}
    for user in users:
        if user.id not in known:
            books.users.add(replace(user, roles=frozenset({Role.AE})))


def _day(on: date) -> str:
    return f"{on:%a} {on.day} {on:%b}"
