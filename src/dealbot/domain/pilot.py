"""The pilot in the middle of a deal: what it must show, how it does, where it goes on, and what it waits for."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dealbot.domain.evidence import Evidence

_HARD_TO_JOIN = re.compile(r"\bmeditech\b|\b(?:old|older|legacy|outdated) version\b", re.IGNORECASE)


class PilotState(StrEnum):
    """A pilot is done when the buyer has read its results and wants to go on."""

    PLANNED = "planned"
    RUNNING = "running"
    DONE = "done"


class PilotResult(StrEnum):
    """What the buyer says that a pilot came to."""

    SUCCEEDED = "succeeded"
    FAILED = "failed"


class Component(StrEnum):
    """The four groups of success, each of which wants a criterion."""

    CLINICAL = "clinical"
    WORKFLOW = "workflow"
    OPERATIONS = "operations"
    FINANCIAL = "financial"


@dataclass(frozen=True, slots=True)
class Criterion:
    """What the pilot must show; `agreed_by` are people of the buyer's, for it is theirs to decide."""

    name: str
    threshold: str | None
    component: Component | None
    owner: str | None
    agreed_by: tuple[str, ...]
    agreed_on: date | None
    evidence: Evidence

    @property
    def agreed(self) -> bool:
        """Whether somebody of the buyer's agreed to it."""
        return bool(self.agreed_by)


class Indicator(StrEnum):
    """What tells early how a pilot does: leading signs, not proof of outcomes."""

    USING = "using"
    VALUE = "value"
    RECOMMEND = "recommend"


class Level(StrEnum):
    """What an indicator says."""

    YES = "yes"
    MIXED = "mixed"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Sign:
    """One note's word on an indicator; `share` in percent where one was told."""

    indicator: Indicator
    level: Level
    share: int | None
    evidence: Evidence


class StepState(StrEnum):
    """How far one place of the expansion is."""

    PLANNED = "planned"
    LIVE = "live"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class ExpansionStep:
    """One place that the pilot goes on to, with its day and what blocks it as told; None is not known."""

    place: str
    state: StepState
    on: date | None
    blocker: str | None
    evidence: Evidence


class ReadyItem(StrEnum):
    """What should be there before a pilot starts."""

    CHAMPION = "champion"
    BUDGET = "budget"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Ready:
    """Whether one of the three is there; None is not known."""

    item: ReadyItem
    there: bool | None
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Pilot:
    """How far the pilot is; `started_on` None is not known, `planned_for` is a day to come as told.

    `told` are the words for the state. `result` is the buyer's word (`verdict`: who said what, where a person wrote it
    down), `claimed` is ours, which proves nothing.
    `ready` is what a person set by hand; `signs` are in the order in which they were told.
    """

    state: PilotState = PilotState.PLANNED
    started_on: date | None = None
    planned_for: date | None = None
    place: str | None = None
    told: Evidence | None = None
    result: PilotResult | None = None
    verdict: str | None = None
    claimed: Evidence | None = None
    criteria: tuple[Criterion, ...] = ()
    signs: tuple[Sign, ...] = ()
    expansion: tuple[ExpansionStep, ...] = ()
    ready: tuple[Ready, ...] = ()

    @property
    def unagreed(self) -> tuple[Criterion, ...]:
        """Criteria to which nobody of the buyer's agreed."""
        return tuple(criterion for criterion in self.criteria if not criterion.agreed)

    @property
    def agreed_late(self) -> tuple[Criterion, ...]:
        """Criteria that were not agreed when the pilot started, as far as both days are known."""
        start = self.started_on
        return tuple(c for c in self.criteria if start is not None and c.agreed_on is not None and c.agreed_on > start)

    @property
    def missing(self) -> tuple[Component, ...]:
        """Groups of success without a criterion."""
        covered = {criterion.component for criterion in self.criteria}
        return tuple(component for component in Component if component not in covered)

    def signs_of(self, indicator: Indicator) -> tuple[Sign, ...]:
        """What was told of one indicator, the first note first."""
        return tuple(sign for sign in self.signs if sign.indicator is indicator)


NOT_YET = Pilot()


class PilotTiming(StrEnum):
    """When a pilot falls, beside most pilots; none of these is a fault."""

    EARLY = "early"
    MID_CYCLE = "mid_cycle"
    LATER = "later"


class Integration(StrEnum):
    """Whether the interfaces to the EHR take extra time."""

    ORDINARY = "ordinary"
    HARD = "hard"
    DONE = "done"


def integration_with(ehr: str | None) -> Integration:
    """Tell what is to be expected of an EHR by its name and version as told."""
    return Integration.HARD if _HARD_TO_JOIN.search(ehr or "") else Integration.ORDINARY
