"""What all pictures share: a phone's measures, a head, and text below one another."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from dealbot.pictures.engine import paint
from dealbot.pictures.palette import INK, QUIET
from dealbot.pictures.scene import Scene, Shape, Words
from dealbot.pictures.text import day_text, drawable, fitted, wrapped
from dealbot.pictures.values import Picture

WIDTH: Final = 1080
MARGIN: Final = 28
TITLE: Final = 48
# Shown 390 pixels wide this is 11 pixels high: nothing is written smaller.
SMALL: Final = 31
LINE: Final = 44
ROOM: Final = WIDTH - 2 * MARGIN
_TITLE_LINE: Final = 62


@dataclass(slots=True)
class Page:
    """A picture as it is filled from the top; `y` is where it is free."""

    shapes: list[Shape] = field(default_factory=list)
    y: float = MARGIN

    def head(self, deal: str, what: str, as_of: date, summary: str) -> None:
        """The name of the deal, what the picture shows of it on which day, and the sentence that matters most."""
        self.y += _TITLE_LINE - 14
        name = fitted([drawable(deal)], ROOM, TITLE, bold=True)
        self.shapes.append(Words(MARGIN, self.y, name, TITLE, INK, bold=True))
        self.say(f"{what}, {day_text(as_of)}", QUIET)
        self.say(summary, INK, bold=True)
        self.y += 20

    def say(self, text: str, color: str = QUIET, *, bold: bool = False, most: int = 2) -> None:
        """Write a text on as few lines as it needs, at most so many."""
        for line in wrapped(drawable(text), ROOM, SMALL, most, bold=bold):
            self.y += LINE
            self.shapes.append(Words(MARGIN, self.y, line, SMALL, color, bold=bold))

    def add(self, shapes: Iterable[Shape]) -> None:
        """Put shapes over what is there."""
        self.shapes.extend(shapes)

    def picture(self, title: str, alt: str, csv: str) -> Picture:
        """Paint it all."""
        scene = self.scene()
        png, svg = paint(scene, title, alt)
        return Picture(png, svg, alt, csv)

    def scene(self) -> Scene:
        """Everything so far, with a margin below."""
        return Scene(WIDTH, round(self.y + MARGIN), tuple(self.shapes))
