"""What a note says, statement by statement, and who said it when: the rows of the ledger."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property, cmp_to_key
from math import inf
from typing import Any

from dealbot.domain.concern import ConcernStatus, ConcernTopic
from dealbot.domain.corrected_field import IDENTITY, CorrectedField
from dealbot.domain.evidence import Evidence, Span
from dealbot.domain.lesson import Lesson, LessonKind
from dealbot.domain.next_step import StepStatus
from dealbot.domain.signal import SignalKind
from dealbot.domain.stakeholder import BuyingRole, Function, Movement, Side, Stance


class SaidBy(StrEnum):
    """Whether the holder said it, a colleague reports it, or the note's writer does."""

    HOLDER = "holder"
    OTHER = "other"
    AUTHOR = "author"


class Visibility(StrEnum):
    """Facts may leave the deal's team; nuance may not; private stays with its author."""

    FACT = "fact"
    NUANCE = "nuance"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class PersonStatement:
    """One person as one note tells of them; `took_part` is false for somebody merely named."""

    name: str | None
    title: str | None
    function: Function | None
    side: Side
    roles: frozenset[BuyingRole]
    stance: Stance | None
    span: Span
    said_by: SaidBy | None = None
    took_part: bool = True
    movement: Movement | None = None

    @property
    def label(self) -> str:
        """The name, or the title of somebody known by title only."""
        return self.name or self.title or ""


@dataclass(frozen=True, slots=True)
class ConcernStatement:
    """A reservation as told in one note; `holder` is a name, a title, a body or nobody.

    An answer or settlement that `leans` names no matter: it is of the worry that the holder has.
    """

    holder: str | None
    topic: ConcernTopic
    status: ConcernStatus
    blocking: bool
    span: Span
    said_by: SaidBy | None = None
    leans: bool = False


@dataclass(frozen=True, slots=True)
class StepStatement:
    """Something a named side will do after the call; `due` is the last day of the interval the words name."""

    action: str
    owner: str | None
    side: Side
    due: date | None
    due_text: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class StepClosed:
    """The note says that an earlier promise was kept or given up; matched to open steps by its words."""

    status: StepStatus
    span: Span


@dataclass(frozen=True, slots=True)
class SignalStatement:
    """A fact that changes the account or the path of the deal."""

    kind: SignalKind
    detail: str
    span: Span
    said_by: SaidBy | None = None


@dataclass(frozen=True, slots=True)
class ViewStatement:
    """What the note's author believes about somebody: kept, shown beside, never counted."""

    person: str
    stance: Stance
    span: Span


@dataclass(frozen=True, slots=True)
class Correction:
    """One field set right by a person; `subject` is the person or step meant, `topic` the concern."""

    field: CorrectedField
    value: str
    subject: str | None
    span: Span
    topic: ConcernTopic | None = None


Statement = PersonStatement | ConcernStatement | StepStatement | StepClosed | SignalStatement | ViewStatement
Item = Statement | Correction | Lesson


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an observation comes from: the note, its day and writer, and when and by which reader we learned it.

    `note` is empty for what a person set right on the deal as a whole; instants are in UTC.
    """

    note: str
    said_on: date
    recorded_at: datetime
    author: str | None = None
    said_at: datetime | None = None
    reader: str = "builtin"
    visibility: Visibility = Visibility.NUANCE


@dataclass(frozen=True)  # without slots, so that what is asked of it often is worked out once
class Observation:
    """One row of the ledger: a statement or correction with its origin. Only ever appended."""

    origin: Origin
    item: Item

    @cached_property
    def evidence(self) -> Evidence:
        """The quoted words with their note, day and writer."""
        return Evidence(self.origin.note, self.origin.said_on, self.origin.author, self.item.span)

    @property
    def timeless(self) -> bool:
        """Whether it sets right who somebody is, which does not depend on the day it was set right."""
        match self.item:
            case Correction(field=field):
                return field in IDENTITY
            case Lesson(kind=kind):
                return kind is LessonKind.ALIAS
            case _:
                return False

    @cached_property
    def order(self) -> tuple[date, bool, float, str, int, int, str, Any]:
        """Replay order: by day, a person's corrections after the readings of a day; then time, note, place and words.

        Corrections are ordered by when they were made; those of identity come last, as they hold whatever is said.
        """
        origin, span = self.origin, self.item.span
        corrected = isinstance(self.item, Correction)
        at = origin.recorded_at if corrected else origin.said_at
        day = date.max if self.timeless else origin.said_on
        instant = at.timestamp() if at else -inf
        kind = type(self.item).__name__
        return day, corrected, instant, origin.note, span.start, span.end, kind, _by_words(self)


def _compare(one: Observation, other: Observation) -> int:
    """Order two statements of one place by all else they may differ in, the same in every run."""
    a, b = _words(one), _words(other)
    return (a > b) - (a < b)


def _words(observation: Observation) -> str:
    origin, item = observation.origin, observation.item
    values = [getattr(item, slot) for slot in item.__slots__]
    plain = [sorted(value) if isinstance(value, frozenset) else value for value in values]
    return f"{type(item).__name__} {plain} {origin.author} {origin.reader} {origin.visibility}"


_by_words = cmp_to_key(_compare)


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything one reader took from one note, in the order of the note."""

    on: date
    people: tuple[PersonStatement, ...] = ()
    concerns: tuple[ConcernStatement, ...] = ()
    next_steps: tuple[StepStatement, ...] = ()
    signals: tuple[SignalStatement, ...] = ()
    views: tuple[ViewStatement, ...] = ()
    closed: tuple[StepClosed, ...] = ()
    reader: str = field(default="builtin", compare=False)

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All statements of the reading in the order of their words."""
        every: tuple[Statement, ...] = (
            *self.people,
            *self.concerns,
            *self.next_steps,
            *self.closed,
            *self.signals,
            *self.views,
        )
        return tuple(sorted(every, key=lambda item: (item.span.start, item.span.end)))
