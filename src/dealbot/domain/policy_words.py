"""How a policy note may be spoken of: what holds, what does not, what nobody knows; never more than is known."""

from datetime import date
from typing import assert_never

from dealbot.domain.policy import PolicyKind, PolicyNote, PolicyStatus

STALE_DAYS = 180
_PROPOSED = "proposed, not in force"


def standing_of(note: PolicyNote, today: date, *more: str) -> str:
    """Whether a rule holds, in words that go wherever it is quoted; without a full stop.

    Only a rule whose status is in_force, and whose first day has come or is unknown, is said to be in force. `more`
    comes before whether somebody must look at it first; why so is the note's `to_review`. What was superseded stays
    so, however old its note is.
    """
    parts = [status_of(note, today), *more]
    if note.to_review is not None:
        parts.append("to be reviewed first")
    elif note.status is not PolicyStatus.SUPERSEDED and (today - note.as_of).days > STALE_DAYS:
        parts.append(f"as of {note.as_of.isoformat()}, may be out of date")
    return "; ".join(parts)


def status_of(note: PolicyNote, today: date) -> str:
    """Whether a rule holds, in a few words."""
    if note.published_on > today:
        return f"published on {note.published_on.isoformat()}: not yet"
    match note.status:
        case PolicyStatus.PROPOSED:
            return _PROPOSED
        case PolicyStatus.SUPERSEDED:
            proposed = "a proposal that was superseded" if note.doc_type is PolicyKind.PROPOSED else "superseded"
            return f"{proposed}, not in force"
        case PolicyStatus.VACATED:
            return "vacated, not in force"
        case PolicyStatus.UNKNOWN:
            return "not known whether it holds"
        case PolicyStatus.IN_FORCE:
            return _in_force(note, today)
        case _:
            assert_never(note.status)


def _in_force(note: PolicyNote, today: date) -> str:
    if note.doc_type is PolicyKind.PROPOSED:
        return _PROPOSED
    if note.effective_on is None:
        return "in force, start date unknown"
    if note.effective_on > today:
        return f"not in force before {note.effective_on.isoformat()}"
    return f"in force since {note.effective_on.isoformat()}"
