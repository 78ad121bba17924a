"""A desk to work at in tests: a ledger, the real reader, and a clock that moves a minute with each look."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from dealbot.app.desk import Desk, the_deal
from dealbot.app.log_note import Logged, NoteToLog, log_note
from dealbot.app.state import state_of, summary_of
from dealbot.app.status import status
from dealbot.domain.alignment import align
from dealbot.domain.deal import DealState
from dealbot.domain.observation import Observation, Reading
from dealbot.domain.principal import LOCAL_OPERATOR, Principal
from dealbot.domain.reconcile import replay
from dealbot.playground.demo_deals import DemoDeal, DemoNote, demo_deals
from dealbot.reading.ports import NoteReader, NoteText
from dealbot.store.database import Database

TODAY = date(2026, 11, 21)


@dataclass
class Clock:
    """Tells the time, a minute later each time it is asked."""

    at: datetime = datetime(2026, 11, 21, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        """Give the next minute."""
        self.at += timedelta(minutes=1)
        return self.at


@dataclass
class Memo:
    """A reader that reads each note once: the law is about the order, not about the speed."""

    reader: NoteReader
    known: dict[NoteText, Reading] = field(default_factory=dict)

    @property
    def version(self) -> str:
        """The version of the reader behind it."""
        return self.reader.version

    def read(self, note: NoteText) -> Reading:
        """Read a note, or remember what was read."""
        if note not in self.known:
            self.known[note] = self.reader.read(note)
        return self.known[note]


@dataclass(frozen=True)
class Office:
    """What a person does at a desk, in the words of a test."""

    desk: Desk
    clock: Clock
    who: Principal = LOCAL_OPERATOR

    @classmethod
    def at(cls, database: Database, reader: NoteReader, who: Principal = LOCAL_OPERATOR) -> "Office":
        """Open an office on a ledger."""
        clock = Clock()
        return cls(Desk(database, lambda: reader, lambda: reader, clock, lambda: TODAY), clock, who)

    def by(self, who: Principal) -> "Office":
        """Let somebody else work at the same desk."""
        return replace(self, who=who)

    def reading_with(self, reader: NoteReader) -> "Office":
        """Put another reader on the desk."""
        return replace(self, desk=replace(self.desk, reader=lambda: reader, introducer=lambda: reader))

    def log(self, deal: str, name: str, text: str, on: date = date(2026, 11, 16), author: str = "Priya Nair") -> Logged:
        """Log a note."""
        return log_note(self.desk, self.who, NoteToLog(deal, on, text, name, author))

    def log_demo(self, deal: DemoDeal, notes: Iterable[DemoNote]) -> None:
        """Log notes of a demo deal in this order."""
        for note in notes:
            self.log(deal.name, note.id, note.text, note.on, note.author)

    def state(self, deal: str, as_of: date = TODAY, known_at: datetime | None = None) -> DealState:
        """The state of a deal."""
        with self.desk.reading(self.who) as books:
            return state_of(books, the_deal(books.deals, deal).id, as_of, known_at)

    def status(self, deal: str, as_of: date = TODAY, known_at: datetime | None = None) -> str:
        """The status of a deal as it would be printed."""
        state = self.state(deal, as_of, known_at)
        return json.dumps(status(deal, state, align(state)))

    def observations(self, deal: str) -> tuple[Observation, ...]:
        """All that counts for a deal."""
        with self.desk.reading(self.who) as books:
            return books.ledger.observations(the_deal(books.deals, deal).id)

    def texts(self, deal: str) -> dict[str, str]:
        """The notes of a deal as kept, by their ids."""
        with self.desk.reading(self.who) as books:
            return {kept.note.id: kept.note.text for kept in books.notes.of_deal(the_deal(books.deals, deal).id)}

    def summaries(self) -> list[tuple[object, object]]:
        """Each summary as kept, beside the one that replaying the deal gives."""
        with self.desk.reading(LOCAL_OPERATOR) as books:
            return [
                (each.payload, summary_of(replay(books.ledger.observations(each.deal, private=False), TODAY)))
                for each in books.summaries.get_all()
            ]


def demo(name: str) -> DemoDeal:
    """Find a demo deal by the beginning of its name."""
    return next(deal for deal in demo_deals() if deal.name.startswith(name))
