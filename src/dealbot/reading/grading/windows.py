"""The stretches of an answer that may show a key point: its sentences, their clauses, and neighbours together."""

import re
from collections.abc import Iterator
from itertools import pairwise

from dealbot.domain.evidence import Span

MOST_LETTERS = 8_000
MOST_WINDOWS = 48
_SENTENCE = re.compile(r"(?<=[.!?…])[\"”’)\]]*\s+|\s*\n+\s*")
_CLAUSE = re.compile(r"[,;:]\s+|\s+(?=(?:and|but|then|so|because|instead)\s)|\s[-–—/]+\s|(?<=[a-z])\.{2,}\s*")
_FEWEST_WORDS = 3


def windows_of(answer: str) -> tuple[Span, ...]:
    """At most so many stretches, sentences first; of a very long answer only its beginning is read."""
    read = answer[:MOST_LETTERS]
    sentences = list(_cut(read, 0, len(read), _SENTENCE))
    clauses = [list(_cut(read, *sentence, _CLAUSE)) for sentence in sentences]
    places = [
        *sentences,
        *_joined(sentences),
        *(place for parts in clauses if len(parts) > 1 for place in (*parts, *_joined(parts))),
    ]
    told = [place for place in dict.fromkeys(places) if len(read[slice(*place)].split()) >= _FEWEST_WORDS]
    return tuple(Span(read[begin:end], begin, end) for begin, end in (told or sentences)[:MOST_WINDOWS])


def _cut(text: str, start: int, end: int, at: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """The stretches between the cuts, without the space around them; one without a letter or digit is none."""
    cuts = [start, *(place for match in at.finditer(text, start, end) for place in match.span()), end]
    for begin, stop in zip(cuts[::2], cuts[1::2], strict=True):
        words = text[begin:stop]
        if any(map(str.isalnum, words)):
            begin += len(words) - len(words.lstrip())  # noqa: PLW2901 -- the stretch begins with its first letter
            yield begin, begin + len(words.strip())


def _joined(places: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    return ((one[0], other[1]) for one, other in pairwise(places))
