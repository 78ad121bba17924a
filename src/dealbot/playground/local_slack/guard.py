"""Keeps other sites out: a browser may have them talk to 127.0.0.1 under a name of theirs."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

_HERE = frozenset({"127.0.0.1", "localhost"})
_OURS = (b"x-frame-options", b"DENY"), (b"x-content-type-options", b"nosniff"), (b"referrer-policy", b"no-referrer")


class Guard:
    """Refuses requests with a foreign Host or Origin, and what another site's page sends along."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what comes from here, refuse the rest."""
        if scope["type"] == "lifespan" or _from_here(scope):
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": 1008})
        else:
            answer = JSONResponse({"error": "This server answers to this machine only."}, 403)
            await answer(scope, receive, send)


def _from_here(scope: Scope) -> bool:
    headers = Headers(scope=scope)
    host = urlsplit(f"//{headers.get('host', '')}").hostname
    if host not in _HERE:
        return False
    origin = headers.get("origin")
    if origin is not None and not _same(origin, headers.get("host", "")):
        return False
    foreign = headers.get("sec-fetch-site", "none") in {"cross-site", "same-site"}
    return not foreign or headers.get("sec-fetch-mode") == "navigate"


def _same(origin: str, host: str) -> bool:
    parts = urlsplit(origin)
    return parts.scheme in {"http", "https"} and parts.netloc == host


def headers_of_page() -> dict[str, str]:
    """What every file of the page is sent with."""
    return {name.decode(): value.decode() for name, value in _OURS}
