"""The look whether something stands in Slack already: a message by its metadata, a picture by the name of its file."""

import hashlib
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from slack_sdk import WebClient

from dealbot.store.post import Posting, Sent

MARK = "dealbot"  # the event_type of the metadata by which a message is known again
_CLOCKS_APART = timedelta(minutes=2)
_PAGE = 200
_MOST_PAGES = 3
_LETTERS = 16


def find(client: WebClient, posting: Posting, since: datetime) -> Sent | None:
    """Look whether a message stands in Slack already; raises what the client raises."""
    channel = conversation(client, str(posting.arguments["channel"]))
    oldest = f"{(since - _CLOCKS_APART).timestamp():.6f}"
    asked: dict[str, Any] = {"channel": channel, "oldest": oldest, "limit": _PAGE, "include_all_metadata": True}
    thread = posting.arguments.get("thread_ts")
    for _ in range(_MOST_PAGES):
        told = client.conversations_replies(ts=thread, **asked) if thread else client.conversations_history(**asked)
        found = next((message for message in told["messages"] if _is(message, posting.key)), None)
        if found is not None:
            return Sent(channel, found["ts"])
        asked["cursor"] = (told.get("response_metadata") or {}).get("next_cursor")
        if not asked["cursor"]:
            break
    return None


def conversation(client: WebClient, channel: str) -> str:
    """The conversation of a channel's id, or with a user."""
    if not channel.startswith(("U", "W")):
        return channel
    return str(client.conversations_open(users=channel)["channel"]["id"])


def file_name(key: str, name: str = "dealbot.png") -> str:
    """The name of the file that a posting shares, with a mark of its own in it: such a message takes no metadata."""
    stem, _, ending = name.rpartition(".")
    return f"{stem}-{_mark(key)}.{ending}"


def _mark(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()[:_LETTERS]


def _is(message: Mapping[str, Any], key: str) -> bool:
    metadata = message.get("metadata") or {}
    if metadata.get("event_type") == MARK and metadata.get("event_payload", {}).get("key") == key:
        return True
    return any(f"-{_mark(key)}." in (file.get("name") or "") for file in message.get("files") or ())
