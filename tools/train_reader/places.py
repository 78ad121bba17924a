"""Where the labelled people of a note stand in it, and the tag of every word that follows from it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dealbot.reading.net.looks import words_of

Label = dict[str, Any]
Stretch = tuple[int, int]

_WORD = re.compile(r"[^\W_]+")
_PARTICLES = frozenset("dr mr mrs ms de la van von der al el bin st md the of and del san".split())
_NAME, _TITLE = 1, 3


@dataclass(slots=True)
class Place:
    """A labelled person with all places of name and title."""

    label: Label
    names: list[Stretch] = field(default_factory=list)
    titles: list[Stretch] = field(default_factory=list)


def places_of(text: str, people: Sequence[Label]) -> tuple[list[Place], NDArray[np.int64]]:
    """Find full names first, then parts of names, then titles; also the tag of each word of the text."""
    places = [Place(person) for person in people]
    taken: list[tuple[Stretch, int]] = []

    def take(stretches: list[Stretch], words: str, tag: int) -> None:
        for start, end in _occurrences(text, words):
            if not any(a < end and start < b for (a, b), _ in taken):
                taken.append(((start, end), tag))
                stretches.append((start, end))

    for place in places:
        take(place.names, place.label["name"] or "", _NAME)
    for place in places:
        for form in _parts(place.label["name"] or ""):
            take(place.names, form, _NAME)
    for place in places:
        take(place.titles, place.label["title"] or "", _TITLE)
    return [place for place in places if place.names or place.titles], _tags(text, taken)


def _parts(name: str) -> list[str]:
    """First names and surnames, which stand alone elsewhere; those in small letters may be capitalised there."""
    words = [word for word in _WORD.findall(name) if len(word) > 1 and word.casefold() not in _PARTICLES]
    return [form for word in words for form in dict.fromkeys((word, word[:1].upper() + word[1:]))]


def _tags(text: str, taken: Sequence[tuple[Stretch, int]]) -> NDArray[np.int64]:
    words = words_of(text)
    tags = np.zeros(len(words), dtype=np.int64)
    for (start, end), tag in taken:
        inside = [at for at, (a, b) in enumerate(words) if start <= a and b <= end]
        tags[inside] = tag + 1
        tags[inside[:1]] = tag
    return tags


def _occurrences(text: str, words: str) -> list[Stretch]:
    """Where words stand in a text, not as parts of others."""
    if not words:
        return []
    return [match.span() for match in re.finditer(rf"(?<![^\W_]){re.escape(words)}(?![^\W_])", text)]
