"""The gates of a deal, replayed: one after the other, each with its state, its calendar, its papers and their owner."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from dealbot.domain.bodies import canonical_body
from dealbot.domain.concern import ConcernTopic
from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.deal import NextStep
from dealbot.domain.evidence import Evidence
from dealbot.domain.gate import Calendar, Gates, GateState, KnownGate
from dealbot.domain.gate_words import (
    ANY_COMMITTEE,
    UNNAMED,
    GateTold,
    body_label,
    days_of_nth,
    gates_told,
    meetings_nth,
)
from dealbot.domain.last_told import last_told
from dealbot.domain.next_step import StepStatus
from dealbot.domain.observation import ConcernStatement, Correction, Observation, SignalStatement
from dealbot.domain.signal import SignalKind

NOT_NEEDED = "not_needed"
"""By hand, of a committee that this deal need not pass."""
NO_GATES_NEEDED = "none"
"""By hand, of a deal that need not pass any committee."""

# In which order committees mostly come, by a word of their name; those of one place in the order of being told of.
# "Pharmacy, then the medical executives, then the board" is as the account tells it, the others are judged.
_PLACES = (
    ("steering", 0),
    ("governance", 1),
    ("value", 2),
    ("vac", 2),
    ("ethics", 3),
    ("irb", 3),
    ("nursing", 4),
    ("quality", 4),
    ("pt", 5),
    ("mec", 6),
    ("capital", 7),
    ("finance", 7),
    ("investment", 7),
    ("exec", 8),
    ("executive", 8),
    ("board", 9),
    ("commissioners", 9),
)
_MIDDLE = 5
_WORST_LAST = (GateState.PASSED, GateState.SUBMITTED, GateState.OPEN, GateState.RETURNED)
_PAPERS = frozenset("papers paper packet submission dossier application".split())


@dataclass(frozen=True, slots=True)
class _Said:
    """A state as somebody told it, or set it by hand."""

    state: GateState
    since: date
    evidence: Evidence
    by_hand: bool = False
    on_condition: bool = False


@dataclass(slots=True)
class _Draft:
    """All that was told of one committee, in replay order."""

    label: str
    said: list[_Said] = field(default_factory=list)
    sources: list[Evidence] = field(default_factory=list)
    meets_on: tuple[date, ...] = ()
    nth: tuple[date, ...] = ()
    every_days: int | None = None
    papers_due: date | None = None
    papers_days: int | None = None
    owner: str | None = None
    unowned: bool = False
    needed: bool = True

    def take(self, told: GateTold, evidence: Evidence) -> None:
        """Take in what a clause tells."""
        self.sources.append(evidence)
        self.needed = not told.unneeded
        if told.state is not None:
            since = told.decided_on or evidence.on
            self.said.append(_Said(told.state, since, evidence, on_condition=told.on_condition))
        if told.meets_on:
            self._meets(told.meets_on, evidence.on)
        if told.nth is not None:
            self.nth = days_of_nth(told.nth, evidence.on)
        self.every_days = told.every_days or self.every_days
        self._papers(told)

    def set_right(self, given: Correction, evidence: Evidence) -> None:
        """Take in what a person set by hand."""
        self.sources.append(evidence)
        match given.field:
            case CorrectedField.GATE:
                self._set_state(given.value, evidence)
            case CorrectedField.MEETS:
                self.nth = meetings_nth(given.value, evidence.on)
                self.meets_on = () if self.nth else tuple(map(date.fromisoformat, given.value.split(", ")))
            case CorrectedField.PAPERS:
                self.papers_due, self.papers_days = date.fromisoformat(given.value), None
            case _:
                self.owner, self.unowned = given.value, False

    def gate(self, steps: Sequence[NextStep], *, alone: bool) -> KnownGate:
        """The gate as it stands; `alone`: it is the only one that papers may be for."""
        said = _last(self.said)
        calendar = self._calendar()
        state = said.state if said is not None else GateState.OPEN
        return KnownGate(
            label=self.label,
            state=state,
            since=said.since if said is not None else self.sources[0].on,
            evidence=said.evidence if said is not None else self.sources[-1],
            calendar=calendar,
            papers_due=self.papers_due,
            owner=self.owner or _promised(self.label, steps, alone=alone),
            unowned=self.unowned,
            on_condition=said is not None and said.on_condition,
            sources=tuple(dict.fromkeys(self.sources)),
        )

    def _set_state(self, value: str, evidence: Evidence) -> None:
        state, _, day = value.partition(" ")
        self.needed = state != NOT_NEEDED
        if self.needed:
            since = date.fromisoformat(day) if day else evidence.on
            self.said.append(_Said(GateState(state), since, evidence, by_hand=True))

    def _meets(self, days: tuple[date, ...], on: date) -> None:
        """What was to come and is told anew was moved."""
        self.meets_on = (*(day for day in self.meets_on if day < on), *days)

    def _papers(self, told: GateTold) -> None:
        if told.papers_due is not None or told.papers_days is not None:
            self.papers_due, self.papers_days = told.papers_due, told.papers_days
        if told.owner is not None or told.unowned:
            self.owner, self.unowned = told.owner, told.unowned

    def _calendar(self) -> Calendar | None:
        """Days told one by one count before the rule; how long papers come before is told or seen from their day."""
        last = max(self.meets_on, default=date.min)
        days = tuple(sorted({*self.meets_on, *(day for day in self.nth if day > last)}))
        due = self.papers_due
        ahead = min(((day - due).days for day in days if due is not None and day >= due), default=None)
        papers = self.papers_days if self.papers_days is not None else ahead
        if not days and self.every_days is None and papers is None:
            return None
        return Calendar(days, self.every_days, papers)


def replay_gates(counted: Iterable[Observation], steps: Sequence[NextStep]) -> Gates:
    """Work out every gate from observations in replay order; steps tell who promised the papers."""
    drafts: dict[str, _Draft] = {}
    order: list[str] | None = None
    last: _Last = ("", None)
    for observation in counted:
        match observation.item:
            case Correction(field=CorrectedField.GATES, value=value):
                order = _listed(value, drafts, observation.evidence)
            case Correction(field=field, subject=subject) as given if field in _OF_A_GATE:
                _draft(drafts, subject or "").set_right(given, observation.evidence)
            case _:
                for told in _told(observation):
                    last = _take(drafts, told, observation.evidence, last)
    needed = [draft for draft in drafts.values() if draft.needed]
    open_ones = [draft for draft in needed if _state(draft) is not GateState.PASSED]
    gates = [draft.gate(steps, alone=len(open_ones) == 1) for draft in needed]
    if order is None:
        return Gates(tuple(sorted(gates, key=lambda gate: _place(gate.label))))
    return Gates(tuple(sorted(gates, key=lambda gate: _in_list(gate, order))), complete=True)


_OF_A_GATE = frozenset({CorrectedField.GATE, CorrectedField.MEETS, CorrectedField.PAPERS, CorrectedField.PAPERS_BY})


def _told(observation: Observation) -> tuple[GateTold, ...]:
    item, on = observation.item, observation.origin.said_on
    match item:
        case SignalStatement(kind=SignalKind.GATE):
            return gates_told(item.span.quote, item.detail, on)
        case ConcernStatement(topic=ConcernTopic.GOVERNANCE):
            return gates_told(item.span.quote, item.holder or "", on)
        case _:
            return ()


_Last = tuple[str, _Draft | None]
"""The note that was told of last, and the committee last named in it."""


def _take(drafts: dict[str, _Draft], told: GateTold, evidence: Evidence, last: _Last) -> _Last:
    """Take a clause in; one that names none is of the committee last named in its note.

    "The committee" may be the only one known in the deal; of several it is nobody's.
    """
    meant = last[1] if last[0] == evidence.note else None
    if told.key == ANY_COMMITTEE and meant is None and len(drafts) == 1:
        meant = next(iter(drafts.values()))
    if told.key not in {ANY_COMMITTEE, UNNAMED}:
        meant = _draft(drafts, told.label)
    if meant is not None:
        meant.take(told, evidence)
    return evidence.note, meant


def _draft(drafts: dict[str, _Draft], label: str) -> _Draft:
    return drafts.setdefault(canonical_body(label), _Draft(body_label(label) or label))


def _listed(value: str, drafts: dict[str, _Draft], evidence: Evidence) -> list[str]:
    """A person lists the gates: those known that are not among them are not needed, unless told of later."""
    labels = [] if value == NO_GATES_NEEDED else value.split(", ")
    order = [canonical_body(label) for label in labels]
    for label in labels:
        _draft(drafts, label).sources.append(evidence)
    for key, draft in drafts.items():
        draft.needed = key in order
    return order


def _last(said: Sequence[_Said]) -> _Said | None:
    """The state as last told; what is passed stays so until it is sent back."""
    return last_told(said, lambda each: _WORST_LAST.index(each.state), lambda now, new: _goes_on(now.state, new.state))


def _goes_on(before: GateState, after: GateState) -> bool:
    return after is not before and (before is not GateState.PASSED or after is GateState.RETURNED)


def _state(draft: _Draft) -> GateState:
    said = _last(draft.said)
    return said.state if said is not None else GateState.OPEN


def _promised(label: str, steps: Sequence[NextStep], *, alone: bool) -> str | None:
    """Who promised the papers: in a step that names the committee, or any papers where there is one committee."""
    for step in reversed(steps):
        words = set(step.action.casefold().split())
        named = body_label(step.action)
        mine = named is not None and canonical_body(named) == canonical_body(label)
        if step.status is StepStatus.OPEN and words & _PAPERS and (mine or (alone and named is None)):
            return step.owner
    return None


def in_their_order(gates: Gates, usual: Iterable[str]) -> tuple[str, ...]:
    """The committees on the path: those known, and those that most deals pass, unless a person listed all."""
    known = [gate.label for gate in gates.known]
    untold = () if gates.complete else (label for label in usual if gates.find(label) is None)
    return tuple(known) if gates.complete else tuple(sorted([*known, *untold], key=_place))


def _place(label: str) -> int:
    words = canonical_body(label).split()
    return next((place for word, place in _PLACES if word in words), _MIDDLE)


def _in_list(gate: KnownGate, order: Sequence[str]) -> tuple[int, int]:
    return (order.index(gate.key), 0) if gate.key in order else (len(order), _place(gate.label))
