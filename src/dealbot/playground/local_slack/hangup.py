"""Closes a connection in the middle of a request, as networks do."""

import asyncio
from weakref import WeakSet

from uvicorn.protocols.http.h11_impl import H11Protocol

# Of the loop: within these a connection that was accepted last is made, and one that was aborted is closed.
_TURNS = 6


class Hangups:
    """The open connections by the address of the other side."""

    def __init__(self) -> None:
        self._open: dict[tuple[str, int], asyncio.Transport] = {}
        self._made: WeakSet[asyncio.Transport] = WeakSet()

    def protocol(self) -> type[H11Protocol]:
        """The protocol of a server whose connections can be closed."""
        connections, made = self._open, self._made

        class Closing(H11Protocol):
            def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
                connections[transport.get_extra_info("peername")] = transport
                made.add(transport)
                super().connection_made(transport)

            def connection_lost(self, exc: Exception | None) -> None:
                connections.pop(self.transport.get_extra_info("peername"), None)
                super().connection_lost(exc)

        return Closing

    async def close_all(self) -> None:
        """Close what is still open when the server has ended, sockets that were upgraded too."""
        for _ in range(_TURNS):
            for transport in list(self._made):
                transport.abort()
            await asyncio.sleep(0)

    def close(self, client: tuple[str, int]) -> None:
        """Close the connection of a client, without an answer."""
        transport = self._open.get(client)
        if transport is not None:
            transport.close()
