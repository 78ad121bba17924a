"""What is usual of a deal: its committees, its contract, and when its pilot comes."""

from dealbot.domain.contract import ContractTrack, TrackKind
from dealbot.domain.gate import Gate
from dealbot.domain.pilot import PilotTiming
from dealbot.forecast.priors import GatePrior, PilotPrior

USUAL_TRACKS = tuple(ContractTrack(kind) for kind in TrackKind)
"""Every track there is, none begun."""


def usual_gates(prior: GatePrior) -> tuple[Gate, ...]:
    """The committees that mostly come before a pilot, none of them passed."""
    return tuple(Gate(label) for label in prior.usual)


def pilot_timing(month: int, prior: PilotPrior) -> PilotTiming:
    """Tell when a pilot falls that begins in this month of the deal, the first being month 1."""
    first, last = prior.months
    if month < first:
        return PilotTiming.EARLY
    return PilotTiming.MID_CYCLE if month <= last else PilotTiming.LATER
