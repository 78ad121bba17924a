"""Who does what next."""

from enum import StrEnum


class StepStatus(StrEnum):
    """A step is open until a note or a person says that it is done or dropped."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"
