"""The concerns of a deal, replayed: raised, addressed, resolved, reopened, per holder and topic."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from dealbot.domain.concern import ConcernStatus, ConcernTopic
from dealbot.domain.deal import Concern
from dealbot.domain.identity import Identities
from dealbot.domain.observation import ConcernStatement, CorrectedField, Correction, Observation
from dealbot.domain.settle import settle

_Key = tuple[str | None, ConcernTopic]
_BADNESS = {ConcernStatus.RESOLVED: 0, ConcernStatus.ADDRESSED: 1, ConcernStatus.RAISED: 2}
_NOT_A_CONCERN = "none"


@dataclass(frozen=True, slots=True)
class _Turn:
    """One statement in the life of a concern."""

    holder: str | None
    status: ConcernStatus
    blocking: bool | None


def replay_concerns(observations: Sequence[Observation], identities: Identities) -> tuple[Concern, ...]:
    """Build every concern of the deal from observations in replay order, by holder and topic."""
    lives: dict[_Key, list[tuple[Observation, _Turn]]] = defaultdict(list)
    rejected: set[_Key] = set()
    moved = _moved_holders(observations)
    for observation in observations:
        _file(observation, identities, lives, rejected, moved)
    concerns = (_concern(key, turns) for key, turns in lives.items() if key not in rejected)
    return tuple(sorted(concerns, key=lambda c: (c.holder or "", c.topic, c.since)))


def _moved_holders(observations: Sequence[Observation]) -> dict[tuple[str, ConcernTopic], str]:
    """A person said whose a note's concern really is: "no, that was Raj"."""
    return {
        (o.origin.note, o.item.topic): o.item.value
        for o in observations
        if isinstance(o.item, Correction) and o.item.field is CorrectedField.HOLDER and o.item.topic is not None
    }


def _file(
    observation: Observation,
    identities: Identities,
    lives: dict[_Key, list[tuple[Observation, _Turn]]],
    rejected: set[_Key],
    moved: dict[tuple[str, ConcernTopic], str],
) -> None:
    item, origin = observation.item, observation.origin
    if isinstance(item, ConcernStatement):
        holder = moved.get((origin.note, item.topic), item.holder)
        key = (identities.key(holder, origin.said_on, origin.note) if holder else None, item.topic)
        if item.status is not ConcernStatus.RAISED:
            key = _meant(key, lives)
        lives[key].append((observation, _Turn(holder, item.status, item.blocking)))
    elif isinstance(item, Correction) and item.field is CorrectedField.CONCERN and item.topic is not None:
        key = (identities.key(item.subject, origin.said_on, origin.note) if item.subject else None, item.topic)
        rejected.discard(key)
        if item.value == _NOT_A_CONCERN:
            rejected.add(key)
            return
        lives[key].append((observation, _Turn(item.subject, ConcernStatus(item.value), None)))


def _meant(key: _Key, lives: dict[_Key, list[tuple[Observation, _Turn]]]) -> _Key:
    """An answer or a settlement without a known holder belongs to the one open concern on its topic."""
    if key in lives:
        return key
    open_ones = [other for other, turns in lives.items() if other[1] is key[1] and turns[-1][1].status.open]
    return open_ones[0] if len(open_ones) == 1 and (key[0] is None or open_ones[0][0] is None) else key


def _concern(key: _Key, turns: Sequence[tuple[Observation, _Turn]]) -> Concern:
    ordered = sorted(turns, key=lambda pair: pair[0].order)
    settled = settle(ordered, lambda turn: _BADNESS[turn.status])
    observation, last, _ = settled[-1]
    run: list[tuple[Observation, _Turn, object]] = []
    for turn in reversed(settled):
        if run and not turn[1].status.open:
            break
        run.append(turn)
    raised = [turn for turn in run if turn[1].status is ConcernStatus.RAISED] or run[-1:]
    blocking = [turn[1].blocking for turn in run if turn[1].blocking is not None]
    holders = [turn.holder for _, turn in ordered if turn.holder]
    return Concern(
        holder_key=key[0],
        holder=max(holders, key=len, default=None),
        topic=key[1],
        status=last.status,
        blocking=last.status.open and bool(blocking and blocking[0]),
        since=raised[-1][0].origin.said_on,
        evidence=(raised[0][0] if last.status.open else observation).evidence,
        history=tuple((turn.status, o.evidence) for o, turn in ordered),
    )
