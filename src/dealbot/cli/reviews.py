"""`review` and `brief`: what changed and what was decided, and what to know before a meeting."""

from typing import Annotated

import typer

from dealbot.app import reviews
from dealbot.app.answer import Answer
from dealbot.app.ask import Asked, ask
from dealbot.cli.call import Call
from dealbot.cli.lines import a_day
from dealbot.wiring import open_answering


def review(
    call: Call,
    deal: Annotated[str | None, typer.Argument(help="The deal's name; none: those due for review.")] = None,
    since: Annotated[str | None, typer.Option("--since", help="Only look back to this day, YYYY-MM-DD.")] = None,
    decided: Annotated[list[str] | None, typer.Option("--decided", help="What is decided now; kept.")] = None,
) -> None:
    """Review a deal: what was decided, what changed, what to adjust. Kept as held today, unless --since is given."""
    if deal is None:
        _say(
            call,
            ask(call.desk, call.principal, open_answering(call.settings), Asked("what is due for review?", sure=True)),
        )
        return
    day = a_day(since, "since") if since is not None else None
    answer = reviews.look_back(call.desk, call.principal, open_answering(call.settings), deal, day)
    if day is None or decided:
        reviews.hold(call.desk, call.principal, deal, decided or [])
    _say(call, answer)


def brief(
    call: Call,
    deal: Annotated[str, typer.Argument(help="The deal's name.")],
    person: Annotated[str | None, typer.Argument(help="Whom you meet; none: the whole group.")] = None,
) -> None:
    """Brief for a meeting: who it is, what worries them, what each side owes, what to ask."""
    _say(call, reviews.brief_for(call.desk, call.principal, open_answering(call.settings), deal, person))


def _say(call: Call, answer: Answer) -> None:
    call.answer({"id": None, **answer.as_json()}, answer.text)
