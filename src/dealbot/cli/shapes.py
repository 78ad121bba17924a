"""The JSON shapes of the command line's contract."""

from collections.abc import Mapping
from typing import Any

from dealbot.app.log_note import Logged
from dealbot.domain.changes import Change
from dealbot.domain.evidence import Evidence, Span
from dealbot.domain.observation import (
    ConcernStatement,
    PersonStatement,
    Reading,
    SaidBy,
    SignalStatement,
    StepStatement,
    ViewStatement,
)

Shape = Mapping[str, Any]


def reading_shape(reading: Reading) -> Shape:
    """READING.md's shape of what was read."""
    return {
        "on": reading.on.isoformat(),
        "people": [_person(item) for item in reading.people],
        "concerns": [_concern(item) for item in reading.concerns],
        "next_steps": [_step(item) for item in reading.next_steps],
        "signals": [_signal(item) for item in reading.signals],
        "views": [_view(item) for item in reading.views],
    }


def logged_shape(logged: Logged) -> Shape:
    """What `log` answers."""
    return {
        "note": logged.note,
        "deal": logged.deal,
        "created": logged.created,
        "duplicate": logged.duplicate,
        "changes": [change_shape(change) for change in logged.changes],
        "question": logged.question.text if logged.question else None,
    }


def change_shape(change: Change) -> Shape:
    """One change with its words."""
    return {
        "what": change.what.value,
        "who": change.who,
        "from": change.before,
        "to": change.after,
        "evidence": evidence_shape(change.evidence) if change.evidence else None,
    }


def evidence_shape(evidence: Evidence) -> Shape:
    """A quote with where it stands."""
    where = {"note": evidence.note, "on": evidence.on.isoformat(), "author": evidence.author}
    return where | _span(evidence.span)


def _span(span: Span) -> dict[str, Any]:
    return {"quote": span.quote, "start": span.start, "end": span.end}


def _said_by(said_by: SaidBy | None) -> dict[str, Any]:
    return {"said_by": said_by.value} if said_by is not None else {}


def _person(item: PersonStatement) -> Shape:
    return {
        "name": item.name,
        "title": item.title,
        "function": item.function.value if item.function else None,
        "side": item.side.value,
        "roles": sorted(role.value for role in item.roles),
        "stance": item.stance.value if item.stance else None,
        **_span(item.span),
        **_said_by(item.said_by),
    }


def _concern(item: ConcernStatement) -> Shape:
    return {
        "holder": item.holder,
        "topic": item.topic.value,
        "status": item.status.value,
        "blocking": item.blocking,
        **_span(item.span),
        **_said_by(item.said_by),
    }


def _step(item: StepStatement) -> Shape:
    return {
        "action": item.action,
        "owner": item.owner,
        "side": item.side.value,
        "due": item.due.isoformat() if item.due else None,
        "due_text": item.due_text,
        **_span(item.span),
    }


def _signal(item: SignalStatement) -> Shape:
    return {"kind": item.kind.value, "detail": item.detail, **_span(item.span), **_said_by(item.said_by)}


def _view(item: ViewStatement) -> Shape:
    return {"person": item.person, "stance": item.stance.value, **_span(item.span)}
