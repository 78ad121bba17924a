"""Readings kept in step with who is known in a deal, so that the order in which its notes arrive makes no difference.

A note is read twice: by itself, for the people it introduces, and again with everybody whom the deal's notes introduce.
When somebody comes or goes, the notes that mention them are read again in the same transaction. A reader may take its
time, so it never works inside one: what is found unread there is read outside, and the work is done again.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from dealbot.app.desk import Desk
from dealbot.app.mentions import mentions
from dealbot.app.state import summarise
from dealbot.domain.learning import examples_in
from dealbot.domain.lesson import Lesson, has_most_words, words_of
from dealbot.domain.observation import Reading, Statement, Visibility
from dealbot.domain.principal import LOCAL_OPERATOR, Principal
from dealbot.domain.reconcile import replay
from dealbot.domain.record import DealRecord
from dealbot.domain.stakeholder import Side
from dealbot.domain.visibility import private_spans, visibility_of
from dealbot.errors import StoreUnavailable
from dealbot.reading.ports import KnownPerson, NoteText
from dealbot.reading.roster import our_people, roster_of
from dealbot.store.books import Books
from dealbot.store.values import KeptNote

_T = TypeVar("_T")
_TRIES = 16


@dataclass(frozen=True, slots=True)
class Circle:
    """What a deal knows: its notes, as (key, version), and the people and lessons a reader of them is told of.

    Each lesson is beside the id of the note that taught it, in which the correction itself holds.
    """

    notes: frozenset[tuple[int, int]] = frozenset()
    people: tuple[KnownPerson, ...] = ()
    lessons: tuple[tuple[str, Lesson], ...] = ()

    @classmethod
    def of(cls, books: Books, deal: int) -> "Circle":
        """Find out what a deal knows."""
        notes = books.notes.of_deal(deal)
        authors = {kept.note.author for kept in notes if kept.note.author} - {LOCAL_OPERATOR.name}
        ours = (KnownPerson((author,), side=Side.US) for author in sorted(authors))
        told = books.ledger.introductions(deal)
        introduced = roster_of(replay(told, date.max))
        people = dict.fromkeys((*our_people(books.users.all()), *ours, *introduced))
        return cls(frozenset((kept.key, kept.version) for kept in notes), tuple(people), examples_in(told))

    def lessons_for(self, kept: KeptNote) -> tuple[Lesson, ...]:
        """What other notes taught of words like those of this one."""
        others = [lesson for note, lesson in self.lessons if note != kept.note.id]
        words = set(words_of(kept.note.text)) if others else set()
        return tuple(lesson for lesson in others if has_most_words(words, lesson))


@dataclass(frozen=True, slots=True)
class _ToRead:
    """A note for a reader: for the introducer when it is read by itself."""

    note: NoteText
    alone: bool

    @classmethod
    def of(cls, kept: KeptNote, deal: DealRecord, known: Circle | None) -> "_ToRead":
        """Take a kept note with what its deal knows, or by itself (None)."""
        note = kept.note
        text = NoteText(note.text, note.on, note.author, deal.name, fiscal_start=deal.fiscal_start)
        if known is None:
            return cls(text, alone=True)
        return cls(replace(text, roster=known.people, lessons=known.lessons_for(kept)), alone=False)

    def read(self, desk: Desk) -> Reading:
        """Have it read."""
        return (desk.introducer() if self.alone else desk.reader()).read(self.note)

    def visible(self, statements: Iterable[Statement]) -> list[Visibility]:
        """Tell who may read each statement."""
        private = private_spans(self.note.text)
        return [visibility_of(statement, private) for statement in statements]


class _Unread(Exception):
    """The transaction needs notes read that were not read yet."""

    def __init__(self, notes: Iterable[_ToRead]) -> None:
        super().__init__("notes to read")
        self.notes = tuple(notes)


class InStep:
    """The readings of the watched deals within one transaction."""

    def __init__(self, desk: Desk, books: Books, read: Mapping[_ToRead, Reading]) -> None:
        """Work with what was read so far."""
        self._desk = desk
        self._books = books
        self._read = read
        self._before: dict[int, Circle] = {}
        self._appended: dict[int, Reading] = {}

    def watch(self, deal: int, before: Circle | None = None) -> None:
        """Remember whom a deal knows before it is changed; by an empty circle all its notes will be read again."""
        self._before[deal] = before if before is not None else Circle.of(self._books, deal)

    def settle(self) -> None:
        """Append the readings that the changes call for, and keep the summaries."""
        fresh = {deal: self._fresh(deal, before) for deal, before in self._before.items()}
        self._introduce(fresh)
        wanted = [each for deal, before in self._before.items() for each in self._wanted(deal, before, fresh[deal])]
        self._need(note for _, note in wanted)
        for version, note in wanted:
            reading = self._read[note]
            visible = note.visible(reading.statements)
            self._books.ledger.append_reading(version, reading, visible, self._desk.now())
            self._appended[version] = reading
        for deal in self._before:
            summarise(self._books, deal, self._desk.today())

    def reading_of(self, version: int) -> Reading | None:
        """The reading that was appended for a version, if there was any."""
        return self._appended.get(version)

    def _fresh(self, deal: int, before: Circle) -> tuple[KeptNote, ...]:
        notes = self._books.notes.of_deal(deal, to_read=True)
        return tuple(kept for kept in notes if (kept.key, kept.version) not in before.notes)

    def _introduce(self, fresh: Mapping[int, tuple[KeptNote, ...]]) -> None:
        by_id = self._books.deals.by_id
        alone = [(kept.version, _ToRead.of(kept, by_id(deal), None)) for deal, notes in fresh.items() for kept in notes]
        self._need(note for _, note in alone)
        for version, note in alone:
            reading = self._read[note]
            visible = note.visible(reading.people)
            self._books.ledger.append_introductions(version, reading, visible, self._desk.now())

    def _wanted(self, deal: int, before: Circle, fresh: tuple[KeptNote, ...]) -> list[tuple[int, _ToRead]]:
        """The fresh notes, and those that mention somebody who came or went or that are told other lessons."""
        known = Circle.of(self._books, deal)
        changed = frozenset(known.people) ^ frozenset(before.people)
        new = {kept.version for kept in fresh}
        notes = self._books.notes.of_deal(deal, to_read=True)
        record = self._books.deals.by_id(deal)
        return [
            (kept.version, _ToRead.of(kept, record, known))
            for kept in notes
            if kept.version in new
            or mentions(kept.note.text, changed)
            or known.lessons_for(kept) != before.lessons_for(kept)
        ]

    def _need(self, notes: Iterable[_ToRead]) -> None:
        missing = [note for note in notes if note not in self._read]
        if missing:
            raise _Unread(missing)


def in_step(desk: Desk, principal: Principal, work: Callable[[Books, InStep], _T]) -> _T:
    """Do a piece of work in one transaction, as often as it takes until every note it needs has been read.

    The work watches the deals that it changes before it does, and settles them after. Raises what the reader raises.
    """
    read: dict[_ToRead, Reading] = {}
    for _ in range(_TRIES):
        try:
            with desk.writing(principal) as books:
                result = work(books, InStep(desk, books, read))
                desk.then(books, result)
                return result
        except _Unread as unread:
            read |= {note: note.read(desk) for note in unread.notes}
    raise StoreUnavailable("Others keep changing this deal: please try again in a moment.")
