"""A long note in overlapping pieces that begin and end between sentences."""

import re

from dealbot.reading.align import Window

SIZE, OVERLAP = 6_000, 600
_LINE, _SENTENCE, _SPACE = re.compile(r"\n+"), re.compile(r"[.!?]\s+"), re.compile(r"\s+")


def chunks_of(text: str, size: int = SIZE, overlap: int = OVERLAP) -> tuple[Window, ...]:
    """Windows of at most `size` that together hold the whole text, each sharing about `overlap` with the one before."""
    windows: list[Window] = []
    start, end = 0, 0
    while end < len(text) or not windows:
        end = len(text) if len(text) - start <= size else _cut(text, start + size // 2, start + size)
        windows.append((start, end))
        start = max(_cut(text, end - 2 * overlap, end - overlap), start + 1)
    return tuple(windows)


def _cut(text: str, low: int, high: int) -> int:
    """The last good place to cut between two offsets: after a line, a sentence, a word, or at the end."""
    for pattern in (_LINE, _SENTENCE, _SPACE):
        cuts = [match.end() for match in pattern.finditer(text, low, high)]
        if cuts:
            return cuts[-1]
    return high
