"""The words a fact comes from."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a note as kept: `quote == text[start:end]`, offsets in code points, end exclusive."""

    quote: str
    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a place of their note."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quote with the note it stands in, the day it was said and who wrote it down."""

    note: str
    on: date
    author: str | None
    span: Span

    @property
    def quote(self) -> str:
        """The words themselves."""
        return self.span.quote
