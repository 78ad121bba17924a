"""`eval`: how well the reader reads labelled notes."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from dealbot.cli.call import Call
from dealbot.errors import BadInput
from dealbot.evals.evaluate import Figure, figures, judge, read_notes, worst
from dealbot.evals.labelled import load
from dealbot.evals.replayed import replay_deals
from dealbot.wiring import open_reader

_DEFAULT = Path("tests/evals/notes")


def evaluate(
    call: Call,
    files: Annotated[list[Path] | None, typer.Argument(help="Labelled notes, YAML files or folders.")] = None,
) -> None:
    """Score the reader on labelled notes: one table with intervals, and the worst misses in words."""
    notes = load(_files(files or [_DEFAULT]))
    if not notes:
        raise BadInput("There are no labelled notes to read; name their files or folder.")
    reader = open_reader(call.settings)
    judged = judge(notes, read_notes(reader, notes))
    table = figures(judged, replay_deals(reader, notes))
    shape = {
        "reader": reader.version,
        "notes": len(notes),
        "figures": [{"name": f.name, "value": f.value, "low": f.low, "high": f.high} for f in table],
    }
    head = f"{reader.version}, {len(notes)} notes, 95 % of resampled values in brackets"
    call.answer(shape, "\n".join([head, *map(_line, table), "", "Worst misses:", *worst(judged)]))


def _files(paths: list[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(path.glob("*.yaml"))
        elif path.exists():
            yield path
        else:
            raise BadInput(f"{path} is not there.")


def _line(figure: Figure) -> str:
    if figure.value is None or figure.low is None or figure.high is None:
        return f"  {figure.name:32} nothing to score"
    return f"  {figure.name:32} {figure.value:.3f}  [{figure.low:.2f}, {figure.high:.2f}]"
