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
    """Settle one item after another in the same draws: the three that gain most, in order."""
    by = reader.aim or reader.horizon
    likelihood, days = reader.share(course.signed, by), reader.mean_days(course.signed)
    settled = ((item, course_of(drawn.without(item)).signed) for item in drawn.items)
    found = [
        Driver(item, round(reader.share(ends, by) - likelihood, 4), round(days - reader.mean_days(ends), 1))
        for item, ends in settled
    ]
    ordered = sorted(found, key=lambda driver: (-driver.effect, -driver.days, driver.item.kind, driver.item.key))
    return tuple(driver for driver in ordered if driver.days > 0)[:_MOST]


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
