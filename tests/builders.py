"""What was said in a deal, in one line each: observations as a test needs them."""

from datetime import UTC, date, datetime, time
from typing import Any

from dealbot.domain.concern import ConcernStatus, ConcernTopic
from dealbot.domain.evidence import Span
from dealbot.domain.observation import (
    ConcernStatement,
    CorrectedField,
    Correction,
    Item,
    Observation,
    Origin,
    PersonStatement,
    StepStatement,
)
from dealbot.domain.stakeholder import Side, Stance

Day = date | str


def a_day(day: Day) -> date:
    """A day of 2026 as "03-10", any other as "2025-03-10"."""
    if isinstance(day, date):
        return day
    return date.fromisoformat(day if len(day) > len("03-10") else f"2026-{day}")


def a_span(quote: str, start: int = 0) -> Span:
    """Words at a place of their note."""
    return Span(quote, start, start + len(quote))


def said(
    item: Item, on: Day = "03-10", author: str | None = "Priya Nair", note: str | None = None, **origin: Any
) -> Observation:
    """A statement in its note, which is named after its day and author unless it has a name."""
    day = a_day(on)
    origin = {"recorded_at": datetime.combine(day, time(18), UTC)} | origin
    return Observation(Origin(f"{day} {author}" if note is None else note, day, author=author, **origin), item)


def a_person(
    name: str | None = None, title: str | None = None, stance: str | None = "unknown", *, at: int = 0, **told: Any
) -> PersonStatement:
    """Somebody of the buyer's who took part; further fields of PersonStatement by name."""
    fields = {"function": None, "side": Side.BUYER, "roles": frozenset(), "span": a_span(name or title or "", at)}
    return PersonStatement(name, title, stance=Stance(stance) if stance else None, **(fields | told))


def a_concern(
    holder: str | None = None, topic: str = "budget_roi", status: str = "raised", *, blocking: bool = False, at: int = 0
) -> ConcernStatement:
    """A reservation."""
    words = f"{holder}: {topic} {status}"
    return ConcernStatement(holder, ConcernTopic(topic), ConcernStatus(status), blocking, a_span(words, at))


def a_step(
    action: str, owner: str | None = None, side: Side = Side.US, due: Day | None = None, due_text: str | None = None
) -> StepStatement:
    """A promise."""
    return StepStatement(action, owner, side, a_day(due) if due else None, due_text, a_span(action))


def a_correction(
    field: str, value: str, of: str | None = None, topic: str | None = None, words: str = "set right"
) -> Correction:
    """Something set right by a person."""
    return Correction(CorrectedField(field), value, of, a_span(words), ConcernTopic(topic) if topic else None)
