"""Leads lines between cards through the space around them, so that none crosses a card or lies on another.

Each gutter has a few tracks. Lines to one superior share theirs; a line that finds none free is left to the list.
"""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from dealbot.pictures.cards import ROW_GAP, Card, Lanes
from dealbot.pictures.palette import QUIET, VERMILION
from dealbot.pictures.scene import Mark, Point, Shape, Stroke
from dealbot.pictures.values import Tie, TieKind

_TRACK: Final = 11
_EDGE: Final = 17  # an arrow's head has room between the last track and a card
_FAR: Final = 1000  # a line of command that runs farther, or around a lane, makes nothing clearer
_APART: Final = 14
# Where lines leave and reach a card, from its top: two lines from two sides never lie on one level.
_LEAVES: Final = {TieKind.REPORTS_TO: (24, 36), TieKind.CONFLICT: (72, 84)}
_REACHES: Final = {TieKind.REPORTS_TO: (48, 60), TieKind.CONFLICT: (78, 90)}


@dataclass(frozen=True, slots=True)
class _Run:
    """A stretch that a line needs of one gutter or gap."""

    where: Hashable
    low: float
    high: float


@dataclass(slots=True)
class _Tracks:
    """What is taken of each track of each place."""

    taken: dict[Hashable, list[list[tuple[Hashable, float, float]]]] = field(default_factory=lambda: defaultdict(list))

    def find(self, run: _Run, group: Hashable, most: int) -> int | None:
        """The first track that is free, or taken by the same group alone."""
        tracks = self.taken[run.where]
        free = (at for at, track in enumerate(tracks) if all(_clear(run, group, other) for other in track))
        found = next(free, len(tracks))
        return found if found < most else None

    def take(self, run: _Run, group: Hashable, at: int) -> None:
        """Take a track that was found."""
        tracks = self.taken[run.where]
        if at == len(tracks):
            tracks.append([])
        tracks[at].append((group, run.low, run.high))


def _clear(run: _Run, group: Hashable, other: tuple[Hashable, float, float]) -> bool:
    return other[0] == group or run.high + _APART < other[1] or other[2] + _APART < run.low


@dataclass(frozen=True, slots=True)
class Routes:
    """The lines that found a way, and those that did not."""

    shapes: tuple[Shape, ...]
    left_out: tuple[Tie, ...]


def route(ties: Sequence[Tie], cards: Mapping[str, Card], lanes: Lanes) -> Routes:
    """Find ways in the order of the ties; those of people who have no card are left out."""
    tracks, shapes, left_out = _Tracks(), list[Shape](), list[Tie]()
    for tie in ties:
        source, target = cards.get(tie.source), cards.get(tie.target)
        points = _way(tie, source, target, lanes, tracks) if source and target else None
        if points is None:
            left_out.append(tie)
        else:
            shapes += drawn(tie.kind, points)
    return Routes(tuple(shapes), tuple(left_out))


def drawn(kind: TieKind, points: tuple[Point, ...]) -> list[Shape]:
    """A line as it looks: an arrow to the superior, or dashes with a cross where two are at odds."""
    if kind is TieKind.REPORTS_TO:
        return [Stroke(points, QUIET, 3, arrow=True)]
    (x0, y0), (x1, y1) = max(pairwise(points), key=_room)
    cross = Mark((x0 + x1) / 2, (y0 + y1) / 2, "cross", 22, VERMILION, VERMILION)
    # The short pieces beside the cards may be shorter than a gap between dashes.
    ends = [Stroke(piece, VERMILION, 5) for piece in (points[:2], points[-2:]) if len(points) > 2]
    return [Stroke(points, VERMILION, 5, dashed=True), *ends, cross]


def _room(piece: tuple[Point, Point]) -> tuple[bool, float]:
    """Where a cross is best seen: on the longest upright piece, for gutters are wider than gaps."""
    (x0, y0), (x1, y1) = piece
    return x0 == x1 and y0 != y1, abs(x1 - x0) + abs(y1 - y0)


def _way(tie: Tie, source: Card, target: Card, lanes: Lanes, tracks: _Tracks) -> tuple[Point, ...] | None:
    group = tie.target if tie.kind is TieKind.REPORTS_TO else (tie.source, tie.target)
    first, last = _gutters(source.lane, target.lane, lanes)
    y0 = source.y + _LEAVES[tie.kind][first < source.lane]
    y1 = target.y + _REACHES[tie.kind][last < target.lane]
    gap = target.y - ROW_GAP / 2
    if tie.kind is TieKind.REPORTS_TO and (first != last or abs(y1 - y0) > _FAR):
        return None
    turn = y1 if first == last else gap
    runs = [_Run(first, min(y0, turn), max(y0, turn))]
    if first != last:
        runs += [_Run(last, gap, y1), _Run(("gap", gap), 0, 1)]
    found = [tracks.find(run, (tie.kind, group), _most(run, lanes)) for run in runs]
    if any(at is None for at in found):
        return None
    for run, at in zip(runs, found, strict=True):
        tracks.take(run, (tie.kind, group), at or 0)
    begins = _beside(source, first, lanes), y0
    ends = _beside(target, last, lanes), y1
    xs = [_x(lanes, gutter, at or 0) for gutter, at in zip((first, last), found, strict=False)]
    return begins, (xs[0], y0), *(((xs[0], gap), (xs[-1], gap)) if first != last else ()), (xs[-1], y1), ends


def _gutters(source: int, target: int, lanes: Lanes) -> tuple[int, int]:
    """The gutter in which a line leaves and the one from which it arrives; gutter 0 is right of lane 0."""
    if source == target:
        only = min(source, lanes.count - 2)
        return only, only
    return (source, target - 1) if source < target else (source - 1, target)


def _most(run: _Run, lanes: Lanes) -> int:
    return int((lanes.gutter - 2 * _EDGE) // _TRACK) + 1 if isinstance(run.where, int) else 1


def _x(lanes: Lanes, gutter: int, track: int) -> float:
    return lanes.left(gutter) + lanes.width + _EDGE + track * _TRACK


def _beside(card: Card, gutter: int, lanes: Lanes) -> float:
    return card.x + card.width if lanes.left(gutter) + lanes.width >= card.x + card.width else card.x
