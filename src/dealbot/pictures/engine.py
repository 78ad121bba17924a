"""Measures text and paints scenes with matplotlib: its own fonts, no pyplot, the same bytes for the same scene."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from html import escape
from pathlib import Path
from threading import Lock
from typing import Any, Final

import matplotlib as mpl
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, get_font
from matplotlib.lines import Line2D
from matplotlib.patches import FancyBboxPatch, Polygon
from matplotlib.text import Text
from matplotlib.textpath import text_to_path

from dealbot.pictures.scene import Form, Mark, Panel, Scene, Shape, Stroke, Words

_DPI: Final = 100
_POINTS: Final = 72 / _DPI  # a pixel in points
_DASHES: Final = (0, (3, 2))
_ARROW: Final = 15
_MEASURED: Final = 100
_ABOVE, _BELOW = 1.0, 0.26  # of the size of a font: what accents on capitals and long tails need
_FORMS: Final[dict[Form, str]] = {
    "star": "*",
    "up": "^",
    "square": "s",
    "down": "v",
    "cross": "X",
    "circle": "o",
    "diamond": "D",
}
# matplotlib's settings belong to the whole process, so one picture is painted at a time.
_PAINTING: Final = Lock()
_SETTINGS: Final[dict[Any, object]] = {
    "svg.hashsalt": "dealbot",
    "svg.fonttype": "path",
    "text.hinting": "no_hinting",
    "path.simplify": False,
}


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a line of text is, in pixels."""
    return _extent(text, bold=bold)[0] * size


def fits_line(text: str) -> bool:
    """Whether a text stays in its line, and does not grow above or below it as stacked marks do."""
    extents = (_extent(text, bold=bold) for bold in (False, True))
    return all(above <= _ABOVE and below <= _BELOW for _, above, below in extents)


@lru_cache(maxsize=65_536)
def _extent(text: str, *, bold: bool) -> tuple[float, float, float]:
    """Width, height above and depth below the baseline, of text of size 1."""
    with _PAINTING:
        found = text_to_path.get_text_width_height_descent(text, _font(_MEASURED, bold=bold), ismath=False)
    width, height, depth = (float(part) / _POINTS / _MEASURED for part in found)
    return width, height - depth, depth


def has_glyph(letter: str) -> bool:
    """Whether the fonts can draw a letter."""
    return all(get_font(_font_file(bold=bold)).get_char_index(ord(letter)) for bold in (False, True))


def paint(scene: Scene, title: str, description: str) -> tuple[bytes, str]:
    """Paint a scene as PNG and as SVG, which says by itself what it shows."""
    with _settings():
        figure = figure_of(scene)
        png = _saved(figure, "png", {"Software": None})
        svg = _saved(figure, "svg", {"Date": None, "Creator": None, "Title": title}).decode()
    return png, svg.replace("</title>", f"</title>\n <desc>{escape(description)}</desc>", 1)


def figure_of(scene: Scene) -> Figure:
    """Lay a scene out; a pixel of the scene is a pixel of the figure."""
    figure = Figure(figsize=(scene.width / _DPI, scene.height / _DPI), dpi=_DPI, facecolor="white")
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, scene.width), ylim=(scene.height, 0))
    axes.set_axis_off()
    for order, shape in enumerate(scene.shapes):
        for artist in _artists(shape):
            artist.set_zorder(order)
            axes.add_artist(artist)
    return figure


@contextmanager
def _settings() -> Iterator[None]:
    """Whatever this machine sets for matplotlib does not change a picture."""
    with _PAINTING, mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(_SETTINGS)
        yield


def _saved(figure: Figure, kind: str, metadata: dict[str, str | None]) -> bytes:
    file = io.BytesIO()
    figure.savefig(file, format=kind, dpi=_DPI, metadata=metadata)
    return file.getvalue()


def _font_file(*, bold: bool) -> Path:
    return Path(mpl.get_data_path(), "fonts", "ttf", "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf")


def _font(size: float, *, bold: bool) -> FontProperties:
    return FontProperties(fname=_font_file(bold=bold), size=size * _POINTS)


def _artists(shape: Shape) -> list[Artist]:
    match shape:
        case Words():
            return [_text(shape)]
        case Panel():
            return [_panel(shape)]
        case Stroke():
            return _stroke(shape)
        case Mark():
            return [_mark(shape)]


def _text(words: Words) -> Text:
    text = Text(words.x, words.y, words.text, color=words.color, parse_math=False)
    text.set(va="baseline", ha=words.anchor, fontproperties=_font(words.size, bold=words.bold))
    return text


def _panel(panel: Panel) -> FancyBboxPatch:
    return FancyBboxPatch(
        (panel.x, panel.y),
        panel.width,
        panel.height,
        boxstyle=f"round,pad=0,rounding_size={panel.radius}" if panel.radius else "square,pad=0",
        facecolor=panel.fill,
        edgecolor=panel.edge,
        linewidth=panel.thickness * _POINTS,
        linestyle=_DASHES if panel.dashed else "solid",
    )


def _stroke(stroke: Stroke) -> list[Artist]:
    xs, ys = zip(*stroke.points, strict=True)
    line = Line2D(xs, ys, color=stroke.color, linewidth=stroke.thickness * _POINTS)
    line.set(linestyle=_DASHES if stroke.dashed else "solid", solid_capstyle="butt", solid_joinstyle="round")
    return [line, _arrow(stroke)] if stroke.arrow else [line]


def _arrow(stroke: Stroke) -> Polygon:
    """A head at the last point, along the last piece, which is level or upright."""
    (x0, y0), (x, y) = stroke.points[-2:]
    along = (x > x0) - (x < x0), (y > y0) - (y < y0)
    back, half = (x - along[0] * _ARROW, y - along[1] * _ARROW), _ARROW / 2
    across = along[1] * half, along[0] * half
    ends = [(x, y), (back[0] + across[0], back[1] + across[1]), (back[0] - across[0], back[1] - across[1])]
    return Polygon(ends, closed=True, facecolor=stroke.color, edgecolor="none")


def _mark(mark: Mark) -> Line2D:
    return Line2D(
        [mark.x],
        [mark.y],
        linestyle="none",
        marker=_FORMS[mark.form],
        markersize=mark.size * _POINTS,
        markerfacecolor=mark.fill,
        markeredgecolor=mark.edge,
        markeredgewidth=3 * _POINTS,
    )
