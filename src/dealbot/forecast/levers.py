"""What comes last, and what would move the end most."""

from collections.abc import Collection, Iterator, Mapping

import numpy as np

from dealbot.domain.forecast import Driver, Item, PathItem
from dealbot.forecast.course import Course, course_of
from dealbot.forecast.path import PILOT, Drawn
from dealbot.forecast.streams import Floats
from dealbot.forecast.timeline import Reader

_MOST = 3
_MOSTLY = 0.5


def drivers(drawn: Drawn, course: Course, reader: Reader) -> tuple[Driver, ...]:
    """Set one item after another to its best in the same draws: the three that gain most, in order.

    What gains the same by the target is ordered by what it gains within the horizon, then by days.
    """
    now = _standing(course, reader)
    found = [(item, _standing(course_of(drawn.at_best(item)), reader)) for item in drawn.items]
    gains = {item: [round(best - before, 4) for best, before in zip(then, now, strict=True)] for item, then in found}
    ordered = sorted(gains, key=lambda item: (*(-gain for gain in gains[item]), item.kind, item.key))
    return tuple(Driver(item, gains[item][0], gains[item][-1]) for item in ordered if gains[item][-1] > 0)[:_MOST]


def _standing(course: Course, reader: Reader) -> tuple[float, float, float]:
    """The likelihood that is told, the one within the horizon, and the mean days, earlier being more."""
    told, horizon = (reader.share(course.signed, by) for by in (reader.aim or reader.horizon, reader.horizon))
    return told, horizon, -round(reader.mean_days(course.signed), 1)


def critical_path(drawn: Drawn, course: Course, reader: Reader) -> tuple[PathItem, ...]:
    """What most often ends last, stage by stage: the yes of all, the pilot, the contract; then when each is over.

    Where that is the last committee, whoever it waits for and the committees before it come first.
    """
    return tuple(
        PathItem(item, reader.quantile(course.ends[item], 0.5), share) for item, share in _stages(drawn, course.ends)
    )


def _stages(drawn: Drawn, ends: Mapping[Item, Floats]) -> Iterator[tuple[Item, float]]:
    gates = list(drawn.gates)
    side_by_side = [*drawn.yes, *gates[-1:], *([PILOT] if drawn.running and PILOT in ends else [])]
    for item, share in _last(side_by_side, ends):
        if item in gates:
            yield from _last(drawn.sponsors, ends)
            yield from ((gate, share) for gate in gates)
        else:
            yield item, share
    yield from ((item, 1.0) for item in drawn.validation if item not in side_by_side)
    yield from _last(drawn.tracks, ends)


def _last(items: Collection[Item], ends: Mapping[Item, Floats]) -> list[tuple[Item, float]]:
    """The one that ends last in most draws, with their share; none that is over today in half of all."""
    if not items:
        return []
    latest = np.maximum.reduce([ends[item] for item in items])
    shares = {item: float(((ends[item] == latest) & (latest > 0)).mean()) for item in items}
    item = min(shares, key=lambda each: (-shares[each], each.kind, each.key))
    return [(item, shares[item])] if (ends[item] > 0).mean() > _MOSTLY else []
