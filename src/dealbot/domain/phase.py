"""The three phases of a healthcare enterprise deal."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dealbot.domain.evidence import Evidence


class DealPhase(StrEnum):
    """Where the deal is on its path; who is aligned is a second axis."""

    STRATEGIC_ALIGNMENT = "strategic_alignment"
    VALIDATION = "validation"
    CONTRACTING = "contracting"


@dataclass(frozen=True, slots=True)
class ExitCriterion:
    """What a phase must show before it is over, as agreed up front; `met` says by which words it is."""

    text: str
    agreed: Evidence
    met: Evidence | None = None


@dataclass(frozen=True, slots=True)
class PhaseTerms:
    """The exit criteria of a phase."""

    phase: DealPhase
    criteria: tuple[ExitCriterion, ...]

    @property
    def unmet(self) -> tuple[ExitCriterion, ...]:
        """The criteria that nobody said are met."""
        return tuple(each for each in self.criteria if each.met is None)


@dataclass(frozen=True, slots=True)
class PhaseMove:
    """The deal went on to a phase; `unmet` are the criteria it left behind, `reason` why it went on all the same."""

    phase: DealPhase
    evidence: Evidence
    reason: str | None = None
    unmet: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BudgetLock:
    """The day after which the money is for the next year's budget; `year` is what that budget is called ("FY27")."""

    on: date
    evidence: Evidence
    year: str | None = None
