"""What every act of enablement works with: the decks, who may, and which cohort is meant."""

from collections.abc import Callable, Sequence
from typing import Any

from dealbot.app.chat.laid_decks import decks_of
from dealbot.app.chat.of_enabling import Named
from dealbot.app.chat.replies import Plain, Reply
from dealbot.app.chat.turn import Turn
from dealbot.app.desk import nothing
from dealbot.app.practice.room import LaidOut, PracticeRoom
from dealbot.app.wording import listed
from dealbot.domain.practice.card import Card
from dealbot.domain.practice.choosing import Known, for_interview
from dealbot.domain.practice.cohort import Cohort
from dealbot.domain.principal import Role
from dealbot.errors import BadInput
from dealbot.store.books import Books
from dealbot.store.cohorts import TRAINERS

_MOST_NAMES = 3
_FEWEST_LETTERS = 3


class SeveralCohorts(BadInput):
    """A name that may be several cohorts, which are offered."""

    def __init__(self, cohorts: Sequence[Cohort]) -> None:
        """Tell between which to choose."""
        super().__init__(f"Which cohort: {listed([each.name for each in cohorts], _MOST_NAMES, ' or ')}?")
        self.cohorts = tuple(cohorts)


def room_of(turn: Turn, act: Callable[[Books, Any], None] = nothing) -> PracticeRoom:
    """The tools of practice; what is done with them ends with an act in the same transaction."""
    decks = decks_of(turn)
    return PracticeRoom(turn.then(act), lambda _principal: decks, turn.practising.grader)


def say(turn: Turn, *replies: Reply) -> bool:
    """Reply where nothing else is done."""
    turn.only_say(turn.memory, *replies)
    return True


def trains(turn: Turn) -> bool:
    """Whether the person makes cohorts, reads answers of checks and signs."""
    return bool(TRAINERS & turn.principal.roles)


def who_may(books: Books) -> str:
    """Tell who makes cohorts and reads checks."""
    users = books.users.all()
    found = [user.name for user in users if Role.ENABLEMENT in user.roles]
    found = found or [user.name for user in users if Role.ADMIN in user.roles]
    return f"Cohorts, checks and cards are for enablement: ask {listed(found, _MOST_NAMES, ' or ') or 'an admin'}."


def refuse(turn: Turn) -> bool:
    """Tell somebody else who may."""
    with turn.reading() as books:
        told = who_may(books)
    return say(turn, Plain(told))


def cohort_named(books: Books, name: str) -> Cohort | None:
    """Find a cohort by any part of its name, or the latest where none is named; raises SeveralCohorts.

    Where one under way and one that was ended are called so, the one under way is meant.
    """
    every = books.cohorts.all()
    if not name:
        return every[0] if every else None
    wanted = _plain(name)
    same = [each for each in every if _plain(each.name) == wanted]
    found = same or [each for each in every if _plain(each.name).startswith(wanted) or _is_part(wanted, each.name)]
    found = [each for each in found if each.ended_on is None] or found
    if len(found) > 1:
        raise SeveralCohorts(found)
    return found[0] if found else None


def under_way(books: Books, key: int) -> Cohort:
    """Give a cohort in which something is to be done; raises BadInput for one that was ended."""
    cohort = books.cohorts.get(key)
    if cohort.ended_on is not None:
        raise BadInput(f"{cohort.name} was ended: nothing more is asked of it. What was answered and signed stays.")
    return cohort


def has_check(books: Books, cohort: int) -> frozenset[str]:
    """Who was sent a check of a cohort that is under way."""
    return frozenset(person for check in books.cohorts.checks(cohort) if not check.ended for person in check.people)


def no_cohort(books: Books, name: str) -> str:
    """Tell that there is no such cohort, and which there are."""
    every = [each.name for each in books.cohorts.all() if each.ended_on is None]
    if not every:
        return (
            "There is no cohort yet. Say: make a cohort November with @Tom and @Ana, due 4 Dec, decks meeting the CFO."
        )
    return f"There is no cohort {name}. There is {listed(every, _MOST_NAMES, ', ')}."


def named(books: Books, users: tuple[str, ...]) -> tuple[Named, ...]:
    """Users with their names, by name."""
    names = {user.id: user.name for user in books.users.all()}
    return tuple(sorted((Named(user, names.get(user, user)) for user in users), key=lambda each: each.name.casefold()))


def cards_of(cohort: Cohort, laid_out: LaidOut, turn: Turn) -> tuple[Card, ...]:
    """The cards that a check of a cohort asks of everybody: ten, balanced over its decks' categories."""
    decks = [deck for deck in laid_out.decks if deck.name in cohort.decks]
    return for_interview(decks, Known(turn.desk.now(), seed=cohort.name))


def _is_part(wanted: str, name: str) -> bool:
    """Whether words, each at least three letters of its beginning, are words of a name."""
    words = _plain(name).split()
    return all(
        any(each == word or (len(each) >= _FEWEST_LETTERS and word.startswith(each)) for word in words)
        for each in wanted.split()
    )


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
