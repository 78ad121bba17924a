"""`quiz`: practice on the command line, all its commands put together."""

import typer

from dealbot.cli import cards, cohorts, practice
from dealbot.cli.call import command
from dealbot.cli.gaps import gaps_command
from dealbot.cli.grading import grade

quiz_app = typer.Typer(no_args_is_help=True, help="Practice: cards asked, answers graded, checks signed.")
quiz_app.command("cards")(command(cards.cards))
quiz_app.command("next")(command(practice.next_card))
quiz_app.command("answer")(command(practice.answer))
quiz_app.command("said")(command(practice.said))
quiz_app.command("again")(command(practice.again))
quiz_app.command("skip")(command(practice.skip))
quiz_app.command("pause")(command(practice.pause))
quiz_app.command("resume")(command(practice.resume))
quiz_app.command("stop")(command(practice.stop))
quiz_app.command("hand-in")(command(practice.handed_in))
quiz_app.command("progress")(command(practice.progress))
quiz_app.command("choose")(command(practice.choose))
quiz_app.command("grade")(command(grade))
quiz_app.command("gaps")(command(gaps_command))
quiz_app.command("assign")(command(cohorts.assign))
quiz_app.command("report")(command(cohorts.report))
quiz_app.command("answers")(command(cohorts.answers))
quiz_app.command("rule")(command(cohorts.rule))
quiz_app.command("sign")(command(cohorts.sign))
