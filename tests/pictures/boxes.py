"""Where text is when it is painted: measured by the renderer itself."""

from itertools import combinations

from matplotlib.text import Text
from matplotlib.transforms import Bbox

from dealbot.pictures.engine import figure_of
from dealbot.pictures.scene import Scene, Stroke

PHONE = 390
LEAST = 11


def text_boxes(scene: Scene) -> list[tuple[str, Bbox]]:
    """Every text with the rectangle it covers, in pixels from the bottom left."""
    figure = figure_of(scene)
    figure.draw_without_rendering()
    found = (text for text in figure.findobj() if isinstance(text, Text))
    return [(text.get_text(), text.get_window_extent()) for text in found if text.get_text()]


def overlapping(boxes: list[tuple[str, Bbox]]) -> list[tuple[str, str]]:
    return [(a, b) for (a, one), (b, other) in combinations(boxes, 2) if _meet(one, other)]


def outside(scene: Scene, boxes: list[tuple[str, Bbox]]) -> list[str]:
    return [t for t, b in boxes if b.x0 < 0 or b.y0 < 0 or b.x1 > scene.width or b.y1 > scene.height]


def struck_through(scene: Scene, boxes: list[tuple[str, Bbox]]) -> list[str]:
    """Texts through which a line runs."""
    strokes = [shape for shape in scene.shapes if isinstance(shape, Stroke)]
    pieces = [piece for stroke in strokes for piece in zip(stroke.points, stroke.points[1:], strict=False)]
    lines = [
        Bbox.from_extents(min(x0, x1), scene.height - max(y0, y1), max(x0, x1), scene.height - min(y0, y1))
        for (x0, y0), (x1, y1) in pieces
    ]
    return [text for text, box in boxes if any(_meet(box, line) for line in lines)]


def _meet(one: Bbox, other: Bbox) -> bool:
    return bool(one.x0 < other.x1 and other.x0 < one.x1 and one.y0 < other.y1 and other.y0 < one.y1)
