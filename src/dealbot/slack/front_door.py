"""Where Slack knocks over HTTP: not too much, signed by Slack, well formed; only then it comes to the Bolt app."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from slack_bolt import App, BoltRequest
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from dealbot.errors import BadInput
from dealbot.slack.parsing import as_bolt_request
from dealbot.slack.signature import genuine

MOST_BYTES = 1_048_576


@dataclass(frozen=True, slots=True)
class FrontDoor:
    """The door: the app behind it, Slack's signing secret, and what tells whether the house is in order."""

    app: App
    secret: str
    now: Callable[[], datetime]
    ready: Callable[[], dict[str, bool]]

    def asgi(self) -> Starlette:
        """Give the application that a web server runs."""
        routes = [
            Route("/slack/events", self.knock, methods=["POST"]),
            Route("/healthz", self.healthz),
            Route("/readyz", self.readyz),
        ]
        return Starlette(routes=routes)

    async def knock(self, request: Request) -> Response:
        """Answer what Slack sends; 413, 401 and 400 for what is too large, forged or malformed."""
        try:
            body = await _read(request)
        except ClientDisconnect:
            return Response(status_code=400)
        if body is None:
            return Response(status_code=413, headers={"connection": "close"})
        headers = dict(request.scope["headers"])
        if not genuine(self.secret, headers, body, self.now().timestamp()):
            return Response(status_code=401)
        try:
            asked = as_bolt_request(body, headers.get(b"content-type", b"").decode("latin-1"))
        except BadInput:
            return Response(status_code=400)
        return await run_in_threadpool(self._answer, asked)

    def _answer(self, asked: BoltRequest) -> Response:
        told = self.app.dispatch(asked)
        return Response(told.body, told.status, {name: values[0] for name, values in told.headers.items()})

    async def healthz(self, _request: Request) -> Response:
        """Say that this process lives."""
        return JSONResponse({"ok": True})

    async def readyz(self, _request: Request) -> Response:
        """Say whether everything that is needed works."""
        found = await run_in_threadpool(self.ready)
        return JSONResponse(found, 200 if all(found.values()) else 503)


async def _read(request: Request) -> bytes | None:
    """The whole body; None as soon as it is too large."""
    chunks, size = [], 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > MOST_BYTES:
            return None
        chunks.append(chunk)
    return b"".join(chunks)
