"""The front matter of a policy note, checked to the last key: what is not known is left out, never guessed."""

import re
from collections.abc import Mapping
from dataclasses import fields
from typing import Final
from urllib.parse import urlsplit

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from dealbot.domain.policy import Affects, PolicyKind, PolicyNote, PolicyStatus
from dealbot.errors import BadInput
from dealbot.knowledge.front_matter import day
from dealbot.knowledge.policy_reach import reach_of, within

_DAYS: Final = {
    "published": "published_on",
    "effective": "effective_on",
    "comment_due": "comment_due_on",
    "as_of": "as_of",
    "reviewed_on": "reviewed_on",
}
_KEYS: Final = {name: key for key, name in _DAYS.items()}
_OF_NOTE: Final = tuple(_KEYS.get(field.name, field.name) for field in fields(PolicyNote))
_SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_ID: Final = 100
# A pair, because pydantic passes what is forbidden on to plain dataclasses only from around them.
_CHECKED: Final = TypeAdapter(tuple[PolicyNote], config=ConfigDict(extra="forbid"))


def is_policy(head: Mapping[str, object]) -> bool:
    """Whether a front matter is a policy note's."""
    return bool({"agency", "doc_type", "document_number"} & set(head))


def policy(head: Mapping[str, object]) -> PolicyNote:
    """The note; raises BadInput naming the key that is missing, unknown or wrong."""
    within(_OF_NOTE, head)
    days = {name: day(head, key) for key, name in _DAYS.items() if head.get(key) != "unknown"}
    rest = {key: value for key, value in head.items() if key not in _DAYS and value is not None}
    if isinstance(affects := head.get("affects"), Mapping):
        rest["affects"] = reach_of(affects)
    try:
        (note,) = _CHECKED.validate_python((rest | {name: value for name, value in days.items() if value},))
    except ValidationError as error:
        raise BadInput("; ".join(map(_said, error.errors()))) from error
    _sound(note)
    return note


def _sound(note: PolicyNote) -> None:
    if note.doc_type is PolicyKind.PROPOSED and note.status is PolicyStatus.IN_FORCE:
        raise BadInput("its status is in_force, which a proposed rule never is")
    if not _SLUG.fullmatch(note.id) or len(note.id) > _LONGEST_ID:
        raise BadInput(f"its id is '{note.id}': write small letters, digits and single hyphens, as in tx-medicaid-2026")
    if not _is_address(note.source_url):
        raise BadInput("its source_url is no web address: write the whole of it, from https:// on")
    if note.id in note.supersedes:
        raise BadInput("its supersedes names the note itself: write the ids of other notes, or leave it out")


def _is_address(written: str) -> bool:
    try:
        parts = urlsplit(written)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)


def _said(error: ErrorDetails) -> str:
    key = ".".join(_KEYS.get(str(each), str(each)) for each in error["loc"][1:] if each not in _TYPES)
    what = error["msg"][0].lower() + error["msg"][1:]
    match error["type"]:
        case "enum":
            return f"its {key}: {what}, not '{error['input']}'"
        case "string_type":
            return f"its {key}: input should be a text: put it in quotes"
        case "tuple_type" | "frozen_set_type":
            return f"its {key}: input should be a list, as in [{error['input']}]"
        case "dict_type" | "dataclass_type":
            return f"its {key}: input should be names with values, as in {_AS_IN[str(error['loc'][-1])]}"
        case _:
            return f"its {key}: {what}"


_AS_IN: Final = {"attributes": '{participates_340b: "yes"}', "affects": "{states: [TX]}"}
_TYPES: Final = {PolicyNote.__name__, Affects.__name__}
