"""From the bytes that Slack sent to what Bolt works on; nothing malformed gets through."""

import json
from collections.abc import Iterable
from typing import Any, NoReturn
from urllib.parse import parse_qsl

from slack_bolt import BoltRequest

from dealbot.errors import BadInput

_MOST_FIELDS = 200
_DEEPEST = 64
_MISSHAPEN = (AttributeError, LookupError, TypeError, ValueError)


def as_bolt_request(body: bytes, content_type: str) -> BoltRequest:
    """Turn verified bytes into what Bolt takes from either transport; raises BadInput for what is malformed."""
    payload = _parsed(body, content_type)
    try:
        return BoltRequest(body=payload, mode="socket_mode")  # which takes what is parsed, and parses nothing
    except _MISSHAPEN as error:
        raise BadInput("A request has parts of the wrong kind.") from error


def _parsed(body: bytes, content_type: str) -> dict[str, Any]:
    """The object in the bytes: JSON, or a form whose field `payload` may be JSON."""
    try:
        text = body.decode()
        if content_type.partition(";")[0].strip().lower() == "application/json":
            found = _json(text)
        else:
            form = dict(parse_qsl(text, keep_blank_values=True, strict_parsing=True, max_num_fields=_MOST_FIELDS))
            found = _json(form["payload"]) if "payload" in form else form
    except (ValueError, RecursionError) as error:  # what is not UTF-8 is a ValueError too
        raise BadInput("A request is malformed.") from error
    if not isinstance(found, dict) or _too_deep(found):
        raise BadInput("A request is no object, or one too deep.")
    return found


def _json(text: str) -> Any:  # noqa: ANN401 -- JSON may be anything
    return json.loads(text, parse_constant=_no_number)


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)  # NaN and the infinities, which no database keeps


def _too_deep(value: Any) -> bool:  # noqa: ANN401 -- JSON may be anything
    level = [value]
    for _ in range(_DEEPEST):
        level = [each for above in level for each in _inside(above)]
    return bool(level)


def _inside(value: Any) -> Iterable[Any]:  # noqa: ANN401 -- JSON may be anything
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()
