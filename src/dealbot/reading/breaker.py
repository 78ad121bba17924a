"""Leaves a model that keeps failing alone for a while."""

from threading import Lock

from dealbot.reading.deadline import Clock

FAILURES, REST = 5, 60.0


class Breaker:
    """Opens after so many failures in a row, and lets one call through again after a rest."""

    def __init__(self, clock: Clock, failures: int = FAILURES, rest: float = REST) -> None:
        self._clock = clock
        self._limit = failures
        self._rest = rest
        self._lock = Lock()
        self._failed = 0
        self._closed_at = 0.0

    def allows(self) -> bool:
        """Whether a call may be made now."""
        with self._lock:
            if self._failed < self._limit:
                return True
            if self._clock() < self._closed_at:
                return False
            # One call tries; the others rest on until it has ended well.
            self._closed_at = self._clock() + self._rest
            return True

    def report(self, *, ended_well: bool) -> None:
        """Tell how a call ended."""
        with self._lock:
            self._failed = 0 if ended_well else self._failed + 1
            if self._failed >= self._limit:
                self._closed_at = self._clock() + self._rest
