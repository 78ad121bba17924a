"""What changed on the path of a deal: committees, contract tracks, the budget lock, exit criteria."""

from collections.abc import Iterator
from dataclasses import dataclass

from dealbot.domain.contract import KnownTrack, TrackState
from dealbot.domain.deal import DealState
from dealbot.domain.evidence import Evidence
from dealbot.domain.gate import GateState, KnownGate


@dataclass(frozen=True, slots=True)
class PathChange:
    """One thing of the path as it was and as it is, in a few words with days as ISO dates."""

    name: str
    before: str | None
    after: str
    evidence: Evidence


def path_changes(before: DealState, after: DealState) -> Iterator[PathChange]:
    """List what changed, committees first."""
    for gate in after.gates.known:
        known = before.gates.find(gate.label)
        yield from _change(gate.label, _gate(known) if known else None, _gate(gate), gate.sources[-1])
    tracks = {track.kind: track for track in before.tracks}
    for track in after.tracks:
        old = tracks.get(track.kind)
        yield from _change(track.kind.words, _track(old) if old else None, _track(track), track.sources[-1])
    lock, old_lock = after.budget_lock, before.budget_lock
    if lock is not None:
        year = f"{lock.year} " if lock.year else ""
        was = old_lock.on.isoformat() if old_lock else None
        yield from _change(f"{year}budget lock", was, lock.on.isoformat(), lock.evidence)
    yield from _criteria(before, after)


def _change(name: str, before: str | None, after: str | None, evidence: Evidence) -> Iterator[PathChange]:
    if after is not None and after != before:
        yield PathChange(name, before, after, evidence)


def _gate(gate: KnownGate) -> str | None:
    """How a committee is told of; None where nothing is known but its name."""
    day = f" {gate.since.isoformat()}" if gate.state is not GateState.OPEN else ""
    parts = [f"{gate.state}{day}"] if day else []
    if gate.state is not GateState.PASSED:
        meets = gate.meets_next(gate.sources[-1].on)
        parts += [f"meets {meets.isoformat()}"] if meets else []
        parts += [f"papers due {gate.papers_due.isoformat()}"] if gate.papers_due else []
        parts += [f"papers with {gate.owner}"] if gate.owner else []
    return ", ".join(parts) or None


def _track(track: KnownTrack) -> str | None:
    if track.state is TrackState.NOT_STARTED and track.counterpart is None:
        return None
    whom = f", with {track.counterpart}" if track.counterpart else ""
    return f"{track.state.replace('_', ' ')}{whom}"


def _criteria(before: DealState, after: DealState) -> Iterator[PathChange]:
    old = {(terms.phase, each.text): each for terms in before.phase_terms for each in terms.criteria}
    for terms in after.phase_terms:
        for each in terms.criteria:
            known = old.get((terms.phase, each.text))
            was = None if known is None else "met" if known.met else "open"
            now = "met" if each.met else "open"
            name = f"{terms.phase.replace('_', ' ')} must show: {each.text}"
            yield from _change(name, was, now, each.met or each.agreed)
