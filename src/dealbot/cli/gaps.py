"""`quiz gaps`: what is asked and stands in no guide, and a guide begun of it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from dealbot.app.guides.draft import draft_of
from dealbot.app.guides.gaps import LEAST_ASKERS, Gap, gaps_of
from dealbot.cli.call import Call
from dealbot.cli.streams import tell
from dealbot.errors import BadInput
from dealbot.wiring import open_encoder, open_guides

_NOTHING = f"Nothing that {LEAST_ASKERS} people asked is missing from the guides."


def gaps_command(
    call: Call,
    draft: Annotated[Path | None, typer.Option("--draft", help="Begin a guide of it in this file (.md).")] = None,
) -> None:
    """Tell what at least three people asked and no guide answers, without names."""
    found = gaps_of(call.desk, call.principal, open_guides(call.settings), open_encoder())
    if draft is not None:
        _write(draft, found, call)
    call.answer([_shape(gap) for gap in found], "\n".join(map(_line, found)) or _NOTHING)


def _write(file: Path, found: Sequence[Gap], call: Call) -> None:
    if not found:
        raise BadInput(f"{_NOTHING} There is nothing to begin a guide of.")
    try:
        with file.open("x", encoding="utf-8") as opened:
            opened.write(draft_of(found, call.principal.name, call.desk.today()).text)
    except FileExistsError as error:
        raise BadInput(f"There already is a file '{file}': name another.") from error
    except OSError as error:
        raise BadInput(f"The file could not be written: {error.strerror}.") from error
    tell(f"Fill in the answers in {file}, then drop it in chat and approve it.")


def _shape(gap: Gap) -> dict[str, Any]:
    return {
        "topic": gap.topic,
        "askers": gap.askers,
        "latest": gap.latest.isoformat(),
        "example": gap.example,
        "questions": list(gap.questions),
    }


def _line(gap: Gap) -> str:
    return f"{gap.topic}, asked by {gap.askers} people, last on {gap.latest.isoformat()}: “{gap.example}”"
