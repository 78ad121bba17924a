"""What the workspace remembers."""

from dataclasses import dataclass, field
from typing import Any

from dealbot.playground.local_slack.seed import ChannelKind

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class User:
    """A person or the bot."""

    id: str
    name: str
    title: str = ""
    timezone: str = "America/Chicago"
    email: str = ""
    bot: bool = False

    @property
    def key(self) -> str:
        """The id."""
        return self.id

    @property
    def handle(self) -> str:
        """The name as it is written in one word."""
        return self.name.lower().replace(" ", ".")


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel, or the direct messages of two."""

    id: str
    name: str
    kind: ChannelKind
    members: tuple[str, ...]
    topic: str = ""
    archived: bool = False
    created: int = 0

    @property
    def key(self) -> str:
        """The id."""
        return self.id


@dataclass(frozen=True, slots=True)
class Message:
    """A message; `only_to` is the one person who sees an ephemeral one."""

    channel: str
    ts: str
    user: str
    text: str
    blocks: list[Json] | None = None
    thread_ts: str | None = None
    edited: str | None = None
    only_to: str | None = None
    reactions: dict[str, tuple[str, ...]] = field(default_factory=dict)
    metadata: Json | None = None
    streaming: bool = False
    tasks: dict[str, Json] = field(default_factory=dict)
    files: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Channel and time."""
        return f"{self.channel}/{self.ts}"


@dataclass(frozen=True, slots=True)
class View:
    """A modal or a home as the app gave it, and what was typed into it so far."""

    id: str
    user: str
    body: Json
    hash: str
    root: str
    previous: str | None = None
    values: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """The id."""
        return self.id


@dataclass(frozen=True, slots=True)
class Stack:
    """The modals a user has open, the topmost last."""

    user: str
    views: tuple[str, ...]

    @property
    def key(self) -> str:
        """The user."""
        return self.user


@dataclass(frozen=True, slots=True)
class Choices:
    """What users chose in the elements of a message."""

    message: str
    values: dict[str, dict[str, Any]]

    @property
    def key(self) -> str:
        """The message."""
        return self.message


@dataclass(frozen=True, slots=True)
class ResponseUrl:
    """Where an app may answer an interaction, for a while; `source` is the message that was clicked."""

    id: str
    channel: str
    user: str
    expires: float
    source: str | None = None
    uses: int = 0

    @property
    def key(self) -> str:
        """The id."""
        return self.id


@dataclass(frozen=True, slots=True)
class Seen:
    """How far a user has read a channel."""

    user: str
    channel: str
    ts: str

    @property
    def key(self) -> str:
        """User and channel."""
        return f"{self.user}/{self.channel}"


@dataclass(frozen=True, slots=True)
class Prompts:
    """What the app suggests to say, in a thread or (thread "") atop the direct messages."""

    channel: str
    thread: str
    title: str
    prompts: tuple[dict[str, str], ...]

    @property
    def key(self) -> str:
        """Channel and thread."""
        return f"{self.channel}/{self.thread}"


@dataclass(frozen=True, slots=True)
class Session:
    """A conversation with the agent: what it does, and how it is called."""

    channel: str
    thread: str
    status: str = ""
    title: str = ""

    @property
    def key(self) -> str:
        """Channel and thread."""
        return f"{self.channel}/{self.thread}"


@dataclass(frozen=True, slots=True)
class File:
    """A file of somebody's, or of the app where no user is named; its content as base64."""

    id: str
    name: str
    length: int
    content: str | None = None
    title: str = ""
    channel: str | None = None
    alt: str = ""
    user: str | None = None
    created: int = 0

    @property
    def key(self) -> str:
        """The id."""
        return self.id


@dataclass(frozen=True, slots=True)
class Scheduled:
    """A message that is to be posted at a time."""

    id: str
    at: int
    channel: str
    arguments: Json

    @property
    def key(self) -> str:
        """The id."""
        return self.id


@dataclass(frozen=True, slots=True)
class Delivery:
    """An event the app has not acknowledged yet, and how many tries it had."""

    id: str
    body: Json
    attempt: int = 0
    reason: str | None = None

    @property
    def key(self) -> str:
        """The id of the event."""
        return self.id


@dataclass(frozen=True, slots=True)
class Setting:
    """One value of the workspace itself."""

    name: str
    value: float

    @property
    def key(self) -> str:
        """The name."""
        return self.name
