"""A line of days across a picture, with its months below."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from dealbot.pictures.page import SMALL
from dealbot.pictures.palette import FAINT, QUIET
from dealbot.pictures.scene import Shape, Stroke, Words

_LABEL_ROOM: Final = 150
_PAST_END: Final = 30
_STEPS: Final = (1, 2, 3, 6, 12, 24, 60, 120)
_BELOW: Final = 58  # a number on the lowest level stands above the months


@dataclass(frozen=True, slots=True)
class Days:
    """From the first to the last day, from `left` to `right` in pixels."""

    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """Where a day lies; one outside lies at the end."""
        whole = max((self.last - self.first).days, 1)
        share = min(max((day - self.first).days / whole, 0), 1)
        return self.left + share * (self.right - self.left)

    def axis(self, top: float, bottom: float) -> list[Shape]:
        """A faint upright at the beginning of months, each with its name, as many as have room."""
        months = self._months()
        room = max(int((self.right - self.left) // _LABEL_ROOM), 1)
        step = next((step for step in _STEPS if len(months) <= room * step), _STEPS[-1])
        shapes: list[Shape] = []
        for month in months[::step]:
            x = self.x(month)
            shapes.append(Stroke(((x, top), (x, bottom)), FAINT, 2))
            if x + _LABEL_ROOM <= self.right + _PAST_END:
                shapes.append(Words(x, bottom + _BELOW, f"{month:%b} {month:%y}", SMALL, QUIET))
        return shapes

    def _months(self) -> list[date]:
        first = self.first.year * 12 + self.first.month - 1 + (self.first.day > 1)
        last = self.last.year * 12 + self.last.month - 1
        return [date(at // 12, at % 12 + 1, 1) for at in range(first, last + 1)]
