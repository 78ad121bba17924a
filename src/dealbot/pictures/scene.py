"""A picture before it is painted: shapes in pixels from the top left corner, later ones over earlier ones."""

from dataclasses import dataclass
from typing import Literal

Anchor = Literal["left", "center", "right"]
Form = Literal["star", "up", "square", "down", "cross", "circle", "diamond"]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text on its baseline."""

    x: float
    y: float
    text: str
    size: float
    color: str
    bold: bool = False
    anchor: Anchor = "left"


@dataclass(frozen=True, slots=True)
class Panel:
    """A rectangle with round corners."""

    x: float
    y: float
    width: float
    height: float
    fill: str = "none"
    edge: str = "none"
    thickness: float = 0
    dashed: bool = False
    radius: float = 0


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points, with an arrow at its end if it leads somewhere."""

    points: tuple[Point, ...]
    color: str
    thickness: float
    dashed: bool = False
    arrow: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A small form around a point."""

    x: float
    y: float
    form: Form
    size: float
    fill: str
    edge: str


Shape = Words | Panel | Stroke | Mark


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything there is to paint."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
