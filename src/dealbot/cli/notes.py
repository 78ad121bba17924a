"""`read`, `log`, `notes`, `undo`, `move`: notes in, notes listed, taken back and moved."""

from pathlib import Path
from typing import Annotated

import typer

from dealbot.app.log_note import Logged, NoteToLog, log_note, text_to_keep
from dealbot.app.place_note import Placed, move_note, notes_of, undo_note
from dealbot.cli.call import Call, Deal, Lines, On
from dealbot.cli.card import logged_text, placed_text
from dealbot.cli.lines import Request, a_day, a_text, an_id, an_optional_text, answer_lines, read_text
from dealbot.cli.shapes import Shape, change_shape, logged_shape, reading_shape
from dealbot.cli.texts import notes_text, reading_text
from dealbot.reading.ports import NoteText
from dealbot.wiring import open_reader

Source = Annotated[
    Path | None,
    typer.Argument(metavar="[FILE]", help="The note's file; without it standard input.", show_default=False),
]
Author = Annotated[str | None, typer.Option("--author", help="Who wrote the note.")]
Note = Annotated[str, typer.Argument(help="The note's id.")]
Target = Annotated[str | None, typer.Option("--deal", help="The deal it belongs to.")]
Here = Annotated[str | None, typer.Option("--deal", help="The deal it is on, where several have a note of that id.")]
From = Annotated[str | None, typer.Option("--from", help="The deal it is on, where several have a note of that id.")]


def read(
    call: Call, source: Source = None, on: On = None, deal: Deal = None, author: Author = None, jsonl: Lines = None
) -> None:
    """Read a note and print what it says; nothing is saved. It is one call on the day given, whatever it tells."""
    given = {"on": on, "deal": deal, "author": author}
    if jsonl is not None:
        _alone(source)
        answer_lines(call, jsonl, lambda request: _read(call, request), given)
        return
    _needed(on, "--on", "the day of the call, YYYY-MM-DD")
    shape = _read(call, {**given, "text": read_text(source)})
    call.answer(shape, reading_text(shape))


def log(
    call: Call, source: Source = None, on: On = None, deal: Deal = None, author: Author = None, jsonl: Lines = None
) -> None:
    """Keep a note of a call and say what it changes. It is one call on the day given, whatever it tells."""
    given = {"on": on, "deal": deal, "author": author}
    if jsonl is not None:
        _alone(source)
        answer_lines(call, jsonl, lambda request: logged_shape(_log(call, request)), given)
        return
    _needed(deal, "--deal", "the deal's name")
    _needed(on, "--on", "the day of the call, YYYY-MM-DD")
    logged = _log(call, {**given, "text": read_text(source)})
    call.answer({"id": None, **logged_shape(logged)}, logged_text(logged))


def notes(call: Call, deal: Annotated[str, typer.Argument(help="The deal's name.")]) -> None:
    """List a deal's notes."""
    kept = notes_of(call.desk, call.principal, deal)
    shape = [
        {"note": n.id, "on": n.on.isoformat(), "author": n.author, "version": n.version, "text": n.text} for n in kept
    ]
    call.answer(shape, notes_text(kept))


def undo(call: Call, note: Note, deal: Here = None) -> None:
    """Take a note back: it is kept, but counts for no deal."""
    _say_placed(call, undo_note(call.desk, call.principal, note, deal))


def move(call: Call, note: Note, deal: Target = None, source: From = None) -> None:
    """Move a note, and what was set right in it, to another deal."""
    target = _needed(deal, "--deal", "the deal it belongs to")
    _say_placed(call, move_note(call.desk, call.principal, note, target, source))


def _say_placed(call: Call, placed: Placed) -> None:
    shape = {
        "note": placed.note,
        "from": placed.before,
        "to": placed.after,
        "changes": [change_shape(change) for change in placed.changes],
    }
    call.answer(shape, placed_text(placed))


def _read(call: Call, request: Request) -> Shape:
    text = text_to_keep(a_text(request, "text")).text
    on, author = a_day(request.get("on")), an_optional_text(request, "author")
    note = NoteText(text, on, author, an_optional_text(request, "deal"))
    return reading_shape(open_reader(call.settings).read(note))


def _log(call: Call, request: Request) -> Logged:
    name = an_id(request)
    note = NoteToLog(
        deal=a_text(request, "deal"),
        on=a_day(request.get("on")),
        text=a_text(request, "text"),
        id=str(name) if name is not None else None,
        author=an_optional_text(request, "author"),
    )
    return log_note(call.desk, call.principal, note)


def _needed(value: str | None, option: str, what: str) -> str:
    if value is None:
        raise typer.BadParameter(f"it is needed: {what}.", param_hint=option)
    return value


def _alone(source: Path | None) -> None:
    if source is not None:
        raise typer.BadParameter(
            "the requests are read from its own file: leave the other one out.", param_hint="--jsonl"
        )
