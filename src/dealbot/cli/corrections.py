"""`correct` and `step`: what a person sets right."""

from typing import Annotated

import typer

from dealbot.app.correct import Corrected, correct
from dealbot.app.steps import close_step, move_step
from dealbot.cli.call import Call, command
from dealbot.cli.card import corrected_text
from dealbot.cli.lines import a_day
from dealbot.cli.shapes import change_shape
from dealbot.domain.next_step import StepStatus

step_app = typer.Typer(no_args_is_help=True, help="Promises: done, dropped, moved to another day.")
Name = Annotated[str, typer.Argument(help="The deal's name.")]
Words = Annotated[str, typer.Argument(help="The step's key or some of its words.")]


def correct_command(
    call: Call,
    target: Annotated[str, typer.Argument(help="A note's id or a deal's name.")],
    settings: Annotated[list[str], typer.Argument(help='KEY=VALUE, such as "Dana Ruiz.stance=supportive".')],
    on: Annotated[str | None, typer.Option("--on", help="The day it holds from, YYYY-MM-DD (default: today).")] = None,
) -> None:
    """Set right what was read or said of a person, a concern or the phase."""
    day = a_day(on) if on is not None else None
    _say(call, correct(call.desk, call.principal, target, settings, day))


@step_app.command("done")
@command
def done(call: Call, deal: Name, step: Words) -> None:
    """Say that a promise was kept."""
    _say(call, close_step(call.desk, call.principal, deal, step, StepStatus.DONE))


@step_app.command("drop")
@command
def drop(call: Call, deal: Name, step: Words) -> None:
    """Say that a promise was given up."""
    _say(call, close_step(call.desk, call.principal, deal, step, StepStatus.DROPPED))


@step_app.command("move")
@command
def move(call: Call, deal: Name, step: Words, day: Annotated[str, typer.Argument(help="YYYY-MM-DD")]) -> None:
    """Give a promise another day."""
    _say(call, move_step(call.desk, call.principal, deal, step, a_day(day, "day")))


def _say(call: Call, corrected: Corrected) -> None:
    changes = [change_shape(change) for change in corrected.changes]
    call.answer({"deal": corrected.deal, "changes": changes}, corrected_text(corrected))
