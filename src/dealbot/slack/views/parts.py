"""The parts that everything shown is made of: escaped texts, sections, buttons, menus."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Block = dict[str, Any]
_SECTION, _SECTIONS = 2_900, 3  # well below what all blocks of a message may have
_CONTEXT = 1_900
_BUTTON = 75
_OPTION = 75
_LABEL = 40
_VALUE = 1_900
_PACKED = 300
_LOCK_SCREEN = 80
MENU = "menu"
DOES = "does"


def escape(text: str) -> str:
    """A text in which nothing is markup: no mention, no link, nothing bold."""
    return harmless(text).replace("*", "\u2217").replace("`", "\u02cb").replace("~", "\u223c").replace("_", "_\u200b")


def harmless(text: str) -> str:
    """A text in which nobody is mentioned and nothing linked."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def section(text: str) -> Block:
    """A section; `text` is mrkdwn with what people wrote escaped in it."""
    return {"type": "section", "text": {"type": "mrkdwn", "text": cut(text, _SECTION)}}


def sections(text: str) -> list[Block]:
    """Sections of whole lines, as many as a text needs and a message holds; `text` is mrkdwn."""
    parts = [""]
    for line in text.split("\n"):
        whole = f"{parts[-1]}\n{line}" if parts[-1] else line
        parts[-1:] = [whole] if len(whole) <= _SECTION or not parts[-1] else [parts[-1], line]
    last = _SECTIONS - 1
    return [section(part) for part in (*parts[:last], "\n".join(parts[last:])) if part]


def context(text: str) -> Block:
    """Small print; `text` is mrkdwn."""
    return {"type": "context", "elements": [{"type": "mrkdwn", "text": cut(text, _CONTEXT)}]}


def header(text: str) -> Block:
    """A headline in plain text."""
    return {"type": "header", "text": plain_text(text, 150)}


def actions(buttons: Iterable[Block], block_id: str | None = None) -> Block:
    """A row of buttons."""
    row: Block = {"type": "actions", "elements": list(buttons)}
    return row | {"block_id": block_id} if block_id else row


def button(text: str, action: str, value: Mapping[str, Any] | None = None, style: str | None = None) -> Block:
    """A button; its value comes back as it is, 1,900 characters at most."""
    made: Block = {
        "type": "button",
        "text": plain_text(text, _BUTTON),
        "action_id": action,
        "value": packed(value or {}),
    }
    return made | {"style": style} if style else made


def option(text: str, value: str) -> Block:
    """A choice of a menu."""
    return {"text": plain_text(text, _OPTION), "value": value}


def select(action: str, placeholder: str, options: Sequence[Block], initial: Block | None = None) -> Block:
    """A menu of choices."""
    made: Block = {
        "type": "static_select",
        "action_id": action,
        "placeholder": plain_text(placeholder, 150),
        "options": list(options),
    }
    return made | {"initial_option": initial} if initial else made


def menu(entries: Sequence[tuple[str, str, Mapping[str, Any]]]) -> Block:
    """The menu behind three dots: each entry has a text, and the action and value of the button it stands for."""
    options = [option(text, packed({DOES: action, **value})) for text, action, value in entries]
    return {"type": "overflow", "action_id": MENU, "options": options}


def field(block_id: str, label: str, element: Block, *, optional: bool = False, hint: str | None = None) -> Block:
    """A field of a form."""
    made: Block = {"type": "input", "block_id": block_id, "label": plain_text(label, 2_000), "element": element}
    made["optional"] = optional
    return made | {"hint": plain_text(hint, 2_000)} if hint else made


def plain_text(text: str, most: int) -> Block:
    """A plain text object, never empty."""
    return {"type": "plain_text", "text": cut(" ".join(text.split()) or "-", most)}


def packed(value: Mapping[str, Any]) -> str:
    """A value as the text of a button or form; of one that is too long every text is cut, then no list is kept."""
    text = _dumped(value)
    if len(text) > _VALUE:
        text = _dumped({name: cut(told, _PACKED) if isinstance(told, str) else told for name, told in value.items()})
    if len(text) > _VALUE:
        text = _dumped({name: told for name, told in value.items() if len(_dumped({name: told})) <= _PACKED})
    return text


def _dumped(value: Mapping[str, Any]) -> str:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def unpacked(text: str | None) -> dict[str, Any]:
    """Read a packed value; anything else is an empty one."""
    try:
        found = json.loads(text or "")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def cut(text: str, most: int) -> str:
    """A text of at most so many characters."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def spoken(first: str, *rest: str) -> str:
    """The plain text of a message: a neutral line for the lock screen, then everything in words."""
    return "\n".join([cut(first, _LOCK_SCREEN), *(line for line in rest if line)])
