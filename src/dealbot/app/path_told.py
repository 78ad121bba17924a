"""What a person set of the path of a deal, a line for each thing."""

from collections.abc import Callable, Mapping

from dealbot.app.answers.two_tracks import committee_name
from dealbot.app.card import with_days
from dealbot.domain.contract import TrackKind
from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.deal import DealState
from dealbot.domain.observation import Correction
from dealbot.domain.phases import BECAUSE


def path_line(given: Correction, state: DealState) -> str:
    """Say what holds now."""
    return with_days(_LINES[given.field](given, state), state.as_of)


def _phase(given: Correction, state: DealState) -> str:
    """The phase, and what was left behind unmet by going on to it."""
    phase, _, reason = given.value.partition(BECAUSE)
    last = state.moves[-1] if state.moves else None
    unmet = last.unmet if last is not None and last.phase == phase else ()
    left = f", without: {'; '.join(unmet)}" if unmet else ""
    why = f", because {reason}" if reason else ". Why? Say phase=... because ..." if unmet else ""
    return f"Phase: {_words(phase)}{left}{why}"


def _gate(given: Correction, _state: DealState) -> str:
    state, _, day = given.value.partition(" ")
    return f"{_committee(given)}: {_words(state)}{f' on {day}' if day else ''}, your word"


def _track(given: Correction, _state: DealState) -> str:
    state, _, day = given.value.partition(" ")
    return f"{TrackKind(given.subject or '').words}: {_words(state)}{f' since {day}' if day else ''}, your word"


def _clause(given: Correction, _state: DealState) -> str:
    told = "nothing is open" if given.value == "none" else f"still open: {given.value}"
    return f"{TrackKind(given.subject or '').words}: {told}"


def _lock(given: Correction, _state: DealState) -> str:
    day, _, year = given.value.partition(" ")
    return f"The {year + ' ' if year else ''}budget locks on {day}"


def _committee(given: Correction) -> str:
    return committee_name(given.subject or "")


def _words(name: str) -> str:
    return name.replace("_", " ")


_LINES: Mapping[CorrectedField, Callable[[Correction, DealState], str]] = {
    CorrectedField.PHASE: _phase,
    CorrectedField.EXIT: lambda given, _: f"{_words(given.subject or '').capitalize()} must show: {given.value}",
    CorrectedField.MET: lambda given, _: f"Met in {_words(given.subject or '')}: {given.value}",
    CorrectedField.GATES: lambda given, _: f"The committees to pass: {given.value}",
    CorrectedField.GATE: _gate,
    CorrectedField.MEETS: lambda given, _: f"{_committee(given)} meets {given.value}",
    CorrectedField.PAPERS: lambda given, _: f"{_committee(given)}: papers due {given.value}",
    CorrectedField.PAPERS_BY: lambda given, _: f"{_committee(given)}: {given.value} has the papers",
    CorrectedField.TRACK: _track,
    CorrectedField.COUNTERPART: lambda given, _: f"{TrackKind(given.subject or '').words}: with {given.value}",
    CorrectedField.CLAUSE: _clause,
    CorrectedField.BUDGET_LOCK: _lock,
}
