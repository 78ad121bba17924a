"""`pipeline`: all deals at once, those furthest from yes first."""

from typing import Annotated

import typer

from dealbot.app.answers.pipeline import pipeline, pipeline_text
from dealbot.app.pipeline.load import pipeline_as_of, pipeline_today, take_snapshot
from dealbot.app.question import Intent, Question
from dealbot.cli.call import Call
from dealbot.cli.lines import a_day, an_instant
from dealbot.cli.questions import AsOf, KnownAt
from dealbot.cli.streams import tell

_MANY = 100_000


def pipeline_command(
    call: Call,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    snapshot: Annotated[bool, typer.Option("--snapshot", help="Keep this week's rows to compare with.")] = False,  # noqa: FBT002
) -> None:
    """Show all deals you may see: by how many must still say yes and how the champion does, never by age."""
    today = call.desk.today()
    day = a_day(as_of, "as_of") if as_of is not None else today
    if snapshot:
        monday, count = take_snapshot(call.desk, call.principal)
        tell(f"Kept {count} of the week of {monday.isoformat()}.")
    if as_of is None and known_at is None:
        board = pipeline_today(call.desk, call.principal)
    else:
        with call.desk.reading(call.principal) as books:
            known = an_instant(known_at) if known_at is not None else None
            board = pipeline_as_of(books, today, day, known)
    answer = pipeline(Question("pipeline", Intent.PIPELINE), board, day)
    call.answer(answer.as_json(), pipeline_text(board, day, _MANY) if answer.answered else answer.text)
