"""What the page and tests send: JSON that is checked before it is used."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from dealbot.playground.local_slack.refused import NotPossible
from dealbot.playground.local_slack.world import World

Json = dict[str, Any]
Answer = Callable[[World, Request], Awaitable[Any]]


async def read_body(request: Request) -> Json:
    """Read an object; raises NotPossible."""
    try:
        body = json.loads(await request.body() or b"{}")
    except ValueError as error:
        raise NotPossible("The body is not JSON.") from error
    if not isinstance(body, dict):
        raise NotPossible("The body is not an object.")
    return body


def string(body: Json, key: str) -> str:
    """A string that has to be there; raises NotPossible."""
    value = body.get(key)
    if not isinstance(value, str):
        raise NotPossible(f"There is no {key}.")
    return value


def route(world: World, path: str, method: str, answer: Answer) -> Route:
    """A route that answers JSON, and status 400 with a sentence for what cannot be."""

    async def endpoint(request: Request) -> Response:
        try:
            found = await answer(world, request)
        except NotPossible as error:
            return JSONResponse({"error": str(error)}, 400)
        return JSONResponse({"ok": True} if found is None else found)

    return Route(path, endpoint, methods=[method])
