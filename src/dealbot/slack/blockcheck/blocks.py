"""The table of blocks: what each kind needs and may have, and where it may stand."""

from collections.abc import Iterator

from dealbot.slack import limits
from dealbot.slack.blockcheck.elements import BUTTON, CONTEXT_ACTIONS, OVERFLOW, PICKERS, SELECTS, TYPED
from dealbot.slack.blockcheck.figures import DATA_TABLE, DATA_VISUALIZATION, TABLE
from dealbot.slack.blockcheck.rich import RICH_TEXT
from dealbot.slack.blockcheck.rules import (
    Checked,
    Json,
    Problem,
    Rule,
    any_of,
    flag,
    kinds,
    later,
    link,
    many,
    one_of,
    shape,
    typed,
    words,
)
from dealbot.slack.blockcheck.texts import IMAGE, SLACK_FILE, image_source, plain, text

_ID = words(limits.IDENTIFIER)
_PRESSED: dict[str, Rule] = {"button": BUTTON, "overflow": OVERFLOW, **SELECTS, **PICKERS}
_RICH_INPUT = typed(
    "rich_text_input",
    {},
    {
        "action_id": _ID,
        "initial_value": RICH_TEXT,
        "focus_on_load": flag,
        "placeholder": plain(limits.PLACEHOLDER),
        "dispatch_action_config": shape({"trigger_actions_on": many(_ID, 2)}),
    },
)
_ACCESSORY = kinds({**{k: v for k, v in _PRESSED.items() if k != "datetimepicker"}, "image": IMAGE}, "accessory")
_ACTION = kinds(_PRESSED, "element")
_INPUT = kinds({**SELECTS, **PICKERS, **TYPED, "rich_text_input": _RICH_INPUT}, "input element")
_NOTE = kinds(
    {kind: text(limits.CONTEXT_TEXT) for kind in ("plain_text", "mrkdwn")} | {"image": IMAGE},
    "context element",
)
_SOURCE = typed("url", {"url": link(limits.URL), "text": words(limits.IDENTIFIER)})


def _block(kind: str, required: dict[str, Rule], optional: dict[str, Rule] | None = None, *more: Checked) -> Rule:
    return typed(kind, required, {"block_id": _ID, **(optional or {})}, *more)


def _collapses(value: dict[str, Json], at: str) -> Iterator[Problem]:
    if value.get("default_collapsed") and not value.get("is_collapsible"):
        yield Problem(f"{at}/default_collapsed", "needs is_collapsible")
    if value.get("has_header_divider") and value.get("is_collapsible"):
        yield Problem(f"{at}/has_header_divider", "cannot be set when is_collapsible is true")


_CARD = _block(
    "card",
    {},
    {
        "hero_image": IMAGE,
        "icon": IMAGE,
        "title": text(limits.CARD_TITLE),
        "subtitle": text(limits.CARD_TITLE),
        "body": text(limits.CARD_BODY),
        "actions": many(BUTTON, limits.CARD_ACTIONS),
    },
    any_of("hero_image", "title", "actions", "body"),
)
_TASK = _block(
    "task_card",
    {
        "task_id": _ID,
        "title": words(limits.TASK_TITLE),
        "status": one_of("pending", "in_progress", "complete", "error"),
    },
    {"details": RICH_TEXT, "output": RICH_TEXT, "sources": many(_SOURCE, limits.TASK_SOURCES)},
)

BLOCKS: dict[str, Rule] = {
    "section": _block(
        "section",
        {},
        {
            "text": text(limits.SECTION_TEXT),
            "fields": many(text(limits.FIELD_TEXT), limits.SECTION_FIELDS),
            "accessory": _ACCESSORY,
            "expand": flag,
        },
        any_of("text", "fields"),
    ),
    "divider": _block("divider", {}),
    "image": _block(
        "image",
        {"alt_text": words(limits.ALT_TEXT)},
        {"image_url": link(limits.URL), "slack_file": SLACK_FILE, "title": plain(limits.IMAGE_TITLE)},
        image_source,
    ),
    "actions": _block("actions", {"elements": many(_ACTION, limits.ACTIONS)}),
    "context": _block("context", {"elements": many(_NOTE, limits.CONTEXT_ELEMENTS)}),
    "context_actions": _block(
        "context_actions",
        {"elements": many(kinds(CONTEXT_ACTIONS, "context action"), limits.CONTEXT_ACTIONS)},
    ),
    "input": _block(
        "input",
        {"label": plain(limits.INPUT_LABEL), "element": _INPUT},
        {"hint": plain(limits.INPUT_HINT), "optional": flag, "dispatch_action": flag},
    ),
    "header": _block("header", {"text": plain(limits.HEADER_TEXT)}),
    "markdown": _block("markdown", {"text": words(limits.MARKDOWN_TEXT)}),
    "video": _block(
        "video",
        {
            "alt_text": words(limits.ALT_TEXT),
            "title": plain(limits.VIDEO_TITLE),
            "video_url": link(limits.URL),
            "thumbnail_url": link(limits.URL),
        },
        {
            "title_url": link(limits.URL),
            "description": plain(limits.VIDEO_DESCRIPTION),
            "provider_name": words(limits.VIDEO_AUTHOR),
            "provider_icon_url": link(limits.URL),
            "author_name": words(limits.VIDEO_AUTHOR),
        },
    ),
    "rich_text": RICH_TEXT,
    "table": TABLE,
    "data_table": DATA_TABLE,
    "data_visualization": DATA_VISUALIZATION,
    "card": _CARD,
    "carousel": _block("carousel", {"elements": many(_CARD, limits.CAROUSEL_CARDS)}),
    "container": _block(
        "container",
        {
            "child_blocks": many(
                later(lambda: kinds({kind: rule for kind, rule in BLOCKS.items() if kind != "container"}, "block")),
                limits.CONTAINER_BLOCKS,
            )
        },
        {
            "title": plain(limits.CONTAINER_TITLE),
            "rich_text_title": RICH_TEXT,
            "subtitle": text(limits.CONTAINER_TITLE),
            "icon": IMAGE,
            "width": one_of("narrow", "standard", "wide", "full"),
            **dict.fromkeys(("is_collapsible", "default_collapsed", "has_header_divider"), flag),
        },
        any_of("title", "rich_text_title"),
        _collapses,
    ),
    "alert": _block(
        "alert",
        {"text": text(limits.ALERT_TEXT)},
        {"level": one_of("default", "info", "warning", "error", "success")},
    ),
    "task_card": _TASK,
    "plan": _block("plan", {"title": words(limits.TASK_TITLE)}, {"tasks": many(_TASK, limits.PLAN_TASKS)}),
}
BLOCK = kinds(BLOCKS, "block")
