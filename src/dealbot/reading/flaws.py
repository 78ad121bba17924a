"""What can be wrong with a model's answer, item by item: counted, and told to the model once."""

from dataclasses import dataclass
from enum import StrEnum


class FlawKind(StrEnum):
    """Why something in an answer was not taken."""

    UNREADABLE = "unreadable"
    SHAPE = "shape"
    VALUE = "value"
    TOO_MANY = "too_many"
    NOT_QUOTED = "not_quoted"
    INVENTED_NAME = "invented_name"
    INVENTED_NUMBER = "invented_number"
    INVENTED_DATE = "invented_date"
    UNBACKED_DUE = "unbacked_due"
    LEAKED = "leaked"


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing wrong, at `where`; `hint` is for the model and in its own, masked words: never logged."""

    kind: FlawKind
    where: str
    hint: str = ""
