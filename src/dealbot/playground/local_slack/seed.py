"""What a workspace begins with, given as values."""

from dataclasses import dataclass, field
from typing import Any, Literal

ChannelKind = Literal["public", "private", "im"]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who uses the workspace."""

    id: str
    name: str
    title: str = ""
    timezone: str = "America/Chicago"
    email: str = ""


@dataclass(frozen=True, slots=True)
class Room:
    """A channel and who is in it, the bot too."""

    id: str
    name: str
    members: tuple[str, ...]
    kind: ChannelKind = "public"
    topic: str = ""


@dataclass(frozen=True, slots=True)
class InstalledApp:
    """The app: its manifest, and the secrets it shares with Slack."""

    manifest: dict[str, Any]
    bot_token: str
    app_token: str
    signing_secret: str
    id: str = "A0DEALBOT"
    user: str = "U0DEALBOT"
    bot: str = "B0DEALBOT"


@dataclass(frozen=True, slots=True)
class Seed:
    """A workspace as it begins; what its folder already holds counts more."""

    app: InstalledApp
    people: tuple[Person, ...]
    rooms: tuple[Room, ...] = ()
    team: str = "T0LOCAL"
    team_name: str = "Local"
    domain: str = "local"
    hints: tuple[str, ...] = field(default=())
