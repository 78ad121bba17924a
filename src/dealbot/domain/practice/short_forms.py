"""The short forms that a document explains: "Certified Healthcare Sales Professional (CHSP)"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from dealbot.domain.knowledge import plain

_SHORT = r"[A-Z][A-Za-z]*[A-Z0-9][A-Za-z0-9]{0,6}"
_AFTER = re.compile(rf"(?P<before>(?:[\w’'&/-]+ ){{0,9}}[\w’'&/-]+) \((?P<short>{_SHORT})\)")
_INSIDE = re.compile(rf"\b(?P<short>{_SHORT}) \((?P<long>[A-Z][\w’'&-]*(?: [\w’'&-]+){{1,8}})\)")
_SMALL = frozenset("a an and for in of on or the to with &".split())
_WORDS = re.compile(r"[\s/-]+")


class ShortForm(NamedTuple):
    """A short form and what it stands for."""

    short: str
    means: str


def short_forms_in(text: str) -> Iterator[ShortForm]:
    """Those a text spells out, right before the short form or in brackets after it."""
    if "(" not in text:
        return
    words = plain(text)
    for found in _AFTER.finditer(words):
        means = _spelled(found["before"], found["short"])
        if means is not None:
            yield ShortForm(found["short"], means)
    for found in _INSIDE.finditer(words):
        if stands_for(found["short"], found["long"]):
            yield ShortForm(found["short"], found["long"])


def stands_for(short: str, means: str) -> bool:
    """Whether a short form is the first letters of what it stands for."""
    return _spelled(means, short) == means


def _spelled(text: str, short: str) -> str | None:
    """The last words of a text whose first letters are a short form; None where they are not."""
    words = text.split()
    for first in range(len(words) - 1, -1, -1):
        if words[first].casefold() in _SMALL:
            continue
        if _initials(words[first:], small=False) == short.casefold() or _initials(words[first:]) == short.casefold():
            return " ".join(words[first:])
    return None


def _initials(words: list[str], *, small: bool = True) -> str:
    kept = (piece for word in words if small or word.casefold() not in _SMALL for piece in _WORDS.split(word) if piece)
    return "".join(piece[0] for piece in kept).casefold()
