"""What happened, one JSON line each: calls, deliveries, acks and refusals."""

import json
from collections import deque
from pathlib import Path
from typing import Any

from dealbot.playground.local_slack.clock import Clock

_REMEMBERED = 5_000


class Journal:
    """The journal: in memory for who asks, and a file in the workspace's folder."""

    def __init__(self, folder: Path | None, clock: Clock) -> None:
        self._clock = clock
        self._lines: deque[dict[str, Any]] = deque(maxlen=_REMEMBERED)
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
        self._file = (folder / "journal.jsonl").open("a", encoding="utf-8") if folder else None

    def write(self, what: str, **more: object) -> None:
        """Add a line."""
        line = {"at": round(self._clock.now(), 3), "what": what, **more}
        self._lines.append(line)
        if self._file is not None:
            self._file.write(f"{json.dumps(line)}\n")
            self._file.flush()

    def lines(self, what: str | None = None) -> list[dict[str, Any]]:
        """The latest lines, of one kind or all."""
        return [line for line in list(self._lines) if what in (None, line["what"])]

    def close(self) -> None:
        """Write no more to the file."""
        if self._file is not None:
            self._file.close()
            self._file = None
