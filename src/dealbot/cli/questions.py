"""`ask` and `status`: where a deal stands."""

from typing import Annotated, Any

import typer

from dealbot.app.ask import Asked, ask, status_of
from dealbot.app.status import status
from dealbot.app.status_text import status_text
from dealbot.cli.call import Call, Deal, Lines
from dealbot.cli.lines import Request, a_day, a_text, an_instant, an_optional_text, answer_lines
from dealbot.errors import BadInput
from dealbot.wiring import open_answering

AsOf = Annotated[str | None, typer.Option("--as-of", help="What was said up to this day, YYYY-MM-DD.")]
KnownAt = Annotated[
    str | None, typer.Option("--known-at", help="What we knew at this instant, such as 2026-03-10T09:00Z.")
]


def ask_command(
    call: Call,
    question: Annotated[str | None, typer.Argument(help="The question, in your own words.", show_default=False)] = None,
    deal: Deal = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    jsonl: Lines = None,
) -> None:
    """Answer a question from the notes."""
    if jsonl is not None:
        given = {"deal": deal, "as_of": as_of, "known_at": known_at}
        answer_lines(call, jsonl, lambda request: _answer(call, request).as_json(), given)
        return
    if question is None:
        raise typer.BadParameter("A question is needed.")
    request = {"question": question, "deal": deal, "as_of": as_of, "known_at": known_at}
    answer = _answer(call, request)
    call.answer({"id": None, **answer.as_json()}, answer.text)


def status_command(
    call: Call,
    deal: Annotated[str | None, typer.Argument(help="The deal's name.", show_default=False)] = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    no_forecast: Annotated[bool, typer.Option("--no-forecast", help="Leave the forecast out.")] = False,  # noqa: ARG001, FBT002 - none is made yet
    jsonl: Lines = None,
) -> None:
    """Show where a deal stands."""
    if jsonl is not None:
        given = {"deal": deal, "as_of": as_of, "known_at": known_at}
        answer_lines(call, jsonl, lambda request: _status(call, request)[0], given)
        return
    if deal is None:
        raise typer.BadParameter("A deal is needed.")
    shape, text = _status(call, {"deal": deal, "as_of": as_of, "known_at": known_at})
    call.answer(shape, text)


def _answer(call: Call, request: Request) -> Any:
    text = a_text(request, "question")
    if not text.strip():
        raise BadInput("The question is empty.")
    return ask(call.desk, call.principal, open_answering(call.settings), _asked(text, request))


def _status(call: Call, request: Request) -> tuple[dict[str, Any], str]:
    name = a_text(request, "deal")
    found = status_of(call.desk, call.principal, name, _asked("", request))
    return dict(status(found.name, found.state, found.alignment)), status_text(found)


def _asked(text: str, request: Request) -> Asked:
    as_of, known_at = request.get("as_of"), request.get("known_at")
    return Asked(
        text,
        an_optional_text(request, "deal"),
        a_day(as_of, "as_of") if as_of is not None else None,
        an_instant(known_at) if known_at is not None else None,
    )
