"""What somebody may ask of practice, as values."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from dealbot.domain.practice.session import Mode


class Control(StrEnum):
    """What is said to a practice that is open."""

    PAUSE = "pause"
    SKIP = "skip"
    STOP = "stop"
    NEXT = "next"
    AGAIN = "again"
    SAID = "said"
    MORE = "more"
    HELP = "help"
    YES = "yes"
    NO = "no"


class About(StrEnum):
    """What is asked or chosen at any time."""

    RESUME = "resume"
    PROGRESS = "progress"
    DUE = "due"
    DAILY = "daily"
    NOT_DAILY = "not_daily"
    NO_INTERVIEW = "no_interview"
    HELP = "help"
    PRIVATE = "private"
    DELETE = "delete"
    GUIDES = "guides"
    HAND_IN = "hand_in"
    CHANGE_LAST = "change_last"
    RESULT = "result"


@dataclass(frozen=True, slots=True)
class Begin:
    """Practice is to begin, on something in somebody's own words if they name it; `sure` tells that they mean it."""

    mode: Mode = Mode.INTERVIEW
    about: str = ""
    sure: bool = True


@dataclass(frozen=True, slots=True)
class InterviewOn:
    """The day of an interview is told."""

    on: date


@dataclass(frozen=True, slots=True)
class DailyAt:
    """The cards of the day are to come from a time on; None where the words tell none."""

    at: time | None


Ask = Begin | InterviewOn | DailyAt | About
