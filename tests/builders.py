"""Small values for tests: what was said, by whom, and the deal it adds up to."""

from datetime import UTC, date, datetime

from dealbot.app.answer import Deal
from dealbot.domain.concern import ConcernStatus, ConcernTopic
from dealbot.domain.evidence import Span
from dealbot.domain.observation import (
    ConcernStatement,
    Item,
    Observation,
    Origin,
    PersonStatement,
    StepStatement,
    ViewStatement,
)
from dealbot.domain.reconcile import replay
from dealbot.domain.record import DealRecord
from dealbot.domain.stakeholder import BuyingRole, Movement, Side, Stance
from dealbot.domain.title import function_of

AS_OF = date(2026, 11, 23)


def a_day(text: str) -> date:
    """A day of 2026 as "11-16", any other as "2025-11-16"."""
    return date.fromisoformat(text if len(text) > len("11-16") else f"2026-{text}")


def a_span(quote: str) -> Span:
    """Quoted words, as if the note began with them."""
    return Span(quote, 0, len(quote))


def an_observation(item: Item, on: str = "11-16", author: str | None = "Priya Nair", note: str = "") -> Observation:
    """One row of the ledger; the note is named after its day and author."""
    day = a_day(on)
    recorded = datetime(day.year, day.month, day.day, 18, tzinfo=UTC)
    return Observation(Origin(note or f"n-{on}-{(author or 'x')[0]}", day, recorded, author), item)


def a_person(
    name: str | None,
    title: str | None = None,
    stance: Stance | None = Stance.UNKNOWN,
    quote: str = "",
    *roles: BuyingRole,
) -> PersonStatement:
    """Somebody of the buyer's who took part."""
    function = function_of(title) if title else None
    span = a_span(quote or name or title or "")
    return PersonStatement(name, title, function, Side.BUYER, frozenset(roles), stance, span)


def merely_named(name: str | None, title: str) -> PersonStatement:
    """Somebody the note names and who took no part."""
    named = (
        name,
        title,
        function_of(title),
        Side.BUYER,
        frozenset[BuyingRole](),
        Stance.UNKNOWN,
        a_span(name or title),
    )
    return PersonStatement(*named, took_part=False)


def a_leaver(name: str, title: str, quote: str) -> PersonStatement:
    """Somebody who is said to leave."""
    named = (name, title, function_of(title), Side.BUYER, frozenset[BuyingRole](), Stance.UNKNOWN, a_span(quote))
    return PersonStatement(*named, movement=Movement.LEAVING)


def a_concern(
    holder: str | None,
    topic: ConcernTopic,
    quote: str,
    status: ConcernStatus = ConcernStatus.RAISED,
    *,
    blocking: bool = False,
) -> ConcernStatement:
    """A worry told in a note."""
    return ConcernStatement(holder, topic, status, blocking, a_span(quote))


def a_step(action: str, due: str | None = None, owner: str | None = None, side: Side = Side.US) -> StepStatement:
    """A promise told in a note."""
    return StepStatement(action, owner, side, a_day(due) if due else None, None, a_span(action))


def a_view(person: str, stance: Stance, quote: str) -> ViewStatement:
    """What the author believes of somebody."""
    return ViewStatement(person, stance, a_span(quote))


def a_deal(*observations: Observation, as_of: date = AS_OF, amount: int | None = 2_400_000) -> Deal:
    """Lakeshore Health, as those observations make it stand."""
    quarter = "2027-Q2" if amount else None
    record = DealRecord(1, "Lakeshore Health", "Lakeshore Health", amount=amount, quarter=quarter)
    return Deal.of(record, replay(observations, as_of))
