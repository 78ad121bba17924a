"""Cohorts and checks: who is to be ready by when, what they answered, and who signed."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Verdict(StrEnum):
    """What enablement signs."""

    READY = "ready"
    NOT_YET = "not_yet"

    @property
    def words(self) -> str:
        """As people say it."""
        return self.value.replace("_", " ")


@dataclass(frozen=True, slots=True)
class Cohort:
    """People (user ids) who are to be ready by a day, with the decks they prepare from; `id` is 0 until it is kept.

    One that was ended stays to be read: nothing more is asked of its people.
    """

    name: str
    members: tuple[str, ...]
    decks: tuple[str, ...]
    due_on: date
    made_by: str = ""
    made_on: date | None = None
    id: int = 0
    ended_on: date | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """Cards that people of a cohort are to answer by a day, so that enablement reads the answers.

    Of one that was ended nothing more is asked than what was answered.
    """

    cohort: int
    cards: tuple[str, ...]
    people: tuple[str, ...]
    due_on: date
    made_by: str = ""
    made_at: datetime | None = None
    id: int = 0
    ended: bool = False

    def asked(self, there: Container[str], answered: Container[str]) -> int:
        """Count the cards that are there to be answered, or were answered before they were retired or switched off."""
        there = () if self.ended else there
        return sum(card in there or card in answered for card in self.cards)


@dataclass(frozen=True, slots=True)
class Signed:
    """A verdict on a person, with a note, and who signed it when."""

    person: str
    verdict: Verdict
    note: str
    by: str
    at: datetime


class Criterion(StrEnum):
    """What a person listens for in a live mock."""

    DISCOVERY = "discovery"
    KNOWLEDGE = "knowledge"
    OBJECTIONS = "objections"
    NEXT_STEP = "next_step"


@dataclass(frozen=True, slots=True)
class Scorecard:
    """How somebody did in a live mock: each criterion 1 to 5, and words."""

    person: str
    scores: tuple[tuple[Criterion, int], ...]
    words: str
    by: str
    at: datetime
