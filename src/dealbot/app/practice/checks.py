"""Checks: assigned to a cohort and announced, read by enablement, whose word wins, and signed."""

from dataclasses import dataclass, replace
from datetime import date

from dealbot.app.practice.room import LaidOut, PracticeRoom
from dealbot.app.practice.signing import must_train
from dealbot.domain.practice.card import Card
from dealbot.domain.practice.choosing import Known, for_check
from dealbot.domain.practice.cohort import Check, Cohort
from dealbot.domain.principal import Principal
from dealbot.errors import BadInput
from dealbot.store.books import Books


@dataclass(frozen=True, slots=True)
class Assignment:
    """A check to be given: to a cohort (made where there is none of the name), people by id or name, guides, a day.

    Without people it goes to all of the cohort; without cards it asks ten, balanced over the guides' categories.
    """

    cohort: str
    due_on: date
    guides: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    cards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Assigned:
    """A check as it was given; `new` are those who are in the cohort since, `left_out` what could not be marked."""

    cohort: Cohort
    check: Check
    new: tuple[str, ...] = ()
    left_out: tuple[Card, ...] = ()

    @property
    def without(self) -> str:
        """A sentence on what was named and is not asked; nothing where all is."""
        named = " ".join(f"“{card.prompt}”" for card in self.left_out)
        return f"Not asked, since no guide has a model answer to mark it by: {named}" if named else ""


def assign(room: PracticeRoom, principal: Principal, given: Assignment) -> Assigned:
    """Give a check to people: they are to be told, from then on answers are read. Raises BadInput, NotAllowed."""
    must_train(principal, "assign a check")
    if given.due_on < room.desk.today():
        raise BadInput(f"{given.due_on.isoformat()} is over: name a day to come.")
    with room.desk.writing(principal) as books:
        laid_out = room.kept_up(principal, books)
        people = tuple(dict.fromkeys(books.users.find(name).id for name in given.people))
        cohort, new = _cohort(room, books, laid_out, given, people)
        check = Check(cohort.id, _cards(room, laid_out, given, cohort), people or cohort.members, given.due_on)
        if not check.people:
            raise BadInput("To whom? Name the people.")
        left_out = tuple(card for card in map(laid_out.card, given.cards) if not card.gradable)
        assigned = Assigned(cohort, books.cohorts.assign(check, room.desk.now()), new, left_out)
        room.desk.then(books, assigned)
    return assigned


def make_cohort(room: PracticeRoom, principal: Principal, given: Assignment) -> Cohort:
    """Make a cohort without giving it anything to answer yet; raises BadInput, NotAllowed."""
    must_train(principal, "make a cohort")
    with room.desk.writing(principal) as books:
        people = tuple(dict.fromkeys(books.users.find(name).id for name in given.people))
        cohort, _ = _cohort(room, books, room.kept_up(principal, books), given, people)
        room.desk.then(books, cohort)
    return cohort


def _cohort(
    room: PracticeRoom, books: Books, laid_out: LaidOut, given: Assignment, people: tuple[str, ...]
) -> tuple[Cohort, tuple[str, ...]]:
    """The cohort of the name with the people in it, made where there is none, and who is new in it."""
    name = " ".join(given.cohort.split())
    if not name:
        raise BadInput("A cohort needs a name: write it.")
    there = next((each for each in books.cohorts.all() if each.name.casefold() == name.casefold()), None)
    if there is None:
        decks = tuple(laid_out.named(guide).name for guide in given.guides)
        made = books.cohorts.make(Cohort(name, people, decks, given.due_on), room.desk.now())
        return made, people
    if there.ended_on is not None:
        raise BadInput(f"{there.name} was ended: make another cohort.")
    new = tuple(each for each in people if each not in there.members)
    books.cohorts.join(there.id, new)
    return replace(there, members=(*there.members, *new)), new


def _cards(room: PracticeRoom, laid_out: LaidOut, given: Assignment, cohort: Cohort) -> tuple[str, ...]:
    """The cards that are named; else ten of the guides named or of the cohort, the same for everybody."""
    if given.cards:
        return _named(laid_out, given.cards)
    decks = [laid_out.named(guide) for guide in given.guides or cohort.decks]
    # A seed of the cohort, and nothing known of anybody: all get the same.
    cards = tuple(card.id for card in for_check(decks, Known(room.desk.now(), seed=cohort.name)))
    if not cards:
        raise BadInput("There is nothing to ask: name a guide.")
    return cards


def _named(laid_out: LaidOut, keys: tuple[str, ...]) -> tuple[str, ...]:
    """Cards by their ids, without those that nobody could pass."""
    cards = [laid_out.card(key) for key in keys]
    found = tuple(dict.fromkeys(card.id for card in cards if card.gradable))
    if not found:
        raise BadInput("The guides have no model answer to that: name another question.")
    return found
