"""What goes into the ledger and comes out of it besides the values of the domain."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from dealbot.domain.lesson import Lesson
from dealbot.domain.note import CallNote, Redaction
from dealbot.domain.observation import Correction, Observation, Visibility


@dataclass(frozen=True, slots=True)
class NoteIn:
    """A note to keep, patient identifiers already taken out; `deal` is a deal's id, `at` is now.

    `private` are the spans (start, end) of the text that only the person who logs the note may read.
    """

    id: str
    deal: int
    text: str
    on: date
    at: datetime
    author: str | None = None
    said_at: datetime | None = None
    redactions: tuple[Redaction, ...] = ()
    private: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of a note: its key, the key and number of its latest version, and the deal it is placed on.

    `duplicate` means that nothing changed; `unread` that no reader has read this version yet; `undone` that the note
    was taken back and counts for no deal.
    """

    note: int
    version: int
    number: int
    deal: int
    created: bool
    duplicate: bool
    unread: bool
    undone: bool = False


@dataclass(frozen=True, slots=True)
class KeptNote:
    """The latest version of a note with its key, the version's key, and the deal it is placed on."""

    key: int
    version: int
    deal: int
    undone: bool
    note: CallNote


@dataclass(frozen=True, slots=True)
class CorrectionIn:
    """A correction to append, on a note (its key) or on the deal as a whole, or what one taught; `at` is now."""

    deal: int
    correction: Correction | Lesson
    said_on: date
    at: datetime
    note: int | None = None
    visibility: Visibility = Visibility.NUANCE


@dataclass(frozen=True, slots=True)
class Kept:
    """An observation with its key; a correction is withdrawn by it."""

    key: int
    observation: Observation


@dataclass(frozen=True, slots=True)
class Summary:
    """The state of a deal as last computed; from `stale_on` on it has to be computed again."""

    deal: int
    as_of: date
    stale_on: date | None
    payload: Mapping[str, Any]
