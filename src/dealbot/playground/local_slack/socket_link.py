"""Socket Mode: the app's own connections, each envelope to one of them."""

import asyncio
import json
import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from starlette.websockets import WebSocket, WebSocketDisconnect

from dealbot.playground.local_slack.clock import Clock
from dealbot.playground.local_slack.journal import Journal
from dealbot.playground.local_slack.link import Answer, Kind, NoAnswer, Parcel
from dealbot.slack.limits import ACK_SECONDS, SOCKETS

_GRACE_SECONDS = 1.0
_TICKET_SECONDS = 30

Json = dict[str, Any]


@dataclass(eq=False, slots=True)
class _Connection:
    socket: WebSocket
    number: int
    leaving: bool = False
    waiting: dict[str, asyncio.Future[Json]] = field(default_factory=dict)

    async def say(self, message: Json) -> None:
        await self.socket.send_text(json.dumps(message))


class SocketLink:
    """All connections of the app."""

    def __init__(self, app: str, clock: Clock, journal: Journal, changed: Callable[[bool], None]) -> None:
        self._app, self._clock, self._journal, self._changed = app, clock, journal, changed
        self._connections: list[_Connection] = []
        self._tickets: dict[str, float] = {}
        self._turn = 0
        self._opened = 0

    @property
    def up(self) -> bool:
        """Whether a connection is open."""
        return bool(self._connections)

    @property
    def count(self) -> int:
        """How many connections are open."""
        return len(self._connections)

    def ticket(self) -> str:
        """Make a ticket that opens one connection, soon."""
        ticket = secrets.token_hex(16)
        self._tickets[ticket] = self._clock.now() + _TICKET_SECONDS
        return ticket

    async def attend(self, socket: WebSocket, ticket: str) -> None:
        """Serve one connection until it ends."""
        if self._tickets.pop(ticket, 0) < self._clock.now():
            await socket.close(1008)
            return
        await socket.accept()
        if len(self._connections) >= SOCKETS:
            await socket.send_text(json.dumps({"type": "disconnect", "reason": "too_many_websockets"}))
            await socket.close()
            return
        self._opened += 1
        connection = _Connection(socket, self._opened)
        self._connections.append(connection)
        self._journal.write("socket", number=connection.number, open=True)
        self._changed(True)  # noqa: FBT003 -- of a callback the names of arguments are not known
        try:
            await self._serve(connection)
        finally:
            self._forget(connection)

    async def send(self, parcel: Parcel) -> Answer:
        """Hand it to one connection and wait for the ack; raises NoAnswer."""
        connection = self._next()
        if connection is None:
            raise NoAnswer("connection_failed")
        envelope = secrets.token_hex(16)
        waiting = connection.waiting[envelope] = asyncio.get_running_loop().create_future()
        message: Json = {"envelope_id": envelope, "type": parcel.kind.value, "payload": parcel.payload}
        message["accepts_response_payload"] = parcel.kind is not Kind.EVENT
        if parcel.kind is Kind.EVENT:
            message |= {"retry_attempt": parcel.attempt, "retry_reason": parcel.reason or ""}
        try:
            return Answer(await self._clock.within(ACK_SECONDS, _exchange(connection, message, waiting)))
        except TimeoutError as error:
            raise NoAnswer("timeout") from error
        except (ConnectionError, WebSocketDisconnect, RuntimeError) as error:
            raise NoAnswer("connection_failed") from error
        finally:
            connection.waiting.pop(envelope, None)

    async def refresh(self) -> None:
        """Ask every connection to make place for a new one, and close it a moment later."""
        old = [connection for connection in self._connections if not connection.leaving]
        for connection in old:
            connection.leaving = True
            with suppress(RuntimeError, WebSocketDisconnect):  # gone already
                await connection.say({"type": "disconnect", "reason": "refresh_requested", "debug_info": {}})
        await asyncio.sleep(_GRACE_SECONDS)
        for connection in old:
            await self._close(connection)

    async def cut(self) -> None:
        """Close every connection without a word."""
        for connection in list(self._connections):
            await self._close(connection)

    async def _serve(self, connection: _Connection) -> None:
        info = {"app_id": self._app}
        hello = {"type": "hello", "connection_info": info, "num_connections": len(self._connections), "debug_info": {}}
        try:
            await connection.say(hello)
            while True:
                self._heard(connection, await connection.socket.receive_text())
        except (WebSocketDisconnect, RuntimeError):
            return

    def _heard(self, connection: _Connection, text: str) -> None:
        try:
            message = json.loads(text)
            waiting = connection.waiting.get(message["envelope_id"])
        except (ValueError, KeyError, TypeError):
            self._journal.write("refused", error="invalid_envelope", socket=connection.number)
            return
        if waiting is not None and not waiting.done():
            payload = message.get("payload")
            waiting.set_result(payload if isinstance(payload, dict) else {})

    def _next(self) -> _Connection | None:
        staying = [each for each in self._connections if not each.leaving] or self._connections
        if not staying:
            return None
        self._turn += 1
        return staying[self._turn % len(staying)]

    def _forget(self, connection: _Connection) -> None:
        if connection not in self._connections:
            return
        self._connections.remove(connection)
        self._journal.write("socket", number=connection.number, open=False)
        for waiting in connection.waiting.values():
            if not waiting.done():
                waiting.set_exception(ConnectionError("the connection was closed"))
        if not self._connections:
            self._changed(False)  # noqa: FBT003 -- as above

    async def _close(self, connection: _Connection) -> None:
        if connection in self._connections:
            self._forget(connection)
            with suppress(RuntimeError):  # closed from the other side just now
                await connection.socket.close()


async def _exchange(connection: _Connection, message: Json, acked: asyncio.Future[Json]) -> Json:
    await connection.say(message)
    return await acked
