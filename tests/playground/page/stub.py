"""A local Slack of canned answers: serves the page, records what it posts, and sends it what a test wants to see."""

import asyncio
import socket
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.websockets import WebSocket, WebSocketDisconnect

import dealbot.playground
from tests.playground.page import sample

PAGE = Path(dealbot.playground.__file__).parent / "page"
PATIENCE = 5.0


@dataclass
class Slack:
    """What the page is told, and what it said; a test changes the one and reads the other."""

    workspace: dict[str, Any] = field(default_factory=sample.workspace)
    channels: list[dict[str, Any]] = field(default_factory=sample.channels)
    messages: dict[str, list[dict[str, Any]]] = field(default_factory=sample.messages)
    home: dict[str, Any] | None = None
    answers: dict[str, tuple[int, Any]] = field(default_factory=dict)
    slow: dict[str, float] = field(default_factory=dict)
    posted: list[tuple[str, str, Any]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    open: bool = True
    url: str = ""
    loop: asyncio.AbstractEventLoop | None = None
    sockets: dict[WebSocket, str] = field(default_factory=dict)

    def send(self, kind: str, channel: str | None = None, **rest: Any) -> None:
        """An event to everybody who listens; waits until somebody does."""
        until(lambda: self.sockets)
        for each in list(self.sockets):
            self._soon(each.send_json({"kind": kind, "channel": channel, **rest}))

    def drop(self) -> None:
        """Breaks every connection."""
        for each in list(self.sockets):
            self._soon(each.close())

    def said(self, path: str, least: int = 1) -> list[Any]:
        """The bodies posted there, oldest first; waits for that many."""
        until(lambda: sum(each == path for each, _, _ in self.posted) >= least)
        return [body for each, _, body in self.posted if each == path]

    def _soon(self, coroutine: Any) -> None:
        assert self.loop is not None
        asyncio.run_coroutine_threadsafe(coroutine, self.loop).result(PATIENCE)


def until(holds: Any) -> None:
    """Waits for something the page does in its own time."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, "nothing came"
        time.sleep(0.01)


class Kept(StaticFiles):
    """Files that the browser asks for once: the tests open the page often."""

    def file_response(self, *args: Any, **kwargs: Any) -> Response:
        """The file, to be kept for as long as the tests run."""
        response = super().file_response(*args, **kwargs)
        response.headers["Cache-Control"] = "max-age=3600"
        return response


def application(slack: Slack) -> Starlette:
    async def read(request: Request) -> JSONResponse:
        path = request.path_params["path"]
        slack.asked.append(path)
        if not slack.open:
            return JSONResponse({"error": "The workspace is asleep."}, 400)
        answers: dict[str, Any] = {
            "workspace": slack.workspace,
            "channels": [each for each in slack.channels if request.query_params.get("user") in each["members"]],
            "messages": slack.messages.get(request.query_params.get("channel", ""), []),
            "home": {"view": slack.home},
        }
        return JSONResponse(answers[path])

    async def write(request: Request) -> JSONResponse:
        path = request.path_params["path"]
        slack.posted.append((path, request.query_params["user"], await request.json()))
        await asyncio.sleep(slack.slow.get(path, 0))
        status, body = slack.answers.get(path, (200, {}))
        return JSONResponse(body, status)

    async def listen(link: WebSocket) -> None:
        if not slack.open:
            await link.close()
            return
        slack.loop = asyncio.get_running_loop()
        await link.accept()
        slack.sockets[link] = link.query_params["user"]
        try:
            while True:
                await link.receive()
        except (WebSocketDisconnect, RuntimeError):
            pass
        finally:
            slack.sockets.pop(link, None)

    return Starlette(
        routes=[
            WebSocketRoute("/page/events", listen),
            Route("/page/{path}", read, methods=["GET"]),
            Route("/page/{path}", write, methods=["POST"]),
            Mount("/", Kept(directory=PAGE, html=True)),
        ]
    )


class Serving:
    """The stub on a free port, in a thread of its own, for as long as the tests run."""

    def __init__(self) -> None:
        self.slack = Slack()
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.listener.getsockname()[1]}/"
        config = uvicorn.Config(self.now, log_level="error", lifespan="off", interface="asgi3", ws="websockets-sansio")
        self.server = uvicorn.Server(config)
        self.thread = threading.Thread(target=self.server.run, kwargs={"sockets": [self.listener]}, daemon=True)
        self.thread.start()

    async def now(self, scope: Any, receive: Any, send: Any) -> None:
        """Answers for the workspace of the test that runs now."""
        await application(self.slack)(scope, receive, send)

    def fresh(self) -> Slack:
        """A new workspace."""
        self.slack = Slack(url=self.url)
        return self.slack

    def stop(self) -> None:
        """Ends the thread."""
        self.server.should_exit = True
        self.server.force_exit = True
        self.thread.join(PATIENCE)
        self.listener.close()
