"""Says a picture in words within what Slack takes as the text of an image."""

from collections.abc import Iterable, Sequence
from typing import Final

MOST_LETTERS: Final = 2_000  # Slack's alt_text


def fitting(head: str, versions: Sequence[Sequence[str]]) -> str:
    """The head with the first version that fits whole; else as much of the last as fits, and how much more there is."""
    whole = (" ".join((head, *sentences)) for sentences in versions)
    return next((text for text in whole if len(text) <= MOST_LETTERS), None) or _cut(head, versions[-1])


def _cut(head: str, sentences: Sequence[str]) -> str:
    texts = (
        " ".join((head, *sentences[:count], f"And {len(sentences) - count} more."))
        for count in range(len(sentences) - 1, -1, -1)
    )
    return next((text for text in texts if len(text) <= MOST_LETTERS), f"{head[: MOST_LETTERS - 1]}…")


def and_more(items: Sequence[str], most: int, joint: str = "; ") -> str:
    """The first items in a row, and how many more there are."""
    more = [f"{len(items) - most} more"] if len(items) > most else []
    return joint.join((*items[:most], *more))


def either(words: Iterable[str]) -> str:
    """Words of which none is left out: "neutral, opposed or unknown"."""
    *first, last = words
    return f"{', '.join(first)} or {last}" if first else last
