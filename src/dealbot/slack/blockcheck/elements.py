"""Elements: what a person clicks, picks or types in."""

from collections.abc import Iterator

from dealbot.slack import limits
from dealbot.slack.blockcheck.rules import (
    Json,
    Problem,
    Rule,
    exactly_one,
    flag,
    link,
    many,
    number,
    one_of,
    typed,
    words,
)
from dealbot.slack.blockcheck.texts import (
    CONFIRM,
    CONVERSATIONS,
    DISPATCH,
    FEEDBACK,
    OPTION_GROUP,
    PLAIN_OPTION,
    TEXT_OPTION,
    plain,
)

_ID: Rule = words(limits.IDENTIFIER)
_NAME = words(limits.IDENTIFIER)
_VISIBLE = many(_NAME, 50)
_CLICKED = {"action_id": _ID, "confirm": CONFIRM}
_PICKED = {**_CLICKED, "focus_on_load": flag, "placeholder": plain(limits.PLACEHOLDER)}
_TYPED = {
    "action_id": _ID,
    "focus_on_load": flag,
    "placeholder": plain(limits.PLACEHOLDER),
    "dispatch_action_config": DISPATCH,
}
_SEVERAL = {"max_selected_items": number(1, limits.OPTIONS)}
_URL_TOO = {"response_url_enabled": flag}
_LISTED = {
    "options": many(PLAIN_OPTION, limits.OPTIONS),
    "option_groups": many(OPTION_GROUP, limits.OPTION_GROUPS),
}
_DATE = words(10, 10)
_TIME = words(5, 5)


def _initial_is_offered(value: dict[str, Json], at: str) -> Iterator[Problem]:
    groups = [value] if "options" in value else value.get("option_groups", [])
    offered = {option["value"] for group in groups for option in group["options"]}
    chosen = [value["initial_option"]] if "initial_option" in value else value.get("initial_options", [])
    for option in chosen:
        if option["value"] not in offered:
            yield Problem(at, f"initial option is not among the options: {option['value']}")


def _values_differ(value: dict[str, Json], at: str) -> Iterator[Problem]:
    values = [option["value"] for option in value.get("options", [])]
    if len(values) != len(set(values)):
        yield Problem(f"{at}/options", "the values of options must differ")


def _lengths_agree(value: dict[str, Json], at: str) -> Iterator[Problem]:
    low, high = value.get("min_length", 0), value.get("max_length", limits.TYPED_TEXT)
    if low > high:
        yield Problem(f"{at}/min_length", "must not be more than max_length")
    if len(value.get("initial_value", "")) > high:
        yield Problem(f"{at}/initial_value", f"must be no more than {high} characters")


def _button() -> Rule:
    return typed(
        "button",
        {"text": plain(limits.BUTTON_TEXT)},
        {
            **_CLICKED,
            "url": link(limits.URL),
            "value": words(limits.BUTTON_VALUE),
            "style": one_of("primary", "danger"),
            "accessibility_label": words(limits.BUTTON_TEXT),
            "agent_prompt": words(limits.AGENT_PROMPT),
            "agent_prompt_display": words(limits.AGENT_PROMPT),
            "visible_to_user_ids": _VISIBLE,
        },
    )


def _select(kind: str, initial: dict[str, Rule], required: dict[str, Rule] | None = None) -> Rule:
    return typed(kind, required or {}, {**_PICKED, **initial})


def _choice(kind: str, initial: str, rule: Rule) -> Rule:
    return typed(
        kind,
        {"options": many(TEXT_OPTION, limits.CHOICES)},
        {**_CLICKED, "focus_on_load": flag, initial: rule},
        _values_differ,
        _initial_is_offered,
    )


def _static(kind: str, initial: dict[str, Rule]) -> Rule:
    listed = exactly_one("options", "option_groups")
    return typed(kind, {}, {**_PICKED, **_LISTED, **initial}, listed, _values_differ, _initial_is_offered)


