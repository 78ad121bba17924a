"""Who is who across the notes of one deal: names, half names and titles resolved to one person, never by guess."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from dealbot.domain.names import fold, may_mean
from dealbot.domain.observation import CorrectedField, Correction, Observation, PersonStatement
from dealbot.domain.seats import Seats
from dealbot.domain.stakeholder import Function, Movement
from dealbot.domain.title import canonical_title, function_of


@dataclass(slots=True)
class _Person:
    """What is known of one folded name while identities are worked out."""

    functions: set[Function] = field(default_factory=set)
    aliases: set[str] = field(default_factory=set)


class Identities:
    """Maps every written name or title of a deal to a key, the same whatever the order of arrival."""

    def __init__(self, observations: Iterable[Observation]) -> None:
        """Work out who is who from all observations counted, given in replay order."""
        counted = tuple(observations)
        self._people: dict[str, _Person] = defaultdict(_Person)
        self._same: dict[tuple[str, str], str] = {}
        self._renamed: dict[str, str] = {}
        self._seats = Seats()
        self._learn_names(counted)
        self._learn_corrections(counted)
        self._learn_seats(counted)

    def key(self, label: str, said_on: date, note: str = "", function: Function | None = None) -> str:
        """Tell the key of the person meant by a name or title written in a note of that day."""
        folded = fold(label)
        same = self._same.get((note, folded)) or self._same.get((note, canonical_title(label)))
        if same is not None:
            return self._named(same, None)
        if self._is_title(label):
            return self._seats.holder(canonical_title(label), said_on)
        return self._named(folded, function)

    def key_of(self, observation: Observation, statement: PersonStatement) -> str:
        """Tell the key of the person a statement is about."""
        origin = observation.origin
        if statement.name is None and statement.title is not None:
            same = self._same.get((origin.note, canonical_title(statement.title)))
            if same is not None:
                return self._named(same, None)
            return self._seats.holder(canonical_title(statement.title), origin.said_on, statement.movement)
        return self.key(statement.label, origin.said_on, origin.note, statement.function)

    def departed_on(self, key: str) -> date | None:
        """Tell the day a person was said to leave or be replaced, or None."""
        return self._seats.departed_on(key)

    def _is_title(self, label: str) -> bool:
        folded = fold(label)
        return folded not in self._people and self._seats.knows(canonical_title(label))

    def _learn_names(self, counted: tuple[Observation, ...]) -> None:
        for observation in counted:
            item = observation.item
            if isinstance(item, PersonStatement) and item.name is not None:
                person = self._people[fold(item.name)]
                function = item.function or (function_of(item.title) if item.title else None)
                if function is not None:
                    person.functions.add(function)

    def _learn_corrections(self, counted: tuple[Observation, ...]) -> None:
        for observation in counted:
            item = observation.item
            if not isinstance(item, Correction) or item.subject is None:
                continue
            subject = fold(item.subject)
            if item.field is CorrectedField.SAME_AS:
                self._same[(observation.origin.note, subject)] = fold(item.value)
                self._same[(observation.origin.note, canonical_title(item.subject))] = fold(item.value)
            elif item.field is CorrectedField.ALIAS:
                self._people[self._named(subject, None)].aliases.add(fold(item.value))
            elif item.field is CorrectedField.NAME:
                self._rename(self._named(subject, None), fold(item.value))

    def _rename(self, old: str, new: str) -> None:
        if old != new:
            self._renamed.pop(new, None)
            self._renamed[old] = new
            self._people[new].aliases |= self._people[old].aliases
            self._people[new].functions |= self._people[old].functions

    def _learn_seats(self, counted: tuple[Observation, ...]) -> None:
        for observation in counted:
            item = observation.item
            if not isinstance(item, PersonStatement):
                continue
            day = observation.origin.said_on
            if item.name is not None and item.title is not None:
                seat = canonical_title(item.title)
                self._seats.take(seat, self._named(fold(item.name), item.function), day, item.movement)
            elif item.title is not None:
                self._seats.mention(canonical_title(item.title), day, item.movement)
            if item.name is not None and item.movement is Movement.LEAVING:
                self._seats.leave(self._named(fold(item.name), item.function), day)

    def _named(self, folded: str, function: Function | None) -> str:
        key = self._only(folded, function)
        seen = {key}
        while key in self._renamed and self._renamed[key] not in seen:
            key = self._renamed[key]
            seen.add(key)
        return key

    def _only(self, folded: str, function: Function | None) -> str:
        aliased = sorted(name for name, person in self._people.items() if folded in person.aliases)
        if len(aliased) == 1:
            return aliased[0]
        meant = sorted(name for name in self._people if name != folded and may_mean(folded, name))
        meant = [name for name in meant if self._fits(name, function)]
        longest = [name for name in meant if not any(other != name and may_mean(name, other) for other in meant)]
        return longest[0] if len(longest) == 1 else folded

    def _fits(self, name: str, function: Function | None) -> bool:
        known = self._people[name].functions
        return function is None or not known or function in known
