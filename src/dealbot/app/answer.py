"""What is answered: short plain words first, the facts as data, and the evidence of every fact shown."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from dealbot.app.question import Intent
from dealbot.domain.alignment import Alignment, align
from dealbot.domain.deal import DealState
from dealbot.domain.evidence import Evidence
from dealbot.domain.record import DealRecord
from dealbot.domain.search import Citation

Back = Callable[[date, datetime | None], DealState]
Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]


@dataclass(frozen=True, slots=True)
class Deal:
    """A deal as it stands on a day: what is set about it, what was said, and what that adds up to.

    `back` replays it as of an earlier day, as known at an instant (None: as it is known now).
    """

    record: DealRecord
    state: DealState
    alignment: Alignment
    back: Back | None = field(default=None, compare=False, repr=False)

    @classmethod
    def of(cls, record: DealRecord, state: DealState, back: Back | None = None) -> "Deal":
        """Put together a deal with its alignment worked out."""
        return cls(record, state, align(state), back)

    def before(self, day: date, known_at: datetime | None = None) -> "Deal":
        """The same deal as of an earlier day; one of which nothing was heard where it cannot be looked back."""
        state = self.back(day, known_at) if self.back is not None else DealState(day)
        return Deal.of(self.record, state, self.back)

    @property
    def name(self) -> str:
        """What the deal is called."""
        return self.record.name


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer; `answered` is false when the deal is unclear, the question is not ours or nothing is known."""

    intent: Intent
    answered: bool
    text: str
    data: Mapping[str, Json] = field(default_factory=dict)
    sources: tuple[Evidence | Citation, ...] = ()

    @property
    def said(self) -> tuple[Evidence, ...]:
        """What of its sources stands in notes."""
        return tuple(source for source in self.sources if isinstance(source, Evidence))

    def as_json(self) -> dict[str, Json]:
        """The answer in the shape of the command line's contract, without the request's id."""
        return {
            "intent": self.intent.value,
            "answered": self.answered,
            "text": self.text,
            "data": dict(self.data),
            "sources": [_source_json(source) for source in self.sources],
        }


def _source_json(source: Evidence | Citation) -> dict[str, Json]:
    if isinstance(source, Evidence):
        return evidence_json(source)
    return {
        "document": source.document,
        "heading": " > ".join(source.heading),
        "on": source.on.isoformat() if source.on else None,
        "author": source.author,
        "quote": source.quote,
        "start": source.span.start,
        "end": source.span.end,
    }


def evidence_json(evidence: Evidence) -> dict[str, Json]:
    """One piece of evidence in the shape of the contract."""
    return {
        "note": evidence.note,
        "on": evidence.on.isoformat(),
        "author": evidence.author,
        "quote": evidence.quote,
        "start": evidence.span.start,
        "end": evidence.span.end,
    }


def each_once(sources: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The evidence in order, each piece once."""
    return tuple(dict.fromkeys(sources))