_SOME = many(PLAIN_OPTION, limits.OPTIONS)
_NAMES = many(_NAME, limits.OPTIONS)
_QUERY = {"min_query_length": number(0, limits.IDENTIFIER)}

BUTTON = _button()
SELECTS: dict[str, Rule] = {
    "static_select": _static("static_select", {"initial_option": PLAIN_OPTION}),
    "external_select": _select("external_select", {"initial_option": PLAIN_OPTION, **_QUERY}),
    "users_select": _select("users_select", {"initial_user": _NAME}),
    "conversations_select": _select(
        "conversations_select",
        {"initial_conversation": _NAME, "default_to_current_conversation": flag, "filter": CONVERSATIONS, **_URL_TOO},
    ),
    "channels_select": _select("channels_select", {"initial_channel": _NAME, **_URL_TOO}),
    "multi_static_select": _static("multi_static_select", {"initial_options": _SOME, **_SEVERAL}),
    "multi_external_select": _select("multi_external_select", {"initial_options": _SOME, **_QUERY, **_SEVERAL}),
    "multi_users_select": _select("multi_users_select", {"initial_users": _NAMES, **_SEVERAL}),
    "multi_conversations_select": _select(
        "multi_conversations_select",
        {
            "initial_conversations": _NAMES,
            "default_to_current_conversation": flag,
            "filter": CONVERSATIONS,
            **_SEVERAL,
        },
    ),
    "multi_channels_select": _select("multi_channels_select", {"initial_channels": _NAMES, **_SEVERAL}),
}
PICKERS: dict[str, Rule] = {
    "datepicker": _select("datepicker", {"initial_date": _DATE}),
    "timepicker": _select("timepicker", {"initial_time": _TIME, "timezone": _NAME}),
    "datetimepicker": typed(
        "datetimepicker",
        {},
        {**_CLICKED, "focus_on_load": flag, "initial_date_time": number(1_000_000_000, 9_999_999_999)},
    ),
    "checkboxes": _choice("checkboxes", "initial_options", many(TEXT_OPTION, limits.CHOICES)),
    "radio_buttons": _choice("radio_buttons", "initial_option", TEXT_OPTION),
}
OVERFLOW = typed(
    "overflow",
    {"options": many(PLAIN_OPTION, limits.OVERFLOW_OPTIONS)},
    _CLICKED,
    _values_differ,
)
TYPED: dict[str, Rule] = {
    "plain_text_input": typed(
        "plain_text_input",
        {},
        {
            **_TYPED,
            "initial_value": words(limits.TYPED_TEXT, 0),
            "multiline": flag,
            "min_length": number(0, limits.TYPED_TEXT),
            "max_length": number(1, limits.TYPED_TEXT),
        },
        _lengths_agree,
    ),
    "email_text_input": typed("email_text_input", {}, {**_TYPED, "initial_value": words(limits.TYPED_TEXT, 0)}),
    "url_text_input": typed("url_text_input", {}, {**_TYPED, "initial_value": link(limits.URL)}),
    "number_input": typed(
        "number_input",
        {"is_decimal_allowed": flag},
        {**_TYPED, **dict.fromkeys(("initial_value", "min_value", "max_value"), words(limits.IDENTIFIER))},
    ),
    "file_input": typed(
        "file_input",
        {},
        {"action_id": _ID, "filetypes": many(_NAME, limits.OPTIONS), "max_files": number(1, limits.FILES)},
    ),
}
CONTEXT_ACTIONS: dict[str, Rule] = {
    "feedback_buttons": typed(
        "feedback_buttons", {"positive_button": FEEDBACK, "negative_button": FEEDBACK}, {"action_id": _ID}
    ),
    "icon_button": typed(
        "icon_button",
        {"icon": one_of("trash"), "text": plain(limits.BUTTON_TEXT)},
        {
            **_CLICKED,
            "accessibility_label": words(limits.BUTTON_TEXT),
            "value": words(limits.BUTTON_VALUE),
            "visible_to_user_ids": _VISIBLE,
        },
    ),
}
