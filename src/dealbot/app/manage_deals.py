"""Deals added, named, joined, owned, priced, closed and reopened."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from dealbot.app.desk import Desk, the_deal
from dealbot.app.state import summarise
from dealbot.domain.principal import Principal
from dealbot.domain.record import Call, DealRecord, Outcome
from dealbot.errors import BadInput
from dealbot.store.books import Books


def list_deals(desk: Desk, principal: Principal) -> tuple[tuple[DealRecord, Mapping[str, Any]], ...]:
    """List the visible deals, each with its summary, brought up to date where the day has made it stale."""
    with desk.writing(principal) as books:
        for summary in books.summaries.get_all():
            if summary.as_of < desk.today() and (summary.stale_on is None or summary.stale_on <= desk.today()):
                summarise(books, summary.deal, desk.today())
        summaries = {summary.deal: summary.payload for summary in books.summaries.get_all()}
        return tuple((deal, summaries.get(deal.id, {})) for deal in books.deals.all())


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


def merge_deals(desk: Desk, principal: Principal, into: str, other: str) -> DealRecord:
    """Make one deal of two."""

    def merge(books: Books, deal: DealRecord) -> None:
        books.deals.merge(deal.id, the_deal(books.deals, other).id, desk.now())
        summarise(books, deal.id, desk.today())

    return change_deal(desk, principal, into, merge)


def settings_of(pairs: Sequence[str]) -> dict[str, Any]:
    """Read KEY=VALUE pairs of amount, quarter, call, fiscal_start, account; raises BadInput."""
    return dict(_setting(pair) for pair in pairs)


def close_settings(outcome: str, cause: str | None, on: date) -> dict[str, Any]:
    """What closing sets; a deal lost or paused needs a cause; raises BadInput."""
    if outcome not in tuple(Outcome):
        raise BadInput(f"A deal is closed as {', '.join(Outcome)}, not '{outcome}'.")
    if cause is None and outcome != Outcome.WON:
        raise BadInput("Say why with --cause, such as champion left, reorganisation, budget, reimbursement.")
    return {"outcome": Outcome(outcome), "closed_on": on, "cause": cause}


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


def _amount(value: str) -> int:
    plain = value.casefold().replace("$", "").replace(",", "").replace("_", "").strip()
    scale = {"k": 1_000, "m": 1_000_000}.get(plain[-1:], 1)
    return round(float(plain.rstrip("km")) * scale)


def _quarter(value: str) -> str:
    year, _, quarter = value.upper().partition("-")
    if not (year.isdigit() and quarter in {"Q1", "Q2", "Q3", "Q4"}):
        raise ValueError
    return f"{year}-{quarter}"


def _month(value: str) -> int:
    month = int(value)
    if not 1 <= month <= 12:
        raise ValueError
    return month


_READERS: Mapping[str, Callable[[str], Any]] = {
    "amount": _amount,
    "quarter": _quarter,
    "call": lambda value: Call(value.casefold().replace(" ", "_")),
    "fiscal_start": _month,
    "account": str,
}
_HINTS = {
    "amount": "write dollars, such as 2400000 or 2.4M",
    "quarter": "write it as 2027-Q2",
    "call": f"it is one of {', '.join(Call)}",
    "fiscal_start": "it is a month, 1 to 12",
    "account": "write a name",
}
