"""`quiz`: what people practise, and what they ask that stands in no guide."""

import typer

from dealbot.cli.call import command
from dealbot.cli.gaps import gaps_command

quiz_app = typer.Typer(no_args_is_help=True, help="What people practise, and what they ask that stands in no guide.")
quiz_app.command("gaps")(command(gaps_command))
