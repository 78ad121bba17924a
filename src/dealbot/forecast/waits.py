"""How long each thing takes in each draw: days from today, infinite where it never comes."""

from datetime import date
from itertools import pairwise

import numpy as np

from dealbot.domain.concern import ConcernStatus
from dealbot.domain.deal_path import Decider, OpenConcern
from dealbot.forecast.priors import BEST_FIRST, Engagement, Priors, Spread
from dealbot.forecast.streams import Floats, Streams

# What silence or an open worry makes of a yes, and silence of a neutral word: the next worse stance. The others have
# nothing to lose by it.
_COOLED = {better: worse for better, worse in pairwise(BEST_FIRST) if better in BEST_FIRST[:3]}


def taken(spread: Spread, draws: Floats) -> Floats:
    """The time at each draw: evenly from the shortest to the usual, and from there to the longest."""
    shortest, usual, longest = spread
    first, second = np.minimum(draws, 0.5), np.maximum(draws, 0.5) - 0.5
    return shortest + 2 * (usual - shortest) * first + 2 * (longest - usual) * second


def coming(already: float, ever: float, spread: Spread, draws: Floats) -> Floats:
    """The time of something that is there already in some draws and never comes in others."""
    if ever <= already:
        return np.where(draws < already, 0.0, np.inf)
    time = taken(spread, np.clip((draws - already) / (ever - already), 0.0, 1.0))
    return np.where(draws < already, 0.0, np.where(draws < ever, time, np.inf))


def coolness(heard_on: tuple[date, ...], today: date, engagement: Engagement) -> float:
    """How far somebody is taken for worse than they said, 0..1: by the days since they were heard, and how often."""
    heard = [(today - day).days for day in heard_on]
    silent = min(heard, default=engagement.cold_days) - engagement.fresh_days
    aged = min(max(silent / (engagement.cold_days - engagement.fresh_days), 0.0), 1.0)
    touches = sum(days <= engagement.touches_within_days for days in heard)
    return max((aged, *engagement.seldom[touches : touches + 1]))


def decision(decider: Decider, today: date, priors: Priors, streams: Streams) -> Floats:
    """When somebody says yes: as their stance and contact let expect, and not before their concerns are settled.

    "Yes, one worry" is not yes: with a concern open a stance counts as after long silence, so that voicing one never
    makes up for the silence before.
    """
    cool = 1.0 if decider.concerns else coolness(decider.heard_on, today, priors.engagement)
    said, worse = (priors.stances[stance] for stance in (decider.stance, _COOLED.get(decider.stance, decider.stance)))
    already, ever = (a + cool * (b - a) for a, b in ((said.already, worse.already), (said.ever, worse.ever)))
    shortest, usual, longest = (a + cool * (b - a) for a, b in zip(said.days, worse.days, strict=True))
    own = coming(already, ever, (shortest, usual, longest), streams.of(f"person {decider.key}"))
    settled = [settlement(concern, decider.key, priors, streams) for concern in decider.concerns]
    latest: Floats = np.maximum.reduce([own, *settled])
    return latest


def settlement(concern: OpenConcern, holder: str, priors: Priors, streams: Streams) -> Floats:
    """When a concern is settled."""
    settling, spread = priors.settling, priors.concerns[concern.topic].days
    factor = settling.addressed if concern.status is ConcernStatus.ADDRESSED else 1.0
    factor *= settling.blocking if concern.blocking else 1.0
    shortest, usual, longest = (days * factor for days in spread)
    ever = settling.ever_blocking if concern.blocking else settling.ever
    return coming(0.0, ever, (shortest, usual, longest), streams.of(f"concern {holder} {concern.topic}"))


def left(spread: Spread, started_on: date | None, today: date, draws: Floats) -> Floats:
    """What is left of something under way; without the day it began, it begins today."""
    gone = (today - started_on).days if started_on is not None else 0
    return np.maximum(taken(spread, draws) - max(gone, 0), 0.0)
