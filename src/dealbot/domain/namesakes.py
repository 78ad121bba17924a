"""People of a deal who may be one and the same: proposed for somebody to say, never put together."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from dealbot.domain.deal import Stakeholder
from dealbot.domain.names import all_initials, fold, may_mean
from dealbot.domain.nicknames import is_nickname, may_be_called
from dealbot.domain.spelling import is_slip
from dealbot.domain.stakeholder import Function
from dealbot.domain.title import canonical_title, held_by_one

_SHORTEST_SLIP = 4


def namesakes(people: Iterable[Stakeholder]) -> Iterator[tuple[Stakeholder, Stakeholder]]:
    """Give each two named people who may be one: the lesser form first, then the name they would go by."""
    named = [person for person in people if person.name and fold(person.name) == person.key]
    for pair in combinations(sorted(named, key=lambda person: person.key), 2):
        if may_be_one(*pair):
            less, more = sorted(pair, key=_fullness)
            yield less, more


def may_be_one(one: Stakeholder, other: Stakeholder) -> bool:
    """Whether two named people may be one by how they are written, whom they work for and as what."""
    if one.side is not other.side or _work_apart(one, other):
        return False
    a, b = one.key.split(), other.key.split()
    return _initials_of(a, b) or _initials_of(b, a) or _written_alike(a, b) or _renamed(one, other)


def _work_apart(one: Stakeholder, other: Stakeholder) -> bool:
    functions = {one.function, other.function} - {None, Function.OTHER}
    return len(functions) > 1


def _initials_of(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether one is "l o" for Lena Ortiz, or "o", as in "Dr O"."""
    if not all_initials(" ".join(short)) or len(full) == 1 or all_initials(" ".join(full)):
        return False
    return may_mean(" ".join(short), " ".join(full)) if len(short) > 1 else full[-1].startswith(short[0])


def _written_alike(one: Sequence[str], other: Sequence[str]) -> bool:
    """A nickname or a slip in one of the names, the rest the same; a name by itself may be either's."""
    (first, *rest), (other_first, *other_rest) = one, other
    if rest and other_rest:
        alike = may_be_called(first, other_first) or _slip(first, other_first, _SHORTEST_SLIP)
        slipped = first == other_first and rest[:-1] == other_rest[:-1]
        return (rest == other_rest and alike) or (slipped and _slip(rest[-1], other_rest[-1], _SHORTEST_SLIP))
    lone, whole = (other, one) if rest else (one, other)
    return may_be_called(lone[0], whole[0]) or any(_slip(lone[0], word) for word in (whole[0], whole[-1]))


def _slip(one: str, other: str, shortest: int = 5) -> bool:
    return one != other and is_slip(one, other, shortest)


def _renamed(one: Stakeholder, other: Stakeholder) -> bool:
    """One first name in one seat that only one can hold, and nobody left it."""
    a, b = one.key.split(), other.key.split()
    if len(a) == 1 or len(b) == 1 or one.gone or other.gone or not (one.title and other.title):
        return False
    seat = canonical_title(one.title)
    same_seat = seat == canonical_title(other.title) and held_by_one(seat)
    return same_seat and len(a[0]) > 1 and (a[0] == b[0] or may_be_called(a[0], b[0]))


def _fullness(person: Stakeholder) -> tuple[bool, int, bool, int, str]:
    """How good a form is to go by: no initials, more words, no nickname, heard more often."""
    words = person.key.split()
    return not all_initials(person.key), len(words), not is_nickname(words[0]), len(person.heard_on), person.key
