"""Which item read is which item labelled: people by name, the rest by kind and shared words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from dealbot.domain.evidence import Span
from dealbot.domain.names import fold
from dealbot.domain.observation import PersonStatement, Reading
from dealbot.evals.labelled import Item, LabelledNote


@dataclass(frozen=True, slots=True)
class Matched:
    """The items of one kind in one note: pairs of label and read, labels missed, read in excess."""

    note: LabelledNote
    pairs: tuple[tuple[Item, Any], ...]
    missed: tuple[Item, ...]
    extra: tuple[Any, ...]


def match_people(note: LabelledNote, reading: Reading) -> Matched:
    """Match people by name, by title where there is none."""

    def same(label: Item, read: PersonStatement) -> bool:
        return fold(label["name"] or label["title"]) == fold(read.label)

    return _match(note, "people", reading.people, same)


def match_concerns(note: LabelledNote, reading: Reading) -> Matched:
    """Match concerns by topic and shared words."""
    return _match(note, "concerns", reading.concerns, lambda a, b: a["topic"] == b.topic and _share(a["span"], b.span))


def match_signals(note: LabelledNote, reading: Reading) -> Matched:
    """Match signals by kind and shared words."""
    return _match(note, "signals", reading.signals, lambda a, b: a["kind"] == b.kind and _share(a["span"], b.span))


def match_steps(note: LabelledNote, reading: Reading) -> Matched:
    """Match next steps by shared words."""
    return _match(note, "next_steps", reading.next_steps, lambda a, b: _share(a["span"], b.span))


def match_views(note: LabelledNote, reading: Reading) -> Matched:
    """Match the author's views by shared words."""
    return _match(note, "views", reading.views, lambda a, b: _share(a["span"], b.span))


def _share(one: Span, other: Span) -> bool:
    """Whether two quotes share half of the shorter."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return 2 * shared >= min(one.end - one.start, other.end - other.start)


def _match(note: LabelledNote, kind: str, read: Sequence[Any], same: Callable[[Item, Any], bool]) -> Matched:
    left = list(read)
    pairs: list[tuple[Item, Any]] = []
    missed: list[Item] = []
    for label in note.items[kind]:
        found = next((item for item in left if same(label, item)), None)
        if found is None:
            missed.append(label)
        else:
            left.remove(found)
            pairs.append((label, found))
    return Matched(note, tuple(pairs), tuple(missed), tuple(left))
