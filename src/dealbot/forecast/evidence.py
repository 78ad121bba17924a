"""Whether enough was heard for a forecast, and what is lacking."""

from datetime import date

from dealbot.domain.deal_path import DealPath, Decider
from dealbot.domain.forecast import Lacking, Missing
from dealbot.domain.gate import GateState
from dealbot.domain.stakeholder import Stance
from dealbot.forecast.priors import Floor


def missing(path: DealPath, today: date, floor: Floor) -> tuple[Missing, ...]:
    """Tell what is lacking: somebody who must say yes, or enough of them whose position was heard lately."""
    if not path.deciders:
        return (Missing(Lacking.NOBODY_MUST_SAY_YES),)
    unheard = tuple(decider.label for decider in path.deciders if not _heard(decider, today, floor))
    heard = len(path.deciders) - len(unheard)
    enough = heard >= floor.least_heard and heard >= floor.share_heard * len(path.deciders)
    return () if enough else (Missing(Lacking.TOO_FEW_HEARD, unheard),)


def without_calendar(path: DealPath) -> tuple[str, ...]:
    """The gates still to pass of which nobody knows when they meet."""
    to_pass = (gate for gate in path.gates if gate.state is not GateState.PASSED)
    return tuple(gate.label for gate in to_pass if gate.calendar is None or not gate.calendar.meets_on)


def _heard(decider: Decider, today: date, floor: Floor) -> bool:
    lately = any((today - day).days <= floor.heard_within_days for day in decider.heard_on)
    return lately and decider.stance is not Stance.UNKNOWN
