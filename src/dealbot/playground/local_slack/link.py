"""How something reaches the app: what is sent, what comes back, and what it means that nothing does."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol


class Kind(StrEnum):
    """What is sent, as Socket Mode names it."""

    EVENT = "events_api"
    INTERACTIVE = "interactive"
    COMMAND = "slash_commands"


@dataclass(frozen=True, slots=True)
class Parcel:
    """One try of sending something."""

    kind: Kind
    payload: dict[str, Any]
    attempt: int = 0
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What the app said when it acknowledged."""

    body: dict[str, Any]


class NoAnswer(Exception):
    """The app did not acknowledge: in Slack's words why, and whether it asks for no further try."""

    def __init__(self, reason: str, *, final: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.final = final


class Link(Protocol):
    """The way to the app."""

    @property
    def up(self) -> bool:
        """Whether somebody is there, as far as is known."""

    async def send(self, parcel: Parcel) -> Answer:
        """Send it once and wait for the ack; raises NoAnswer."""
