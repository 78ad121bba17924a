"""What the notes of a deal say, sentence by sentence, each with whoever it is by or about."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dealbot.app.understand.people import people_in
from dealbot.app.words import words_of
from dealbot.domain.deal import Stakeholder
from dealbot.domain.evidence import Evidence, Span
from dealbot.domain.mentions import parties_named
from dealbot.domain.names import fold, may_mean
from dealbot.reading.heads import Encoder
from dealbot.reading.layout import LineKind
from dealbot.reading.text import Clause, sentences_of

_OURS = re.compile(r"(?:and |but |so )?(?:i|we|my|our)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"\W*(?:(?:and|but|so|also|now|the|their|our) )*", re.IGNORECASE)
_CLOSING = " \"'\u201d\u2019*_)"
_TOLD = frozenset({LineKind.TEXT, LineKind.BULLET, LineKind.FIELD, LineKind.TURN})


@dataclass(frozen=True, slots=True)
class ReadNote:
    """A note as its sentences, in order, with offsets and speakers."""

    id: str
    on: date
    author: str | None
    sentences: tuple[Clause, ...]

    @classmethod
    def of(cls, note: str, on: date, author: str | None, text: str) -> "ReadNote":
        """Cut a note's text as kept into sentences."""
        return cls(note, on, author, sentences_of(text))


@dataclass(frozen=True, slots=True)
class Sayings:
    """The notes of a deal, and what turns sentences into unit vectors."""

    notes: tuple[ReadNote, ...]
    encoder: Encoder


@dataclass(frozen=True, slots=True)
class Saying:
    """One sentence of a note; `by` are the keys of those who say it or whom it is about, `named` of those it names.

    `asked` is the question of another speaker that it is said in reply to.
    """

    text: str
    evidence: Evidence
    speaker: str | None
    by: frozenset[str]
    named: frozenset[str]
    asked: str = ""


def asks(text: str) -> bool:
    """Whether a sentence asks rather than tells."""
    return text.rstrip(_CLOSING).endswith("?")


def sayings_of(note: ReadNote, people: Sequence[Stakeholder]) -> tuple[Saying, ...]:
    """Every sentence of a note that tells something, in order."""
    return tuple(_sayings(note, people))


def _sayings(note: ReadNote, people: Sequence[Stakeholder]) -> Iterator[Saying]:
    about: frozenset[str] = frozenset()
    talk = _Talk()
    for clause in note.sentences:
        if clause.kind not in _TOLD:
            continue
        asked = talk.heard(clause)
        named = frozenset(_named(clause.text, people))
        about = named or _of_a_group(clause.text, people, about)
        speaker = _speaker(clause, people)
        told = frozenset() if not named and _OURS.match(clause.text) else about
        by = frozenset({speaker}) if speaker else (told if clause.speaker is None else named)
        evidence = Evidence(note.id, note.on, note.author, Span(clause.text, clause.start, clause.end))
        yield Saying(clause.text, evidence, clause.speaker, by, named, asked)


@dataclass(slots=True)
class _Talk:
    """Who has the word in a transcript, and the question the other one put last."""

    speaker: str | None = None
    asked: str = ""
    put: str = ""

    def heard(self, clause: Clause) -> str:
        """Tell the question this sentence is said in reply to; a speaker's own questions are none."""
        if clause.speaker != self.speaker:
            self.speaker, self.asked, self.put = clause.speaker, self.put, ""
        if clause.speaker is not None and asks(clause.text):
            self.put = clause.text
        return self.asked if clause.speaker is not None else ""


def _named(text: str, people: Sequence[Stakeholder]) -> Iterable[str]:
    for someone in people_in(words_of(text), people):
        yield from someone.keys


def _of_a_group(text: str, people: Sequence[Stakeholder], about: frozenset[str]) -> frozenset[str]:
    """Whom a sentence is about that names nobody: where it begins with a part of the house the one known there."""
    begins = _ARTICLE.match(text)
    parties = [party for party in parties_named(text, people) if begins and party.start <= begins.end()]
    return frozenset(party.key for party in parties if party.key is not None) if parties else about


def _speaker(clause: Clause, people: Sequence[Stakeholder]) -> str | None:
    if clause.speaker is None:
        return None
    spoken = fold(clause.speaker)
    meant = [p.key for p in people if p.name and may_mean(spoken, fold(p.name))]
    return meant[0] if len(meant) == 1 else None
