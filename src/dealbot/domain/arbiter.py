"""Who can settle a conflict: whoever both report to, else whoever stands above both by rank; never a guess."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dealbot.domain.conflict import Conflict, Party
from dealbot.domain.deal import Stakeholder
from dealbot.domain.names import fold
from dealbot.domain.rank import answers_for, stands_above
from dealbot.domain.stakeholder import Function, Side


class Ground(StrEnum):
    """Why somebody can settle it."""

    REPORTING = "reporting line"
    RANK = "rank"


@dataclass(frozen=True, slots=True)
class Arbiter:
    """Somebody who can settle a conflict, and why."""

    person: Stakeholder
    ground: Ground


def arbiters(conflict: Conflict, people: Sequence[Stakeholder]) -> tuple[Arbiter, ...]:
    """Tell who of the people there can settle a conflict; nobody where nobody named stands above both."""
    there = [person for person in people if person.gone is None and person.side is Side.BUYER]
    sides = [_superiors(party, there) for party in (conflict.one, conflict.other)]
    both = [key for key in sides[0] if key in sides[1] and key not in conflict.keys]
    if both:
        return (Arbiter(next(person for person in there if person.key == both[0]), Ground.REPORTING),)
    above = [person for person in there if person.key not in conflict.keys and _above(person, conflict, there)]
    nearest = [p for p in above if not any(answers_for(q.title) < answers_for(p.title) for q in above)]
    return tuple(Arbiter(person, Ground.RANK) for person in nearest)


def _superiors(party: Party, people: Sequence[Stakeholder]) -> tuple[str, ...]:
    """The keys of those above somebody, the nearest first, as far as reporting lines are known."""
    return tuple(_line(party.key, people)) if party.key is not None else ()


def _line(key: str, people: Sequence[Stakeholder]) -> Iterator[str]:
    seen = {key}
    person = next((each for each in people if each.key == key), None)
    while person is not None and person.reports_to is not None:
        superior = _called(person.reports_to, people)
        if superior is None or superior.key in seen:
            return
        seen.add(superior.key)
        yield superior.key
        person = superior


def _called(name: str, people: Sequence[Stakeholder]) -> Stakeholder | None:
    wanted = fold(name)
    forms = (
        (person, {fold(form) for form in (person.label, person.title, *person.written) if form}) for person in people
    )
    return next((person for person, known in forms if wanted in known), None)


def _above(person: Stakeholder, conflict: Conflict, people: Sequence[Stakeholder]) -> bool:
    sides = tuple(_of(party, people) for party in (conflict.one, conflict.other))
    return stands_above(person.title, sides)


def _of(party: Party, people: Sequence[Stakeholder]) -> tuple[str | None, Function | None]:
    person = next((each for each in people if each.key == party.key), None)
    return _held(person) if person is not None else (None, party.function)


def _held(person: Stakeholder) -> tuple[str | None, Function | None]:
    return person.title, person.function
