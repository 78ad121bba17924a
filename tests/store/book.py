"""Writing to a ledger and reading from it in the words of a test: one transaction for each act, a minute apart."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from dealbot.domain.concern import ConcernStatus, ConcernTopic
from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.evidence import Span
from dealbot.domain.lesson import Lesson, LessonKind, LessonState
from dealbot.domain.observation import (
    ConcernStatement,
    Correction,
    Observation,
    PersonStatement,
    Reading,
    Statement,
    Visibility,
)
from dealbot.domain.principal import LOCAL_OPERATOR, LOCAL_WORKSPACE, Principal, Role
from dealbot.domain.stakeholder import Side, Stance
from dealbot.store.database import Database
from dealbot.store.deals import Deals
from dealbot.store.ledger import Ledger
from dealbot.store.lessons import Lessons
from dealbot.store.notes import Notes
from dealbot.store.values import CorrectionIn, KeptNote, NoteIn, Saved

DAY = date(2026, 3, 10)
START = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
ADMIN = LOCAL_OPERATOR
PRIYA = Principal(LOCAL_WORKSPACE, "U-PRIYA", "Priya", frozenset({Role.AE}))
SAM = Principal(LOCAL_WORKSPACE, "U-SAM", "Sam", frozenset({Role.AE}))
MAYA = Principal(LOCAL_WORKSPACE, "U-MAYA", "Maya", frozenset({Role.MANAGER}))
STRANGER = Principal("elsewhere", "operator", "operator", frozenset({Role.ADMIN}))


def span(words: str, start: int = 0) -> Span:
    """A quote at a place."""
    return Span(words, start, start + len(words))


def person(name: str, stance: Stance | None = None, words: str = "said so", start: int = 0) -> PersonStatement:
    """Somebody of the buyer's who is said to stand somewhere."""
    return PersonStatement(name, None, None, Side.BUYER, frozenset(), stance, span(words, start))


def worry(holder: str, topic: ConcernTopic = ConcernTopic.BUDGET_ROI) -> ConcernStatement:
    """A worry somebody raised."""
    return ConcernStatement(holder, topic, ConcernStatus.RAISED, blocking=False, span=span("worries", 3))


def alias(words: str, whose: str) -> Lesson:
    """A name that somebody goes by, as it was taught."""
    return Lesson(LessonKind.ALIAS, None, whose, span(words))


def stance_of(name: str, stance: Stance) -> Correction:
    """Somebody's stance set right."""
    return Correction(CorrectedField.STANCE, stance.value, name, span(f"{name} is {stance}"))


@dataclass
class Book:
    """A ledger with a clock of its own; `told` keeps what was logged."""

    database: Database
    now: datetime = START
    saved: dict[str, Saved] = field(default_factory=dict)

    def tick(self) -> datetime:
        """Let a minute pass."""
        self.now += timedelta(minutes=1)
        return self.now

    def deal(self, name: str, by: Principal = ADMIN) -> int:
        """Add a deal."""
        with self.database.write() as session:
            return Deals(session, by).add(name, self.tick()).id

    def save(self, deal: int, note: str, text: str = "A call.", by: Principal = ADMIN, on: date = DAY) -> Saved:
        """Keep a note without reading it."""
        with self.database.write() as session:
            return Notes(session, by).save(NoteIn(note, deal, text, on, self.tick(), by.name))

    def read(self, saved: Saved, *statements: Statement, by: Principal = ADMIN, private: bool = False) -> None:
        """Append a reading of a note."""
        visibility = Visibility.PRIVATE if private else Visibility.NUANCE
        with self.database.write() as session:
            reading = Reading(DAY, people=tuple(s for s in statements if isinstance(s, PersonStatement)))
            concerns = tuple(s for s in statements if isinstance(s, ConcernStatement))
            reading = Reading(DAY, reading.people, concerns, reader="test 1")
            Ledger(session, by).append_reading(saved.version, reading, [visibility] * len(statements), self.tick())

    def log(self, deal: int, note: str, *statements: Statement, by: Principal = ADMIN, on: date = DAY) -> Saved:
        """Keep a note, its statements for a text, and what was read in it."""
        saved = self.save(deal, note, "\n".join(map(repr, statements)) or "Nothing.", by, on)
        self.read(saved, *statements, by=by)
        return saved

    def correct(
        self, deal: int, correction: Correction | Lesson, note: int | None = None, by: Principal = ADMIN
    ) -> int:
        """Set something right."""
        with self.database.write() as session:
            return Ledger(session, by).append_correction(CorrectionIn(deal, correction, DAY, self.tick(), note))

    def decide(self, lesson: int, state: LessonState, by: Principal = ADMIN) -> None:
        """Say what becomes of a lesson beyond its deal."""
        with self.database.write() as session:
            Lessons(session, by).decide(lesson, state, self.tick())

    def withdraw(self, correction: int, by: Principal = ADMIN) -> bool:
        """Take a correction back."""
        with self.database.write() as session:
            return Ledger(session, by).withdraw(correction, self.tick())

    def place(self, note: int, deal: int | None, by: Principal = ADMIN) -> bool:
        """Move a note, or take it back."""
        with self.database.write() as session:
            return Notes(session, by).place(note, deal, self.tick())

    def told(
        self, deal: int, by: Principal = ADMIN, known_at: datetime | None = None, *, private: bool = True
    ) -> tuple[Observation, ...]:
        """Read the observations of a deal."""
        with self.database.read() as session:
            return Ledger(session, by).observations(deal, known_at, private=private)

    def notes(self, deal: int, by: Principal = ADMIN, known_at: datetime | None = None) -> tuple[KeptNote, ...]:
        """Read the notes of a deal."""
        with self.database.read() as session:
            return Notes(session, by).of_deal(deal, known_at)

    def get(self, note: str, deal: int | None = None, by: Principal = ADMIN) -> KeptNote:
        """Find a note."""
        with self.database.read() as session:
            return Notes(session, by).get(note, deal)
