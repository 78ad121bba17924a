"""Short forms and other names: a question about one is also a question about the others."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dealbot.domain.knowledge import fold

_CAPITALS = re.compile(r"[A-Z]")
_SHORT = 3


@dataclass(frozen=True, slots=True)
class Term:
    """A word as it is mostly written, what it stands for, and other words for the same thing."""

    term: str
    means: str
    also: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All its names, the usual one first."""
        return (self.term, self.means, *self.also)


@dataclass(frozen=True, slots=True)
class Glossary:
    """All terms."""

    terms: tuple[Term, ...] = ()

    def expand(self, text: str) -> tuple[str, ...]:
        """The other names of what the text names, in the order of the glossary, each once.

        A short form that is also a plain word ("map", "ma") counts only where it is written in capitals.
        """
        folded = f" {fold(text)} "
        return tuple(dict.fromkeys(name for term in self.terms for name in _others(term, text, folded)))


def _others(term: Term, text: str, folded: str) -> Iterator[str]:
    named = {name for name in term.names if _names(name, text, folded)}
    if named:
        yield from (name for name in term.names if name not in named)


def _names(name: str, text: str, folded: str) -> bool:
    if len(name) <= _SHORT and _CAPITALS.search(name):
        return re.search(rf"(?<!\w){re.escape(name)}s?(?!\w)", text) is not None
    return f" {fold(name)} " in folded or f" {fold(name)}s " in folded
