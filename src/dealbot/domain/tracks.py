"""The tracks of a contract, replayed: how far each is, with whom, since when, and what is still open in it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from dealbot.domain.contract import KnownTrack, TrackKind, TrackState
from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.deal import Stakeholder
from dealbot.domain.evidence import Evidence
from dealbot.domain.last_told import last_told
from dealbot.domain.names import fold
from dealbot.domain.observation import Correction, Observation, SignalStatement
from dealbot.domain.signal import SignalKind
from dealbot.domain.stakeholder import Function, Side
from dealbot.domain.track_words import TrackTold, tracks_told

# A clause of such a signal that names no track is of this one.
_OTHERWISE = {
    SignalKind.CONTRACT: TrackKind.VENDOR_AGREEMENT,
    SignalKind.SECURITY_REQUIREMENT: TrackKind.SECURITY,
}
_NEGOTIATES = frozenset(
    {Function.LEGAL, Function.COMPLIANCE, Function.PROCUREMENT, Function.SECURITY, Function.FINANCE, Function.IT}
)
_WORST_LAST = (TrackState.AGREED, TrackState.NOT_STARTED, TrackState.UNDER_WAY)
_NOTHING_OPEN = "none"


@dataclass(frozen=True, slots=True)
class _Said:
    """A state as somebody told it, or set it by hand."""

    state: TrackState
    since: date
    evidence: Evidence
    asked: bool = False
    by_hand: bool = False


@dataclass(slots=True)
class _Draft:
    """All that was told of one track, in replay order."""

    kind: TrackKind
    said: list[_Said] = field(default_factory=list)
    sources: list[Evidence] = field(default_factory=list)
    counterpart: str | None = None
    clause: Evidence | None = None
    theirs: bool | None = None
    pages: int | None = None

    def take(self, told: TrackTold, evidence: Evidence, counterpart: str | None) -> None:
        """Take in what a clause tells."""
        self.sources.append(evidence)
        self.counterpart = counterpart or told.counterpart or self.counterpart
        self.theirs = self.theirs if told.theirs is None else told.theirs
        self.pages = told.pages or self.pages
        if told.asked:
            self.clause = evidence
        if told.state is not None:
            self.said.append(_Said(told.state, evidence.on, evidence, asked=told.asked))

    def set_right(self, given: Correction, evidence: Evidence) -> None:
        """Take in what a person set by hand."""
        self.sources.append(evidence)
        match given.field:
            case CorrectedField.TRACK:
                state, _, day = given.value.partition(" ")
                since = date.fromisoformat(day) if day else evidence.on
                self.said.append(_Said(TrackState(state), since, evidence, by_hand=True))
            case CorrectedField.COUNTERPART:
                self.counterpart = given.value
            case _:
                self.clause = None if given.value == _NOTHING_OPEN else evidence

    def track(self) -> KnownTrack:
        """The track as it stands."""
        said = _last(self.said)
        state = said.state if said is not None else TrackState.NOT_STARTED
        begun = next((each.since for each in self.said if each.state is TrackState.UNDER_WAY), None)
        return KnownTrack(
            kind=self.kind,
            state=state,
            since=said.since if said is not None else self.sources[0].on,
            moved_on=max(source.on for source in self.sources),
            evidence=said.evidence if said is not None else self.sources[-1],
            started_on=begun if state is TrackState.UNDER_WAY else None,
            counterpart=self.counterpart,
            clause=self.clause if state is not TrackState.AGREED else None,
            theirs=self.theirs,
            pages=self.pages,
            sources=tuple(dict.fromkeys(self.sources)),
        )


def replay_tracks(counted: Iterable[Observation], people: Sequence[Stakeholder]) -> tuple[KnownTrack, ...]:
    """Work out every track from observations in replay order; a counterpart is one of the people the words name."""
    drafts: dict[TrackKind, _Draft] = {}
    names = _names(people)
    for observation in counted:
        match observation.item:
            case Correction(field=field, subject=subject) as given if field in _OF_A_TRACK:
                kind = TrackKind(subject or "")
                drafts.setdefault(kind, _Draft(kind)).set_right(given, observation.evidence)
            case SignalStatement(kind=signal, detail=detail) if signal in _OTHERWISE:
                evidence = observation.evidence
                for told in _telling(tracks_told(evidence.quote, detail, _OTHERWISE[signal])):
                    drafts.setdefault(told.kind, _Draft(told.kind)).take(told, evidence, _named(evidence.quote, names))
    return tuple(drafts[kind].track() for kind in TrackKind if kind in drafts)


_OF_A_TRACK = frozenset({CorrectedField.TRACK, CorrectedField.COUNTERPART, CorrectedField.CLAUSE})


def _telling(told: Iterable[TrackTold]) -> Iterator[TrackTold]:
    return (each for each in told if each.state is not None or each.theirs is not None or each.pages is not None)


def _last(said: Sequence[_Said]) -> _Said | None:
    """The state as last told; what is agreed stays so until more is asked for."""
    return last_told(said, lambda each: _WORST_LAST.index(each.state), _goes_on)


def _goes_on(before: _Said, after: _Said) -> bool:
    return after.state is not before.state and (before.state is not TrackState.AGREED or after.asked)


def _names(people: Iterable[Stakeholder]) -> Mapping[str, str]:
    """The label of everybody of the buyer's who may negotiate, by each word of their name."""
    there = [
        person for person in people if person.side is Side.BUYER and person.function in _NEGOTIATES and person.name
    ]
    words = [(word, person.label) for person in there for word in fold(person.label).split()]
    return {word: label for word, label in words if sum(word == other for other, _ in words) == 1}


def _named(quote: str, names: Mapping[str, str]) -> str | None:
    return next((names[word] for word in fold(quote).split() if word in names), None)
