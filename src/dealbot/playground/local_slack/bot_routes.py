"""What the app meets: the Web API, response URLs, sockets and files."""

import asyncio
import base64
import hmac
import json
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import parse_qs, quote

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.websockets import WebSocket

from dealbot.playground.local_slack.answers import respond
from dealbot.playground.local_slack.hangup import Hangups
from dealbot.playground.local_slack.web.api import Hangup, answer
from dealbot.playground.local_slack.web.files import receive
from dealbot.playground.local_slack.world import World

_SIGN_IN = "<!DOCTYPE html><html><head><title>Sign in | Slack</title></head><body></body></html>"


def bot_routes(world: World, hangups: Hangups) -> list[BaseRoute]:
    """All routes of the app."""

    async def api(request: Request) -> Response:
        try:
            return await answer(world, request)
        except Hangup:
            hangups.close(request.scope["client"])
            await asyncio.sleep(0.01)  # for the server to see it
            return Response()

    async def link(socket: WebSocket) -> None:
        await world.sockets.attend(socket, socket.path_params["ticket"])

    return [
        Route("/api/{method}", api, methods=["GET", "POST"]),
        Route("/response/{id}", _in(world, _respond), methods=["POST"]),
        WebSocketRoute("/link/{ticket}", link),
        Route("/upload/{id}", _in(world, _upload), methods=["POST", "PUT"]),
        Route("/files/{id}", _in(world, _download)),
        Route("/files/{id}/download", _in(world, _download)),
        Route("/archives/{channel}/{message}", _in(world, _archive)),
    ]


def _in(world: World, act: Callable[[World, Request], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        return await act(world, request)

    return endpoint


async def _respond(world: World, request: Request) -> Response:
    """Take what is posted to a response URL."""
    id_, body = request.path_params["id"], await request.body()
    error = respond(world, id_, _object(body, request.headers.get("content-type", "")))
    world.journal.write("response_url", id=id_, error=error)
    if error is None:
        return PlainTextResponse("ok")
    return JSONResponse({"ok": False, "error": error}, 404 if error.endswith("_url") else 400)


async def _upload(world: World, request: Request) -> Response:
    there = receive(world, request.path_params["id"], await _content(request))
    return PlainTextResponse("OK") if there else PlainTextResponse("not found", 404)


async def _download(world: World, request: Request) -> Response:
    """Give a file to the app: who shows no token is led to sign in, who may not read files is shown that page."""
    token = request.headers.get("authorization", "").removeprefix("Bearer ")
    if not hmac.compare_digest(token.encode(), world.app.bot_token.encode()):
        world.journal.write("file", id=request.path_params["id"], error="not_authed")
        return RedirectResponse(f"{world.address}/?redir={quote(request.url.path, safe='')}", 302)
    if "files:read" not in world.manifest.scopes:
        world.journal.write("file", id=request.path_params["id"], error="missing_scope")
        return HTMLResponse(_SIGN_IN)
    if world.faults.of_call("files.download") is not None:
        return PlainTextResponse("", 503)
    found = world.state.files.get(request.path_params["id"])
    if found is None or found.content is None:
        return PlainTextResponse("not found", 404)
    return Response(base64.b64decode(found.content), media_type="application/octet-stream")


async def _archive(_world: World, request: Request) -> Response:
    """Lead the address of a message to the page."""
    digits = request.path_params["message"].removeprefix("p")
    return RedirectResponse(f"/?channel={request.path_params['channel']}&ts={digits[:-6]}.{digits[-6:]}")


async def _content(request: Request) -> bytes:
    """Read the content of an upload, as it is or as the file of a form."""
    if not request.headers.get("content-type", "").startswith("multipart/"):
        return await request.body()
    async with request.form() as form:
        parts = [await part.read() for part in form.values() if not isinstance(part, str)]
    return parts[0] if parts else b""


def _object(body: bytes, kind: str) -> dict[str, Any]:
    """What was posted to a response URL: JSON, or a form with JSON in `payload`."""
    text = body.decode("utf-8", errors="replace")
    if kind.startswith("application/x-www-form-urlencoded"):
        text = parse_qs(text).get("payload", ["{}"])[0]
    try:
        read = json.loads(text)
    except ValueError:
        return {}
    return read if isinstance(read, dict) else {}
