"""A server that starts and stops at once."""

import asyncio
import socket
from collections.abc import Callable

import uvicorn

from dealbot.playground.local_slack.hangup import Hangups

_PATIENCE, _LOOKS = 1.0, 200


class Server(uvicorn.Server):
    """uvicorn, told when to end instead of looking ten times a second; no connection outlives it."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None], hangups: Hangups) -> None:
        config.http = hangups.protocol()
        super().__init__(config)
        self._ready, self._hangups = ready, hangups
        self._ended = asyncio.Event()

    def end(self) -> None:
        """Stop serving; to be called in the server's loop."""
        self.should_exit = True
        self._ended.set()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, and tell so."""
        await super().startup(sockets)
        if self.started:
            self._ready()

    async def main_loop(self) -> None:
        """Serve until told to end."""
        await self._ended.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Let go of every connection, give answers that are under way a second, and end the application."""
        for server in self.servers:
            server.close()
        for listening in sockets or []:
            listening.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        await self._let_go()
        await self.lifespan.shutdown()

    async def _let_go(self) -> None:
        """Wait a moment for connections to end, and cut those that do not."""
        for _ in range(_LOOKS):
            if not self.server_state.connections and not self.server_state.tasks:
                break
            await asyncio.sleep(_PATIENCE / _LOOKS)
        for task in list(self.server_state.tasks):
            task.cancel()
        await self._hangups.close_all()
