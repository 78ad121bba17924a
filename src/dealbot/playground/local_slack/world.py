"""The workspace while it runs: its records, its clock and its ways to the app and to the pages."""

import asyncio
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

from dealbot.playground.local_slack.clock import Clock
from dealbot.playground.local_slack.courier import Courier
from dealbot.playground.local_slack.faults import Faults
from dealbot.playground.local_slack.feed import Feed
from dealbot.playground.local_slack.http_link import HttpLink
from dealbot.playground.local_slack.journal import Journal
from dealbot.playground.local_slack.manifest import read_manifest
from dealbot.playground.local_slack.records import Setting
from dealbot.playground.local_slack.seed import Seed
from dealbot.playground.local_slack.socket_link import SocketLink
from dealbot.playground.local_slack.state import State
from dealbot.playground.local_slack.triggers import Triggers

_AHEAD = "clock_ahead"


class World:
    """All there is, to be passed to whatever acts on it; used by one event loop."""

    def __init__(self, seed: Seed, folder: Path | None) -> None:
        self.seed, self.app = seed, seed.app
        self.manifest = read_manifest(seed.app.manifest)
        self.state = State(folder)
        ahead = self.state.settings.get(_AHEAD)
        self.clock = Clock(ahead.value if ahead else 0.0)
        self.journal, self.faults, self.feed = Journal(folder, self.clock), Faults(), Feed()
        self.triggers = Triggers(self.clock)
        self.sockets = SocketLink(seed.app.id, self.clock, self.journal, self._bot_is)
        self.http = HttpLink(self.manifest, seed.app.signing_secret, self.clock, self._bot_is)
        link = self.sockets if self.manifest.sockets else self.http
        self.courier = Courier(link, self.clock, self.journal, self.faults)
        self.address = ""
        self._tasks: set[asyncio.Task[object]] = set()
        self.state.plant(seed, self.manifest.name, int(self.clock.now()))
        self._last_ts = max((message.ts for message in self.state.messages), default="")

    def stamp(self) -> str:
        """Give the time of a new message."""
        return self.clock.stamp(self._last_ts)

    def advance(self, seconds: float) -> None:
        """Move the clock."""
        self.clock.advance(seconds)
        self.state.settings.put(Setting(_AHEAD, self.clock.ahead))

    def spawn(self, work: Coroutine[Any, Any, object]) -> None:
        """Do something beside what goes on."""
        task: asyncio.Task[object] = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def wake(self) -> None:
        """Go on with what was not finished when the process ended."""
        for delivery in self.state.deliveries:
            self.spawn(self.courier.deliver(delivery, self.state.deliveries))
        if not self.manifest.sockets and self.manifest.events_url:
            self.spawn(self.http.point_to(self.manifest.events_url))

    async def rest(self) -> None:
        """Stop everything and keep what there is."""
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self.state.close()
        self.journal.close()

    def _bot_is(self, up: bool) -> None:  # noqa: FBT001 -- a callback
        self.feed.tell(None, "bot", up=up)
