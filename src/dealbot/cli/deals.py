"""`deal`: deals listed, added, named, joined, owned, priced, closed and reopened."""

from collections.abc import Callable
from typing import Annotated, Any

import typer

from dealbot.app import manage_deals
from dealbot.app.manage_deals import written
from dealbot.app.policies.since import since_the_pause
from dealbot.app.reassign import reassign
from dealbot.app.terms import ending
from dealbot.cli.call import Call, command
from dealbot.cli.lines import a_day
from dealbot.cli.texts import deal_text, deals_text
from dealbot.domain.ending import OPEN
from dealbot.domain.record import DealRecord, Outcome
from dealbot.store.books import Books

deal_app = typer.Typer(no_args_is_help=True, help="Deals: their names, owners, money and ends.")
Name = Annotated[str, typer.Argument(help="The deal's name.")]
On = Annotated[str | None, typer.Option("--on", help="The day, YYYY-MM-DD (default: today).")]
Why = Annotated[
    str | None, typer.Option("--cause", help="champion lost, org change, budget or reimbursement, or closer.")
]


@deal_app.command("list")
@command
def list_deals(call: Call) -> None:
    """List the deals you may see."""
    deals = manage_deals.list_deals(call.desk, call.principal)
    call.answer([deal_shape(deal) | {"state": summary} for deal, summary in deals], deals_text(deals))


@deal_app.command("add")
@command
def add(
    call: Call,
    name: Name,
    account: Annotated[str | None, typer.Option(help="The health system, if it is called otherwise.")] = None,
    owner: Annotated[str | None, typer.Option(help="The user who owns it.")] = None,
) -> None:
    """Add a deal."""
    _say(call, manage_deals.add_deal(call.desk, call.principal, name, account, owner))


@deal_app.command("rename")
@command
def rename(call: Call, name: Name, new: Annotated[str, typer.Argument(help="Its new name.")]) -> None:
    """Give a deal another name; the old one still finds it."""
    _change(call, name, lambda books, deal: books.deals.rename(deal.id, written(new, "The new name")))


@deal_app.command("alias")
@command
def alias(call: Call, name: Name, other: Annotated[str, typer.Argument(help="What it is called as well.")]) -> None:
    """Let a deal go by another name as well."""
    _change(call, name, lambda books, deal: books.deals.alias(deal.id, written(other, "The other name")))


@deal_app.command("merge")
@command
def merge(
    call: Call, name: Name, other: Annotated[str, typer.Argument(help="The deal that becomes part of it.")]
) -> None:
    """Make one deal of two."""
    _say(call, manage_deals.merge_deals(call.desk, call.principal, name, other))


@deal_app.command("bind")
@command
def bind(call: Call, name: Name, channel: Annotated[str, typer.Argument(help="A channel's id or name.")]) -> None:
    """Let a channel belong to a deal."""
    _change(call, name, lambda books, deal: books.deals.bind(deal.id, written(channel, "The channel")))


@deal_app.command("owner")
@command
def owner(
    call: Call, name: Name, user: Annotated[str, typer.Argument(help="The user who owns it from now on.")]
) -> None:
    """Give a deal to somebody."""
    handed = reassign(call.desk, call.principal, name, user)
    call.answer(deal_shape(handed.deal) | {"moved": list(handed.moved), "brief": handed.brief}, handed.brief)


@deal_app.command("set")
@command
def set_(
    call: Call,
    name: Name,
    settings: Annotated[
        list[str], typer.Argument(help="amount=2.4M quarter=2027-Q2 call=commit fiscal_start=7 budget.lead=3")
    ],
) -> None:
    """Set a deal's money, quarter, call, fiscal year, account or worth as a lead (0 to 4, or unknown)."""
    _say(call, manage_deals.set_deal(call.desk, call.principal, name, settings))


@deal_app.command("close")
@command
def close(
    call: Call,
    name: Name,
    outcome: Annotated[str, typer.Option("--as", help="won, lost or paused")] = "lost",
    cause: Annotated[str | None, typer.Option(help="Why.")] = None,
    on: On = None,
) -> None:
    """Close or pause a deal with its cause."""
    _end(call, name, ending(outcome, cause), on)


@deal_app.command("reopen")
@command
def reopen(call: Call, name: Name) -> None:
    """Take a closed or paused deal up again."""
    _end(call, name, OPEN)


@deal_app.command("pause")
@command
def pause(
    call: Call,
    name: Name,
    cause: Why = None,
    until: Annotated[str | None, typer.Option(help="The day to look at it again, YYYY-MM-DD.")] = None,
    on: On = None,
) -> None:
    """Let a deal rest, with its cause."""
    _end(call, name, ending(Outcome.PAUSED, cause, a_day(until, "until") if until is not None else None), on)


@deal_app.command("lose")
@command
def lose(call: Call, name: Name, cause: Why = None, on: On = None) -> None:
    """Say that a deal is lost, with its cause."""
    _end(call, name, ending(Outcome.LOST, cause), on)


@deal_app.command("revive")
@command
def revive(call: Call, name: Name, on: On = None) -> None:
    """Take a paused or lost deal up again; the days it rested are told."""
    _end(call, name, OPEN, on)


def deal_shape(deal: DealRecord) -> dict[str, Any]:
    """What is set about a deal, as JSON."""
    return {
        "deal": deal.name,
        "account": deal.account,
        "aliases": list(deal.aliases),
        "owner": deal.owner,
        "team": list(deal.team),
        "channels": list(deal.channels),
        "amount": deal.amount,
        "quarter": deal.quarter,
        "call": deal.call.value if deal.call else None,
        "fiscal_start": deal.fiscal_start,
        "outcome": deal.outcome.value if deal.outcome else None,
        "closed_on": deal.closed_on.isoformat() if deal.closed_on else None,
        "cause": deal.cause,
    }


def _end(call: Call, name: str, outcome: str, on: str | None = None) -> None:
    day = a_day(on) if on is not None else None
    deal, corrected = manage_deals.end_deal(call.desk, call.principal, name, outcome, day)
    with call.desk.reading(call.principal) as books:
        since = since_the_pause(books, corrected, call.desk.today())
    call.answer(deal_shape(deal), "\n".join(part for part in (deal_text(deal), since) if part))


def _change(call: Call, name: str, change: Callable[[Books, DealRecord], None]) -> None:
    _say(call, manage_deals.change_deal(call.desk, call.principal, name, change))


def _say(call: Call, deal: DealRecord) -> None:
    call.answer(deal_shape(deal), deal_text(deal))
