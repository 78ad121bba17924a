"""A clock that tests can move: whoever sleeps by it wakes when its hands have passed."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

from dealbot.clock import now

T = TypeVar("T")


class Clock:
    """The time of the workspace, in seconds since 1970: the machine's, and what tests put ahead of it."""

    def __init__(self, ahead: float = 0.0) -> None:
        self.ahead = ahead
        self._moved = asyncio.Event()
        self._last = 0

    def now(self) -> float:
        """Tell the time."""
        return now().timestamp() + self.ahead

    def advance(self, seconds: float) -> None:
        """Move the hands, and wake whom they pass."""
        self.ahead += seconds
        self._moved.set()
        self._moved = asyncio.Event()

    def stamp(self, after: str = "") -> str:
        """Give a time as Slack writes it, later than any other it gave and than `after`."""
        least = int(after.replace(".", "")) if after else 0
        self._last = max(int(self.now() * 1_000_000), self._last + 1, least + 1)
        return f"{self._last // 1_000_000}.{self._last % 1_000_000:06d}"

    async def sleep(self, seconds: float) -> None:
        """Wait until so many seconds have passed on this clock."""
        until = self.now() + seconds
        while (left := until - self.now()) > 0:
            try:
                await asyncio.wait_for(self._moved.wait(), left)
            except TimeoutError:
                continue

    async def within(self, seconds: float, work: Coroutine[Any, Any, T]) -> T:
        """Wait for something, so long; raises TimeoutError."""
        doing, waiting = asyncio.ensure_future(work), asyncio.ensure_future(self.sleep(seconds))
        try:
            await asyncio.wait({doing, waiting}, return_when=asyncio.FIRST_COMPLETED)
            if not doing.done():
                raise TimeoutError
            return doing.result()
        finally:
            doing.cancel()
            waiting.cancel()
