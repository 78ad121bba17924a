"""Reads labelled notes with a reader and tells how well, with intervals, and what went worst."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from dealbot.domain.observation import Reading
from dealbot.evals.labelled import LabelledNote
from dealbot.evals.matching import match_concerns, match_people, match_signals, match_steps, match_views
from dealbot.evals.replayed import AFTER, Replayed
from dealbot.evals.scorers import SCORERS, Judged
from dealbot.reading.ports import NoteReader, NoteText

RESAMPLED = 200
_SEED = 7
_Part = TypeVar("_Part")


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure with the middle 95 % of its values over resampled notes."""

    name: str
    value: float | None
    low: float | None
    high: float | None


def read_notes(reader: NoteReader, notes: Sequence[LabelledNote]) -> list[Reading]:
    """Read every note by itself."""
    return [reader.read(NoteText(note.text, note.on, note.author, note.deal)) for note in notes]


def judge(notes: Sequence[LabelledNote], readings: Sequence[Reading]) -> list[Judged]:
    """Match what was read with what was labelled, note by note."""
    return [
        Judged(
            match_people(note, reading),
            match_concerns(note, reading),
            match_steps(note, reading),
            match_signals(note, reading),
            match_views(note, reading),
        )
        for note, reading in zip(notes, readings, strict=True)
    ]


def figures(judged: Sequence[Judged], deals: Sequence[Replayed]) -> list[Figure]:
    """All figures with their intervals, of notes and of whole deals; the same always give the same."""
    of_notes = [_figure(name, scorer, judged) for name, scorer in SCORERS.items()]
    return of_notes + [_figure(name, scorer, deals) for name, scorer in AFTER.items()]


def worst(judged: Sequence[Judged], most: int = 12) -> list[str]:
    """The misses a reader of the answers would be hurt by most, in words: missed worries first."""
    lines = [
        f"{note.concerns.note.id}: missed {label['topic'].replace('_', ' ')} ({label['status']}): {label['quote']}"
        for note in judged
        for label in note.concerns.missed
        if label["blocking"] or label["status"] == "raised"
    ]
    lines += [
        f"{note.people.note.id}: missed {label['name'] or label['title']}"
        for note in judged
        for label in note.people.missed
    ]
    return lines[:most]


def _figure(name: str, scorer: Callable[[Sequence[_Part]], float | None], parts: Sequence[_Part]) -> Figure:
    chance = random.Random(_SEED)  # noqa: S311 - resampling, no secret
    values = sorted(
        value for _ in range(RESAMPLED) if (value := scorer([chance.choice(parts) for _ in parts])) is not None
    )
    edges = (values[int(0.025 * len(values))], values[int(0.975 * len(values))]) if values else (None, None)
    return Figure(name, scorer(parts), *edges)
