"""When a committee says yes, given when the matter can come before it."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from dealbot.domain.gate import Gate, GateState
from dealbot.forecast.priors import GatePrior, Priors
from dealbot.forecast.streams import Floats, Streams

_MOST_TIMES = 12


@dataclass(frozen=True, slots=True)
class Meetings:
    """A committee to come: how long before a meeting the matter must be ready, and how often it is put off.

    `days` are the meetings in days from today, None where nobody knows them: then one comes `wait` after being ready.
    """

    lead: float
    put_off: NDArray[np.intp]
    days: Floats | None
    wait: Floats
    every: float

    def after(self, ready: Floats) -> Floats:
        """The day of the yes: the first meeting that can be made, or as many later as it is put off."""
        if self.days is None:
            return ready + self.lead + self.wait + self.put_off * self.every
        at = np.searchsorted(self.days, ready + self.lead) + self.put_off
        found: Floats = self.days[np.minimum(at, len(self.days) - 1)]
        return found


def meetings_of(gate: Gate, today: date, priors: Priors, streams: Streams) -> Meetings:
    """Draw how a gate goes that is not passed."""
    prior = priors.gate
    return Meetings(
        lead=_lead(gate, prior),
        put_off=_put_off(prior.passes, streams.of(f"gate {gate.key}")),
        days=_days(gate, today, priors),
        wait=streams.of(f"calendar {gate.key}") * prior.every_days,
        every=prior.every_days,
    )


def _lead(gate: Gate, prior: GatePrior) -> float:
    if gate.state is GateState.SUBMITTED:
        return 0.0
    known = gate.calendar.papers_days if gate.calendar is not None else None
    papers = prior.papers_days if known is None else known
    return papers + (prior.rework_days if gate.state is GateState.RETURNED else 0)


def _put_off(passes: float, draws: Floats) -> NDArray[np.intp]:
    """How many meetings end without a yes, if each brings it with the same chance."""
    failing = accumulate([1 - passes] * _MOST_TIMES, lambda product, each: product * each)
    return np.searchsorted([1 - chance for chance in failing], draws, side="right")


def _days(gate: Gate, today: date, priors: Priors) -> Floats | None:
    if gate.calendar is None or not gate.calendar.meets_on:
        return None
    until = today + timedelta(days=priors.simulation.horizon_days)
    known = gate.calendar.meetings(until, priors.gate.every_days)
    return np.array([*((day - today).days for day in known), np.inf])
