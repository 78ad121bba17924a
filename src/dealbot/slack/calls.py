"""The calls of Slack's Web API that postings ask for, and the look whether one was carried out already."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from slack_sdk import WebClient
from slack_sdk.webhook import WebhookClient

from dealbot.slack.client import TIMEOUT_S
from dealbot.slack.failures import Failure, failure
from dealbot.slack.turn import RESPONSE_URL
from dealbot.store.post import Posting, Sent

MARK = "dealbot"  # the event_type of the metadata by which a message is known again
POST = "chat.postMessage"
_QUIET: Mapping[str, Any] = {"unfurl_links": False, "unfurl_media": False}
_CLOCKS_APART = timedelta(minutes=2)
_PAGE = 200
_MOST_PAGES = 3


def call(client: WebClient, posting: Posting) -> Sent | Failure | None:
    """Make the call; tells where the message stands if it is one that stays. Raises what the client raises."""
    if posting.method == RESPONSE_URL:
        return _respond(client, posting)
    arguments = dict(posting.arguments)
    if posting.method == POST:
        arguments = {**_QUIET, **arguments, "metadata": _metadata(posting)}
    told = client.api_call(posting.method, json=arguments)
    channel, ts = told.get("channel"), told.get("ts")
    return Sent(channel, ts) if isinstance(channel, str) and isinstance(ts, str) else None


def find(client: WebClient, posting: Posting, since: datetime) -> Sent | None:
    """Look whether a message stands in Slack already; raises what the client raises."""
    channel = _conversation(client, str(posting.arguments["channel"]))
    oldest = f"{(since - _CLOCKS_APART).timestamp():.6f}"
    asked: dict[str, Any] = {"channel": channel, "oldest": oldest, "limit": _PAGE, "include_all_metadata": True}
    thread = posting.arguments.get("thread_ts")
    for _ in range(_MOST_PAGES):
        told = client.conversations_replies(ts=thread, **asked) if thread else client.conversations_history(**asked)
        found = next((message for message in told["messages"] if _key(message) == posting.key), None)
        if found is not None:
            return Sent(channel, found["ts"])
        asked["cursor"] = (told.get("response_metadata") or {}).get("next_cursor")
        if not asked["cursor"]:
            break
    return None


def plainer(posting: Posting) -> dict[str, Any] | None:
    """The arguments without blocks, if there is a text to be shown instead."""
    without = {name: value for name, value in posting.arguments.items() if name not in {"blocks", "attachments"}}
    return without if without.get("text") and len(without) < len(posting.arguments) else None


def _metadata(posting: Posting) -> dict[str, Any]:
    return {"event_type": MARK, "event_payload": {"key": posting.key}}


def _key(message: Mapping[str, Any]) -> str | None:
    metadata = message.get("metadata") or {}
    return metadata.get("event_payload", {}).get("key") if metadata.get("event_type") == MARK else None


def _conversation(client: WebClient, channel: str) -> str:
    """The conversation of a channel's id, or with a user."""
    if not channel.startswith(("U", "W")):
        return channel
    return str(client.conversations_open(users=channel)["channel"]["id"])


def _respond(client: WebClient, posting: Posting) -> Failure | None:
    said = dict(posting.arguments)
    told = WebhookClient(said.pop("url"), timeout=TIMEOUT_S, proxy=client.proxy, retry_handlers=[]).send_dict(said)
    if told.status_code == 200:
        return None
    return failure("unreadable" if told.status_code >= 500 else "url_expired", told.status_code, dict(told.headers))
