"""The front matter of a policy note, checked to the last key: what is not known is left out, never guessed."""

from collections.abc import Mapping
from typing import Final

from pydantic import ConfigDict, TypeAdapter, ValidationError

from dealbot.domain.policy import PolicyKind, PolicyNote, PolicyStatus
from dealbot.errors import BadInput
from dealbot.knowledge.front_matter import day

_DAYS: Final = {
    "published": "published_on",
    "effective": "effective_on",
    "comment_due": "comment_due_on",
    "as_of": "as_of",
    "reviewed_on": "reviewed_on",
}
# A pair, because pydantic passes what is forbidden on to plain dataclasses only from around them.
_CHECKED: Final = TypeAdapter(tuple[PolicyNote], config=ConfigDict(extra="forbid", hide_input_in_errors=True))


def is_policy(head: Mapping[str, object]) -> bool:
    """Whether a front matter is a policy note's."""
    return bool({"agency", "doc_type", "document_number"} & set(head))


def policy(head: Mapping[str, object]) -> PolicyNote:
    """The note; raises BadInput naming the key that is missing, unknown or wrong."""
    days = {name: day(head, key) for key, name in _DAYS.items() if head.get(key) != "unknown"}
    rest = {key: value for key, value in head.items() if key not in _DAYS and value is not None}
    try:
        (note,) = _CHECKED.validate_python((rest | {name: value for name, value in days.items() if value},))
    except ValidationError as error:
        raise BadInput("; ".join(_said(each["loc"], each["msg"]) for each in error.errors())) from error
    if note.doc_type is PolicyKind.PROPOSED and note.status is PolicyStatus.IN_FORCE:
        raise BadInput("its status is in_force, which a proposed rule never is")
    return note


def _said(where: tuple[int | str, ...], what: str) -> str:
    names = {name: key for key, name in _DAYS.items()}
    key = ".".join(names.get(str(each), str(each)) for each in where[1:] if each != "PolicyNote")
    return f"its {key}: {what[0].lower()}{what[1:]}"
