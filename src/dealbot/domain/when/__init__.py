"""Date phrases in English sales notes, found and tied to days (READING.md's due rules first)."""

from datetime import date

from dealbot.domain.when.due import due_phrase
from dealbot.domain.when.events import Event, events
from dealbot.domain.when.grammar import parse
from dealbot.domain.when.interval import Grain
from dealbot.domain.when.phrase import phrases
from dealbot.domain.when.scan import Setting
from dealbot.domain.when.value import When

__all__ = ["Event", "Grain", "When", "due", "find", "find_relative"]


def find(
    text: str, on: date, *, month_first: bool = True, fiscal_start: int = 1, past: bool = False
) -> tuple[When, ...]:
    """Every date phrase of a text read as of a day, left to right, the longest reading of each.

    `fiscal_start` is the month the account's fiscal year begins in; with any but January quarters are fiscal ones.
    With `past` the text tells of something over, whatever its verbs: "Monday" is the last one before `on`.
    """
    scan = parse(text, Setting(on, month_first, fiscal_start))
    return tuple(phrase.when for phrase in phrases(scan, past=past))


def due(text: str, on: date, *, month_first: bool = True, fiscal_start: int = 1) -> When | None:
    """The date phrase that says by when a promise is to be kept, if any does."""
    return due_phrase(parse(text, Setting(on, month_first, fiscal_start)))


def find_relative(text: str) -> tuple[Event, ...]:
    """Clauses that tie something to an event and not to a day, as (start, end, text)."""
    return events(text)
