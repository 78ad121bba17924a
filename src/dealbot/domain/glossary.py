"""Short forms and other names: a question about one is also a question about the others."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dealbot.domain.knowledge import fold

# Names that are plain words too, where they are not written with their capitals.
PLAIN_WORDS = frozenset({"chip", "cy", "ed", "epic", "er", "ma", "map", "or", "sc", "se"})


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

    def meanings(self, text: str) -> tuple[str, ...]:
        """What the short forms in a text stand for, and the short forms of what it spells out, each once."""
        return tuple(dict.fromkeys(name for term, name in self._others(text) if name in term.names[:2]))

    def other_names(self, text: str) -> tuple[str, ...]:
        """All other names of what the text names, in the order of the glossary, each once."""
        return tuple(dict.fromkeys(name for _, name in self._others(text)))

    def _others(self, text: str) -> Iterator[tuple[Term, str]]:
        folded = f" {fold(text)} "
        for term in self.terms:
            named = {name for name in term.names if _names(name, text, folded)}
            if named:
                yield from ((term, name) for name in term.names if name not in named)


def _names(name: str, text: str, folded: str) -> bool:
    """Whether a text holds a name; one that is also a plain word ("map", "ma") only with its capitals."""
    if name_words(name) in PLAIN_WORDS:
        return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None
    return f" {name_words(name)} " in folded or f" {name_words(name)}s " in folded


@cache
def name_words(name: str) -> str:
    """The words of a name alone, worked out once."""
    return fold(name)
