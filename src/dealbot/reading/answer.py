"""From whatever a model returns (a tool call, JSON, fenced JSON, JSON in prose) to items, one bad item at a time."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel, ValidationError

from dealbot.domain.stakeholder import BuyingRole
from dealbot.reading.flaws import Flaw, FlawKind
from dealbot.reading.schema import ConcernItem, Items, PersonItem, SignalItem, StepItem, ViewItem

MAX_CHARACTERS = 262_144
MAX_ITEMS = 120
_STARTS, _DEPTH = 64, 4
_CLOSED_SETS = frozenset({"function", "side", "stance", "said_by", "topic", "status", "kind"})
_ROLES = frozenset(BuyingRole)
_WRAPPERS = ("arguments", "args", "parameters", "input", "reading", "result", "output", "note")
_KINDS: Mapping[str, type[BaseModel]] = {
    "people": PersonItem,
    "concerns": ConcernItem,
    "next_steps": StepItem,
    "signals": SignalItem,
    "views": ViewItem,
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a model returned: the arguments of its tool calls, as objects or as raw text, and its plain text."""

    text: str = ""
    calls: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class Parsed:
    """The usable items of an answer and what was wrong with the others; `readable` is false for no answer at all."""

    items: Items
    flaws: tuple[Flaw, ...] = ()
    readable: bool = True


def parse_answer(answer: Answer) -> Parsed:
    """Take every usable item out of an answer."""
    records = _records(answer)
    if not records:
        flaw = Flaw(FlawKind.UNREADABLE, "answer", "no JSON object with people, concerns, next_steps, signals, views")
        return Parsed(Items(), (flaw,), readable=False)
    flaws: list[Flaw] = []
    lists = {key: [*_items(records, key, flaws)] for key in _KINDS}
    return Parsed(Items.model_construct(_fields_set=None, **lists), tuple(flaws))


def _records(answer: Answer) -> list[Mapping[str, object]]:
    """The tool calls where there are usable ones, else the first object in the text that has the shape."""
    called = [_record(call) for call in answer.calls if _size(call) <= MAX_CHARACTERS]
    usable = [record for record in called if record is not None]
    if usable or len(answer.text) > MAX_CHARACTERS:
        return usable
    written = (record for record in map(_record, objects_in(answer.text)) if record is not None)
    first = next(written, None)
    return [] if first is None else [first]


def _size(call: object) -> int:
    try:
        return len(str(call))
    except RecursionError:
        return MAX_CHARACTERS + 1


def _record(value: object, depth: int = _DEPTH) -> Mapping[str, object] | None:
    """The object that has our lists, out of the wrappings models put around it."""
    if depth == 0:
        return None
    if isinstance(value, str):
        inner: list[object] = [*objects_in(value)][:1]
    elif isinstance(value, list):
        inner = value[:1]
    elif isinstance(value, dict):
        if _KINDS.keys() & value.keys():
            return value
        inner = [value[key] for key in _WRAPPERS if key in value]
    else:
        inner = []
    return next((record for record in (_record(part, depth - 1) for part in inner) if record is not None), None)


def objects_in(text: str) -> Iterator[object]:
    """Every JSON object that begins somewhere in a text."""
    decoder = json.JSONDecoder(object_pairs_hook=_joined, parse_constant=lambda _: None)
    at = text.find("{")
    for _ in range(_STARTS):
        if at < 0:
            return
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            at += 1
        else:
            yield value
        at = text.find("{", at)


def _joined(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object whose repeated lists are joined; of other repeated keys the last counts."""
    joined: dict[str, object] = {}
    for key, value in pairs:
        before = joined.get(key)
        joined[key] = [*before, *value] if isinstance(before, list) and isinstance(value, list) else value
    return joined


def _items(records: list[Mapping[str, object]], key: str, flaws: list[Flaw]) -> Iterator[BaseModel]:
    given: list[object] = []
    for record in records:
        value = record.get(key)
        given += value if isinstance(value, list) else [] if value is None else [value]
    if len(given) > MAX_ITEMS:
        flaws.append(Flaw(FlawKind.TOO_MANY, key, f"more than {MAX_ITEMS} items"))
    for number, raw in enumerate(given[:MAX_ITEMS]):
        item = _item(_KINDS[key], raw, f"{key}[{number}]", flaws)
        if item is not None:
            yield item


def _item(kind: type[BaseModel], raw: object, where: str, flaws: list[Flaw]) -> BaseModel | None:
    """One item; a field that is wrong is left out if it may be, else the item is."""
    if not isinstance(raw, dict):
        flaws.append(Flaw(FlawKind.SHAPE, where, "is no object"))
        return None
    fields = {str(key): _value(str(key), value) for key, value in raw.items() if value is not None}
    wrong = _wrong_fields(kind, fields)
    flaws.extend(Flaw(FlawKind.VALUE, f"{where}.{name}", problem) for name, problem in wrong.items())
    if any(kind.model_fields[name].is_required() for name in wrong):
        return None
    return kind.model_validate({name: value for name, value in fields.items() if name not in wrong})


def _wrong_fields(kind: type[BaseModel], fields: Mapping[str, object]) -> dict[str, str]:
    try:
        kind.model_validate(fields)
    except ValidationError as error:
        problems = error.errors(include_url=False, include_context=False, include_input=False)
        return {str(problem["loc"][0]): problem["msg"] for problem in problems}
    return {}


def _value(name: str, value: object) -> object:
    """A value of a closed set in its written form: "Economic Buyer" is economic_buyer."""
    if name in _CLOSED_SETS and isinstance(value, str):
        return _slug(value)
    if name == "roles":
        given = value if isinstance(value, list) else [value]
        return [role for role in map(_slug, map(str, given)) if role in _ROLES]
    return value


def _slug(value: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", value.casefold()).strip("_")
