"""What was pressed: a button, or an entry of the menu behind three dots, which stands for one."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from dealbot.slack.payload import Payload, part, word
from dealbot.slack.views.parts import DOES, MENU, unpacked


class Pressed(NamedTuple):
    """The name of what was pressed, and its value."""

    name: str
    value: Mapping[str, Any]


def pressed(payload: Payload) -> Pressed:
    """The first action of a payload; without a name where there is none."""
    found = payload.get("actions")
    action = found[0] if isinstance(found, list) and found and isinstance(found[0], Mapping) else {}
    name = word(action, "action_id") or ""
    if name != MENU:
        return Pressed(name, unpacked(word(action, "value")))
    chosen = unpacked(word(part(action, "selected_option"), "value"))
    return Pressed(str(chosen.pop(DOES, "")), chosen)
