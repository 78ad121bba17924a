"""`quiz`: practice on the command line."""

import typer

from dealbot.cli.call import command
from dealbot.cli.cards import cards
from dealbot.cli.gaps import gaps_command
from dealbot.cli.grading import grade

quiz_app = typer.Typer(no_args_is_help=True, help="Practice: cards asked, answers graded, checks signed.")
quiz_app.command("cards")(command(cards))
quiz_app.command("grade")(command(grade))
quiz_app.command("gaps")(command(gaps_command))
