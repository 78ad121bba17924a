"""Alignment over time: how many of those who must say yes did, day by day, and what changed it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from dealbot.pictures.days import Days
from dealbot.pictures.engine import width_of
from dealbot.pictures.legend import Entry, legend
from dealbot.pictures.page import LINE, MARGIN, SMALL, WIDTH, Page
from dealbot.pictures.palette import BLUE, FAINT, INK, QUIET, WHITE
from dealbot.pictures.scene import Panel, Point, Scene, Shape, Stroke, Words
from dealbot.pictures.tables import csv_text
from dealbot.pictures.telling import fitting
from dealbot.pictures.text import day_text, drawable, plain, wrapped
from dealbot.pictures.values import AlignmentHistory, Moment, Picture

MOST_MOMENTS: Final = 12
_WHAT: Final = "Alignment over time"
_HIGH: Final = 520
_LEFT: Final = 96
_RIGHT: Final = WIDTH - 60
_MOST_LEVELS: Final = 6
_BADGE: Final = 46
_BETWEEN: Final = 22


def draw_alignment_history(shown: AlignmentHistory) -> Picture:
    """Draw the history for a phone, with the same facts in words and as a table."""
    rows = [(m.on, m.aligned, m.required, m.what) for m in shown.moments]
    csv = csv_text(("date", "aligned", "must_say_yes", "what_changed"), rows)
    return _page(shown).picture(f"{_WHAT} of {plain(shown.deal)}", alt_text(shown), csv)


def history_scene(shown: AlignmentHistory) -> Scene:
    """The history before it is painted."""
    return _page(shown).scene()


def alt_text(shown: AlignmentHistory) -> str:
    """The history in words: where it stands, then what changed, the latest first."""
    head = f"{_WHAT} of {plain(shown.deal)}, to {day_text(shown.as_of)}. {_summary(shown)}."
    return fitting(head, [[f"{day_text(m.on)}, {_count(m)}: {plain(m.what)}." for m in reversed(shown.moments)]])


def _summary(shown: AlignmentHistory) -> str:
    return f"{_count(shown.moments[-1])} who must say yes do" if shown.moments else "Nothing was heard yet"


def _count(moment: Moment) -> str:
    return f"{moment.aligned} of {moment.required}"


def _page(shown: AlignmentHistory) -> Page:
    page = Page()
    page.head(shown.deal, _WHAT, shown.as_of, _summary(shown))
    if not shown.moments:
        return page
    top, bottom = page.y + 40, page.y + 40 + _HIGH
    days = _days(shown)
    most = max(1, *(moment.required for moment in shown.moments), *(moment.aligned for moment in shown.moments))
    scale = _Scale(days, top, bottom, most)
    page.add((*scale.levels(), *days.axis(top, bottom), *scale.lines(shown)))
    named = shown.moments[-MOST_MOMENTS:]
    page.add(_badges(named, scale))
    page.y = bottom + 70
    page.y = legend(page, _ENTRIES) + 24
    for number, moment in enumerate(named, start=1):
        _name(page, number, moment)
    if earlier := len(shown.moments) - len(named):
        page.say(f"And {earlier} earlier {'change' if earlier == 1 else 'changes'}, in the list beside.")
    return page


def _days(shown: AlignmentHistory) -> Days:
    """From the first moment to today, with room for a number at both ends."""
    first, last = shown.moments[0].on, max(shown.as_of, shown.moments[-1].on)
    room = timedelta(days=max((last - first).days // 20, 2))
    return Days(first - room, last + room, _LEFT, _RIGHT)


@dataclass(frozen=True, slots=True)
class _Scale:
    """Days across and a count upwards."""

    days: Days
    top: float
    bottom: float
    most: int

    def y(self, count: int) -> float:
        return self.bottom - count * (self.bottom - self.top) / self.most

    def levels(self) -> list[Shape]:
        """A faint level with its number, not more than a handful."""
        step = -(-self.most // _MOST_LEVELS)
        shapes: list[Shape] = []
        for count in range(0, self.most + 1, step):
            y = self.y(count)
            shapes.append(Stroke(((self.days.left, y), (self.days.right, y)), FAINT, 2))
            shapes.append(Words(self.days.left - 20, y + 11, str(count), SMALL, QUIET, anchor="right"))
        return shapes

    def lines(self, shown: AlignmentHistory) -> list[Shape]:
        """How many must say yes, in dashes, and how many do."""
        end = self.days.x(shown.as_of)
        must = self._steps([(m, m.required) for m in shown.moments], end)
        do = self._steps([(m, m.aligned) for m in shown.moments], end)
        return [Stroke(must, QUIET, 3, dashed=True), Stroke(do, BLUE, 7)]

    def _steps(self, counts: Sequence[tuple[Moment, int]], end: float) -> tuple[Point, ...]:
        points: list[Point] = []
        for moment, count in counts:
            x = self.days.x(moment.on)
            points += [*([(x, points[-1][1])] if points else []), (x, self.y(count))]
        return (*points, (end, points[-1][1]))


@dataclass(frozen=True, slots=True)
class _Badge:
    """The numbers of one moment, or of several that are too close to tell apart, where the first of them is."""

    first: int
    last: int
    x: float
    y: float

    @property
    def text(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"

    @property
    def width(self) -> float:
        return max(_BADGE, width_of(self.text, SMALL, bold=True) + _BETWEEN)

    def touches(self, other: "_Badge") -> bool:
        """Whether the two would touch if both came to stand for several moments."""
        near = abs(self.x - other.x) < width_of("00–00", SMALL, bold=True) + _BETWEEN
        return near and abs(self.y - other.y) < _BADGE + 4

    def shapes(self) -> list[Shape]:
        left, top = self.x - self.width / 2, self.y - _BADGE / 2
        return [
            Panel(left, top, self.width, _BADGE, WHITE, BLUE, 3, radius=_BADGE / 2 - 1),
            Words(self.x, self.y + 11, self.text, SMALL, INK, bold=True, anchor="center"),
        ]


def _badges(named: Sequence[Moment], scale: _Scale) -> list[Shape]:
    """The numbers of the moments on the line; one for which there is no room is told with the one before it."""
    badges: list[_Badge] = []
    for number, moment in enumerate(named, start=1):
        badge = _Badge(number, number, scale.days.x(moment.on), scale.y(moment.aligned))
        if any(badge.touches(other) for other in badges):
            badges[-1] = replace(badges[-1], last=number)
        else:
            badges.append(badge)
    return [shape for badge in badges for shape in badge.shapes()]


def _name(page: Page, number: int, moment: Moment) -> None:
    """A moment in words beside its number."""
    page.y += 16
    left = MARGIN + 96
    page.add(_Badge(number, number, MARGIN + 36, page.y + LINE - 11).shapes())
    page.y += LINE
    page.add([Words(left, page.y, f"{day_text(moment.on)} · {_count(moment)}", SMALL, INK, bold=True)])
    for line in wrapped(drawable(moment.what), WIDTH - MARGIN - left, SMALL, 3):
        page.y += LINE
        page.add([Words(left, page.y, line, SMALL, INK)])


_ENTRIES: Final = (
    Entry(lambda x, y: [Stroke(((x, y - 10), (x + 60, y - 10)), BLUE, 7)], 60, "say yes"),
    Entry(lambda x, y: [Stroke(((x, y - 10), (x + 60, y - 10)), QUIET, 3, dashed=True)], 60, "must say yes"),
)
