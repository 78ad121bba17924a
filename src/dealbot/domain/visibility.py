"""Who may read a statement: facts may leave the deal's team, nuance may not, private lines stay with their author."""

import re

from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.observation import Correction, SignalStatement, Statement, StepClosed, StepStatement, Visibility
from dealbot.domain.signal import SignalKind

_FACTS = frozenset(
    {
        SignalKind.EHR,
        SignalKind.GATE,
        SignalKind.PILOT,
        SignalKind.CONTRACT,
        SignalKind.SECURITY_REQUIREMENT,
        SignalKind.EXPOSURE,
    }
)
_PRIVATE = re.compile(r"^[\s>*•-]*private\s*:.*$", re.IGNORECASE | re.MULTILINE)


def private_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Find the lines of a note that are marked `private:`, as offsets."""
    return tuple(match.span() for match in _PRIVATE.finditer(text))


def visibility_of(statement: Statement, private: tuple[tuple[int, int], ...]) -> Visibility:
    """Tell who may read a statement; `private` are the note's private lines."""
    if any(start < statement.span.end and statement.span.start < end for start, end in private):
        return Visibility.PRIVATE
    match statement:
        case StepStatement() | StepClosed():
            return Visibility.FACT
        case SignalStatement(kind=kind) if kind in _FACTS:
            return Visibility.FACT
        case _:
            return Visibility.NUANCE


def visibility_of_correction(given: Correction) -> Visibility:
    """Tell who may read what a person set right: what they are paid by is a fact, all else is for the deal's team."""
    return Visibility.FACT if given.field is CorrectedField.EXPOSURE else Visibility.NUANCE
