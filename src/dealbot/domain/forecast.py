"""What is expected of a deal: how likely it is by a day, when, what comes last and what would move it most."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Chance(StrEnum):
    """A likelihood in words."""

    UNLIKELY = "unlikely"
    LESS_LIKELY = "less_likely"
    EVEN = "even"
    LIKELY = "likely"
    VERY_LIKELY = "very_likely"


_UP_TO = ((0.2, Chance.UNLIKELY), (0.4, Chance.LESS_LIKELY), (0.6, Chance.EVEN), (0.85, Chance.LIKELY))


@dataclass(frozen=True, slots=True)
class Likelihood:
    """A share of 0..1 with its band: if this house is one of the slower half of houses, and of the faster."""

    low: float
    middle: float
    high: float

    @property
    def chance(self) -> Chance:
        """The middle in words."""
        return next((chance for most, chance in _UP_TO if self.middle < most), Chance.VERY_LIKELY)


@dataclass(frozen=True, slots=True)
class Timeline:
    """When something comes: one time in ten by p10, half of the times by p50, nine in ten by p90.

    A day is None where it lies beyond the horizon; `by_target` where there is no target within it.
    """

    by_target: Likelihood | None
    within_horizon: Likelihood
    p10: date | None
    p50: date | None
    p90: date | None

    @property
    def likelihood(self) -> Likelihood:
        """By the target, else within the horizon."""
        return self.by_target or self.within_horizon


class ItemKind(StrEnum):
    """What an item of the path is."""

    PERSON = "person"
    CONCERN = "concern"
    GATE = "gate"
    INTEGRATION = "integration"
    PILOT = "pilot"
    CONTRACT = "contract"


@dataclass(frozen=True, slots=True)
class Item:
    """Something the deal waits for; `label` is the name of a person or body, else that of the kind of thing."""

    kind: ItemKind
    key: str
    label: str


@dataclass(frozen=True, slots=True)
class PathItem:
    """An item of the critical path, the day by which it is over in half of the times, and how often it ends last."""

    item: Item
    until: date | None
    share: float


@dataclass(frozen=True, slots=True)
class Ending:
    """When an item is over: one time in ten by p10, half of the times by p50, nine in ten by p90; None is too late."""

    item: Item
    p10: date | None
    p50: date | None
    p90: date | None


@dataclass(frozen=True, slots=True)
class Driver:
    """What the deal would gain with one item at its best: likelihood (0..1), and days on average."""

    item: Item
    effect: float
    days: float


class Lacking(StrEnum):
    """Why no forecast is made."""

    NOBODY_MUST_SAY_YES = "nobody_must_say_yes"
    TOO_FEW_HEARD = "too_few_heard"


@dataclass(frozen=True, slots=True)
class Missing:
    """What a forecast lacks, and who was not heard."""

    lacking: Lacking
    who: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outlook:
    """The figures: when everybody and the gates say yes, and when it is signed.

    Drivers and critical path are of the signature. `misses_budget_lock` is None where no lock is known.
    """

    aligned: Timeline
    signed: Timeline
    critical_path: tuple[PathItem, ...]
    drivers: tuple[Driver, ...]
    misses_budget_lock: bool | None


@dataclass(frozen=True, slots=True)
class Forecast:
    """An outlook, or what it lacks; `no_calendar` are the gates of which nobody knows when they meet."""

    outlook: Outlook | None
    missing: tuple[Missing, ...]
    no_calendar: tuple[str, ...]

    @property
    def enough_evidence(self) -> bool:
        """Whether there are figures."""
        return self.outlook is not None
