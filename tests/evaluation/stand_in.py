"""A chat model that knows the labels of a note, and says them as one would that saw the masked note alone."""

import json
import re
from difflib import SequenceMatcher
from typing import Any

from dealbot.evals.labelled import Item, LabelledNote
from tests.fakes_openai import Reply, tool_call

_TOKEN = re.compile(r"\w+|\W")
_NAMED = ("name", "holder", "owner", "person")


class StandIn:
    """Answers for one note; `masked` turns quotes and names into what stands in their place in the request."""

    def __init__(self, note: LabelledNote, *, masked: bool) -> None:
        self._note = note
        self._masked = masked

    def __call__(self, asked: dict[str, Any]) -> Reply:
        words = asked["messages"][-1]["content"].split("<note>\n")[1].split("\n</note>")[0]
        seen = _Seen(self._note.text, words) if self._masked else None
        return tool_call({kind: [_said(item, seen) for item in items] for kind, items in self._note.items.items()})


def _said(item: Item, seen: "_Seen | None") -> Item:
    plain: Item = json.loads(json.dumps({key: value for key, value in item.items() if key != "span"}, default=str))
    if seen is None:
        return plain
    return plain | {key: seen.name(plain[key]) for key in _NAMED if plain.get(key)} | {"quote": seen.quote(item)}


class _Seen:
    """A note beside its masked form, token by token."""

    def __init__(self, text: str, masked: str) -> None:
        self._text = text
        self._masked = masked
        tokens: list[list[str]] = [_TOKEN.findall(one) for one in (text, masked)]
        self._blocks = SequenceMatcher(None, tokens[0], tokens[1], autojunk=False).get_opcodes()
        self._starts = [_starts(one) for one in (text, masked)]

    def quote(self, item: Item) -> str:
        return self._at(item["span"].start, item["span"].end)

    def name(self, name: str) -> str:
        """What stands where the name does; a name that is nowhere stays."""
        found = re.search(rf"\b{re.escape(name)}\b", self._text, re.IGNORECASE)
        return self._at(*found.span()) if found else name

    def _at(self, start: int, end: int) -> str:
        mine, theirs = self._starts
        first = max(at for at, place in enumerate(mine) if place <= start)
        last = min(at for at, place in enumerate(mine) if place >= end)
        touched = [block for block in self._blocks if block[1] < last and block[2] > first]
        opening, closing = touched[0], touched[-1]
        begin = opening[3] + (first - opening[1] if opening[0] == "equal" else 0)
        finish = closing[4] - (closing[2] - last if closing[0] == "equal" else 0)
        return self._masked[theirs[begin] : theirs[finish]]


def _starts(text: str) -> list[int]:
    return [*(match.start() for match in _TOKEN.finditer(text)), len(text)]
