"""What was drawn put in a row: when each item ends, when all have said yes, and when it is signed."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from dealbot.domain.forecast import Item
from dealbot.forecast.path import INTEGRATION, PILOT, Drawn
from dealbot.forecast.streams import Floats


@dataclass(frozen=True, slots=True)
class Course:
    """Days from today per draw: the end of each item, everybody's and the gates' yes, and the signature."""

    ends: Mapping[Item, Floats]
    aligned: Floats
    signed: Floats


def course_of(drawn: Drawn) -> Course:
    """Everybody's yes and the gates, then the pilot, then the contract; an upheaval before ends it."""
    today = np.zeros_like(drawn.stop)
    yes = dict(drawn.yes) | _gates(drawn)
    aligned = np.maximum.reduce([today, *yes.values()])
    validation = _validation(drawn, aligned)
    ready = np.maximum.reduce([aligned, *validation.values()])
    tracks = {item: days + ready if item in drawn.later else days for item, days in drawn.tracks.items()}
    signed = np.maximum.reduce([ready, *tracks.values()])
    aligned, signed = (np.where(days <= drawn.stop, days, np.inf) for days in (aligned, signed))
    return Course(yes | validation | tracks, aligned, signed)


def _gates(drawn: Drawn) -> dict[Item, Floats]:
    """One after the other, the first when its sponsors say yes."""
    ends = {}
    ready = np.maximum.reduce([np.zeros_like(drawn.stop), *(drawn.yes[item] for item in drawn.sponsors)])
    for item, gate in drawn.gates.items():
        ends[item] = ready = gate.after(ready)
    return ends


def _validation(drawn: Drawn, aligned: Floats) -> dict[Item, Floats]:
    """A hard integration comes before the pilot, or holds up what follows a pilot that runs already."""
    ends = {}
    first, then = (PILOT, INTEGRATION) if drawn.running else (INTEGRATION, PILOT)
    ready = aligned
    if first in drawn.validation:
        start = np.zeros_like(aligned) if first is PILOT else aligned
        ends[first] = start + drawn.validation[first]
        ready = np.maximum(aligned, ends[first])
    if then in drawn.validation:
        ends[then] = ready + drawn.validation[then]
    return ends
