"""`deal`: deals listed, added, named, joined, owned, priced, closed and reopened."""

from collections.abc import Callable
from typing import Annotated, Any

import typer

from dealbot.app import manage_deals
from dealbot.app.manage_deals import written
from dealbot.cli.call import Call, command
from dealbot.cli.lines import a_day
from dealbot.cli.texts import deal_text, deals_text
from dealbot.domain.record import DealRecord
from dealbot.store.books import Books

deal_app = typer.Typer(no_args_is_help=True, help="Deals: their names, owners, money and ends.")
Name = Annotated[str, typer.Argument(help="The deal's name.")]


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
    _change(call, name, lambda books, deal: books.deals.own(deal.id, books.users.find(user).id))


@deal_app.command("set")
@command
def set_(
    call: Call,
    name: Name,
    settings: Annotated[list[str], typer.Argument(help="amount=2.4M quarter=2027-Q2 call=commit fiscal_start=7")],
) -> None:
    """Set a deal's money, quarter, call, fiscal year or account."""
    _say(call, manage_deals.set_deal(call.desk, call.principal, name, settings))


@deal_app.command("close")
@command
def close(
    call: Call,
    name: Name,
    outcome: Annotated[str, typer.Option("--as", help="won, lost or paused")] = "lost",
    cause: Annotated[str | None, typer.Option(help="Why.")] = None,
    on: Annotated[str | None, typer.Option(help="The day, YYYY-MM-DD (default: today).")] = None,
) -> None:
    """Close or pause a deal with its cause."""
    day = a_day(on) if on is not None else call.desk.today()
    values = manage_deals.close_settings(outcome, cause, day)
    _change(call, name, lambda books, deal: books.deals.change(deal.id, **values))


@deal_app.command("reopen")
@command
def reopen(call: Call, name: Name) -> None:
    """Take a closed or paused deal up again."""
    _change(call, name, lambda books, deal: books.deals.change(deal.id, outcome=None, closed_on=None, cause=None))


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


def _change(call: Call, name: str, change: Callable[[Books, DealRecord], None]) -> None:
    _say(call, manage_deals.change_deal(call.desk, call.principal, name, change))


def _say(call: Call, deal: DealRecord) -> None:
    call.answer(deal_shape(deal), deal_text(deal))
