"""The path of the deal in a plain reply: committees, contract tracks that are agreed, the budget lock."""

from collections.abc import Iterator
from datetime import date

from dealbot.app.chat.fixes.fix import Basis, SetRight
from dealbot.app.deal_names import names_of
from dealbot.app.words import words_of
from dealbot.domain.contract import TrackState
from dealbot.domain.gate_words import ANY_COMMITTEE, UNNAMED, GateTold, gates_told
from dealbot.domain.phases import lock_told
from dealbot.domain.track_words import kind_of, tracks_told


def of_the_path(text: str, basis: Basis) -> Iterator[SetRight]:
    """Tell what a reply says of committees, tracks and the budget; nothing where it names a deal or asks."""
    if "?" in text or names_of(basis.deals).in_text(words_of(text), _nobody):
        return
    pairs = [*_gates(text, basis.on), *_tracks(text), *_lock(text, basis.on)]
    if pairs:
        yield SetRight(tuple(dict.fromkeys(pairs)))


def _gates(text: str, on: date) -> Iterator[str]:
    for told in gates_told(text, text, on):
        if told.key not in {ANY_COMMITTEE, UNNAMED}:
            yield from _gate(told)


def _gate(told: GateTold) -> Iterator[str]:
    if told.state is not None:
        day = f" {told.decided_on.isoformat()}" if told.decided_on else ""
        yield f"{told.label}.gate={told.state}{day}"
    if told.unneeded:
        yield f"{told.label}.gate=not_needed"
    if told.meets_on:
        yield f"{told.label}.meets={', '.join(day.isoformat() for day in told.meets_on)}"
    if told.papers_due:
        yield f"{told.label}.papers={told.papers_due.isoformat()}"
    if told.owner:
        yield f"{told.label}.papers_by={told.owner}"


def _tracks(text: str) -> Iterator[str]:
    """Only what is agreed: all else about a contract is news for a note."""
    named = kind_of(text)
    if named is not None:
        told = tracks_told(text, text, named)
        yield from (f"{each.kind}.track=agreed" for each in told if each.state is TrackState.AGREED)


def _lock(text: str, on: date) -> Iterator[str]:
    found = lock_told(text, on)
    if found is not None:
        yield f"budget_lock={found[0].isoformat()}{f' {found[1]}' if found[1] else ''}"


def _nobody(_deal: str, _index: int) -> bool:
    return False
