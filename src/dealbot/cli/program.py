"""All commands put together, and the outer edge where what goes wrong becomes one sentence."""

import sys
from collections.abc import Sequence

import typer

from dealbot.cli import (
    corrections,
    demo,
    evaluate,
    knowledge,
    leads,
    notes,
    pictures,
    pipeline,
    questions,
    reviews,
    serve,
)
from dealbot.cli.call import Call, command
from dealbot.cli.checks import checks
from dealbot.cli.deals import deal_app
from dealbot.cli.edge import Stopped, sentence
from dealbot.cli.exposure import exposure_app
from dealbot.cli.lessons import lessons_app
from dealbot.cli.policies import policy_app
from dealbot.cli.quiz import quiz_app
from dealbot.cli.streams import speak_utf8, tell
from dealbot.cli.users import user_app
from dealbot.errors import DealbotError

_STOPPED = 130

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
app.command("review")(command(reviews.review))
app.command("brief")(command(reviews.brief))
app.command("pipeline")(command(pipeline.pipeline_command))
app.command("correct")(command(corrections.correct_command))
app.command("map")(command(pictures.map_command))
app.command("ingest")(command(knowledge.ingest))
app.command("search")(command(knowledge.search))
app.command("eval")(command(evaluate.evaluate))
app.command("demo")(command(demo.demo))
app.command("serve")(command(serve.serve))
app.command("work", hidden=True)(command(serve.work))
app.command("prepare", hidden=True)(command(serve.prepare))
app.command("requeue")(command(serve.requeue))
app.add_typer(corrections.step_app, name="step")
deal_app.command("leads")(command(leads.leads_command))
deal_app.command("criteria")(command(leads.criteria_command))
app.add_typer(deal_app, name="deal")
app.add_typer(exposure_app, name="exposure")
app.add_typer(lessons_app, name="lessons")
app.add_typer(policy_app, name="policy")
app.add_typer(quiz_app, name="quiz")
app.add_typer(user_app, name="user")


@app.command()
@command
def doctor(call: Call) -> None:
    """Check that everything needed is there and right."""
    found = list(checks(call))
    marks = {True: "ok", False: "WRONG", None: "-"}
    shape = [{"check": check.name, "ok": check.ok, "detail": check.detail} for check in found]
    call.answer(shape, "\n".join(f"{marks[check.ok]:5} {check.name}: {check.detail}" for check in found))
    wrong = [check.name for check in found if check.ok is False]
    if wrong:
        tell(f"Something is wrong with: {', '.join(wrong)}.")
        raise typer.Exit(1)


def run(words: Sequence[str] | None = None) -> None:
    """Run one command; exits 0 done, 1 failed with one sentence on standard error, 2 wrong usage, 130 stopped."""
    speak_utf8()
    try:
        app(_with_input(sys.argv[1:] if words is None else words), prog_name="dealbot")
    except DealbotError as error:
        tell(sentence(error))
        raise SystemExit(_STOPPED if isinstance(error, Stopped) else 1) from error


def _with_input(words: Sequence[str]) -> list[str]:
    """Let `--jsonl` without a file mean standard input."""
    whole: list[str] = []
    for word, following in zip(words, [*words[1:], "--"], strict=True):
        whole += [word, "-"] if word == "--jsonl" and following.startswith("--") else [word]
    return whole
