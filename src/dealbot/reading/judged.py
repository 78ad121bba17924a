"""A clause with everything the heads and the other passes made of it: what the rules decide on."""

from dataclasses import dataclass

from dealbot.domain.evidence import Span
from dealbot.domain.observation import SaidBy
from dealbot.domain.stakeholder import Side
from dealbot.reading.layout import LineKind
from dealbot.reading.lexicon.concerns import CALM, PLAIN, SETTLED
from dealbot.reading.people import Person
from dealbot.reading.said import Said
from dealbot.reading.subjects import About
from dealbot.reading.text import Clause


@dataclass(frozen=True, slots=True)
class Judged:
    """One clause of this deal, whom it is about and what it probably says."""

    about: About
    said: Said
    outside: bool
    view: bool = False
    holder: Person | None = None
    owner: Person | None = None
    viewed: Person | None = None

    @property
    def clause(self) -> Clause:
        """The clause itself."""
        return self.about.clause

    @property
    def text(self) -> str:
        """Its words."""
        return self.about.clause.text

    @property
    def ours(self) -> bool:
        """Whether one of our own people says it in a conversation."""
        speaker = self.about.speaker
        return speaker is not None and speaker.side is not Side.BUYER

    @property
    def span(self) -> Span:
        """Its words with their offsets in the note."""
        return Span(self.clause.text, self.clause.start, self.clause.end)

    @property
    def subject(self) -> Person | None:
        """The buyer's person it is about, if any."""
        person = self.about.subject
        return person if person is not None and person.side is Side.BUYER else None

    @property
    def labelled(self) -> str:
        """Its words, after the label where it is the value of a template field."""
        return labelled(self.clause)

    @property
    def asked_by_author(self) -> bool:
        """Whether it is a question of the note's writer, who thereby tells nothing."""
        return self.about.speaker is None and self.text.rstrip(" )”\"'").endswith("?") and self.said_by is SaidBy.AUTHOR

    @property
    def worried(self) -> bool:
        """Whether it tells a worry in plain words."""
        return PLAIN.search(self.text) is not None and CALM.search(self.text) is None and not self.settled

    @property
    def settled(self) -> bool:
        """Whether it says in plain words that a worry is over."""
        return SETTLED.search(self.text) is not None

    @property
    def said_by(self) -> SaidBy:
        """Whether the person says it, a colleague does, or the author reports it."""
        if self.about.reported_by is not None:
            return SaidBy.OTHER
        if self.about.speaker is not None:
            return SaidBy.HOLDER if self.about.speaker is self.about.subject else SaidBy.OTHER
        return SaidBy.HOLDER if '"' in self.text or "“" in self.text else SaidBy.AUTHOR


def labelled(clause: Clause) -> str:
    """Tell a template field's label too: it says what its value is about."""
    return f"{clause.label}: {clause.text}" if clause.kind is LineKind.FIELD and clause.label else clause.text
