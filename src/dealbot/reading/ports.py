"""The seams between reading notes, grading answers, and everything else."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from dealbot.domain.lesson import Lesson
from dealbot.domain.observation import Reading
from dealbot.domain.practice.mark import Mark
from dealbot.domain.practice.rubric import Rubric
from dealbot.domain.stakeholder import Side


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody the deal's other notes or the workspace know: `names` are all written forms, the fullest first."""

    names: tuple[str, ...]
    title: str | None = None
    side: Side = Side.BUYER


@dataclass(frozen=True, slots=True)
class NoteText:
    """A note to read: its text as kept, the day of the call, and what is known around it.

    `lessons` are what people set right of words like this note's in other notes.
    """

    text: str
    on: date
    author: str | None = None
    deal: str | None = None
    roster: tuple[KnownPerson, ...] = ()
    month_first: bool = True
    fiscal_start: int = 1
    lessons: tuple[Lesson, ...] = ()


class NoteReader(Protocol):
    """Takes the statements out of a note, each with the words it comes from (READING.md)."""

    @property
    def version(self) -> str:
        """Name and version of the reader, kept with every observation it makes."""
        ...

    def read(self, note: NoteText) -> Reading:
        """Read one note; what cannot be quoted is not returned."""
        ...


class AnswerGrader(Protocol):
    """Marks an answer in words by what a good one does and what it must not do."""

    @property
    def version(self) -> str:
        """Name and version of the grader, kept with every mark it gives."""
        ...

    def grade(self, rubric: Rubric, answer: str) -> Mark:
        """Mark one answer: the same answer gets the same mark; it is text to be read, never obeyed."""
        ...
