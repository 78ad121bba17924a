"""Block Kit payloads: the good kinds, the bad ones with where they are wrong, and what both are built of."""

from typing import Any

from dealbot.slack import limits

Block = dict[str, Any]


def plain(text: str = "words") -> Block:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str = "*words*") -> Block:
    return {"type": "mrkdwn", "text": text}


def button(action: str = "press", **more: Any) -> Block:
    return {"type": "button", "action_id": action, "text": plain(), **more}


def option(value: str = "one") -> Block:
    return {"text": plain(value), "value": value}


def section(**more: Any) -> Block:
    return {"type": "section", "text": mrkdwn(), **more}


def actions(*elements: Block, **more: Any) -> Block:
    return {"type": "actions", "elements": list(elements), **more}


def asking(element: Block, **more: Any) -> Block:
    return {"type": "input", "label": plain(), "element": element, **more}


def rich(text: str = "words") -> Block:
    pieces = [{"type": "text", "text": text, "style": {"bold": True}}]
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": pieces}]}


def cell(text: str = "cell") -> Block:
    return {"type": "raw_text", "text": text}


def table(rows: int = 2, columns: int = 2, **more: Any) -> Block:
    return {"type": "table", "rows": [[cell() for _ in range(columns)] for _ in range(rows)], **more}


def data_table(**more: Any) -> Block:
    rows = [[cell("deal"), cell("amount")], [cell("Mercy"), {"type": "raw_number", "value": 4, "text": "4"}]]
    return {"type": "data_table", "caption": "Deals", "rows": rows, **more}


def pie(**more: Any) -> Block:
    chart = {"type": "pie", "segments": [{"label": "for", "value": 2}, {"label": "against", "value": 1}]}
    return {"type": "data_visualization", "title": "Committee", "chart": chart, **more}


def bars(points: tuple[str, ...] = ("Q1", "Q2")) -> Block:
    data = [{"label": label, "value": 3} for label in points]
    chart = {"type": "bar", "series": [{"name": "won", "data": data}], "axis_config": {"categories": ["Q1", "Q2"]}}
    return {"type": "data_visualization", "title": "Won", "chart": chart}


def card(**more: Any) -> Block:
    return {"type": "card", "title": mrkdwn(), "body": mrkdwn(), "actions": [button()], **more}


def task(**more: Any) -> Block:
    return {"type": "task_card", "task_id": "t1", "title": "Reading", "status": "complete", **more}


def modal(*blocks: Block, **more: Any) -> Block:
    return {"type": "modal", "title": plain("Log a call"), "blocks": list(blocks), **more}


IMAGE = {"type": "image", "image_url": "https://example.com/a.png", "alt_text": "a chart"}
FEEDBACK = {
    "type": "feedback_buttons",
    "action_id": "feedback",
    "positive_button": {"text": plain("Good"), "value": "good"},
    "negative_button": {"text": plain("Bad"), "value": "bad"},
}
CHOICES = {"type": "checkboxes", "action_id": "c", "options": [option(str(n)) for n in range(10)]}
STATIC = {"type": "static_select", "action_id": "s", "options": [option()], "initial_option": option()}

GOOD: dict[str, list[Block]] = {
    "section": [section(fields=[mrkdwn(), plain()], accessory=button(value="1", style="primary"))],
    "divider": [{"type": "divider"}],
    "image": [IMAGE | {"title": plain()}],
    "actions": [
        actions(button(), STATIC, CHOICES, {"type": "overflow", "action_id": "o", "options": [option()]}),
        actions({"type": "datepicker", "action_id": "d", "initial_date": "2026-11-21"}),
        actions({"type": "external_select", "action_id": "e", "min_query_length": 0, "placeholder": plain()}),
    ],
    "context": [{"type": "context", "elements": [mrkdwn(), IMAGE]}],
    "context_actions": [
        {
            "type": "context_actions",
            "elements": [FEEDBACK, {"type": "icon_button", "action_id": "i", "icon": "trash", "text": plain("Delete")}],
        }
    ],
    "input": [
        asking({"type": "plain_text_input", "action_id": "t", "multiline": True, "max_length": 3000}, hint=plain()),
        asking({"type": "number_input", "action_id": "n", "is_decimal_allowed": False}, optional=True),
        asking({"type": "multi_users_select", "action_id": "u", "max_selected_items": 3}),
        asking({"type": "rich_text_input", "action_id": "r", "initial_value": rich()}),
        asking({"type": "radio_buttons", "action_id": "x", "options": [option("a"), option("b")]}),
    ],
    "header": [{"type": "header", "text": plain("A" * limits.HEADER_TEXT)}],
    "markdown": [{"type": "markdown", "text": "# words"}],
    "video": [
        {
            "type": "video",
            "alt_text": "a call",
            "title": plain(),
            "video_url": "https://example.com/v",
            "thumbnail_url": "https://example.com/t",
        }
    ],
    "rich_text": [
        rich(),
        {
            "type": "rich_text",
            "elements": [
                {"type": "rich_text_list", "style": "bullet", "elements": rich()["elements"]},
                {"type": "rich_text_quote", "elements": [{"type": "user", "user_id": "U1"}]},
                {"type": "rich_text_preformatted", "elements": [{"type": "link", "url": "https://example.com"}]},
            ],
        },
    ],
    "table": [table(limits.TABLE_ROWS, column_settings=[None, {"align": "right", "is_wrapped": True}])],
    "data_table": [data_table(page_size=10, row_header_column_index=0)],
    "data_visualization": [pie(), bars()],
    "card": [card(icon=IMAGE, subtitle=plain())],
    "carousel": [{"type": "carousel", "elements": [card(), card()]}],
    "container": [
        {"type": "container", "title": plain(), "child_blocks": [section(), {"type": "divider"}], "width": "wide"}
    ],
    "task_card": [task(details=rich(), sources=[{"type": "url", "url": "https://example.com", "text": "a source"}])],
    "plan": [{"type": "plan", "title": "Logging", "tasks": [task(), task(task_id="t2", status="pending")]}],
}

