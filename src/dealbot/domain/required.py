"""Whose yes a deal cannot do without: as somebody set it, else suggested from vetoes, money, champion and functions."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.deal import Concern, DealState, Requirement, Stakeholder
from dealbot.domain.evidence import Evidence
from dealbot.domain.identity import Identities
from dealbot.domain.names import fold
from dealbot.domain.observation import Correction, Observation
from dealbot.domain.stakeholder import BuyingRole, Function, Side, Stance, badness
from dealbot.domain.title import canonical_title, function_of, held_by_one, is_helper

# The seats whose silence stops such a deal late, and whose each is: medical, nursing and pharmacy officers weigh
# safety, workload and drug safety and send it through their committees; finance releases the money; IT builds the
# interfaces; security and legal each run a review that a contract waits for. Quality, operations, compliance,
# procurement, board and executives differ too much from house to house to call their absence a gap: they are asked
# about when somebody names them.
SEATS: Mapping[Function, str] = {
    Function.CLINICAL: "CMO",
    Function.NURSING: "CNO",
    Function.PHARMACY: "Chief Pharmacy Officer",
    Function.FINANCE: "CFO",
    Function.IT: "CIO",
    Function.SECURITY: "CISO",
    Function.LEGAL: "General Counsel",
}
GATING = tuple(SEATS)
_OFFICERS = frozenset(map(canonical_title, SEATS.values()))
POWERS = frozenset({BuyingRole.CHAMPION, BuyingRole.ECONOMIC_BUYER, BuyingRole.VETO})
NOT_NAMED = "seat:"


class Position(StrEnum):
    """What a person or seat says to going ahead; a yes with an open worry is not yet a yes."""

    YES = "yes"
    YES_BUT = "yes_but"
    UNHEARD = "unheard"
    NOT_YET = "not_yet"
    NOT_NAMED = "not_named"


_NEAREST_YES = (Position.YES, Position.YES_BUT, Position.UNHEARD, Position.NOT_YET)


@dataclass(frozen=True, slots=True)
class RequiredSeat:
    """A yes that the deal needs; `holders` are those who may give it, whoever is furthest from it first.

    A seat without holders is one of which nobody is known. `set_by` are the words that put it on the list by hand.
    """

    key: str
    label: str
    function: Function | None
    position: Position
    holders: tuple[Stakeholder, ...] = ()
    set_by: Evidence | None = None

    @property
    def speaker(self) -> Stakeholder | None:
        """Whoever of those who may give the yes is furthest from it."""
        return self.holders[0] if self.holders else None


def requirements(
    observations: Iterable[Observation], identities: Identities, people: Iterable[Stakeholder], as_of: date
) -> tuple[Requirement, ...]:
    """What was set by hand of who must say yes, the last word on each seat or person."""
    known = {person.key: person for person in people}
    found: dict[str, Requirement] = {}
    for observation in observations:
        item = observation.item
        if isinstance(item, Correction) and item.field is CorrectedField.REQUIRED and item.subject:
            keys = (identities.key(item.subject, day) for day in (observation.origin.said_on, as_of))
            meant = _still_there(item.subject, [known[key] for key in keys if key in known])
            key = meant.key if meant is not None else None
            told = Requirement(item.subject, key, item.value == "yes", observation.evidence)
            found[key or _seat_of(item.subject)] = told
    return tuple(found.values())


def _still_there(subject: str, meant: Sequence[Stakeholder]) -> Stakeholder | None:
    """Whoever is there now; somebody who left leaves the seat to whom comes next where the seat was named, not they."""
    there = next((person for person in meant if person.gone is None), None)
    named = (person for person in meant if canonical_title(person.title or "") != canonical_title(subject))
    return there or next(named, None)


def _seat_of(label: str) -> str:
    function = function_of(label)
    return f"{NOT_NAMED}{function.value if function else fold(label)}"


def required_seats(state: DealState) -> tuple[RequiredSeat, ...]:
    """Tell whose yes the deal needs, those known first.

    A function's seat is its officer's; without one, anybody of it may hold it; one that nobody is known of is empty.
    """
    return _Table(state).seats()


class _Table:
    """The seats of one deal while they are told."""

    def __init__(self, state: DealState) -> None:
        self._held: dict[str | None, list[Concern]] = defaultdict(list)
        for concern in state.open_concerns:
            self._held[concern.holder_key].append(concern)
        needed = [each for each in state.requirements if each.needed]
        refused = [each for each in state.requirements if not each.needed]
        self._people = state.people
        self._needed = {each.key: each for each in needed if each.key is not None}
        self._unnamed = [each for each in needed if each.key is None]
        self._refused = {each.key for each in refused if each.key is not None}
        self._without = {function_of(each.label) for each in refused if each.key is None}
        self._without |= {person.function for person in state.people if person.key in self._refused and _heads(person)}

    def seats(self) -> tuple[RequiredSeat, ...]:
        may = [person for person in self._people if person.key not in self._refused and _may_hold(person)]
        named = [person for person in self._people if person.key in self._needed and person.gone is None]
        named += [person for person in may if person not in named and _decides(person)]
        seats = [self._of_person(person) for person in sorted(named, key=self._people.index)]
        seats += [self._seat(_seat_of(each.label), each.label, (), each.evidence) for each in self._unnamed]
        taken = {seat.function for seat in seats} | self._without
        for function, label in SEATS.items():
            if function not in taken:
                of_it = [person for person in may if person.function is function]
                seats.append(self._seat(f"{NOT_NAMED}{function.value}", label, _weightiest(of_it)))
        return tuple(seats)

    def _of_person(self, person: Stakeholder) -> RequiredSeat:
        by_hand = self._needed.get(person.key)
        return self._seat(person.key, person.label, [person], by_hand.evidence if by_hand else None)

    def _seat(
        self, key: str, label: str, holders: Sequence[Stakeholder], set_by: Evidence | None = None
    ) -> RequiredSeat:
        placed = sorted(holders, key=self._furthest)
        if not placed:
            return RequiredSeat(key, label, function_of(label), Position.NOT_NAMED, (), set_by)
        first = placed[0]
        function = first.function or function_of(first.title or "")
        return RequiredSeat(key, first.label, function, self._position(first), tuple(placed), set_by)

    def _position(self, person: Stakeholder) -> Position:
        return position(person, self._held[person.key])

    def _furthest(self, person: Stakeholder) -> tuple[int, int, str]:
        return (-_NEAREST_YES.index(self._position(person)), -badness(person.stance), person.key)


def position(person: Stakeholder, worries: Iterable[Concern]) -> Position:
    """Tell what somebody who is there says, by their stance and their open worries."""
    held = tuple(worries)
    if any(worry.blocking for worry in held):
        return Position.NOT_YET
    if person.stance is Stance.UNKNOWN:
        return Position.UNHEARD
    if not person.stance.aligned:
        return Position.NOT_YET
    return Position.YES_BUT if held else Position.YES


def _may_hold(person: Stakeholder) -> bool:
    """Whether somebody of the buyer's is there and on the committee, or named as somebody who belongs there."""
    there = person.gone is None and person.side is Side.BUYER and not is_helper(person.title or "")
    return there and (person.on_committee or person.function in SEATS)


def _decides(person: Stakeholder) -> bool:
    return _officer(person) or (person.on_committee and not person.roles.isdisjoint(POWERS))


def _officer(person: Stakeholder) -> bool:
    return person.function in SEATS and canonical_title(person.title or "") in _OFFICERS


def _heads(person: Stakeholder) -> bool:
    """Whether somebody heads a part of the house, as its officer or a director."""
    return person.title is not None and held_by_one(canonical_title(person.title))


def _weightiest(people: Sequence[Stakeholder]) -> Sequence[Stakeholder]:
    """Who speaks for a function without an officer: its heads, else those who take part, else those merely named."""
    there = [person for person in people if person.on_committee]
    return [person for person in there if _heads(person)] or there or people
