"""What arrives from Slack and what goes back to it, as values: kept before it is acknowledged, sent once it is true."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any


class State(StrEnum):
    """How far an arrival or a posting has come."""

    WAITING = "waiting"
    LEASED = "leased"
    DONE = "done"
    DEAD = "dead"


class LostLease(Exception):
    """Somebody else has taken over what was taken: nothing of this attempt may be kept."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """Something Slack told: `key` is the delivery's own, `place` the message's where one text is told twice.

    What has one `lane` is handled in the order it came. `about` is the message it concerns and `about_at` the moment
    that decides which of several tellings of this message counts.
    """

    key: str
    lane: str
    kind: str
    payload: Mapping[str, Any]
    place: str | None = None
    about: str | None = None
    about_at: str | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """An arrival in the hands of one worker, as long as its `fence` holds; `attempts` counts this one too."""

    id: int
    fence: int
    attempts: int
    at: datetime
    arrival: Arrival


@dataclass(frozen=True, slots=True)
class Posting:
    """A call of Slack's Web API to be made: in order within its lane; `about` finds the message again later.

    A call that changes a message may leave its `ts` out: it means the newest message sent about the same.
    """

    lane: str
    method: str
    arguments: Mapping[str, Any]
    about: str | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A posting in the hands of one sender; `unsure` means that Slack may have it already."""

    id: int
    fence: int
    attempts: int
    kept_at: datetime
    unsure: bool
    posting: Posting


@dataclass(frozen=True, slots=True)
class Sent:
    """Where a message came to stand, and by which method if that is known."""

    channel: str
    ts: str
    method: str = ""