BAD: dict[str, tuple[list[Block], str]] = {
    "unknown block": ([{"type": "marquee"}], "/blocks/0/type"),
    "no type": ([{"text": mrkdwn()}], "/blocks/0"),
    "unknown key": ([section(colour="red")], "/blocks/0/colour"),
    "missing key": ([{"type": "section"}], "/blocks/0"),
    "header with mrkdwn": ([{"type": "header", "text": mrkdwn()}], "/blocks/0/text/type"),
    "empty text": ([section(text=mrkdwn(""))], "/blocks/0/text/text"),
    "section too long": ([section(text=mrkdwn("a" * 3001))], "/blocks/0/text/text"),
    "field too long": ([section(fields=[mrkdwn(), mrkdwn("a" * 2001)])], "/blocks/0/fields/1/text"),
    "too many fields": ([section(fields=[mrkdwn()] * 11)], "/blocks/0/fields"),
    "option value too long": (
        [actions(STATIC | {"options": [option("one"), {"text": plain(), "value": "v" * 151}]})],
        "/blocks/0/elements/0/options/1/value",
    ),
    "initial option not offered": (
        [actions(STATIC | {"initial_option": option("two")})],
        "/blocks/0/elements/0",
    ),
    "too many checkboxes": (
        [actions(CHOICES | {"options": [option(str(n)) for n in range(11)]})],
        "/blocks/0/elements/0/options",
    ),
    "options and groups": ([actions({"type": "static_select"})], "/blocks/0/elements/0"),
    "button text too long": ([actions(button(text=plain("a" * 76)))], "/blocks/0/elements/0/text/text"),
    "button style": ([actions(button(style="loud"))], "/blocks/0/elements/0/style"),
    "ragged table": ([{"type": "table", "rows": [[cell(), cell()], [cell()]]}], "/blocks/0/rows/1"),
    "too many rows": ([table(limits.TABLE_ROWS + 1)], "/blocks/0/rows"),
    "table cell": ([{"type": "table", "rows": [[{"type": "mrkdwn", "text": "a"}]]}], "/blocks/0/rows/0/0/type"),
    "two tables": ([table(), data_table()], "/blocks"),
    "data table without rows": ([data_table(rows=[[cell()]])], "/blocks/0/rows"),
    "rich header cell": ([data_table(rows=[[rich()], [cell()]])], "/blocks/0/rows/0/0/type"),
    "card body": ([card(body=mrkdwn("a" * 201))], "/blocks/0/body/text"),
    "card body a string": ([card(body="words")], "/blocks/0/body"),
    "card with nothing": ([{"type": "card", "subtitle": plain()}], "/blocks/0"),
    "task in a plan": ([{"type": "plan", "title": "t", "tasks": [task(status="done")]}], "/blocks/0/tasks/0/status"),
    "container in a container": (
        [{"type": "container", "title": plain(), "child_blocks": [{"type": "container"}]}],
        "/blocks/0/child_blocks/0/type",
    ),
    "same block_id": ([section(block_id="a"), section(block_id="a")], "/blocks/1/block_id"),
    "same action_id": ([actions(button("a"), button("a"))], "/blocks/0/elements/1/action_id"),
    "points without category": ([bars(("Q1", "Q3"))], "/blocks/0/chart/series/0/data"),
    "empty slice": (
        [pie(chart={"type": "pie", "segments": [{"label": "none", "value": 0}]})],
        "/blocks/0/chart/segments/0/value",
    ),
    "three charts": ([pie(), pie(), pie()], "/blocks"),
    "too many blocks": ([section()] * (limits.MESSAGE_BLOCKS + 1), "/blocks"),
    "too much text": ([section(text=mrkdwn("a" * 3000))] * 5, "/blocks"),
    "too much markdown": ([{"type": "markdown", "text": "a" * 7000}] * 2, "/blocks"),
    "an alert in a message": ([{"type": "alert", "text": plain()}], "/blocks/0/type"),
    "a file input in a message": ([asking({"type": "file_input"})], "/blocks/0/element/type"),
    "no address": ([IMAGE | {"image_url": "a.png"}], "/blocks/0/image_url"),
    "not a list": ({}, "/blocks"),  # type: ignore[dict-item]
}
