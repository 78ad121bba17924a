"""Notes for the reader's tests, and what is looked for in its readings."""

from collections.abc import Callable
from datetime import date
from typing import Any

from dealbot.domain.observation import ConcernStatement, PersonStatement, Reading, StepStatement
from dealbot.domain.signal import SignalKind
from dealbot.domain.stakeholder import Side
from dealbot.reading.judged import Judged
from dealbot.reading.layout import LineKind
from dealbot.reading.names import names_of
from dealbot.reading.people import Person, people_of
from dealbot.reading.ports import KnownPerson, NoteText
from dealbot.reading.said import Said
from dealbot.reading.spotting import spot_titles
from dealbot.reading.subjects import About
from dealbot.reading.text import Clause

TUESDAY = date(2026, 3, 10)
Read = Callable[..., Reading]


def a_note(text: str, author: str | None = None, deal: str | None = None, *known: KnownPerson) -> NoteText:
    """A note of Tuesday, 10 March 2026."""
    return NoteText(text, TUESDAY, author, deal, known)


def one_of_us(*names: str) -> KnownPerson:
    """A colleague of the note's author."""
    return KnownPerson(names, side=Side.US)


def labels(reading: Reading) -> list[str]:
    """The names, or titles, of everybody in a reading."""
    return [person.label for person in reading.people]


def the_person(reading: Reading, label: str) -> PersonStatement:
    """What a reading says of one person."""
    (person,) = (person for person in reading.people if person.label == label)
    return person


def the_concern(reading: Reading) -> ConcernStatement:
    """The only concern of a reading."""
    (concern,) = reading.concerns
    return concern


def the_step(reading: Reading) -> StepStatement:
    """The only next step of a reading."""
    (step,) = reading.next_steps
    return step


def kinds(reading: Reading) -> set[SignalKind]:
    """What kinds of facts a reading has."""
    return {signal.kind for signal in reading.signals}


def judged(text: str, **shares: Any) -> Judged:
    """A clause of nobody in particular, as the network takes it."""
    clause = Clause(text, 0, len(text), (0, len(text)), 0, LineKind.TEXT)
    return Judged(About(clause, None), Said(**shares), outside=False)


def people_by_rules(note: NoteText) -> list[Person]:
    """The people of a note as far as rules and lists find names and titles."""
    titles = spot_titles(note.text)
    names = [name for name in names_of(note) if not any(t.start <= name.start < t.end for t in titles)]
    return people_of(note, names, titles)
