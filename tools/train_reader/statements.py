"""Single statements, labelled by themselves: they teach the heads of clauses, many of one length at once."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dealbot.reading.layout import LineKind
from dealbot.reading.net.cues import cues_of
from dealbot.reading.subjects import About
from dealbot.reading.text import Clause
from dealbot.retrieval.engine import Engine
from dealbot.retrieval.states import CLOSES, OPENS
from tools.train_reader.lessons import KINDS, ROLES, SIDES, STANCES, STATUS, TOPICS

Floats = NDArray[np.float32]
AT_ONCE = 24
SCOPES = ("deal", "other", "generic")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Drill:
    """Statements of equal length [n]: their pieces [n, length], cues, and a column or number for each label."""

    pieces: NDArray[np.int64]
    cues: Floats
    topic: Floats
    signal: Floats
    roles: Floats
    step: Floats
    done: Floats
    view: Floats
    blocking: Floats
    status: NDArray[np.int64]
    side: NDArray[np.int64]
    stance: NDArray[np.int64]
    scope: NDArray[np.int64]


def drills(files: Iterable[Path], engine: Engine) -> list[Drill]:
    """All statements of some files of JSON lines, put together by length."""
    labels = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]
    found = engine.tokenizer.encode_batch([label["text"] for label in labels], add_special_tokens=False)
    rows = [([OPENS, *one.ids[:_LONGEST], CLOSES], label) for one, label in zip(found, labels, strict=True)]
    rows.sort(key=lambda row: len(row[0]))
    return [_drill(some) for _, same in groupby(rows, key=lambda row: len(row[0])) for some in _some(list(same))]


def _some(rows: list[Any]) -> Iterator[list[Any]]:
    yield from (rows[at : at + AT_ONCE] for at in range(0, len(rows), AT_ONCE))


def _drill(rows: list[tuple[list[int], dict[str, Any]]]) -> Drill:
    labels = [label for _, label in rows]
    step = [label["step"] for label in labels]
    return Drill(
        pieces=np.array([pieces for pieces, _ in rows]),
        cues=np.concatenate([_cues(label["text"]) for label in labels]),
        topic=_columns([[label["concern"]] for label in labels], TOPICS),
        signal=_columns([[label["signal"]] for label in labels], KINDS),
        roles=_columns([label["roles"] for label in labels], ROLES),
        step=_yes(one in SIDES for one in step),
        done=_yes(one == "done" for one in step),
        view=_yes(bool(label["view"]) for label in labels),
        blocking=_yes(bool(label["blocking"]) for label in labels),
        status=_numbers((label["status"] for label in labels), STATUS, 0),
        side=_numbers(step, SIDES, 0),
        stance=_numbers((label["stance"] for label in labels), STANCES, len(STANCES)),
        scope=_numbers((label["scope"] for label in labels), SCOPES, 0),
    )


def _cues(text: str) -> Floats:
    clause = Clause(text, 0, len(text), (0, len(text)), 0, LineKind.TEXT)
    return cues_of([About(clause, None)])


def _columns(named: list[list[str | None]], classes: Iterable[str]) -> Floats:
    return np.array([[float(one in names) for one in classes] for names in named], dtype=np.float32)


def _yes(answers: Iterable[bool]) -> Floats:
    return np.fromiter(answers, dtype=np.float32)


def _numbers(named: Iterable[str | None], classes: Iterable[str], otherwise: int) -> NDArray[np.int64]:
    places = {str(name): at for at, name in enumerate(classes)}
    return np.array([places.get(str(name), otherwise) for name in named])
