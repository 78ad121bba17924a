"""`exposure`: what is known of an account's exposure to reimbursement, shown and set."""

from typing import Annotated

import typer

from dealbot.app.answer import Deal, Json
from dealbot.app.answers.exposure import card, exposure_json
from dealbot.app.desk import the_deal
from dealbot.app.set_exposure import pairs_of, set_exposure
from dealbot.app.set_right import done_words, lines_of
from dealbot.app.state import state_of
from dealbot.cli.call import Call, command
from dealbot.cli.lines import a_day
from dealbot.cli.questions import AsOf

exposure_app = typer.Typer(no_args_is_help=True, help="What an account is paid by: shares, contracts, programs.")
Name = Annotated[str, typer.Argument(help="The deal's name.")]


@exposure_app.command("set")
@command
def set_command(
    call: Call,
    deal: Name,
    settings: Annotated[list[str], typer.Argument(help='KEY=VALUE, such as "medicare_ffs=45" or "states=TX, OK".')],
    on: Annotated[str | None, typer.Option("--on", help="The day it was said, YYYY-MM-DD (default: today).")] = None,
    source: Annotated[
        str, typer.Option("--source", help="Where it comes from, such as CFO call; analysts can read it.")
    ] = "",
) -> None:
    """Set what is known; "unknown" takes back what was."""
    day = a_day(on) if on is not None else None
    corrected = set_exposure(call.desk, call.principal, deal, pairs_of(settings, source), day)
    lines = [f"• {line}" for line in lines_of(corrected)]
    text = f"{done_words(corrected)}, {corrected.deal}" if lines else f"Kept for {corrected.deal}: it was so already."
    call.answer(_json(_deal(call, corrected.deal, None)), "\n".join([text, *lines]))


@exposure_app.command("show")
@command
def show(call: Call, deal: Name, as_of: AsOf = None) -> None:
    """Show the card: each value with its day and source, and whom to ask for the rest."""
    found = _deal(call, deal, as_of)
    call.answer(_json(found), card(found))


def _json(deal: Deal) -> dict[str, Json]:
    return {"deal": deal.name, "as_of": deal.state.as_of.isoformat(), **exposure_json(deal)}


def _deal(call: Call, name: str, as_of: str | None) -> Deal:
    day = a_day(as_of, "as_of") if as_of is not None else call.desk.today()
    with call.desk.reading(call.principal) as books:
        record = the_deal(books.deals, name)
        return Deal.of(record, state_of(books, record.id, day))
