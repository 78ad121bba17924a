"""What Slack sends, as a test says it: events, commands, clicks and forms, signed and knocking at the door."""

import asyncio
import itertools
import json
import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from starlette.applications import Starlette

from dealbot.slack.installation import Installation
from dealbot.slack.signature import signature
from tests.slack.fakes import BOT, BOT_ID, SECRET, TEAM

OURS = Installation(TEAM, BOT, BOT_ID)
CHANNEL, PRIYA, TS = "C0DEAL", "U0PRIYA", "1763280000.000100"
Payload = dict[str, Any]
_numbers = itertools.count(1)


def event(inner: Payload, **outer: Any) -> Payload:
    """Something that happened."""
    given = {"type": "event_callback", "team_id": TEAM, "event_id": f"Ev{next(_numbers):08}", "event": inner}
    return given | outer


def message(text: str = "Met Dana today.", ts: str = TS, **more: Any) -> Payload:
    """Somebody says something in the channel."""
    said = {"type": "message", "channel": CHANNEL, "channel_type": "channel", "user": PRIYA, "team": TEAM}
    return said | {"text": text, "ts": ts} | more


def mention(text: str = f"<@{BOT}> Met Dana today.", ts: str = TS, **more: Any) -> Payload:
    """Somebody says something to the bot."""
    return message(text, ts, **more) | {"type": "app_mention"}


def edited(text: str, ts: str = TS, at: str = "1763280060.000000", before: str = "Met Dana today.") -> Payload:
    """Somebody edits a message."""
    now = {"type": "message", "user": PRIYA, "text": text, "ts": ts, "edited": {"user": PRIYA, "ts": at}}
    was = {"type": "message", "user": PRIYA, "text": before, "ts": ts}
    change = {"type": "message", "subtype": "message_changed", "channel": CHANNEL, "ts": at, "event_ts": at}
    return change | {"message": now, "previous_message": was}


def deleted(ts: str = TS) -> Payload:
    """Somebody deletes a message."""
    was = {"type": "message", "user": PRIYA, "text": "Met Dana today.", "ts": ts}
    gone = {"type": "message", "subtype": "message_deleted", "channel": CHANNEL, "deleted_ts": ts}
    return gone | {"previous_message": was, "ts": "1763280099.000000"}


def command(name: str = "/deal", text: str = "status Lakeshore", **more: Any) -> Payload:
    """Somebody types a command."""
    typed = {"command": name, "text": text, "team_id": TEAM, "user_id": PRIYA, "channel_id": CHANNEL}
    return typed | {"trigger_id": f"{next(_numbers)}.1.abc"} | more


def click(action: str = "undo", **more: Any) -> Payload:
    """Somebody clicks a button."""
    clicked = {
        "type": "block_actions",
        "team": {"id": TEAM},
        "user": {"id": PRIYA, "team_id": TEAM},
        "channel": {"id": CHANNEL},
        "container": {"type": "message", "channel_id": CHANNEL, "message_ts": TS},
        "trigger_id": f"{next(_numbers)}.2.abc",
        "actions": [{"type": "button", "action_id": action, "block_id": "b", "action_ts": f"{time.time():.6f}"}],
    }
    return clicked | more


def form(view: str = "correct", values: Payload | None = None, kind: str = "view_submission") -> Payload:
    """Somebody sends a dialog."""
    state = {"values": values if values is not None else {"who": {"name": {"type": "plain_text_input", "value": ""}}}}
    shown = {"id": "V1", "hash": f"{next(_numbers)}", "type": "modal", "callback_id": view, "state": state}
    return {"type": kind, "team": {"id": TEAM}, "user": {"id": PRIYA, "team_id": TEAM}, "view": shown}


def shortcut(name: str = "log", **more: Any) -> Payload:
    """Somebody uses a shortcut."""
    used = {"type": "shortcut", "callback_id": name, "team": {"id": TEAM}, "user": {"id": PRIYA, "team_id": TEAM}}
    return used | {"trigger_id": f"{next(_numbers)}.3.abc", "action_ts": "1763280000.1"} | more


def as_sent(payload: Payload) -> tuple[bytes, str]:
    """The bytes of a payload and their content type, as Slack chooses them."""
    if payload.get("type") in {"event_callback", "url_verification", "app_rate_limited"}:
        return json.dumps(payload).encode(), "application/json"
    fields = payload if "command" in payload or "ssl_check" in payload else {"payload": json.dumps(payload)}
    return urlencode(fields).encode(), "application/x-www-form-urlencoded"


def signed(body: bytes, content_type: str = "application/json", at: float | None = None) -> dict[str, str]:
    """The headers by which Slack shows that it sent these bytes."""
    stamp = str(int(time.time() if at is None else at))
    return {
        "content-type": content_type,
        "x-slack-request-timestamp": stamp,
        "x-slack-signature": signature(SECRET, stamp.encode(), body).decode(),
    }


@dataclass(frozen=True)
class Told:
    """What the door answered."""

    status: int
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


def knock(door: Starlette, body: bytes, headers: dict[str, str], path: str = "/slack/events") -> Told:
    """Bring a request to the door without a network."""
    answer: list[dict[str, Any]] = []
    chunks = [body[start : start + 65_536] for start in range(0, len(body), 65_536)] or [b""]
    coming = iter([{"type": "http.request", "body": chunk, "more_body": True} for chunk in chunks[:-1]])

    async def receive() -> Any:
        return next(coming, {"type": "http.request", "body": chunks[-1], "more_body": False})

    async def send(part: Any) -> None:
        answer.append(part)

    raw = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
    scope = {"type": "http", "method": "POST" if body else "GET", "path": path, "headers": raw, "query_string": b""}
    asyncio.run(door(scope, receive, send))
    return Told(answer[0]["status"], b"".join(part.get("body", b"") for part in answer[1:]))


def tell(door: Starlette, payload: Payload, **headers: str) -> Told:
    """Have Slack tell something."""
    body, content_type = as_sent(payload)
    return knock(door, body, signed(body, content_type) | headers)
