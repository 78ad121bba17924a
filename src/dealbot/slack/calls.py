"""The calls of Slack's Web API that postings ask for."""

from collections.abc import Mapping
from typing import Any

from slack_sdk import WebClient
from slack_sdk.webhook import WebhookClient

from dealbot.slack.client import TIMEOUT_S
from dealbot.slack.failures import Failure, failure
from dealbot.slack.finding import MARK
from dealbot.slack.turn import RESPONSE_URL
from dealbot.store.post import Posting, Sent

POST = "chat.postMessage"
_QUIET: Mapping[str, Any] = {"unfurl_links": False, "unfurl_media": False}


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


def plainer(posting: Posting) -> dict[str, Any] | None:
    """The arguments without blocks, if there is a text to be shown instead."""
    without = {name: value for name, value in posting.arguments.items() if name not in {"blocks", "attachments"}}
    return without if without.get("text") and len(without) < len(posting.arguments) else None


def _metadata(posting: Posting) -> dict[str, Any]:
    return {"event_type": MARK, "event_payload": {"key": posting.key}}


def _respond(client: WebClient, posting: Posting) -> Failure | None:
    said = dict(posting.arguments)
    told = WebhookClient(said.pop("url"), timeout=TIMEOUT_S, proxy=client.proxy, retry_handlers=[]).send_dict(said)
    if told.status_code == 200:
        return None
    return failure("unreadable" if told.status_code >= 500 else "url_expired", told.status_code, dict(told.headers))
