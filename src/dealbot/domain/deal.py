"""The state of a deal on a day: what its observations add up to."""

from dataclasses import dataclass
from datetime import date

from dealbot.domain.affected import Affected, ResistancePlan
from dealbot.domain.champion import ChampionTest
from dealbot.domain.concern import ConcernStatus, ConcernTopic
from dealbot.domain.conflict import Conflict
from dealbot.domain.contact import Contact
from dealbot.domain.evidence import Evidence
from dealbot.domain.next_step import StepStatus
from dealbot.domain.org_change import OrgChange
from dealbot.domain.phase import DealPhase
from dealbot.domain.signal import SignalKind
from dealbot.domain.stakeholder import BuyingRole, Function, Side, Stance
from dealbot.domain.succession import Succession


@dataclass(frozen=True, slots=True)
class View:
    """What one of our people believes about a stakeholder: belief, shown beside the evidence."""

    stance: Stance
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two readings of one call that differ; the worse one counts until somebody settles it."""

    stances: tuple[tuple[Stance, Evidence], ...]


@dataclass(frozen=True, slots=True)
class Stakeholder:
    """One person of the deal as known on the day; `evidence` carries the stance, or the first mention.

    `written` are all names and titles by which notes and people call them, `aliases` the names that a person gave them.
    """

    key: str
    name: str | None
    title: str | None
    function: Function | None
    side: Side
    roles: frozenset[BuyingRole]
    stance: Stance
    since: date | None
    last_heard: date | None
    evidence: Evidence
    on_committee: bool
    gone: Evidence | None = None
    reports_to: str | None = None
    email: str | None = None
    views: tuple[View, ...] = ()
    disagreement: Disagreement | None = None
    heard_on: tuple[date, ...] = ()
    written: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The name, or the title of somebody known by title only."""
        return self.name or self.title or self.key


@dataclass(frozen=True, slots=True)
class Concern:
    """A concern of one holder on one topic with its life so far."""

    holder_key: str | None
    holder: str | None
    topic: ConcernTopic
    status: ConcernStatus
    blocking: bool
    since: date
    evidence: Evidence
    history: tuple[tuple[ConcernStatus, Evidence], ...] = ()


@dataclass(frozen=True, slots=True)
class NextStep:
    """A promise with its owner as written; an owner on our side whom nobody named is the author of the note.

    `owner_key` is the stakeholder meant, or nobody of the deal's people.
    """

    key: str
    action: str
    owner: str | None
    side: Side
    due: date | None
    due_text: str | None
    status: StepStatus
    evidence: Evidence
    owner_key: str | None = None

    def overdue(self, on: date) -> bool:
        """Whether the step is open and its day has passed."""
        return self.status is StepStatus.OPEN and self.due is not None and self.due < on


@dataclass(frozen=True, slots=True)
class Signal:
    """A fact that changes the account or the path of the deal, with its words."""

    kind: SignalKind
    detail: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class DealState:
    """Everything known of a deal on a day, each fact with its words."""

    as_of: date
    people: tuple[Stakeholder, ...] = ()
    concerns: tuple[Concern, ...] = ()
    steps: tuple[NextStep, ...] = ()
    signals: tuple[Signal, ...] = ()
    phase: DealPhase | None = None
    first_heard: date | None = None
    last_heard: date | None = None
    champion_tests: tuple[ChampionTest, ...] = ()
    successions: tuple[Succession, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    affected: tuple[Affected, ...] = ()
    resistance_plans: tuple[ResistancePlan, ...] = ()
    contacts: tuple[Contact, ...] = ()
    org_changes: tuple[OrgChange, ...] = ()

    @property
    def committee(self) -> tuple[Stakeholder, ...]:
        """The buying committee, those who left included."""
        return tuple(person for person in self.people if person.on_committee)

    @property
    def open_concerns(self) -> tuple[Concern, ...]:
        """Concerns raised or addressed but not settled, blocking ones first, then the oldest."""
        still = (concern for concern in self.concerns if concern.status.open)
        return tuple(sorted(still, key=lambda c: (not c.blocking, c.since, c.holder or "", c.topic)))

    @property
    def open_steps(self) -> tuple[NextStep, ...]:
        """Open steps, the earliest due first, undated last."""
        still = (step for step in self.steps if step.status is StepStatus.OPEN)
        return tuple(sorted(still, key=lambda s: (s.due is None, s.due or date.max, s.action)))

    def person(self, key: str | None) -> Stakeholder | None:
        """Find a stakeholder by key."""
        return next((person for person in self.people if person.key == key), None)
