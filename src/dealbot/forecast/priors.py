"""The priors: durations and shares that hold until a team has its own history, each with its source."""

import tomllib
from functools import lru_cache
from importlib import resources
from itertools import pairwise
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from dealbot.domain.concern import ConcernTopic
from dealbot.domain.contract import TrackKind
from dealbot.domain.stakeholder import Stance

BEST_FIRST = (
    Stance.COMMITTED,
    Stance.SUPPORTIVE,
    Stance.NEUTRAL,
    Stance.UNKNOWN,
    Stance.CONCERNED,
    Stance.OPPOSED,
)
"""The order of the stances for what is to come: somebody unheard is nearer to a worry than to a yes."""

Days = Annotated[float, Field(ge=0)]
Share = Annotated[float, Field(ge=0, le=1)]
Spread = tuple[Days, Days, Days]
"""Shortest, usual and longest, in days; half of the times it takes up to the usual."""


class Prior(BaseModel):
    """Something expected, and who says so."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    source: str = Field(min_length=1)


class Duration(Prior):
    """How long something takes."""

    days: Spread

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if sorted(self.days) != list(self.days):
            raise ValueError("days go from the shortest to the longest")
        return self


class StancePrior(Duration):
    """Whose yes stands already, who ever says yes, and how long that takes the others."""

    already: Share
    ever: Share

    @property
    def figures(self) -> tuple[float, ...]:
        """All figures so that a larger one is a worse one."""
        return (-self.already, -self.ever, *self.days)


class Total(Prior):
    """How long a whole deal takes."""

    months: tuple[int, int]


class Simulation(Prior):
    """How much is drawn, how far ahead, and how much items of one deal share."""

    draws: int = Field(gt=0)
    horizon_days: int = Field(gt=0)
    shared: float = Field(gt=0, le=0.5)


class Floor(Prior):
    """Below which evidence no figures are given."""

    heard_within_days: int
    share_heard: Share
    least_heard: int


class Engagement(Prior):
    """How the weight of a stance wears off with silence."""

    fresh_days: int
    cold_days: int
    touches_within_days: int
    seldom: tuple[Share, ...]


class Settling(Prior):
    """How concerns differ from one that was only raised: factors of the time, and the shares ever settled."""

    addressed: Share
    blocking: float = Field(ge=1)
    ever: Share
    ever_blocking: Share


class GatePrior(Prior):
    """How a committee works of which nothing is known, and which committees there are mostly."""

    every_days: int = Field(gt=0)
    papers_days: int
    rework_days: int
    passes: float = Field(gt=0, le=1)
    usual: tuple[str, ...]


class PilotPrior(Prior):
    """When a pilot comes, in months since the first contact, and how long its parts take."""

    months: tuple[int, int]
    preparation: Duration
    run: Duration
    verdict: Duration


class Upheaval(Prior):
    """How many houses a year stop everything."""

    share_per_year: float = Field(gt=0, le=1)


class Priors(BaseModel):
    """All of them; stances that are worse have no better figures."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    total: Total
    simulation: Simulation
    floor: Floor
    engagement: Engagement
    stances: dict[Stance, StancePrior]
    concerns: dict[ConcernTopic, Duration]
    settling: Settling
    gate: GatePrior
    pilot: PilotPrior
    integration: Duration
    contract: dict[TrackKind, Duration]
    upheaval: Upheaval

    @model_validator(mode="after")
    def _complete_and_in_order(self) -> Self:
        wanted = ((self.stances, Stance), (self.concerns, ConcernTopic), (self.contract, TrackKind))
        if any(set(given) != set(every) for given, every in wanted):
            raise ValueError("every stance, concern and contract track has its prior")
        for better, worse in pairwise(self.stances[stance].figures for stance in BEST_FIRST):
            if any(a > b for a, b in zip(better, worse, strict=True)):
                raise ValueError("a worse stance takes no less time and is no likelier to become a yes")
        return self


@lru_cache(maxsize=1)
def general_priors() -> Priors:
    """Read the priors that ship with the package."""
    text = resources.files(__package__).joinpath("priors.toml").read_text("utf-8")
    return Priors.model_validate(tomllib.loads(text))
