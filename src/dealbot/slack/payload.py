"""Looking into what Slack sends, which may have any shape: what is not there, or is something else, is None."""

from collections.abc import Mapping
from typing import Any

Payload = Mapping[str, Any]
_NOTHING: Payload = {}


def part(payload: Payload, *path: str) -> Payload:
    """The object at a path; an empty one where there is none."""
    for name in path:
        found = payload.get(name)
        payload = found if isinstance(found, Mapping) else _NOTHING
    return payload


def word(payload: Payload, *path: str) -> str | None:
    """The text at a path, unless it is empty."""
    found = part(payload, *path[:-1]).get(path[-1])
    return found if isinstance(found, str) and found else None


def first(*words: str | None) -> str | None:
    """The first that is there."""
    return next((each for each in words if each), None)


def is_event(payload: Payload) -> bool:
    """Whether it is something that happened, rather than something a person did to the bot's own screens."""
    return payload.get("type") == "event_callback"


def user_of(payload: Payload) -> str | None:
    """Who said or did it."""
    event = part(payload, "event")
    return first(
        word(payload, "user", "id"),
        word(payload, "user_id"),
        word(event, "user"),
        word(event, "message", "user"),
        word(event, "previous_message", "user"),
    )


def channel_of(payload: Payload) -> str | None:
    """Where it was said or done."""
    return first(
        word(payload, "channel", "id"),
        word(payload, "container", "channel_id"),
        word(payload, "channel_id"),
        word(payload, "event", "channel"),
        word(payload, "event", "channel", "id"),
        word(payload, "event", "item", "channel"),
    )


def thread_of(payload: Payload) -> str | None:
    """The thread it was said or done in, if it was one."""
    return first(
        word(payload, "event", "thread_ts"),
        word(payload, "message", "thread_ts"),
        word(payload, "container", "thread_ts"),
    )
