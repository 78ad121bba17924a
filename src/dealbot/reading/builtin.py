"""The reader that needs no model: heads trained on examples, rules over them, and nothing it cannot quote."""

import re
from collections.abc import Iterable, Sequence

from dealbot.domain.evidence import Span
from dealbot.domain.observation import PersonStatement, Reading
from dealbot.domain.stakeholder import Side
from dealbot.reading.concern_rules import concerns_of
from dealbot.reading.heads import Encoder, Heads
from dealbot.reading.judged import Judged, labelled
from dealbot.reading.layout import LineKind
from dealbot.reading.people import Person, people_of
from dealbot.reading.person_rules import movement_of, roles_of, stance_of
from dealbot.reading.ports import NoteText
from dealbot.reading.scope import outside
from dealbot.reading.signal_rules import signals_of
from dealbot.reading.step_rules import closed_of, steps_of
from dealbot.reading.subjects import subjects_of
from dealbot.reading.text import Clause, clauses_of
from dealbot.reading.view_rules import is_view, views_of

_UNREAD = frozenset({LineKind.HEADER, LineKind.HEADING, LineKind.SIGNATURE})
_LETTER = re.compile(r"[^\W\d_]{2}")
_ONLY_ASIDE = re.compile(
    r"\b(?:intro(?:duce|duction)?|loop in|pull in|cc|get|reach|meet|contact|find|ask|call|assistant|named|hired)\b",
    re.IGNORECASE,
)


class BuiltinReader:
    """Reads notes with trained heads and rules; the same note is always read the same way."""

    def __init__(self, encoder: Encoder, heads: Heads) -> None:
        """Read with this encoder and these heads."""
        self._encoder = encoder
        self._heads = heads

    @property
    def version(self) -> str:
        """Name and version of the reader, kept with every observation it makes."""
        return f"builtin-1-{self._heads.examples[:8]}"

    def read(self, note: NoteText) -> Reading:
        """Read one note; what cannot be quoted is not returned."""
        people = people_of(note)
        judged = self._judge(note, people)
        return Reading(
            on=note.on,
            people=tuple(_statement(note, person, judged) for person in people if not _only_outside(person, judged)),
            concerns=tuple(concerns_of(judged)),
            next_steps=tuple(steps_of(judged, note)),
            signals=tuple(signals_of(judged)),
            views=tuple(views_of(judged)),
            closed=tuple(closed_of(judged)),
            reader=self.version,
        )

    def prepare(self, notes: Iterable[str]) -> None:
        """Look at the clauses of several notes at once: for an encoder that remembers, it is quicker so."""
        self._encoder.encode([labelled(clause) for note in notes for clause in _clauses(note)])

    def _judge(self, note: NoteText, people: Sequence[Person]) -> list[Judged]:
        clauses = _clauses(note.text)
        if not clauses:
            return []
        texts = [labelled(clause) for clause in clauses]
        guesses = self._heads.guess(texts, self._encoder.encode(texts))
        abouts = subjects_of(note.text, clauses, people)
        aside = outside(clauses, guesses)
        return [
            Judged(about, guess, elsewhere, is_view(about, guess))
            for about, guess, elsewhere in zip(abouts, guesses, aside, strict=True)
        ]


def _clauses(text: str) -> list[Clause]:
    return [clause for clause in clauses_of(text) if _readable(clause)]


def _readable(clause: Clause) -> bool:
    return clause.kind not in _UNREAD and _LETTER.search(clause.text) is not None


def _only_outside(person: Person, judged: Sequence[Judged]) -> bool:
    """Somebody who only occurs in other customers' stories, or only in passing as anybody's title, is left out."""
    if any(item.about.speaker is person for item in judged):
        return False
    within = [item for item in judged if any(item.clause.start <= at[0] < item.clause.end for at in person.places)]
    return bool(within) and all(item.outside for item in within)


def _statement(note: NoteText, person: Person, judged: Sequence[Judged]) -> PersonStatement:
    own = [item for item in judged if item.about.subject is person and not item.outside]
    mentions = [item for item in judged if person in item.about.mentioned]
    stance, shown = stance_of(own)
    movement, moved = movement_of([*own, *mentions])
    roles = roles_of(own) if person.side is Side.BUYER else frozenset()
    quote = shown or moved or next(iter(own or mentions), None)
    return PersonStatement(
        name=person.name,
        title=person.title,
        function=person.function,
        side=person.side,
        roles=roles,
        stance=stance if person.side is Side.BUYER else None,
        span=quote.span if quote is not None else _mention(note, person),
        said_by=quote.said_by if quote is not None else None,
        took_part=_took_part(own, mentions),
        movement=movement,
    )


def _mention(note: NoteText, person: Person) -> Span:
    start, end = min(person.places)
    return Span(note.text[start:end], start, end)


def _took_part(own: Sequence[Judged], mentions: Sequence[Judged]) -> bool:
    if own or not mentions:
        return True
    return not all(_ONLY_ASIDE.search(item.text) for item in mentions)
