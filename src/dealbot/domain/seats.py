"""Who holds a titled seat on a given day: "the CFO" before and after a change of person."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dealbot.domain.evidence import Evidence
from dealbot.domain.stakeholder import Movement
from dealbot.domain.title import function_of, held_by_one

# For half a year "the new CFO" is the one who came, not yet another.
_NEW_FOR = timedelta(days=183)


@dataclass(slots=True, eq=False)
class Tenure:
    """One person's time in a seat; `until` is the day they were said to go, `arrived` that they were said to come."""

    key: str
    named: bool
    since: date
    until: date | None = None
    arrived: date | None = None

    def new_on(self, day: date) -> bool:
        """Whether "the new one" may still mean this person."""
        return self.arrived is not None and day - self.arrived <= _NEW_FOR


class Seats:
    """The tenures of each seat, told in replay order; `left` says of everybody gone which words told so."""

    def __init__(self) -> None:
        """Start with no seat known."""
        self.left: dict[str, Evidence] = {}
        self._held: dict[str, list[Tenure]] = defaultdict(list)
        self._last: dict[str, str] = {}

    def knows(self, seat: str) -> bool:
        """Whether somebody was ever told to sit there."""
        return seat in self._held

    def tell(self, seat: str, who: str | None, movement: Movement | None, said: Evidence) -> Tenure:
        """Somebody, named or not, is told to hold the seat, to come or to go; says whose time in it is meant."""
        meant = self._meant(seat, movement, said.on) if who is None else self._own(seat, who, movement)
        tenure = meant or self._open(seat, who, movement, said.on)
        self._last[tenure.key] = seat
        if movement is Movement.LEAVING:
            self.leave(tenure.key, said)
        elif movement is Movement.ARRIVING:
            self._arrive(seat, tenure, said)
        return tenure

    def leave(self, who: str, said: Evidence) -> None:
        """A person goes, whatever seats they held."""
        for tenure in self._of(who):
            tenure.until = tenure.until or said.on
        self.left.setdefault(who, said)

    def stay(self, who: str) -> None:
        """A person is there after all, in the seat they held last."""
        self.left.pop(who, None)
        for tenure in self._of(who)[-1:]:
            tenure.until = None

    def holders(self, seat: str, day: date) -> frozenset[str]:
        """Tell who is there on that day, else who was first told of after it without having come after it."""
        held = self._held.get(seat, ())
        there = [t for t in held if t.since <= day and (t.until is None or day < t.until)]
        there = there or [t for t in held if t.since <= day == t.until]
        later = [t for t in held if t.since > day and t.arrived is None]
        return frozenset(t.key for t in there or _first(later))

    def successions(self) -> Iterable[tuple[str, frozenset[str]]]:
        """Give each person who came to a seat, in order, with those who held it before."""
        for held in self._held.values():
            for at, tenure in enumerate(held):
                if tenure.arrived is not None:
                    yield tenure.key, frozenset(before.key for before in held[:at])

    def _of(self, who: str) -> list[Tenure]:
        return [tenure for held in self._held.values() for tenure in held if tenure.key == who]

    def _own(self, seat: str, who: str, movement: Movement | None) -> Tenure | None:
        """A named person's time in the seat; whoever was told of by title only may be that person."""
        own = [tenure for tenure in self._held[seat] if tenure.key == who]
        if own:
            return own[-1]
        nameless = [tenure for tenure in self._held[seat] if not tenure.named]
        there = [tenure for tenure in nameless if tenure.until is None]
        came = [tenure for tenure in there if tenure.arrived is not None]
        was_there = [tenure for tenure in (*there, *reversed(nameless)) if tenure.arrived is None]
        fitting = {Movement.ARRIVING: came, Movement.LEAVING: was_there, None: there}[movement]
        for tenure in fitting[:1]:
            self._rename(tenure, who)
            return tenure
        return None

    def _rename(self, tenure: Tenure, who: str) -> None:
        said = self.left.pop(tenure.key, None)
        if said is not None:
            self.left.setdefault(who, said)
        tenure.key, tenure.named = who, True

    def _meant(self, seat: str, movement: Movement | None, day: date) -> Tenure | None:
        """Whoever a bare title means; of two at once it is not clear who."""
        there = [tenure for tenure in self._held[seat] if tenure.until is None]
        if movement is Movement.ARRIVING:
            there = [tenure for tenure in there if tenure.since == day or tenure.new_on(day)]
        elif movement is Movement.LEAVING:
            gone = [tenure for tenure in self._held[seat] if tenure.until is not None]
            there = [tenure for tenure in there if not tenure.new_on(day)] or gone[-1:]
        if len(there) > 1:
            return Tenure(unclear(seat), named=False, since=day)
        return there[0] if there else None

    def _open(self, seat: str, who: str | None, movement: Movement | None, day: date) -> Tenure:
        held = self._held[seat]
        first = not held and movement is not Movement.ARRIVING
        nameless = f"title:{seat}" if first else f"title:{seat}@{day.isoformat()}"
        held.append(Tenure(who or nameless, who is not None, day))
        return held[-1]

    def _arrive(self, seat: str, tenure: Tenure, said: Evidence) -> None:
        others = [other for other in self._held[seat] if other is not tenure and other.until is None]
        for other in others if held_by_one(seat) else ():
            other.until = said.on
            if function_of(self._last[other.key]) is function_of(seat):  # told of in another function, they moved
                self.left.setdefault(other.key, said)
        if tenure.arrived is None or tenure.until is not None:
            tenure.arrived = said.on
        tenure.until = None
        self.left.pop(tenure.key, None)


def _first(tenures: Sequence[Tenure]) -> list[Tenure]:
    return [tenure for tenure in tenures if tenure.since == min(other.since for other in tenures)]


def unclear(seat: str) -> str:
    """The key of somebody whom a bare title does not single out."""
    return f"title:{seat} ?"
