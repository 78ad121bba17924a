"""`/api/METHOD`: reads a call, checks who makes it and what goes wrong, and answers as Slack does."""

import asyncio
import hmac
import json
from email.utils import formatdate
from typing import Any

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from dealbot.playground.local_slack.faults import CallFault
from dealbot.playground.local_slack.refused import Refused
from dealbot.playground.local_slack.web.call import Call, Json
from dealbot.playground.local_slack.web.methods import APP_METHODS, METHODS, SCOPES, WITHOUT_TOKEN
from dealbot.playground.local_slack.world import World

# Arguments that a form carries as JSON.
_AS_JSON = frozenset("blocks view metadata chunks prompts files loading_messages attachments".split())
_SECRET = frozenset({"token"})


class Hangup(Exception):
    """The connection is to be closed without an answer."""


async def answer(world: World, request: Request) -> Response:
    """Answer one call."""
    method = request.path_params["method"]
    fault = world.faults.of_call(method)
    if fault is not None and (failed := await _fail(world, fault)):
        return failed
    try:
        arguments = await _arguments(request)
        world.journal.write("call", method=method, arguments=_told(arguments))
        _authorize(world, method, _token(request, arguments))
        call = Call(world, method, {key: value for key, value in arguments.items() if key not in _SECRET})
        return JSONResponse({"ok": True, **METHODS[method](call)}, headers=_headers(world))
    except Refused as refused:
        world.journal.write("refused", method=method, error=refused.error, **refused.more)
        return JSONResponse({"ok": False, "error": refused.error, **refused.more}, headers=_headers(world))


async def _fail(world: World, fault: CallFault) -> Response | None:
    """Do what the fault says; None if the call goes on."""
    world.journal.write("fault", method=fault.method, kind=fault.kind)
    match fault.kind:
        case "slow":
            await asyncio.sleep(fault.seconds)
            return None
        case "ratelimited":
            after = {"Retry-After": str(max(1, int(fault.seconds)))}
            return JSONResponse({"ok": False, "error": "ratelimited"}, 429, after)
        case "server_error":
            return PlainTextResponse("Internal Server Error", 500)
        case "error":
            return JSONResponse({"ok": False, "error": fault.error})
        case "close":
            raise Hangup


async def _arguments(request: Request) -> Json:
    arguments: Json = dict(request.query_params)
    kind = request.headers.get("content-type", "")
    if kind.startswith("application/json"):
        arguments |= _object(await _body(request))
    elif request.method == "POST":
        async with request.form() as form:
            arguments |= {key: value for key, value in form.items() if isinstance(value, str)}
    return {key: _parsed(key, value) for key, value in arguments.items()}


async def _body(request: Request) -> bytes:
    try:
        return await request.body()
    except ClientDisconnect as error:
        raise Refused("request_timeout") from error


def _object(body: bytes) -> Json:
    try:
        read = json.loads(body or b"{}")
    except ValueError as error:
        raise Refused("invalid_json") from error
    if not isinstance(read, dict):
        raise Refused("json_not_object")
    return read


def _parsed(key: str, value: Any) -> Any:  # noqa: ANN401 -- what the app sent
    if key in _AS_JSON and isinstance(value, str):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value


def _token(request: Request, arguments: Json) -> str | None:
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    return token if kind.lower() == "bearer" and token else arguments.get("token")


def _authorize(world: World, method: str, token: str | None) -> None:
    """Raise Refused unless there is such a method and the token is good for it."""
    if method not in METHODS:
        raise Refused("unknown_method", req_method=method)
    if method in WITHOUT_TOKEN:
        return
    if not token:
        raise Refused("not_authed")
    right, wrong = world.app.bot_token, world.app.app_token
    if method in APP_METHODS:
        right, wrong = wrong, right
    if _same(token, wrong):
        raise Refused("not_allowed_token_type")
    if not _same(token, right):
        raise Refused("invalid_auth")
    needed, provided = SCOPES.get(method), world.manifest.scopes
    if needed and needed not in provided:
        raise Refused("missing_scope", needed=needed, provided=",".join(sorted(provided)))


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode())


def _headers(world: World) -> dict[str, str]:
    told = formatdate(world.clock.now(), usegmt=True)
    return {"x-oauth-scopes": ",".join(sorted(world.manifest.scopes)), "date": told}


def _told(arguments: Json) -> Json:
    return {key: "…" if key in _SECRET else value for key, value in arguments.items()}
