"""Says under a picture what its forms mean."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from dealbot.pictures.engine import width_of
from dealbot.pictures.page import LINE, MARGIN, SMALL, WIDTH, Page
from dealbot.pictures.palette import QUIET
from dealbot.pictures.scene import Shape, Words

_BESIDE: Final = 14
_BETWEEN: Final = 44


@dataclass(frozen=True, slots=True)
class Entry:
    """A sample, drawn from its left end on a baseline, how wide it is, and what it means."""

    sample: Callable[[float, float], Iterable[Shape]]
    width: float
    text: str


def legend(page: Page, entries: Iterable[Entry]) -> float:
    """Write entries side by side as far as there is room; gives where the page is free."""
    x, y = float(MARGIN), page.y
    for entry in entries:
        width = entry.width + _BESIDE + width_of(entry.text, SMALL)
        if x == MARGIN or x + width > WIDTH - MARGIN:
            x, y = float(MARGIN), y + LINE + 8
        page.add((*entry.sample(x, y), Words(x + entry.width + _BESIDE, y, entry.text, SMALL, QUIET)))
        x += width + _BETWEEN
    return y
