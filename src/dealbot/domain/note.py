"""A call note as kept: whole, before anything reads it, only structured patient identifiers taken out."""

import re
from dataclasses import dataclass
from datetime import date, datetime

_NEVER_STORED = re.compile("[\x00\ud800-\udfff]")


def storable(text: str) -> str:
    """Replace what no database keeps (NUL, half a surrogate pair) one for one, so that offsets stay."""
    return _NEVER_STORED.sub("\ufffd", text)


@dataclass(frozen=True, slots=True)
class Redaction:
    """A patient identifier taken out; `start` and `end` are the marker's offsets in the note as kept."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CallNote:
    """One version of one note; `on` is the day of the call, `recorded_at` when we learned it (UTC)."""

    id: str
    version: int
    deal: str
    text: str
    on: date
    recorded_at: datetime
    author: str | None = None
    said_at: datetime | None = None
    redactions: tuple[Redaction, ...] = ()
