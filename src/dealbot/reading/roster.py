"""The people a deal already knows, as a reader needs them."""

import re
from collections.abc import Iterable

from dealbot.domain.deal import DealState
from dealbot.domain.names import fold
from dealbot.domain.principal import User
from dealbot.domain.stakeholder import Side
from dealbot.reading.ports import KnownPerson

_TOO_SHORT = 3


def roster_of(state: DealState) -> tuple[KnownPerson, ...]:
    """List the named people of a deal with the names that a person gave them.

    Names only, and none that only other notes write: what a note says of somebody must not hang on these.
    """
    return tuple(KnownPerson((person.name, *person.aliases)) for person in state.people if person.name)


def our_people(users: Iterable[User]) -> tuple[KnownPerson, ...]:
    """List the registered users, who are on our side in every note."""
    return tuple(KnownPerson((user.name,), side=Side.US) for user in users)


def mentioned_in(text: str, people: tuple[KnownPerson, ...]) -> bool:
    """Whether the text has a word of any of these people's names."""
    words = {
        word for person in people for name in person.names for word in fold(name).split() if len(word) >= _TOO_SHORT
    }
    return bool(words & set(re.findall(r"[^\W_]+(?:[-'’][^\W_]+)*", fold(text))))
