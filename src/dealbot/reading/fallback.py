"""The model first, the built-in reader behind it: what the built-in reader is sure of is never lost.

It is taken to be sure of people it names with a title or from the roster, of promises in plain words with a date, and
of promises kept; those the model missed are added, promises where it took the words for nothing else. Whether somebody
took part, comes or goes is its word too, for the model is not asked.
"""

from dataclasses import replace

from dealbot.domain.names import fold
from dealbot.domain.observation import PersonStatement, Reading, StepStatement
from dealbot.errors import ModelUnavailable
from dealbot.reading.faults import ModelFault
from dealbot.reading.lexicon import steps as lexicon
from dealbot.reading.merge import overlap, same_person
from dealbot.reading.ports import NoteReader, NoteText

_INSTEAD = " instead of "


class FallbackReader:
    """A NoteReader that always reads: with the model where it can, else without, and says so."""

    def __init__(self, primary: NoteReader, builtin: NoteReader) -> None:
        """Take the reader to prefer and the one to rely on."""
        self._primary = primary
        self._builtin = builtin

    @property
    def version(self) -> str:
        """Both readers' versions."""
        return f"{self._primary.version}+{self._builtin.version}"

    def read(self, note: NoteText) -> Reading:
        """Read with both and reconcile; a model that is of no use is named in the reading's reader, with the reason."""
        builtin = self._builtin.read(note)
        try:
            primary = self._primary.read(note)
        except ModelUnavailable as error:
            why = error.fault.value if isinstance(error, ModelFault) else error.code
            return replace(builtin, reader=f"{self._builtin.version}{_INSTEAD}{self._primary.version} ({why})")
        return replace(reconciled(primary, builtin, note), reader=self.version)


def fell_back(reader: str) -> bool:
    """Whether a reading was made by the built-in reader in the model's place: a basic analysis."""
    return _INSTEAD in reader


def reconciled(primary: Reading, builtin: Reading, note: NoteText) -> Reading:
    """The first reading with what the second is sure of."""
    people = tuple(_with_bearing(person, builtin) for person in primary.people)
    roster = {fold(name) for known in note.roster for name in known.names}
    missed = tuple(
        person
        for person in builtin.people
        if _sure(person, roster) and not any(same_person(person, other) for other in people)
    )
    steps = tuple(_with_date(step, builtin) for step in primary.next_steps)
    dated = tuple(
        step
        for step in builtin.next_steps
        if _plain(step) and not any(overlap(step.span, other.span) for other in primary.statements)
    )
    return replace(primary, people=people + missed, next_steps=steps + dated, closed=builtin.closed)


def _sure(person: PersonStatement, roster: set[str]) -> bool:
    return bool(person.name) and (bool(person.title) or fold(person.name or "") in roster)


def _plain(step: StepStatement) -> bool:
    return step.due is not None and any(words.search(step.span.quote) for words in (lexicon.FIRST, lexicon.THEIRS))


def _with_bearing(person: PersonStatement, builtin: Reading) -> PersonStatement:
    """A person with what only the built-in reader tells: whether they took part, whether they come or go."""
    same = next((other for other in builtin.people if same_person(person, other)), None)
    return replace(person, took_part=same.took_part, movement=same.movement) if same else person


def _with_date(step: StepStatement, builtin: Reading) -> StepStatement:
    """A step without a date gets that of the same step in the other reading."""
    same = (other for other in builtin.next_steps if other.due is not None and overlap(step.span, other.span))
    other = next(same, None) if step.due is None else None
    return replace(step, due=other.due, due_text=other.due_text) if other else step
