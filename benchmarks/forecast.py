"""How long a forecast takes: `python -m benchmarks.forecast`."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from benchmarks.figure import Figure, milliseconds
from benchmarks.store import undisturbed
from dealbot.domain.concern import ConcernTopic
from dealbot.domain.deal_path import DealPath, Decider, OpenConcern
from dealbot.domain.stakeholder import Stance
from dealbot.forecast.outlook import forecast
from dealbot.forecast.priors import general_priors
from dealbot.forecast.usual import USUAL_TRACKS, usual_gates

TODAY = date(2026, 11, 23)


def figures() -> list[Figure]:
    """A deal of ten people, each with a worry, with all committees and the whole contract to come."""
    act = forecasting(10)
    times = [milliseconds(act, times=1) for _ in range(40)]
    return [Figure("forecast: 10 people, 3 gates, 7 tracks", undisturbed(times), 30, "ms")]


def forecasting(people: int) -> Callable[[], object]:
    """Make a deal of so many people, and give what forecasts it."""
    priors = general_priors()
    path = DealPath(
        "1",
        tuple(_decider(number) for number in range(people)),
        gates=usual_gates(priors.gate),
        tracks=USUAL_TRACKS,
        target=TODAY + timedelta(days=600),
    )
    return partial(forecast, path, TODAY, priors)


def _decider(number: int) -> Decider:
    heard_on = tuple(TODAY - timedelta(days=days) for days in (number, 30 + number))
    worry = OpenConcern(ConcernTopic.BUDGET_ROI, blocking=number == 0)
    return Decider(f"p{number}", f"Person {number}", Stance.NEUTRAL, heard_on, (worry,), sponsor=number == 1)


if __name__ == "__main__":
    print(*figures(), sep="\n")
