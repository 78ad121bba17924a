"""The concerns of a deal, replayed: raised, addressed, resolved, reopened, per holder and topic."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce

from dealbot.domain.concern import BLOCKING, NOT_A_CONCERN, NOT_BLOCKING, ConcernStatus, ConcernTopic
from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.deal import Concern
from dealbot.domain.evidence import Evidence
from dealbot.domain.identity import Identities
from dealbot.domain.observation import ConcernStatement, Correction, Observation
from dealbot.domain.settle import by_day, settle
from dealbot.domain.stakeholder import Side

_Key = tuple[str | None, ConcernTopic]
_BADNESS = {ConcernStatus.RESOLVED: 0, ConcernStatus.ADDRESSED: 2, ConcernStatus.RAISED: 4}


@dataclass(frozen=True, slots=True)
class _Turn:
    """One statement in the life of a concern; a correction leaves open whether it blocks."""

    holder: str | None
    status: ConcernStatus
    blocking: bool | None


@dataclass(frozen=True, slots=True)
class _Life:
    """How a concern stands after some of its turns."""

    since: date
    status: ConcernStatus
    blocking: bool
    evidence: Evidence


_Told = tuple[Observation, _Turn]
_Counted = tuple[Observation, _Turn, ConcernStatus]


class _Worry:
    """All turns of one concern; the days before the last one are settled once."""

    def __init__(self) -> None:
        self.told: list[_Told] = []
        self._before = ConcernStatus.RAISED
        self._last_day = 0

    def add(self, turn: _Told) -> None:
        """Take in the next turn in replay order."""
        if self.told and by_day(self.told[-1]) != by_day(turn):
            self._before, self._last_day = self._status, len(self.told)
        self.told.append(turn)

    @property
    def open(self) -> bool:
        """Whether it stands after the last turn."""
        return self._status.open

    @property
    def ever_open(self) -> bool:
        """Whether it ever stood."""
        return any(turn.status.open for _, turn in self.told)

    @property
    def _status(self) -> ConcernStatus:
        *_, (_, _, status) = _course(self.told[self._last_day :], self._before)
        return status


class Worries:
    """What was said of each holder's worry on each topic; filled in replay order."""

    def __init__(self, observations: Sequence[Observation], identities: Identities) -> None:
        """Take in all observations counted, given in replay order."""
        self._identities = identities
        self._worries: dict[_Key, _Worry] = {}
        self._moved = {
            (o.origin.note, o.item.topic): o.item.value
            for o in observations
            if isinstance(o.item, Correction) and o.item.field is CorrectedField.HOLDER and o.origin.note
        }
        for observation in observations:
            item = observation.item
            if isinstance(item, ConcernStatement):
                self._state(observation, item)
            elif isinstance(item, Correction) and item.topic is not None:
                self._correct(observation, item, item.topic)

    def voiced(self) -> Mapping[str, frozenset[date]]:
        """Give the days on which each holder voiced a worry, as notes tell."""
        days: dict[str, set[date]] = defaultdict(set)
        for (holder, _), worry in self._worries.items():
            if holder is not None:
                days[holder] |= {o.origin.said_on for o, _ in worry.told if not isinstance(o.item, Correction)}
        return {holder: frozenset(on) for holder, on in days.items()}

    def concerns(self, names: Mapping[str, str]) -> tuple[Concern, ...]:
        """Build every concern; `names` are how known holders are called."""
        found = (_concern(key, worry.told, names.get(key[0] or "")) for key, worry in self._worries.items())
        return tuple(sorted(found, key=lambda c: (c.holder or "", c.topic, c.since, c.holder_key or "")))

    def _state(self, observation: Observation, item: ConcernStatement) -> None:
        holder = self._moved.get((observation.origin.note, item.topic), item.holder)
        key = self._key(observation, holder, item.topic)
        turn = _Turn(holder, item.status, item.blocking)
        self._add(self._leant_on(key) if item.leans else self._meant(key, item.status), (observation, turn))

    def _correct(self, observation: Observation, item: Correction, topic: ConcernTopic) -> None:
        if item.field is CorrectedField.HOLDER and not observation.origin.note:
            self._move(observation, item.value, topic)
        if item.field is not CorrectedField.CONCERN:
            return
        key = self._key(observation, item.subject, topic)
        if item.value == NOT_A_CONCERN:
            self._reject(self._meant(key, ConcernStatus.RESOLVED), observation.origin.note)
            return
        turn = _corrected(item)
        self._add(self._meant(key, turn.status), (observation, turn))

    def _reject(self, key: _Key, note: str) -> None:
        """It was no worry: in this note, or, said of the deal as a whole, in any so far."""
        told = self._worries.pop(key, _Worry()).told
        self._add(key, *(turn for turn in told if note and turn[0].origin.note != note))

    def _move(self, observation: Observation, holder: str, topic: ConcernTopic) -> None:
        """The one worry on a topic is somebody else's, says a person of the deal as a whole."""
        key = self._key(observation, holder, topic)
        stood = [other for other, worry in self._worries.items() if other[1] is topic and worry.ever_open]
        if len(stood) == 1:
            moved = [(o, replace(turn, holder=holder)) for o, turn in self._worries.pop(stood[0]).told]
            own = self._worries.pop(key, _Worry()).told
            self._add(key, *sorted((*moved, *own), key=lambda turn: turn[0].order))

    def _add(self, key: _Key, *told: _Told) -> None:
        for turn in told:
            self._worries.setdefault(key, _Worry()).add(turn)

    def _key(self, observation: Observation, holder: str | None, topic: ConcernTopic) -> _Key:
        if holder is None:
            return None, topic
        origin = observation.origin
        return self._identities.key(holder, origin.said_on, origin.note, Side.BUYER), topic

    def _leant_on(self, key: _Key) -> _Key:
        """What names no matter is of the one worry that its holder has open, if that is not the topic guessed."""
        own = [other for other, worry in self._worries.items() if other[0] == key[0] and worry.open]
        return own[0] if key[0] is not None and len(own) == 1 else self._meant(key, ConcernStatus.RESOLVED)

    def _meant(self, key: _Key, status: ConcernStatus) -> _Key:
        """An answer or a settlement is of the holder's own worry, else of the one that has a holder where it has none.

        Of what was settled before nothing is opened by an answer; of two open worries neither is settled by guess.
        """
        own = self._worries.get(key)
        if status is ConcernStatus.RAISED or (own is not None and own.ever_open):
            return key
        stood = [other for other, worry in self._worries.items() if other[1] is key[1] and worry.ever_open]
        near = [other for other in stood if None in {other[0], key[0]}]
        still_open = [other for other in near if self._worries[other].open]
        if len(still_open) == 1:
            return still_open[0]
        return key if still_open or not near else max(near, key=lambda other: self._worries[other].told[-1][0].order)


