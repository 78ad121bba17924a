"""Whether a note may speak of certain people: rather once too often than once too seldom."""

import re
from collections.abc import Iterable, Iterator

from dealbot.domain.names import fold
from dealbot.reading.ports import KnownPerson

_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_PART = re.compile(r"[^\w]+")


def mentions(text: str, people: Iterable[KnownPerson]) -> bool:
    """Whether any word of the text is a word, or the initials, of any of these people's names."""
    names = {form for person in people for name in person.names for form in _forms(name)}
    return bool(names) and any(form in names for word in _WORD.findall(text) for form in _written(word))


def _forms(name: str) -> Iterator[str]:
    words = fold(name).split()
    yield from words
    yield "".join(word[0] for word in words)


def _written(word: str) -> Iterator[str]:
    yield fold(word)
    yield fold(word.strip(".").removesuffix("'s").removesuffix("’s"))
    yield from (fold(part) for part in _PART.split(word) if part)
