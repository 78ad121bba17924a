"""The seams between reading notes, grading answers, playing an officer, and everything else."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from dealbot.domain.lesson import Lesson
from dealbot.domain.observation import Reading
from dealbot.domain.practice.mark import Mark
from dealbot.domain.practice.role_play import Reply, Turn
from dealbot.domain.practice.rubric import Rubric
from dealbot.domain.practice.scene import Scene
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


class OfficerVoice(Protocol):
    """Says in an officer's voice what the script has them do; it never marks an answer."""

    @property
    def answers(self) -> int:
        """How many answers a role-play in this voice takes at most."""
        ...

    def say(self, scene: Scene, turns: Sequence[Turn], script: Reply) -> str:
        """Word the reply to the last of the turns; the script's own words where nothing better is found."""
        ...
