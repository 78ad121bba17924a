"""What somebody said to dealbot, where and when."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Where(StrEnum):
    """The kind of place: alone with dealbot, in a channel by name, or below one of its messages."""

    DM = "dm"
    MENTION = "mention"
    THREAD = "thread"


class Kind(StrEnum):
    """What it is that somebody says."""

    NOTE = "note"
    QUESTION = "question"
    FIX = "fix"
    ANSWER = "answer"
    CHATTER = "chatter"


@dataclass(frozen=True, slots=True)
class Said:
    """One message: `place` names the conversation, `note` is the id it gets as a note, `on` the writer's day.

    `deal` is the deal the channel belongs to; `shared` tells that others than the deal's team may read the place,
    `overheard` that dealbot was not addressed: then it acts where it is sure, and else keeps silent; `to_others` that
    somebody else was. `mentioned` are the ids and names of those who were mentioned, in order.
    """

    text: str
    where: Where
    place: str
    note: str
    on: date
    at: datetime
    deal: str | None = None
    shared: bool = False
    overheard: bool = False
    to_others: bool = False
    mentioned: tuple[tuple[str, str], ...] = ()
