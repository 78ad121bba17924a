"""What was said in a deal, in a line each: statements and the observations that carry them, as a test needs them."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from dealbot.domain.concern import ConcernStatus, ConcernTopic
from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.deal import DealState
from dealbot.domain.evidence import Span
from dealbot.domain.next_step import StepStatus
from dealbot.domain.observation import (
    ConcernStatement,
    Correction,
    Item,
    Observation,
    Origin,
    PersonStatement,
    SignalStatement,
    StepClosed,
    StepStatement,
    ViewStatement,
)
from dealbot.domain.reconcile import replay
from dealbot.domain.signal import SignalKind
from dealbot.domain.stakeholder import BuyingRole, Function, Movement, Side, Stance

Day = date | str
DEAL = ""  # the note that carries what was set right on the deal as a whole


def a_day(day: Day) -> date:
    """A day of 2026 as "03-10", any other as "2025-03-10"."""
    if isinstance(day, date):
        return day
    return date.fromisoformat(day if len(day) > len("03-10") else f"2026-{day}")


def a_span(quote: str, start: int = 0) -> Span:
    """Words at a place of their note."""
    return Span(quote, start, start + len(quote))


def said(
    item: Item,
    on: Day = "03-10",
    author: str | None = "Priya Nair",
    note: str | None = None,
    *,
    said_at: datetime | None = None,
    recorded_at: datetime | None = None,
    reader: str = "builtin",
) -> Observation:
    """A statement in its note, which is named after its day and author unless it has a name; learned that evening."""
    day = a_day(on)
    name = f"{day} {author}" if note is None else note
    return Observation(
        Origin(name, day, recorded_at or datetime.combine(day, time(18), UTC), author, said_at, reader), item
    )


def a_person(
    name: str | None = None,
    title: str | None = None,
    stance: str | None = "unknown",
    *roles: str,
    function: Function | None = None,
    side: Side = Side.BUYER,
    took_part: bool = True,
    movement: Movement | None = None,
    quote: str | None = None,
    at: int = 0,
) -> PersonStatement:
    """Somebody of the buyer's who took part."""
    return PersonStatement(
        name=name,
        title=title,
        function=function,
        side=side,
        roles=frozenset(map(BuyingRole, roles)),
        stance=Stance(stance) if stance else None,
        span=a_span(quote or name or title or "", at),
        took_part=took_part,
        movement=movement,
    )


def a_leaver(name: str | None = None, title: str | None = None, stance: str = "unknown") -> PersonStatement:
    """Somebody who is said to go."""
    return a_person(name, title, stance, movement=Movement.LEAVING, quote=f"{name or title} leaves")


def a_newcomer(name: str | None = None, title: str | None = None, stance: str = "unknown") -> PersonStatement:
    """Somebody who is said to come, and who is merely named."""
    return a_person(name, title, stance, movement=Movement.ARRIVING, took_part=False, quote=f"{name or title} starts")


def a_concern(
    holder: str | None = None, topic: str = "budget_roi", status: str = "raised", *, blocking: bool = False, at: int = 0
) -> ConcernStatement:
    """A reservation."""
    words = f"{holder}: {topic} {status}"
    return ConcernStatement(holder, ConcernTopic(topic), ConcernStatus(status), blocking, a_span(words, at))


def a_leaning(holder: str | None, topic: str, status: str = "resolved") -> ConcernStatement:
    """An answer or settlement that names no matter; the topic is a guess."""
    return replace(a_concern(holder, topic, status), leans=True)


def a_step(
    action: str, owner: str | None = None, due: Day | None = None, side: Side = Side.US, due_text: str | None = None
) -> StepStatement:
    """A promise."""
    return StepStatement(action, owner, side, a_day(due) if due else None, due_text, a_span(action))


def a_closing(words: str, status: str = "done") -> StepClosed:
    """The note says that a promise was kept or given up."""
    return StepClosed(StepStatus(status), a_span(words))


def a_signal(kind: str, detail: str = "told", at: int = 0) -> SignalStatement:
    """A fact about the account or the path of the deal."""
    return SignalStatement(SignalKind(kind), detail, a_span(detail, at))


def a_view(person: str, stance: str) -> ViewStatement:
    """What the author believes of somebody."""
    return ViewStatement(person, Stance(stance), a_span(f"my gut on {person}: {stance}"))


def a_correction(
    field: str, value: str, of: str | None = None, topic: str | None = None, words: str = "set right"
) -> Correction:
    """Something set right by a person."""
    return Correction(CorrectedField(field), value, of, a_span(words), ConcernTopic(topic) if topic else None)


def a_state(*observations: Observation, on: Day = "12-31") -> DealState:
    """What it all adds up to, as of a day."""
    return replay(observations, a_day(on))


def stances(state: DealState) -> dict[str, str]:
    """Where everybody stands, by key."""
    return {person.key: person.stance.value for person in state.people}
