"""A small Bolt app that remembers what reaches it, behind signed HTTP or over Socket Mode."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_bolt.adapter.starlette import SlackRequestHandler
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dealbot.playground.local_slack.server import LocalSlack
from tests.playground.workspace import APP_TOKEN, SIGNING_SECRET, client, control, eventually
from tests.served import served


@dataclass
class Seen:
    """What reached the bot, newest last."""

    bodies: list[Any] = field(default_factory=list)

    def add(self, body: Any) -> None:
        self.bodies.append(body)

    def events(self, kind: str) -> list[Any]:
        found = [body["event"] for body in list(self.bodies) if "event" in body]
        return [event for event in found if event["type"] == kind]

    def of_type(self, kind: str) -> list[Any]:
        return [body for body in list(self.bodies) if body.get("type") == kind]


def bolt_app(slack: LocalSlack, seen: Seen) -> App:
    """An app that acknowledges everything and remembers it; tests add what it is to do."""
    app = App(client=client(slack), signing_secret=SIGNING_SECRET)

    @app.middleware
    def remember(body: dict[str, Any], next_: Any) -> None:
        seen.add(body)
        next_()

    for event in ("message", "app_mention", "app_home_opened", "app_context_changed"):
        app.event(event)(partial(_nothing))
    for event in ("reaction_added", "member_joined_channel"):
        app.event(event)(partial(_nothing))
    return app


def _nothing() -> None:
    """Bolt acknowledges events itself."""


@contextmanager
def over_http(slack: LocalSlack, app: App) -> Iterator[None]:
    """Let signed requests reach the app."""
    handler = SlackRequestHandler(app)

    async def endpoint(request: Request) -> Response:
        return await handler.handle(request)

    with served(Starlette(routes=[Route("/slack/events", endpoint, methods=["POST"])])) as address:
        assert slack.point_to(f"{address}/slack/events")
        yield


@contextmanager
def over_sockets(slack: LocalSlack, app: App, ping_interval: float = 5) -> Iterator[SocketModeHandler]:
    """Connect the app by Socket Mode."""
    web_client = client(slack, APP_TOKEN)
    handler = SocketModeHandler(app, APP_TOKEN, web_client=web_client, ping_interval=ping_interval)
    before = slack.world.sockets.count
    handler.connect()  # type: ignore[no-untyped-call]
    eventually(lambda: slack.world.sockets.count > before)
    try:
        yield handler
    finally:
        # Left alone, the client's threads look for their end every second or three.
        handler.client.auto_reconnect_enabled, handler.client.closed = False, True
        handler.client.message_queue.put(None)
        control(slack, "sockets", do="cut")
        eventually(lambda: not handler.client.is_connected())
        handler.close()  # type: ignore[no-untyped-call]
