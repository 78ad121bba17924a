"""The local Slack as a thing to start and stop."""

import asyncio
import socket
import threading
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import uvicorn

from dealbot.playground.local_slack.faults import CallFault, DeliveryFaultKind
from dealbot.playground.local_slack.hangup import Hangups
from dealbot.playground.local_slack.seed import Seed
from dealbot.playground.local_slack.serving import Server
from dealbot.playground.local_slack.site import site
from dealbot.playground.local_slack.world import World

_HOST = "127.0.0.1"
_PATIENCE = 20


class LocalSlack:
    """A workspace with its server, in a thread of its own; `port` 0 is any free one, no `folder` keeps nothing."""

    def __init__(self, seed: Seed, folder: Path | None = None, port: int = 0) -> None:
        self._seed, self._folder, self._wanted = seed, folder, port
        self.port = 0
        self._loop: asyncio.AbstractEventLoop | None = None
        self._world: World | None = None
        self._server: Server | None = None
        self._thread: threading.Thread | None = None

    def __enter__(self) -> Self:
        """Start, and wait until it listens; raises OSError if the port is taken."""
        # asyncio sends small packets without delay only where the socket names its protocol.
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((_HOST, self._wanted))
        except OSError:
            listening.close()
            raise
        self.port = listening.getsockname()[1]
        ready: Future[None] = Future()
        self._thread = threading.Thread(target=self._run, args=(listening, ready), name="local-slack", daemon=True)
        self._thread.start()
        ready.result(_PATIENCE)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop, and wait until it has."""
        if self._server is not None and self._thread is not None:
            self._running().call_soon_threadsafe(self._server.end)
            self._thread.join(_PATIENCE)

    @property
    def url(self) -> str:
        """Where the page is."""
        return f"http://{_HOST}:{self.port}"

    @property
    def api_url(self) -> str:
        """What the app's WebClient takes as its base URL."""
        return f"{self.url}/api/"

    def advance(self, seconds: float) -> None:
        """Move the clock."""
        self._do(lambda world: world.advance(seconds))

    def fault(self, fault: CallFault) -> None:
        """Let calls of a method go wrong."""
        self._do(lambda world: world.faults.add_call(fault))

    def upset_deliveries(self, kind: DeliveryFaultKind, count: int) -> None:
        """Let deliveries go wrong."""
        self._do(lambda world: world.faults.add_delivery(kind, count))

    def point_to(self, address: str) -> bool:
        """Set where signed requests go; true if the app there answers the challenge."""
        return asyncio.run_coroutine_threadsafe(self.world.http.point_to(address), self._running()).result(_PATIENCE)

    def journal(self, what: str | None = None) -> list[dict[str, Any]]:
        """What happened so far, of one kind or all."""
        return self.world.journal.lines(what)

    @property
    def world(self) -> World:
        """The workspace itself, which belongs to the server's thread."""
        if self._world is None:
            raise RuntimeError("the local Slack is not running")
        return self._world

    def _do(self, act: Callable[[World], None]) -> None:
        done: Future[None] = Future()

        def acting() -> None:
            act(self.world)
            done.set_result(None)

        self._running().call_soon_threadsafe(acting)
        done.result(_PATIENCE)

    def _running(self) -> asyncio.AbstractEventLoop:
        if self._loop is None:
            raise RuntimeError("the local Slack is not running")
        return self._loop

    def _run(self, listening: socket.socket, ready: Future[None]) -> None:
        try:
            asyncio.run(self._serve(listening, ready))
        finally:
            listening.close()
            if not ready.done():
                ready.set_exception(RuntimeError("the local Slack did not start"))

    async def _serve(self, listening: socket.socket, ready: Future[None]) -> None:
        self._loop = asyncio.get_running_loop()
        self._world = world = World(self._seed, self._folder)
        world.address = self.url
        hangups = Hangups()
        config = uvicorn.Config(
            site(world, hangups),
            ws="websockets-sansio",
            log_config=None,
            access_log=False,
            date_header=False,
            server_header=False,
        )
        self._server = Server(config, lambda: ready.set_result(None), hangups)
        await self._server.serve(sockets=[listening])
