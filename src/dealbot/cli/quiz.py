"""`quiz`: practice on the command line."""

import typer

from dealbot.cli.call import command
from dealbot.cli.cards import cards

quiz_app = typer.Typer(no_args_is_help=True, help="Practice: the cards that the knowledge gives.")
quiz_app.command("cards")(command(cards))
