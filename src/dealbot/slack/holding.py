"""Holding on to what was taken: a lease is short, so that the dead are soon replaced, and renewed by who lives."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from threading import Event, Thread

from dealbot.errors import StoreUnavailable
from dealbot.store.post import LostLease

LEASE = timedelta(seconds=10)
_BEATS = 3  # in a lease
_log = logging.getLogger(__name__)


@contextmanager
def holding(lease: timedelta, renew: Callable[[], None]) -> Iterator[None]:
    """Renew a lease as long as the block lasts."""
    over = Event()
    beat = Thread(target=_beat, args=(lease.total_seconds() / _BEATS, renew, over), daemon=True)
    beat.start()
    try:
        yield
    finally:
        over.set()
        beat.join()


def _beat(seconds: float, renew: Callable[[], None], over: Event) -> None:
    while not over.wait(seconds):
        try:
            renew()
        except LostLease:
            return
        except StoreUnavailable:
            _log.warning("a lease could not be renewed")
