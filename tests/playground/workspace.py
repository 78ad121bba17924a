"""A workspace for tests: its manifest, its people, and a page that acts as one of them."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import httpx
from slack_sdk import WebClient
from websockets.sync.client import ClientConnection, connect

from dealbot.playground.local_slack.seed import InstalledApp, Person, Room, Seed
from dealbot.playground.local_slack.server import LocalSlack

BOT = "U0DEALBOT"
ANA, BEN = "U0ANA", "U0BEN"
DM = "D0ANA"
BOT_TOKEN, APP_TOKEN, SIGNING_SECRET = "xoxb-test", "xapp-test", "a secret of both"

SCOPES = """app_mentions:read assistant:write channels:history channels:join channels:read chat:write commands
files:read files:write groups:history groups:read im:history im:read im:write reactions:read reactions:write team:read
users:read users:read.email""".split()
EVENTS = """app_context_changed app_home_opened app_mention member_joined_channel message.channels message.groups
message.im reaction_added""".split()


def manifest(*, sockets: bool = True, scopes: list[str] | None = None, events: list[str] | None = None) -> Any:
    return {
        "display_information": {"name": "dealbot"},
        "features": {
            "agent_view": {
                "agent_description": "Deals",
                "suggested_prompts": [{"title": "Mine", "message": "My deals"}],
            },
            "bot_user": {"display_name": "dealbot", "always_online": True},
            "slash_commands": [{"command": "/deal", "description": "Ask about a deal", "usage_hint": "status NAME"}],
            "shortcuts": [
                {"name": "Log a call", "type": "global", "callback_id": "log_call", "description": "…"},
                {"name": "Log this", "type": "message", "callback_id": "log_message", "description": "…"},
            ],
        },
        "oauth_config": {"scopes": {"bot": SCOPES if scopes is None else scopes}},
        "settings": {
            "socket_mode_enabled": sockets,
            "event_subscriptions": {"bot_events": EVENTS if events is None else events},
            "interactivity": {"is_enabled": True},
        },
    }


def seed(described: Any = None) -> Seed:
    return Seed(
        app=InstalledApp(described or manifest(), BOT_TOKEN, APP_TOKEN, SIGNING_SECRET),
        people=(
            Person(ANA, "Ana Lopez", "Account Executive", email="ana@example.com"),
            Person(BEN, "Ben Ochs", "Sales Manager"),
        ),
        rooms=(
            Room("C0DEALS", "deals", (ANA, BEN, BOT), topic="What moves"),
            Room("C0LOUNGE", "lounge", (ANA, BEN)),
            Room("C0SECRET", "secret", (BEN,), "private"),
            Room("C0TEAM", "team", (ANA, BOT), "private"),
        ),
        hints=("Ask: where is Mercy?",),
    )


@cache
def browser() -> httpx.Client:
    """One for all tests: making one takes longer than most of what it is used for."""
    return httpx.Client()


def client(slack: LocalSlack, token: str = BOT_TOKEN) -> WebClient:
    return WebClient(token, base_url=slack.api_url)


def eventually(true: Callable[[], Any], seconds: float = 8) -> Any:
    """Wait until something is there."""
    until = time.monotonic() + seconds
    while not (found := true()):
        assert time.monotonic() < until, "it did not happen"
        time.sleep(0.01)
    return found


@dataclass(frozen=True)
class Page:
    """The page, as one person uses it."""

    slack: LocalSlack
    user: str = ANA

    def of(self, user: str) -> "Page":
        return replace(self, user=user)

    def get(self, what: str, **query: str) -> Any:
        answer = browser().get(f"{self.slack.url}/page/{what}", params={"user": self.user, **query})
        assert answer.status_code == 200, answer.text
        return answer.json()

    def try_post(self, what: str, **body: Any) -> httpx.Response:
        url = f"{self.slack.url}/page/{what}"
        return browser().post(url, params={"user": self.user}, json=body, timeout=10)

    def post(self, what: str, **body: Any) -> Any:
        answer = self.try_post(what, **body)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def say(self, text: str, channel: str = DM, thread_ts: str | None = None) -> str:
        return str(self.post("messages", channel=channel, text=text, thread_ts=thread_ts).get("ts"))

    def messages(self, channel: str = DM) -> list[Any]:
        return list(self.get("messages", channel=channel))

    def texts(self, channel: str = DM) -> list[str]:
        return [message["text"] for message in self.messages(channel)]

    def click(self, container: Any, block_id: str, action_id: str, value: Any = None) -> None:
        self.post("actions", container=container, block_id=block_id, action_id=action_id, value=value)

    @contextmanager
    def watching(self) -> Iterator["Watched"]:
        url = self.slack.url.replace("http", "ws", 1)
        with connect(f"{url}/page/events?user={self.user}") as socket:
            watched = Watched(socket)
            watched.until("bot")
            yield watched


@dataclass(frozen=True)
class Watched:
    """What an open page is told."""

    socket: ClientConnection

    def until(self, kind: str) -> Any:
        """Wait for news of a kind, passing over others."""
        while True:
            news = json.loads(self.socket.recv(timeout=8))
            if news["kind"] == kind:
                return news


def control(slack: LocalSlack, what: str, **body: Any) -> Any:
    answer = browser().post(f"{slack.url}/control/{what}", json=body, timeout=10)
    assert answer.status_code == 200, answer.text
    return answer.json()
