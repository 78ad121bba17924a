"""What a picture shows, and the picture: values that anybody may build without loading what draws."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dealbot.domain.stakeholder import BuyingRole, Function, Stance


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture four times: `alt` and `csv` say what `png` and `svg` show."""

    png: bytes
    svg: str
    alt: str
    csv: str


class PictureKind(StrEnum):
    """The pictures there are of a deal."""

    MAP = "influence map"
    HISTORY = "alignment over time"
    TIMELINE = "timeline"


@dataclass(frozen=True, slots=True)
class Seat:
    """A person, or a seat of which nobody is known (no `name`, not `identified`); `title` is as people say it.

    `blocks` says what of theirs holds the deal up, `worries` counts all that worries them: who says yes with a worry
    has not said yes. `influence` is 1 to 5 where somebody set it.
    """

    key: str
    name: str | None
    title: str | None
    stance: Stance = Stance.UNKNOWN
    roles: tuple[BuyingRole, ...] = ()
    function: Function | None = None
    sways: bool = False
    must_say_yes: bool = False
    last_heard: date | None = None
    identified: bool = True
    decision_stage: str | None = None
    blocks: str | None = None
    worries: int = 0
    influence: int | None = None

    @property
    def label(self) -> str:
        """The seat in words: "Dana Ruiz, CFO", "CISO: not identified"."""
        told = ", ".join(part for part in (self.name, self.title) if part) or self.key
        return told if self.identified else f"{told}: not identified"

    @property
    def says_yes(self) -> bool:
        """Whether a known person says yes with no worry left: what they hold up, or worry about, comes first."""
        return self.identified and self.stance.aligned and self.blocks is None and not self.worries


class TieKind(StrEnum):
    """What lies between two people."""

    REPORTS_TO = "reports to"
    CONFLICT = "in conflict with"


@dataclass(frozen=True, slots=True)
class Tie:
    """A line between two seats by their keys; one that reports goes from the person to their superior."""

    kind: TieKind
    source: str
    target: str
    cause: str | None = None


@dataclass(frozen=True, slots=True)
class InfluenceMap:
    """Who sways whom, and where each stands; `left` are people who went, each with their day."""

    deal: str
    as_of: date
    seats: tuple[Seat, ...] = ()
    ties: tuple[Tie, ...] = ()
    left: tuple[tuple[str, date], ...] = ()


@dataclass(frozen=True, slots=True)
class Moment:
    """A day on which the count changed: how many say yes of how many who must, and what happened."""

    on: date
    aligned: int
    required: int
    what: str


@dataclass(frozen=True, slots=True)
class AlignmentHistory:
    """How alignment came about; moments in the order of their days."""

    deal: str
    as_of: date
    moments: tuple[Moment, ...] = ()


class TrackKind(StrEnum):
    """What a bar of the timeline stands for."""

    GATE = "gate"
    PILOT = "pilot"
    CONTRACT = "contract"
    WHOLE = "whole deal"


@dataclass(frozen=True, slots=True)
class Band:
    """When something may end: one time in ten by `p10`, half the time by `p50`, nine times in ten by `p90`."""

    p10: date
    p50: date
    p90: date


@dataclass(frozen=True, slots=True)
class Track:
    """A piece of the way: since when it runs, when it may end, or when it did; `note` says what it waits for.

    `meets` is the next day on which those decide who can.
    """

    label: str
    kind: TrackKind
    starts: date | None = None
    ends: Band | None = None
    done_on: date | None = None
    note: str | None = None
    meets: date | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """The way to the signature; `basis` says what the bands rest on."""

    deal: str
    as_of: date
    tracks: tuple[Track, ...] = ()
    basis: str | None = None


LEAST_PEOPLE = 3


@dataclass(frozen=True, slots=True)
class TopicMastery:
    """How well a topic is known: the share (0 to 1; None: not practised yet), by how many people, in how many answers.

    `before` is the share a month ago; None where it was not practised then, or by too few to tell. `on` is the earlier
    day as of which it is told, where that is not the picture's.
    """

    topic: str
    known: float | None
    people: int
    answers: int
    before: float | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Mastery:
    """What is known by topic on a day: of a cohort, whose name is the title, or with `own` one person's own topics.

    A topic of a cohort that fewer than three practised tells of persons: no row of it is ever shown.
    """

    title: str
    rows: tuple[TopicMastery, ...]
    on: date
    own: bool = False

    @property
    def shown(self) -> tuple[TopicMastery, ...]:
        """The rows that may be shown: the least known first, at the end those not practised yet."""
        kept = (row for row in self.rows if self.own or row.known is None or row.people >= LEAST_PEOPLE)
        return tuple(sorted(kept, key=lambda row: (row.known is None, row.known or 0, row.topic)))

    @property
    def hidden(self) -> int:
        """How many topics too few practised to be shown."""
        return len(self.rows) - len(self.shown)
