"""`read`, `log`, `notes`, `undo`, `move`: notes in, notes listed, taken back and moved."""

from pathlib import Path
from typing import Annotated, Any

import typer

from dealbot.app.log_note import NoteToLog, log_note
from dealbot.app.place_note import Placed, move_note, notes_of, undo_note
from dealbot.cli.call import Call, Deal, Lines, On
from dealbot.cli.lines import Request, a_day, a_text, an_optional_text, answer_lines, read_text
from dealbot.cli.shapes import Shape, change_shape, logged_shape, reading_shape
from dealbot.cli.texts import logged_text, notes_text, placed_text, reading_text
from dealbot.errors import BadInput
from dealbot.reading.ports import NoteText
from dealbot.reading.redaction import redact
from dealbot.wiring import open_reader

Source = Annotated[Path | None, typer.Argument(help="The note's file; without it standard input.", show_default=False)]
Author = Annotated[str | None, typer.Option("--author", help="Who wrote the note.")]
Note = Annotated[str, typer.Argument(help="The note's id.")]


def read(
    call: Call, source: Source = None, on: On = None, deal: Deal = None, author: Author = None, jsonl: Lines = None
) -> None:
    """Read a note and print what it says; nothing is saved."""
    if jsonl is not None:
        answer_lines(jsonl, lambda request: _read(call, request))
        return
    shape = _read(call, {"on": _needed(on, "--on"), "text": read_text(source), "deal": deal, "author": author})
    call.answer(shape, reading_text(shape))


def log(
    call: Call, source: Source = None, on: On = None, deal: Deal = None, author: Author = None, jsonl: Lines = None
) -> None:
    """Keep a note of a call and say what it changes."""
    if jsonl is not None:
        answer_lines(jsonl, lambda request: logged_shape(log_note(call.desk, call.principal, _to_log(request))))
        return
    wanted = {"on": _needed(on, "--on"), "deal": _needed(deal, "--deal"), "author": author}
    logged = log_note(call.desk, call.principal, _to_log({**wanted, "text": read_text(source)}))
    call.answer({"id": None, **logged_shape(logged)}, logged_text(logged))


def notes(call: Call, deal: Annotated[str, typer.Argument(help="The deal's name.")]) -> None:
    """List a deal's notes."""
    kept = notes_of(call.desk, call.principal, deal)
    shape = [
        {"note": n.id, "on": n.on.isoformat(), "author": n.author, "version": n.version, "text": n.text} for n in kept
    ]
    call.answer(shape, notes_text(kept))


def undo(call: Call, note: Note) -> None:
    """Take a note back: it is kept, but counts for no deal."""
    _say_placed(call, undo_note(call.desk, call.principal, note))


def move(call: Call, note: Note, deal: Deal = None) -> None:
    """Move a note, and what was set right in it, to another deal."""
    _say_placed(call, move_note(call.desk, call.principal, note, _needed(deal, "--deal")))


def _say_placed(call: Call, placed: Placed) -> None:
    shape = {
        "note": placed.note,
        "from": placed.before,
        "to": placed.after,
        "changes": [change_shape(change) for change in placed.changes],
    }
    call.answer(shape, placed_text(placed))


def _read(call: Call, request: Request) -> Shape:
    text = redact(a_text(request, "text")).text
    if not text.strip():
        raise BadInput("The note is empty.")
    note = NoteText(
        text, a_day(request.get("on")), an_optional_text(request, "author"), an_optional_text(request, "deal")
    )
    return reading_shape(open_reader(call.settings).read(note))


def _to_log(request: Request) -> NoteToLog:
    name: Any = request.get("id")
    return NoteToLog(
        deal=a_text(request, "deal"),
        on=a_day(request.get("on")),
        text=a_text(request, "text"),
        id=str(name) if name is not None else None,
        author=an_optional_text(request, "author"),
    )


def _needed(value: str | None, name: str) -> str:
    if value is None:
        raise typer.BadParameter(f"{name} is needed.")
    return value
