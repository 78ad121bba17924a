"""Notes with what a careful reader takes from them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from dealbot.domain.evidence import Span
from dealbot.errors import BadInput

Item = dict[str, Any]


@dataclass(frozen=True, slots=True)
class LabelledNote:
    """A note, and its items by kind (people, concerns, next_steps, signals, views), each with its `span`."""

    id: str
    deal: str
    style: str
    on: date
    author: str
    text: str
    items: dict[str, tuple[Item, ...]]


KINDS = ("people", "concerns", "next_steps", "signals", "views")


def load(paths: Iterable[Path]) -> tuple[LabelledNote, ...]:
    """Read labelled notes from YAML files, one deal each; raises BadInput for a quote that is not in its note."""
    return tuple(note for path in paths for note in _deal(yaml.safe_load(path.read_text("utf-8"))))


def _deal(raw: dict[Any, Any]) -> list[LabelledNote]:
    return [_note(raw["deal"], note) for note in raw["notes"]]


def _note(deal: str, raw: dict[Any, Any]) -> LabelledNote:
    # YAML reads a bare `on` as true.
    day = raw["on"] if "on" in raw else raw[True]
    labels = raw.get("labels") or {}
    items = {kind: tuple(_item(raw, item) for item in labels.get(kind) or ()) for kind in KINDS}
    return LabelledNote(raw["id"], deal, raw["style"], day, raw["author"], raw["text"], items)


def _item(raw: dict[Any, Any], item: Item) -> Item:
    start = raw["text"].find(item["quote"])
    if start < 0:
        raise BadInput(f"In {raw['id']} the quote is not in the note: {item['quote']}")
    return item | {"span": Span(item["quote"], start, start + len(item["quote"]))}
