"""The pilot in the middle of a deal, and the interfaces that it or the expansion waits for."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_HARD_TO_JOIN = re.compile(r"\bmeditech\b|\b(?:old|older|legacy|outdated) version\b", re.IGNORECASE)


class PilotState(StrEnum):
    """A pilot is done when the buyer has read its results and wants to go on."""

    PLANNED = "planned"
    RUNNING = "running"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Pilot:
    """How far the pilot is; `started_on` None is not known."""

    state: PilotState = PilotState.PLANNED
    started_on: date | None = None


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
