"""Statements and corrections as JSON and back, exactly; what is absent or false is left out.

Rows are never rewritten, so a decoder goes on reading every shape that was ever written.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar

from dealbot.domain.concern import ConcernStatus, ConcernTopic
from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.evidence import Span
from dealbot.domain.lesson import Lesson, LessonKind
from dealbot.domain.next_step import StepStatus
from dealbot.domain.observation import (
    ConcernStatement,
    Correction,
    Item,
    PersonStatement,
    SaidBy,
    SignalStatement,
    StepClosed,
    StepStatement,
    ViewStatement,
)
from dealbot.domain.signal import SignalKind
from dealbot.domain.stakeholder import BuyingRole, Function, Movement, Side, Stance

Payload = dict[str, Any]
_E = TypeVar("_E", bound=StrEnum)
_REMEMBERED = 20_000

_KINDS: dict[type[Item], str] = {
    PersonStatement: "person",
    ConcernStatement: "concern",
    StepStatement: "step",
    StepClosed: "closed",
    SignalStatement: "signal",
    ViewStatement: "view",
    Correction: "correction",
    Lesson: "lesson",
}


def kind_of(item: type[Item]) -> str:
    """Give the kind under which items of a type are kept."""
    return _KINDS[item]


def encode(item: Item) -> tuple[str, Payload]:
    """Give an item's kind and its JSON without the span, which has columns of its own."""
    named = ((field.name, getattr(item, field.name)) for field in fields(item) if field.name != "span")
    return _KINDS[type(item)], {name: _plain(value) for name, value in named if value not in {None, False}}


def decode(kind: str, payload: Mapping[str, Any], span: Span) -> Item:
    """Give back the item that `encode` was given."""
    return _DECODERS[kind](payload, span)


@lru_cache(maxsize=_REMEMBERED)
def read_back(kind: str, payload: str, quote: str, start: int, end: int) -> Item:
    """Give back an item from its columns, the payload as the text it is kept as; what was read of late is at hand."""
    return decode(kind, json.loads(payload), Span(quote, start, end))


def _plain(value: object) -> object:
    if isinstance(value, frozenset):
        return sorted(value)
    return value.isoformat() if isinstance(value, date) else value


def _maybe(kind: type[_E], value: str | None) -> _E | None:
    return None if value is None else kind(value)


def _person(payload: Mapping[str, Any], span: Span) -> PersonStatement:
    get = payload.get
    return PersonStatement(
        name=get("name"),
        title=get("title"),
        function=_maybe(Function, get("function")),
        side=Side(payload["side"]),
        roles=frozenset(BuyingRole(role) for role in get("roles", ())),
        stance=_maybe(Stance, get("stance")),
        span=span,
        said_by=_maybe(SaidBy, get("said_by")),
        took_part=get("took_part", False),
        movement=_maybe(Movement, get("movement")),
    )


def _concern(payload: Mapping[str, Any], span: Span) -> ConcernStatement:
    return ConcernStatement(
        holder=payload.get("holder"),
        topic=ConcernTopic(payload["topic"]),
        status=ConcernStatus(payload["status"]),
        blocking=payload.get("blocking", False),
        span=span,
        said_by=_maybe(SaidBy, payload.get("said_by")),
        leans=payload.get("leans", False),
    )


def _step(payload: Mapping[str, Any], span: Span) -> StepStatement:
    due = payload.get("due")
    return StepStatement(
        action=payload["action"],
        owner=payload.get("owner"),
        side=Side(payload["side"]),
        due=date.fromisoformat(due) if due else None,
        due_text=payload.get("due_text"),
        span=span,
    )


def _closed(payload: Mapping[str, Any], span: Span) -> StepClosed:
    return StepClosed(StepStatus(payload["status"]), span)


def _signal(payload: Mapping[str, Any], span: Span) -> SignalStatement:
    said_by = _maybe(SaidBy, payload.get("said_by"))
    return SignalStatement(SignalKind(payload["kind"]), payload["detail"], span, said_by)


def _view(payload: Mapping[str, Any], span: Span) -> ViewStatement:
    return ViewStatement(payload["person"], Stance(payload["stance"]), span)


def _correction(payload: Mapping[str, Any], span: Span) -> Correction:
    return Correction(
        field=CorrectedField(payload["field"]),
        value=payload["value"],
        subject=payload.get("subject"),
        span=span,
        topic=_maybe(ConcernTopic, payload.get("topic")),
    )


def lesson_from(payload: Mapping[str, Any], span: Span) -> Lesson:
    """Give back the lesson that `encode` was given."""
    kind, shared = LessonKind(payload["kind"]), payload.get("shared", False)
    return Lesson(kind, payload.get("before"), payload["after"], span, shared)


_DECODERS: dict[str, Callable[[Mapping[str, Any], Span], Item]] = {
    "person": _person,
    "concern": _concern,
    "step": _step,
    "closed": _closed,
    "signal": _signal,
    "view": _view,
    "correction": _correction,
    "lesson": lesson_from,
}
