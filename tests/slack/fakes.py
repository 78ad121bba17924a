"""A small Slack on this machine: the Web API methods that the transport needs, with faults to order, and sockets."""

import json
import re
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from tests.served import served

TEAM, BOT, BOT_ID, TOKEN, APP_TOKEN, SECRET = "T0OURS", "U0BOT", "B0BOT", "xoxb-test", "xapp-test", "s3cret"


@dataclass(frozen=True)
class Fault:
    """What Slack answers instead; with `accepted` it does what was asked first."""

    error: str = "internal_error"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    accepted: bool = False
    body: str | None = None


@dataclass
class FakeSlack:
    """What was asked of it, what stands in its channels, and what it will do wrong."""

    url: str = ""
    calls: list[tuple[str, dict[str, Any], float]] = field(default_factory=list)
    messages: list[dict[str, Any]] = field(default_factory=list)
    acks: list[dict[str, Any]] = field(default_factory=list)
    drops_alt: bool = False
    faults: dict[str, list[Fault]] = field(default_factory=lambda: defaultdict(list))
    to_send: list[dict[str, Any]] = field(default_factory=list)
    uploads: dict[str, dict[str, Any]] = field(default_factory=dict)
    connected: int = 0

    @property
    def api(self) -> str:
        return f"{self.url}/api/"

    def texts(self, channel: str | None = None) -> list[str]:
        return [said["text"] for said in self.messages if channel in {None, said["channel"]}]

    def times(self, method: str, channel: str) -> list[float]:
        return [at for name, asked, at in self.calls if name == method and asked.get("channel") == channel]

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/api/{method}", self.method, methods=["POST", "GET"]),
                Route("/response/{name}", self.respond, methods=["POST"]),
                Route("/upload/{name}", self.upload, methods=["POST"]),
                WebSocketRoute("/link", self.link),
            ]
        )

    async def method(self, request: Request) -> Response:
        name = request.path_params["method"]
        asked = await _asked(request)
        self.calls.append((name, asked, time.monotonic()))
        fault = self.faults[name].pop(0) if self.faults[name] else None
        told: dict[str, Any] = {}
        if fault is None or fault.accepted:
            told = self._do(name, asked, request.headers.get("authorization", ""))
        if fault is None:
            return _json(told)
        body = fault.body if fault.body is not None else json.dumps({"ok": False, "error": fault.error})
        return Response(body, fault.status, dict(fault.headers), "application/json")

    async def respond(self, request: Request) -> Response:
        self.messages.append({"channel": request.url.path, **json.loads(await request.body())})
        return Response("ok")

    async def upload(self, request: Request) -> Response:
        self.uploads[request.path_params["name"]]["content"] = await request.body()
        return Response("OK")

    async def link(self, socket: WebSocket) -> None:
        await socket.accept()
        self.connected += 1
        await socket.send_json({"type": "hello", "num_connections": 1})
        try:
            while True:
                while self.to_send:
                    await socket.send_json(self.to_send.pop(0))
                self.acks.append(await socket.receive_json())
        except WebSocketDisconnect:
            self.connected -= 1

    def _do(self, name: str, asked: dict[str, Any], authorization: str) -> dict[str, Any]:
        if authorization.removeprefix("Bearer ") not in {TOKEN, APP_TOKEN}:
            return {"ok": False, "error": "invalid_auth"}
        done: Callable[[dict[str, Any]], dict[str, Any]] | None = {
            "auth.test": lambda _: {"team_id": TEAM, "user_id": BOT, "bot_id": BOT_ID},
            "apps.connections.open": lambda _: {"url": f"{self.url.replace('http', 'ws')}/link"},
            "chat.postMessage": self._post,
            "chat.update": self._update,
            "chat.postEphemeral": self._ephemeral,
            "conversations.open": lambda asked: {"channel": {"id": f"D{asked['users']}"}},
            "conversations.history": self._history,
            "conversations.replies": self._history,
            "files.getUploadURLExternal": self._get_upload_url,
            "files.completeUploadExternal": self._complete_upload,
            "views.open": lambda asked: {"view": asked["view"]},
        }.get(name)
        return {"ok": True} | done(asked) if done else {"ok": False, "error": "unknown_method"}

    def _post(self, asked: dict[str, Any]) -> dict[str, Any]:
        channel = re.sub("^U", "DU", asked["channel"])
        said = asked | {"channel": channel, "ts": f"{time.time():.6f}"}
        self.messages.append(said)
        return {"channel": channel, "ts": said["ts"]}

    def _get_upload_url(self, asked: dict[str, Any]) -> dict[str, Any]:
        name = f"F{len(self.uploads)}"
        self.uploads[name] = {"name": asked["filename"], "alt": asked.get("alt_txt")}
        return {"file_id": name, "upload_url": f"{self.url}/upload/{name}"}

    def _complete_upload(self, asked: dict[str, Any]) -> dict[str, Any]:
        files = [self.uploads[each["id"]] for each in json.loads(asked["files"])]
        said = {"channel": asked["channel_id"], "text": asked["initial_comment"], "ts": f"{time.time():.6f}"}
        if not (self.drops_alt and any(file["alt"] for file in files)):
            self.messages.append(said | {"files": [{"name": file["name"]} for file in files]})
        return {"files": [{"id": "F0"}]}

    def _update(self, asked: dict[str, Any]) -> dict[str, Any]:
        said = next(said for said in self.messages if (said["channel"], said["ts"]) == (asked["channel"], asked["ts"]))
        said.update(asked)
        return {"channel": asked["channel"], "ts": asked["ts"]}

    def _ephemeral(self, asked: dict[str, Any]) -> dict[str, Any]:
        self.messages.append(asked)
        return {"message_ts": f"{time.time():.6f}"}

    def _history(self, asked: dict[str, Any]) -> dict[str, Any]:
        found = [
            said
            for said in self.messages
            if said["channel"] == asked["channel"] and said.get("thread_ts") == asked.get("ts")
        ]
        return {"messages": list(reversed(found)), "response_metadata": {"next_cursor": ""}}


@contextmanager
def slack_running() -> Iterator[FakeSlack]:
    """A Slack that lives as long as the block."""
    slack = FakeSlack()
    with served(slack.app(), ws="websockets-sansio") as slack.url:
        yield slack


def until(condition: Callable[[], object], seconds: float = 20) -> bool:
    """Wait until something is so; tells whether it came to be."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


async def _asked(request: Request) -> dict[str, Any]:
    body = (await request.body()).decode()
    if body.startswith("{"):
        return dict(json.loads(body))
    return dict(parse_qsl(body)) | dict(request.query_params)


def _json(told: dict[str, Any]) -> Response:
    return Response(json.dumps(told), media_type="application/json")
