"""Who is who across the notes of one deal: names, half names and titles resolved to one person, never by guess."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache

from dealbot.domain.bodies import canonical_body
from dealbot.domain.corrected_field import SAME_PERSON, CorrectedField
from dealbot.domain.evidence import Evidence
from dealbot.domain.names import fold, may_mean
from dealbot.domain.observation import Correction, Observation, PersonStatement
from dealbot.domain.roll import Roll
from dealbot.domain.seats import Seats, Tenure, unclear
from dealbot.domain.stakeholder import Function, Movement, Side
from dealbot.domain.title import canonical_title, function_of, movement_told

_NAMING = frozenset({CorrectedField.NAME, CorrectedField.ALIAS, *SAME_PERSON})
_PLACING = frozenset({CorrectedField.TITLE, CorrectedField.GONE})
_RANK = {Movement.LEAVING: 0, None: 1, Movement.ARRIVING: 2}

_Told = tuple[Observation, PersonStatement]
_Written = tuple[Observation, PersonStatement, str, str]  # with name and title folded
_SetRight = tuple[Observation, Correction]


class Identities:
    """Maps every written name or title of a deal to a key, the same whatever the order of arrival.

    A person says first who is who by name; then seats are taken and left day by day, of one day those who go first and
    those who come last; then a person says who sits there.
    """

    def __init__(self, observations: Iterable[Observation]) -> None:
        """Work out who is who from all observations counted, given in replay order."""
        counted = tuple(observations)
        people = [(o, o.item) for o in counted if isinstance(o.item, PersonStatement)]
        corrected = [(o, o.item) for o in counted if isinstance(o.item, Correction) and o.item.subject]
        self._fold = cache(fold)
        self._roll = Roll()
        self._seats = Seats()
        self._same: dict[tuple[str, str], str] = {}
        self._seated: dict[Observation, Tenure] = {}
        self._notes: dict[str, list[_Written]] = defaultdict(list)
        self._meet(people)
        titles = {canonical_title(item.title) for _, item in people if item.title}
        naming = [(o, item) for o, item in corrected if item.field in _NAMING]
        of_seats = [(o, item) for o, item in naming if not _in_one_note(o, item) and self._is_seat(item, titles)]
        self._name(each for each in naming if each not in of_seats)
        self._seat(people, [(o, item) for o, item in corrected if item.field in _PLACING])
        self._name(of_seats)
        self._left = {self._roll.root(key): said for key, said in self._seats.left.items()}

    def left(self, key: str) -> Evidence | None:
        """Tell the words that say that a person is gone, None of whoever is there."""
        return self._left.get(key)

    @property
    def words(self) -> frozenset[str]:
        """All words of people's names."""
        return self._roll.words()

    def successions(self) -> Iterator[tuple[str, frozenset[str]]]:
        """Give each person who came to a seat, in order, with those who held it before."""
        for key, before in self._seats.successions():
            yield self._roll.root(key), frozenset(map(self._roll.root, before))

    def key(self, label: str, day: date, note: str = "", side: Side | None = None) -> str:
        """Tell the key of whoever a name, title or body written in a note of that day means."""
        folded, title = self._fold(label), canonical_title(label)
        same = self._same.get((note, folded)) or self._same.get((note, title))
        if same is not None:
            return self.key(same, day)
        if self._roll.settled(folded):
            return self._roll.root(folded)
        here = {self.key_of(observation, item) for observation, item in self._written_in(note, label)}
        if len(here) == 1:
            return here.pop()
        if self._roll.knows(folded):
            return self._roll.who(folded, None, side, day)
        seat = _seat(title, side)
        return self._holder(seat, day) if self._seats.knows(seat) else self._roll.root(canonical_body(folded))

    def key_of(self, observation: Observation, statement: PersonStatement) -> str:
        """Tell the key of the person a statement is about."""
        named = self._named(observation, statement)
        if named is not None:
            return named
        seat = _seat(canonical_title(statement.label), statement.side)
        tenure = self._seated.get(observation)
        return self._roll.root(tenure.key) if tenure is not None else self._holder(seat, observation.origin.said_on)

    def _meet(self, people: Iterable[_Told]) -> None:
        for observation, item in people:
            name = self._fold(item.name or "")
            self._notes[observation.origin.note].append((observation, item, name, canonical_title(item.title or "")))
            if item.name is not None:
                self._roll.tell(name, _function(item), item.side, observation.origin.said_on)

    def _name(self, naming: Iterable[_SetRight]) -> None:
        for observation, item in naming:
            note, day, subject = observation.origin.note, observation.origin.said_on, item.subject or ""
            if _in_one_note(observation, item):
                forms = [told.label for _, told in self._written_in(note, subject)]
                for form in (subject, *forms):
                    self._same[note, self._fold(form)] = self._same[note, canonical_title(form)] = item.value
                continue
            key = self._meant(observation, item)
            if item.field in SAME_PERSON:
                self._roll.join(key, self.key(item.value, day))
            elif item.field is CorrectedField.ALIAS:
                self._roll.call(self._fold(item.value), key, day)
            else:
                self._roll.rename(key, self._fold(item.value), day)

    def _seat(self, people: Iterable[_Told], placing: Iterable[_SetRight]) -> None:
        titles = {self._meant(o, item): item.value for o, item in placing if item.field is CorrectedField.TITLE}
        told: list[tuple[Observation, PersonStatement | Correction]] = [*people, *placing]
        for observation, item in sorted(told, key=_turn):
            if isinstance(item, PersonStatement):
                self._sit(observation, item, titles)
            else:
                self._place(observation, item, titles)

    def _sit(self, observation: Observation, item: PersonStatement, titles: Mapping[str, str]) -> None:
        who = self._named(observation, item)
        title = titles.get(who, item.title) if who is not None else item.title
        movement = _movement(item)
        if title is None:
            self._move(self.key_of(observation, item), movement, observation.evidence)
        else:
            seat = _seat(canonical_title(title), item.side)
            self._seated[observation] = self._seats.tell(seat, who, movement, observation.evidence)

    def _place(self, observation: Observation, item: Correction, titles: Mapping[str, str]) -> None:
        key = self._meant(observation, item)
        if item.field is CorrectedField.GONE:
            movement = Movement.LEAVING if item.value == "yes" else Movement.ARRIVING
            self._move(key, movement, observation.evidence)
        elif titles.get(key) == item.value:
            self._seats.tell(_seat(canonical_title(item.value), None), key, None, observation.evidence)

    def _move(self, key: str, movement: Movement | None, said: Evidence) -> None:
        if movement is Movement.LEAVING:
            self._seats.leave(key, said)
        elif movement is Movement.ARRIVING:
            self._seats.stay(key)

    def _meant(self, observation: Observation, item: Correction) -> str:
        return self.key(item.subject or "", observation.origin.said_on, observation.origin.note)

    def _is_seat(self, item: Correction, titles: set[str]) -> bool:
        label = item.subject or ""
        return canonical_title(label) in titles and not self._roll.knows(self._fold(label))

    def _holder(self, seat: str, day: date) -> str:
        holders = {self._roll.root(key) for key in self._seats.holders(seat, day)}
        return holders.pop() if len(holders) == 1 else self._roll.root(unclear(seat))

    def _written_in(self, note: str, label: str) -> list[_Told]:
        """Whom the note writes so: by the whole name, else by title only, else by title, else by half a name."""
        people = self._notes.get(note, ())
        folded, title = self._fold(label), canonical_title(label)
        return (
            [(o, p) for o, p, name, _ in people if name == folded]
            or [(o, p) for o, p, name, held in people if not name and held == title]
            or [(o, p) for o, p, _, held in people if held == title]
            or [(o, p) for o, p, name, _ in people if may_mean(folded, name)]
        )

    def _named(self, observation: Observation, item: PersonStatement) -> str | None:
        """The key of somebody who is named, or of whom a person said who it is."""
        note, day = observation.origin.note, observation.origin.said_on
        if item.name is None:
            same = self._same.get((note, canonical_title(item.label)))
            return self.key(same, day) if same is not None else None
        folded = self._fold(item.name)
        same = self._same.get((note, folded))
        return self.key(same, day) if same is not None else self._roll.who(folded, _function(item), item.side, day)


def _in_one_note(observation: Observation, item: Correction) -> bool:
    """Whether somebody is said to be somebody else in that note only."""
    return item.field in SAME_PERSON and observation.origin.note != ""


def _seat(title: str, side: Side | None) -> str:
    """The seat of a canonical title: the buyer's have no side written."""
    return title if side in {None, Side.BUYER} else f"{title} ({side})"


def _function(item: PersonStatement) -> Function | None:
    return item.function or (function_of(item.title) if item.title else None)


def _movement(item: PersonStatement) -> Movement | None:
    return item.movement or (movement_told(item.title) if item.title else None)


def _turn(told: tuple[Observation, PersonStatement | Correction]) -> tuple[date, bool, int]:
    observation, item = told
    rank = _RANK[_movement(item)] if isinstance(item, PersonStatement) else 0
    return observation.origin.said_on, isinstance(item, Correction), rank
