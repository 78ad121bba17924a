"""Notes for the reader's tests, and what is looked for in its readings."""

from collections.abc import Callable
from datetime import date

from dealbot.domain.observation import ConcernStatement, PersonStatement, Reading, StepStatement
from dealbot.domain.signal import SignalKind
from dealbot.domain.stakeholder import Side
from dealbot.reading.heads import Guess
from dealbot.reading.judged import Judged
from dealbot.reading.layout import LineKind
from dealbot.reading.ports import KnownPerson, NoteText
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


def judged(text: str, **heads: dict[str, float]) -> Judged:
    """A clause of nobody in particular, as the heads take it."""
    clause = Clause(text, 0, len(text), (0, len(text)), 0, LineKind.TEXT)
    guesses = {name: Guess(tuple(shares), tuple(shares.values())) for name, shares in heads.items()}
    return Judged(About(clause, None), guesses, outside=False)
