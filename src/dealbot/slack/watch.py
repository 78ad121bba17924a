"""The worker processes: started, started again when one dies, and stopped in time.

Each holds the end of a pipe, by which it notices when whoever started it is gone.
"""

import logging
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from time import monotonic

_DRAIN_S = 9.0
_PAUSE_S = 1.0
_log = logging.getLogger(__name__)


@dataclass
class Watch:
    """So many processes of one command, with these variables or those of this process."""

    command: Sequence[str]
    number: int
    environment: Mapping[str, str] | None = None
    _running: list[subprocess.Popen[bytes]] = field(default_factory=list)
    _not_before: float = 0.0

    def look(self) -> None:
        """Start what is missing; a process that keeps dying is not started faster than once a second."""
        alive = [process for process in self._running if process.poll() is None]
        if len(alive) < len(self._running):
            _log.warning("%d worker processes died and are started again", len(self._running) - len(alive))
            self._not_before = monotonic() + _PAUSE_S
        self._running = alive
        if monotonic() >= self._not_before:
            alive += [self._start() for _ in range(self.number - len(alive))]

    def stop(self) -> None:
        """Let each finish what it has in hand; after nine seconds none is waited for."""
        for process in self._running:
            process.terminate()
        deadline = monotonic() + _DRAIN_S
        for process in self._running:
            try:
                process.communicate(timeout=max(0.0, deadline - monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
                process.communicate()
        self._running = []

    def _start(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(self.command, stdin=subprocess.PIPE, env=self.environment)  # noqa: S603 -- our own


@dataclass
class Errand:
    """One process of a command that does something beforehand and ends by itself, or with the bot."""

    command: Sequence[str]
    _running: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Send it off; whether it comes to anything is nobody's concern here."""
        self._running = subprocess.Popen(self.command, stdin=subprocess.PIPE)  # noqa: S603 -- our own

    def stop(self) -> None:
        """End it, wherever it is."""
        if self._running is not None:
            self._running.kill()
            self._running.communicate()
            self._running = None
