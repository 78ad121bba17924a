"""Deals added, named, joined, owned, priced, closed and reopened."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date, timedelta
from functools import partial
from typing import Any

from dealbot.app import terms
from dealbot.app.correct import Corrected, correct
from dealbot.app.desk import Desk, the_deal
from dealbot.app.in_step import Circle, InStep, in_step
from dealbot.app.state import out_of_date, shared_summary, state_now, summarise
from dealbot.domain.corrected_field import OF_THE_DEAL, CorrectedField
from dealbot.domain.lead import LeadFactor
from dealbot.domain.principal import Principal
from dealbot.domain.record import DealRecord
from dealbot.errors import BadInput, StoreUnavailable
from dealbot.store.books import Books


def list_deals(desk: Desk, principal: Principal) -> tuple[tuple[DealRecord, Mapping[str, Any]], ...]:
    """List the visible deals, each with its summary as of today."""
    today = desk.today()
    with desk.reading(principal) as books:
        kept = {summary.deal: summary for summary in books.summaries.get_all()}
        old = [deal for deal, summary in kept.items() if out_of_date(summary, today)]
        summaries = {deal: summary.payload for deal, summary in kept.items()}
        summaries |= {deal: shared_summary(books, deal, today) for deal in old}
        deals = books.deals.all()
    _refresh(desk, principal, old)
    return tuple((deal, summaries.get(deal.id, {})) for deal in deals)


def add_deal(desk: Desk, principal: Principal, name: str, account: str | None, owner: str | None) -> DealRecord:
    """Add a deal; raises BadInput for a name that is taken or an owner nobody knows."""
    with desk.writing(principal) as books:
        owner = books.users.find(owner).id if owner is not None else None
        return books.deals.add(name, desk.now(), account=account, owner=owner)


def change_deal(desk: Desk, principal: Principal, name: str, change: Callable[[Books, DealRecord], None]) -> DealRecord:
    """Change one deal in one transaction and give it as it is then; raises UnknownDeal."""
    with desk.writing(principal) as books:
        deal = the_deal(books.deals, name)
        change(books, deal)
        return books.deals.by_id(deal.id)


def set_deal(desk: Desk, principal: Principal, name: str, pairs: Sequence[str]) -> DealRecord:
    """Set what KEY=VALUE pairs of `_READERS` say; raises UnknownDeal, BadInput.

    When the fiscal year begins elsewhere all notes are read again, since "by Q2" is another day then.
    """
    values = settings_of(pairs)
    by_hand = [f"{key}={values.pop(key)}" for key in tuple(values) if key.rpartition(".")[2] in OF_THE_DEAL]
    if by_hand:
        correct(desk, principal, name, by_hand)

    def change(books: Books, step: InStep) -> DealRecord:
        deal = the_deal(books.deals, name)
        if values.get("fiscal_start", deal.fiscal_start) != deal.fiscal_start:
            step.watch(deal.id, Circle())
        books.deals.change(deal.id, **values)
        step.settle()
        return books.deals.by_id(deal.id)

    return in_step(desk, principal, change)


def end_deal(
    desk: Desk, principal: Principal, name: str, outcome: str, on: date | None = None
) -> tuple[DealRecord, Corrected]:
    """Close, rest or take up a deal, as `outcome=` takes it, from a day on; raises UnknownDeal, BadInput."""
    if on is not None and on > desk.today() + _TOMORROW:
        raise BadInput("That day is still to come: say it on the day, or pause the deal until then.")
    corrected = correct(desk, principal, name, [f"{CorrectedField.OUTCOME}={outcome}"], on)
    with desk.reading(principal) as books:
        return the_deal(books.deals, name), corrected


def merge_deals(desk: Desk, principal: Principal, into: str, other: str) -> DealRecord:
    """Make one deal of two; raises UnknownDeal, BadInput for a deal with itself."""

    def merge(books: Books, step: InStep) -> DealRecord:
        kept, merged = the_deal(books.deals, into), the_deal(books.deals, other)
        step.watch(kept.id)
        before = state_now(books, kept.id, desk.today())
        books.deals.merge(kept.id, merged.id, desk.now())
        step.settle()
        terms.in_step_with(books, kept, before, state_now(books, kept.id, desk.today()))
        return books.deals.by_id(kept.id)

    return in_step(desk, principal, merge)


def written(value: str, what: str) -> str:
    """Take a name that is not empty; raises BadInput."""
    if not value.strip():
        raise BadInput(f"{what} is empty: write it.")
    return value.strip()


def settings_of(pairs: Sequence[str]) -> dict[str, Any]:
    """Read KEY=VALUE pairs of amount, quarter, call, fiscal_start, account, FACTOR.lead; raises BadInput."""
    return dict(_setting(pair) for pair in pairs)


def _refresh(desk: Desk, principal: Principal, deals: Sequence[int]) -> None:
    """Keep today's summaries for the next time, unless the ledger cannot be written now."""
    if deals:
        with suppress(StoreUnavailable), desk.writing(principal) as books:
            for deal in deals:
                summarise(books, deal, desk.today())


def _setting(pair: str) -> tuple[str, Any]:
    key, equals, value = pair.partition("=")
    key, value = key.strip().casefold(), value.strip()
    reader = _READERS.get(key)
    if not equals or reader is None:
        raise BadInput(f"'{pair}' cannot be set: use {', '.join(_READERS)}, each as KEY=VALUE.")
    try:
        return key, reader(value)
    except ValueError as error:
        raise BadInput(f"'{value}' is no {key}: {_HINTS[key]}.") from error


def _month(value: str) -> int:
    month = int(value)
    if not 1 <= month <= 12:
        raise ValueError
    return month


def _factor(factor: LeadFactor, value: str) -> str:
    return terms.written(CorrectedField.LEAD, value, factor)


_TOMORROW = timedelta(days=1)  # it may be tomorrow already where somebody says it
_READERS: Mapping[str, Callable[[str], Any]] = {
    "amount": terms.amount,
    "quarter": terms.quarter,
    "call": terms.call,
    "fiscal_start": _month,
    "account": lambda value: written(value, "The account's name"),
    **{f"{factor}.{CorrectedField.LEAD}": partial(_factor, factor) for factor in LeadFactor},
}
_HINTS = {
    **{field.value: hint for field, hint in terms.HINTS.items()},
    "fiscal_start": "it is a month, 1 to 12",
    "account": "write a name",
}
