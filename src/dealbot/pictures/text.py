"""Puts text where there is room for it: names made shorter, lines wrapped, letters that no font has left out."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from dealbot.pictures.engine import fits_line, has_glyph, width_of

_HONORIFICS: Final = frozenset({"dr", "prof", "professor"})
_UNSEEN: Final = "(not drawn)"
# Scripts and emoji are joined by them; other letters of their kind only turn the direction of writing.
_JOINERS: Final = "\u200c\u200d"
_ABBREVIATIONS: Final = {
    "senior vice president": "SVP",
    "executive vice president": "EVP",
    "vice president": "VP",
    "director of": "Dir.",
    "director": "Dir.",
    "head of": "Head,",
    "medical": "Med.",
    "department": "Dept.",
    "operations": "Ops",
    "associate": "Assoc.",
    "assistant": "Asst.",
    "manager": "Mgr.",
    "and": "&",
}
CUT: Final = "…"


def drawable(*texts: str | None) -> str:
    """The first of the texts of which the fonts can draw something, without what they cannot."""
    drawn = (_in_line(text) for text in texts if text)
    return next((text for text in drawn if any(map(str.isalnum, text))), _UNSEEN)


def _in_line(text: str) -> str:
    """A text without marks where they are stacked too high, and without letters that are too high by themselves."""
    composed, parted = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    bare = _shown(letter for letter in parted if not unicodedata.category(letter).startswith("M"))
    low = " ".join("".join(letter for letter in word if fits_line(letter)) for word in bare.split())
    return next((form for form in (_shown(composed), bare, low.strip()) if fits_line(form)), "")


def _shown(letters: Iterable[str]) -> str:
    """Letters without those of which there is no picture, on one line."""
    kept = (" " if letter.isspace() else letter for letter in letters if _is_drawn(letter))
    return " ".join("".join(kept).split())


def _is_drawn(letter: str) -> bool:
    return letter.isspace() or (unicodedata.category(letter)[0] != "C" and has_glyph(letter))


def plain(text: str) -> str:
    """A text as any reader takes it: on one line, without what controls the writing."""
    return " ".join("".join(" " if letter.isspace() else letter for letter in text if _written(letter)).split())


def _written(letter: str) -> bool:
    return letter.isspace() or letter in _JOINERS or unicodedata.category(letter)[0] != "C"


def short_name(name: str) -> str:
    """A name with its first name as an initial: "D. Ruiz", "Dr. Ortiz", "J. van der Berg"."""
    words = name.split(",", maxsplit=1)[0].split()
    if len(words) < 2:
        return name
    particle = next((at for at, word in enumerate(words) if at and word[0].islower()), len(words) - 1)
    first = f"{words[0].rstrip('.')}." if words[0].rstrip(".").casefold() in _HONORIFICS else f"{words[0][0]}."
    return " ".join((first, *words[particle:]))


def short_title(title: str) -> str:
    """A title with its long words abbreviated: "SVP & Dir. Pharmacy"."""
    words = f" {title} "
    for long, short in _ABBREVIATIONS.items():
        words = re.sub(rf"(?<=\s){long}(?=[\s,])", short, words, flags=re.IGNORECASE)
    return " ".join(words.split())


def fitted(texts: Sequence[str], width: float, size: float, *, bold: bool = False) -> str:
    """The first text that is no wider than this; else as much of the last as there is room for."""
    found = next((text for text in texts if width_of(text, size, bold=bold) <= width), None)
    return _cut(texts[-1], width, size, bold=bold) if found is None else found


def _cut(text: str, width: float, size: float, *, bold: bool) -> str:
    fits, too_long = 0, len(text)
    while too_long - fits > 1:
        middle = (fits + too_long) // 2
        if width_of(text[:middle].rstrip() + CUT, size, bold=bold) <= width:
            fits = middle
        else:
            too_long = middle
    return text[:fits].rstrip() + CUT


def wrapped(text: str, width: float, size: float, most: int, *, bold: bool = False) -> tuple[str, ...]:
    """A text on at most so many lines of this width; the last says where it is cut."""
    lines = packed(text.split(" "), " ", width, size, bold=bold)
    kept = (*lines[: most - 1], " ".join(lines[most - 1 :])) if len(lines) > most else lines
    return tuple(fitted([line], width, size, bold=bold) for line in kept)


def packed(pieces: Iterable[str], joint: str, width: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """The pieces on as few lines of this width as they need; none is cut."""
    lines: list[str] = []
    for piece in pieces:
        longer = joint.join((lines[-1], piece)) if lines else piece
        if lines and width_of(longer, size, bold=bold) <= width:
            lines[-1] = longer
        else:
            lines.append(piece)
    return tuple(lines)


def day_text(day: date) -> str:
    """A day as "16 Nov 2026"."""
    return f"{day.day} {day:%b %Y}"
