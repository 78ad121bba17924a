"""Elements: where they stand in blocks, and what choosing or typing in them amounts to."""

from collections.abc import Iterator
from typing import Any

from dealbot.playground.local_slack.refused import NotPossible
from dealbot.playground.local_slack.state import new_id

Json = dict[str, Any]
Values = dict[str, dict[str, Any]]

_PRESSED = frozenset({"button", "icon_button", "overflow", "feedback_buttons"})
# What an element is called in payloads, and where its first value comes from.
_KEYS = {
    "static_select": ("selected_option", "initial_option"),
    "external_select": ("selected_option", "initial_option"),
    "radio_buttons": ("selected_option", "initial_option"),
    "overflow": ("selected_option", ""),
    "multi_static_select": ("selected_options", "initial_options"),
    "multi_external_select": ("selected_options", "initial_options"),
    "checkboxes": ("selected_options", "initial_options"),
    "users_select": ("selected_user", "initial_user"),
    "conversations_select": ("selected_conversation", "initial_conversation"),
    "channels_select": ("selected_channel", "initial_channel"),
    "multi_users_select": ("selected_users", "initial_users"),
    "multi_conversations_select": ("selected_conversations", "initial_conversations"),
    "multi_channels_select": ("selected_channels", "initial_channels"),
    "datepicker": ("selected_date", "initial_date"),
    "timepicker": ("selected_time", "initial_time"),
    "datetimepicker": ("selected_date_time", "initial_date_time"),
    "plain_text_input": ("value", "initial_value"),
    "email_text_input": ("value", "initial_value"),
    "url_text_input": ("value", "initial_value"),
    "number_input": ("value", "initial_value"),
    "rich_text_input": ("rich_text_value", "initial_value"),
    "file_input": ("files", ""),
}
_LISTS = frozenset({"selected_options", "selected_users", "selected_conversations", "selected_channels", "files"})


def with_ids(blocks: list[Json]) -> list[Json]:
    """Give every block and every element that lacks one an id of its own, as Slack does."""
    named = []
    for block in blocks:
        whole = {"block_id": new_id("b"), **block}
        for key in ("child_blocks",):
            if key in whole:
                whole[key] = with_ids(whole[key])
        if whole["type"] == "carousel":
            whole["elements"] = with_ids(whole["elements"])
        else:
            whole |= {
                key: _named(whole[key]) for key in ("elements", "actions", "accessory", "element") if key in whole
            }
        named.append(whole)
    return named


def elements_of(blocks: list[Json]) -> Iterator[tuple[Json, Json]]:
    """Every element that can be clicked or typed in, with its block."""
    for block in blocks:
        inner = block.get("child_blocks", []) + (block["elements"] if block["type"] == "carousel" else [])
        yield from elements_of(inner)
        single = [block[key] for key in ("accessory", "element") if key in block]
        for element in [*block.get("elements", []), *block.get("actions", []), *single]:
            if "action_id" in element:
                yield block, element


def find_element(blocks: list[Json], block_id: str, action_id: str) -> tuple[Json, Json]:
    """Find an element and its block; raises NotPossible."""
    for block, element in elements_of(blocks):
        if (block["block_id"], element["action_id"]) == (block_id, action_id):
            return block, element
    raise NotPossible(f"There is no {action_id} in {block_id}.")


def chosen(element: Json, value: Any) -> Json:  # noqa: ANN401 -- as the page gives it
    """What a payload says of an element with this value; raises NotPossible for an option it does not offer."""
    kind = element["type"]
    if kind in {"button", "icon_button"}:
        return {key: element[key] for key in ("type", "text", "value", "icon", "style") if key in element}
    if kind == "feedback_buttons":
        return {"type": kind, **_feedback(element, value)}
    key, _ = _KEYS[kind]
    if key in _LISTS:
        return {"type": kind, key: [_one(element, key, each) for each in value or []]}
    return {"type": kind, key: None if value in (None, "") else _one(element, key, value)}


def state_values(blocks: list[Json], given: Values) -> Values:
    """The `state.values` of blocks: every element that keeps a value, at its first value where none was given."""
    values: Values = {}
    for block, element in elements_of(blocks):
        if element["type"] in _PRESSED:
            continue
        known = given.get(block["block_id"], {})
        key, initial = _KEYS[element["type"]]
        first = {"type": element["type"], key: element.get(initial, [] if key in _LISTS else None)}
        values.setdefault(block["block_id"], {})[element["action_id"]] = known.get(element["action_id"], first)
    return values


def keeps_value(element: Json) -> bool:
    """Whether an element has a value once it is left alone."""
    return element["type"] not in _PRESSED


def _named(elements: Any) -> Any:  # noqa: ANN401 -- an element or several
    if isinstance(elements, list):
        return [_named(element) for element in elements]
    acts = elements.get("type") in _KEYS or elements.get("type") in _PRESSED
    return {"action_id": new_id("a"), **elements} if acts else elements


def _one(element: Json, key: str, value: Any) -> Any:  # noqa: ANN401 -- as the page gives it
    if key.startswith("selected_option"):
        return _option(element, value)
    if key == "selected_date_time":
        return int(value)
    if isinstance(value, dict) and key != "rich_text_value":
        return value.get("value", value.get("id"))
    return value


def _option(element: Json, value: Any) -> Json:  # noqa: ANN401 -- as the page gives it
    wanted = value.get("value") if isinstance(value, dict) else value
    groups = element.get("option_groups", [element])
    offered = [option for group in groups for option in group.get("options", [])]
    for option in offered:
        if option["value"] == wanted:
            return dict(option)
    if offered or not isinstance(value, dict):
        raise NotPossible(f"There is no option {wanted}.")
    text = value.get("text", "")
    shown = text if isinstance(text, dict) else {"type": "plain_text", "text": text, "emoji": True}
    return {"text": shown, "value": wanted}


def _feedback(element: Json, value: Any) -> Json:  # noqa: ANN401 -- as the page gives it
    wanted = value.get("value") if isinstance(value, dict) else value
    for button in (element["positive_button"], element["negative_button"]):
        if button["value"] == wanted:
            return {"text": button["text"], "value": wanted}
    raise NotPossible(f"There is no button {wanted}.")
