"""The state of a deal on a day: what its observations add up to."""

from dataclasses import dataclass
from datetime import date

from dealbot.domain.affected import Affected, ResistancePlan
from dealbot.domain.champion import ChampionTest
from dealbot.domain.concern import ConcernStatus, ConcernTopic
from dealbot.domain.conflict import Conflict
from dealbot.domain.contact import Contact
from dealbot.domain.contract import KnownTrack
from dealbot.domain.ehr import Ehr
from dealbot.domain.ending import Ending
from dealbot.domain.evidence import Evidence
from dealbot.domain.exposure import NO_EXPOSURE_KNOWN, Exposure
from dealbot.domain.gate import NO_GATES_KNOWN, Gates
from dealbot.domain.health import HealthFact
from dealbot.domain.lead import Rated
from dealbot.domain.next_step import StepStatus
from dealbot.domain.org_change import OrgChange
from dealbot.domain.partnership import ActivityKind
from dealbot.domain.phase import BudgetLock, DealPhase, PhaseMove, PhaseTerms
from dealbot.domain.pilot import NOT_YET, Pilot
from dealbot.domain.proof import ProofKind
from dealbot.domain.qualification import NOTHING_KNOWN, Qualification
from dealbot.domain.review import Review, Rhythm
from dealbot.domain.signal import SignalKind
from dealbot.domain.stakeholder import BuyingRole, DecisionStage, Function, Side, Stance
from dealbot.domain.succession import Succession
from dealbot.domain.terms import NO_TERMS, Terms


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
class Influence:
    """How far a person sways others, from 1 (nobody) to 5 (everybody), with the reason somebody gave."""

    level: int
    reason: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class StageSet:
    """The decision stage that somebody set by hand."""

    stage: DecisionStage
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class ProofSet:
    """What proof a person wants, as somebody set it by hand."""

    kinds: tuple[ProofKind, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Requirement:
    """Whether a person or seat must say yes, set by hand; `key` is of whoever is known to be meant."""

    label: str
    key: str | None
    needed: bool
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Activity:
    """Something done with a person beyond selling to them, or something merely sent."""

    key: str
    kind: ActivityKind
    evidence: Evidence


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
    influence: Influence | None = None
    stage_set: StageSet | None = None
    proof_set: ProofSet | None = None

    @property
    def label(self) -> str:
        """The name, or the title of somebody known by title only."""
        return self.name or self.title or self.key

    @property
    def sway(self) -> int:
        """Their influence, 1 to 5: as somebody set it, 4 of whom the notes call an influencer, else 3."""
        if self.influence is not None:
            return self.influence.level
        return 4 if BuyingRole.INFLUENCER in self.roles else 3


@dataclass(frozen=True, slots=True)
class Concern:
    """A concern of one holder on one topic with its life so far; `readings` are those of its last day that differ."""

    holder_key: str | None
    holder: str | None
    topic: ConcernTopic
    status: ConcernStatus
    blocking: bool
    since: date
    evidence: Evidence
    history: tuple[tuple[ConcernStatus, Evidence], ...] = ()
    readings: tuple[tuple[ConcernStatus, Evidence], ...] = ()


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
    requirements: tuple[Requirement, ...] = ()
    activities: tuple[Activity, ...] = ()
    gates: Gates = NO_GATES_KNOWN
    tracks: tuple[KnownTrack, ...] = ()
    budget_lock: BudgetLock | None = None
    phase_terms: tuple[PhaseTerms, ...] = ()
    moves: tuple[PhaseMove, ...] = ()
    pilot: Pilot = NOT_YET
    qualification: Qualification = NOTHING_KNOWN
    ehr: Ehr | None = None
    reviews: tuple[Review, ...] = ()
    rhythm: Rhythm = Rhythm.MONTH
    terms: Terms = NO_TERMS
    endings: tuple[Ending, ...] = ()
    health: tuple[HealthFact, ...] = ()
    exposure: Exposure = NO_EXPOSURE_KNOWN
    lead: tuple[Rated, ...] = ()
    champion_tests: tuple[ChampionTest, ...] = ()
    successions: tuple[Succession, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    affected: tuple[Affected, ...] = ()
    resistance_plans: tuple[ResistancePlan, ...] = ()
    contacts: tuple[Contact, ...] = ()
    org_changes: tuple[OrgChange, ...] = ()

    @property
    def ending(self) -> Ending | None:
        """How the deal is closed or rests on the day; None while it is worked on."""
        return self.endings[-1] if self.endings and self.endings[-1].until is None else None

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
