"""Work that must end by a time: whole calls are cut, however slowly their bytes drip in."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from concurrent.futures import Future, wait
from functools import cache
from threading import Thread
from typing import TypeVar

Result = TypeVar("Result")
Clock = Callable[[], float]


class Deadline:
    """A moment on a monotonic clock after which nobody waits any longer."""

    def __init__(self, seconds: float, clock: Clock) -> None:
        self._clock = clock
        self._end = clock() + seconds

    def left(self) -> float:
        """Seconds that are left, never below zero."""
        return max(0.0, self._end - self._clock())


def run_all(calls: Sequence[Coroutine[object, object, Result]], deadline: Deadline) -> list[Result | BaseException]:
    """Run calls side by side; what has not ended by the deadline is cancelled and gives a TimeoutError.

    Whatever a call raises is its result: the one place where every failure of a model's client is a value.
    """
    futures: list[Future[Result]] = [asyncio.run_coroutine_threadsafe(call, _loop()) for call in calls]
    wait(futures, timeout=deadline.left())
    outcomes = map(_outcome, futures)
    return list(outcomes)


def _outcome(future: Future[Result]) -> Result | BaseException:
    if not future.done():
        future.cancel()
    if future.cancelled():
        return TimeoutError()
    error = future.exception()
    return future.result() if error is None else error


@cache
def _loop() -> asyncio.AbstractEventLoop:
    """One loop in one thread for all calls: clients keep connections, and connections belong to a loop."""
    loop = asyncio.new_event_loop()
    Thread(target=loop.run_forever, name="model-calls", daemon=True).start()
    return loop
