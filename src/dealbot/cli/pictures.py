"""`map`: who sways whom and where each stands, as a picture, a table or words."""

from pathlib import Path
from typing import Annotated

import typer

from dealbot.app.ask import Asked, status_of
from dealbot.app.drawing import influence_map_of
from dealbot.cli.call import Call
from dealbot.cli.lines import a_day
from dealbot.cli.streams import tell
from dealbot.errors import BadInput

_KINDS = (".png", ".svg", ".csv")
_FOR_THE_TEAM = "It shows where people stand: for the deal's team only."


def map_command(
    call: Call,
    deal: Annotated[str, typer.Argument(help="The deal's name.")],
    out: Annotated[Path | None, typer.Option("--out", help="A file that ends in .png, .svg or .csv.")] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", help="What was said up to this day, YYYY-MM-DD.")] = None,
) -> None:
    """Draw the influence map of a deal; without a file, tell it in words."""
    if out is not None and out.suffix.casefold() not in _KINDS:
        raise BadInput(f"The file has to end in {', '.join(_KINDS)}.")
    found = status_of(call.desk, call.principal, deal, Asked("", as_of=a_day(as_of, "as_of") if as_of else None))
    # What draws takes a second to load, so it is loaded where it is wanted only.
    from dealbot.pictures.influence_map import draw_influence_map  # noqa: PLC0415

    picture = draw_influence_map(influence_map_of(found))
    if out is not None:
        files = {".png": picture.png, ".svg": picture.svg.encode(), ".csv": picture.csv.encode()}
        _write(out, files[out.suffix.casefold()])
        tell(_FOR_THE_TEAM)
    file = str(out) if out is not None else None
    call.answer({"deal": found.name, "file": file, "text": picture.alt}, file or picture.alt)


def _write(out: Path, content: bytes) -> None:
    try:
        out.write_bytes(content)
    except OSError as error:
        raise BadInput(f"The file could not be written: {error.strerror}.") from error
