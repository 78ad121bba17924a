"""What the open pages are told as it happens."""

import asyncio
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

News = dict[str, Any]


class Feed:
    """The pages that listen, each as a user."""

    def __init__(self) -> None:
        self._listening: list[tuple[str, asyncio.Queue[News]]] = []

    @contextmanager
    def listen(self, user: str) -> Iterator[asyncio.Queue[News]]:
        """Hear what a user would see."""
        place = (user, asyncio.Queue[News]())
        self._listening.append(place)
        try:
            yield place[1]
        finally:
            self._listening.remove(place)

    def tell(self, users: Iterable[str] | None, kind: str, channel: str | None = None, **more: object) -> None:
        """Tell these users, or everybody."""
        known = None if users is None else set(users)
        for user, queue in self._listening:
            if known is None or user in known:
                queue.put_nowait({"kind": kind, "channel": channel, **more})