def _corrected(item: Correction) -> _Turn:
    """What a person says of a worry: that it holds the deal up, or not, or how it stands."""
    if item.value in {BLOCKING, NOT_BLOCKING}:
        return _Turn(item.subject, ConcernStatus.RAISED, item.value == BLOCKING)
    return _Turn(item.subject, ConcernStatus(item.value), None)


def _badness(turn: _Turn) -> int:
    return _BADNESS[turn.status] + bool(turn.blocking)


def _course(told: Iterable[_Told], status: ConcernStatus = ConcernStatus.RAISED) -> Iterator[_Counted]:
    """What counts, day by day, with the status from then on: an answer in a note does not reopen what was settled."""
    for settled in settle(told, _badness):
        turn = settled.value
        by_note = turn.blocking is not None
        if status.open or turn.status is not ConcernStatus.ADDRESSED or not by_note:
            status = turn.status
        yield settled.observation, turn, status


def _after(life: _Life, counted: _Counted) -> _Life:
    observation, turn, status = counted
    if status.open and not life.status.open:
        return _begun(counted)
    if turn.status is ConcernStatus.RAISED:
        blocking = life.blocking if turn.blocking is None else turn.blocking
        return replace(life, status=status, blocking=blocking, evidence=observation.evidence)
    if turn.status is ConcernStatus.RESOLVED:
        return replace(life, status=status, blocking=False, evidence=observation.evidence)
    return replace(life, status=status, blocking=status.open and (life.blocking or bool(turn.blocking)))


def _begun(counted: _Counted) -> _Life:
    observation, turn, status = counted
    return _Life(observation.origin.said_on, status, status.open and bool(turn.blocking), observation.evidence)


def _concern(key: _Key, told: Sequence[_Told], name: str | None) -> Concern:
    first, *later = _course(told)
    life = reduce(_after, later, _begun(first))
    *_, last = settle(told, _badness)
    holders = [turn.holder for _, turn in told if turn.holder]
    return Concern(
        holder_key=key[0],
        holder=name or max(holders, key=len, default=None),
        topic=key[1],
        status=life.status,
        blocking=life.blocking,
        since=life.since,
        evidence=life.evidence,
        history=tuple((turn.status, observation.evidence) for observation, turn in told),
        readings=tuple((turn.status, observation.evidence) for observation, turn in last.readings),
    )
