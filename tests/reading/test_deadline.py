"""Calls end by their deadline, and a model that keeps failing gets a rest."""

import asyncio
import time

import pytest

from dealbot.reading.breaker import Breaker
from dealbot.reading.deadline import Deadline, run_all
from dealbot.reading.faults import Fault, fault_of, retry_after


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


async def _value(seconds: float) -> float:
    await asyncio.sleep(seconds)
    return seconds


async def _trouble() -> float:
    raise KeyError("gone")


def test_what_is_late_is_cut_and_what_fails_is_told_beside_what_ends_well() -> None:
    cut: list[bool] = []

    async def slow() -> float:
        try:
            return await _value(30)
        except asyncio.CancelledError:
            cut.append(True)
            raise

    began = time.monotonic()
    quick, late, failed = run_all([_value(0), slow(), _trouble()], Deadline(0.1, time.monotonic))
    assert time.monotonic() - began < 1
    assert quick == 0
    assert isinstance(late, TimeoutError)
    assert isinstance(failed, KeyError)
    time.sleep(0.05)
    assert cut == [True]


def test_a_deadline_that_has_passed_leaves_nothing() -> None:
    clock = Clock()
    deadline = Deadline(2, clock)
    clock.now += 1.5
    assert deadline.left() == 0.5
    clock.now += 5
    assert deadline.left() == 0


def test_the_breaker_opens_after_failures_in_a_row_and_tries_once_after_its_rest() -> None:
    clock = Clock()
    breaker = Breaker(clock, failures=2, rest=60)
    for well in (False, True, False):
        assert breaker.allows()
        breaker.report(ended_well=well)
    assert breaker.allows()
    breaker.report(ended_well=False)
    assert not breaker.allows()
    clock.now += 61
    assert [breaker.allows(), breaker.allows()] == [True, False]
    breaker.report(ended_well=False)
    assert not breaker.allows()
    clock.now += 61
    assert breaker.allows()
    breaker.report(ended_well=True)
    assert [breaker.allows(), breaker.allows()] == [True, True]


class Status(Exception):
    """An error with a status and headers, as clients have them."""

    def __init__(self, status_code: int | None, **headers: str) -> None:
        self.status_code = status_code
        self.response = type("Response", (), {"headers": headers})()


class ReadTimeoutError(Exception):
    """A client's own time-out."""


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (TimeoutError(), Fault.LATE),
        (ReadTimeoutError(), Fault.LATE),
        (ConnectionError(), Fault.UNREACHABLE),
        (ValueError(), Fault.UNREADABLE),
        (Status(None), Fault.UNREACHABLE),
        (Status(401), Fault.TURNED_DOWN),
        (Status(429), Fault.BUSY),
        (Status(500), Fault.UNREACHABLE),
        (Status(529), Fault.BUSY),
    ],
)
def test_errors_of_any_client_are_told_apart(error: Exception, fault: Fault) -> None:
    assert fault_of(error) is fault


@pytest.mark.parametrize(
    ("given", "seconds"), [("3", 3.0), ("0.5", 0.5), ("Wed, 21 Oct 2026", 0.0), ("", 0.0), ("-1", 0.0)]
)
def test_how_long_to_wait_is_read_from_the_header(given: str, seconds: float) -> None:
    assert retry_after(Status(429, **{"retry-after": given})) == seconds
    assert retry_after(ValueError()) == 0.0
