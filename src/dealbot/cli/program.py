"""All commands put together, and the outer edge where what goes wrong becomes one sentence."""

import sys

import typer

from dealbot.cli import corrections, demo, notes, questions
from dealbot.cli.call import Call, command
from dealbot.cli.checks import checks
from dealbot.cli.deals import deal_app
from dealbot.cli.users import user_app
from dealbot.errors import DealbotError

app = typer.Typer(
    name="dealbot",
    help="Call notes become facts with their words, and the state of a deal follows from them.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command("read")(command(notes.read))
app.command("log")(command(notes.log))
app.command("notes")(command(notes.notes))
app.command("undo")(command(notes.undo))
app.command("move")(command(notes.move))
app.command("ask")(command(questions.ask_command))
app.command("status")(command(questions.status_command))
app.command("correct")(command(corrections.correct_command))
app.command("demo")(command(demo.demo))
app.add_typer(corrections.step_app, name="step")
app.add_typer(deal_app, name="deal")
app.add_typer(user_app, name="user")


@app.command()
@command
def doctor(call: Call) -> None:
    """Check that everything needed is there and right."""
    found = list(checks(call))
    marks = {True: "ok", False: "WRONG", None: "-"}
    shape = [{"check": check.name, "ok": check.ok, "detail": check.detail} for check in found]
    call.answer(shape, "\n".join(f"{marks[check.ok]:5} {check.name}: {check.detail}" for check in found))
    if any(check.ok is False for check in found):
        raise typer.Exit(1)


def main() -> None:
    """Run the command line; exits 0 done, 1 failed with one sentence on standard error, 2 wrong usage."""
    try:
        app()
    except DealbotError as error:
        sys.stderr.write(f"{error}\n")
        raise SystemExit(1) from error
