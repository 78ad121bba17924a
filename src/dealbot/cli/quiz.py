"""`quiz`: practice on the command line."""

import typer

from dealbot.cli.call import command
from dealbot.cli.grading import grade

quiz_app = typer.Typer(no_args_is_help=True, help="Practice: answers graded.")
quiz_app.command("grade")(command(grade))
