"""An ASGI application on a free port of this machine, for as long as a block."""

import asyncio
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn
from starlette.types import ASGIApp

from dealbot.playground.local_slack.hangup import Hangups
from dealbot.playground.local_slack.serving import Server


@contextmanager
def served(app: ASGIApp, *, ws: Any = "none") -> Iterator[str]:
    """Serve an application; gives its address."""
    listening = socket.socket(proto=socket.IPPROTO_TCP)
    listening.bind(("127.0.0.1", 0))
    ready = threading.Event()
    running: list[tuple[asyncio.AbstractEventLoop, Server]] = []

    async def serve() -> None:
        config = uvicorn.Config(app, ws=ws, log_config=None, access_log=False, lifespan="off")
        server = Server(config, ready.set, Hangups())
        running.append((asyncio.get_running_loop(), server))
        await server.serve(sockets=[listening])

    thread = threading.Thread(target=asyncio.run, args=(serve(),))
    thread.start()
    assert ready.wait(8)
    ((loop, server),) = running
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        loop.call_soon_threadsafe(server.end)
        thread.join()
