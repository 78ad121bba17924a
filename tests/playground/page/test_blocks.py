"""Each kind of block as a person sees it."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.playground.page.sample import marked, option, plain
from tests.playground.page.seeing import Gallery, shown
from tests.playground.page.stub import Slack

PIXEL = (
    "data:image/png;base64,"
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
BUTTON = {"type": "button", "action_id": "go", "text": plain("Go")}
RICH = {
    "type": "rich_text",
    "elements": [
        {
            "type": "rich_text_section",
            "elements": [
                {"type": "text", "text": "bold", "style": {"bold": True}},
                {"type": "text", "text": " and "},
                {"type": "user", "user_id": "U0OMAR"},
                {"type": "emoji", "name": "tada"},
                {"type": "link", "url": "https://harbor.example/plan", "text": "the plan"},
            ],
        },
        {
            "type": "rich_text_list",
            "style": "ordered",
            "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": "first"}]}],
        },
        {"type": "rich_text_quote", "elements": [{"type": "text", "text": "quoted"}]},
        {"type": "rich_text_preformatted", "elements": [{"type": "text", "text": "as  typed"}]},
    ],
}


def cell(text: str) -> dict[str, Any]:
    return {"type": "raw_text", "text": text}


def number(value: int) -> dict[str, Any]:
    return {"type": "raw_number", "value": value}


def series(name: str, *values: int) -> dict[str, Any]:
    return {"name": name, "data": [{"label": f"Q{at}", "value": value} for at, value in enumerate(values, start=1)]}


def chart(kind: str) -> dict[str, Any]:
    drawn: dict[str, Any] = {"type": kind, "series": [series("Ours", 3, 5), series("Theirs", 2, -1)]}
    drawn["axis_config"] = {"categories": ["Q1", "Q2"], "x_label": "Quarter", "y_label": "Deals"}
    if kind == "pie":
        drawn = {"type": "pie", "segments": [{"label": "For", "value": 3}, {"label": "Against", "value": 1}]}
    return {"type": "data_visualization", "title": "How it goes", "chart": drawn}


CARD = {
    "type": "card",
    "title": marked("*Cedar Ridge*"),
    "subtitle": marked("Validation"),
    "body": marked("Nursing is for it."),
    "icon": {"type": "image", "image_url": PIXEL, "alt_text": "a house"},
    "actions": [BUTTON],
}
TASK = {"type": "task_card", "task_id": "t", "title": "Read the notes", "status": "complete"}

BLOCKS: dict[str, tuple[dict[str, Any], str, list[str]]] = {
    "section": (
        {"text": marked("*Saved*"), "fields": [marked("*Stage*"), plain("*as typed*")]},
        "strong >> nth=1",
        ["*as typed*"],
    ),
    "section with accessory": (
        {"type": "section", "text": plain("Beside"), "accessory": BUTTON},
        "button[data-action-id=go]",
        ["Beside"],
    ),
    "divider": ({}, "hr", []),
    "header": ({"text": plain("Forecast")}, "h3", ["Forecast"]),
    "context": (
        {"elements": [marked("_seen by 4_"), {"type": "image", "image_url": PIXEL, "alt_text": "dot"}]},
        "em + img, img[alt=dot]",
        ["seen by 4"],
    ),
    "image": ({"image_url": PIXEL, "alt_text": "a dot", "title": plain("The dot")}, "img[alt='a dot']", ["The dot"]),
    "image of elsewhere": (
        {"type": "image", "image_url": "https://elsewhere.example/a.png", "alt_text": "a rota"},
        "[role=img]",
        ["a rota"],
    ),
    "video": ({"title": plain("Tour"), "title_url": "https://harbor.example/tour", "alt_text": "tour"}, "a", ["Tour"]),
    "actions": (
        {"elements": [BUTTON, {**BUTTON, "action_id": "no", "style": "danger", "text": plain("No :x:")}]},
        "button.button-danger",
        ["Go", "❌"],
    ),
    "markdown": (
        {"text": "## Next\n\n1. **bold** text\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n- [x] done"},
        "table td.align-right",
        ["Next", "bold", "done"],
    ),
    "rich_text": (RICH, "ol li", ["bold and @Omar Haddad", "🎉", "the plan", "quoted", "as  typed"]),
    "table": (
        {
            "rows": [[cell("Deal"), cell("Stage")], [cell("Cedar"), cell("Pilot")]],
            "column_settings": [{"align": "right"}],
        },
        "th[scope=col].align-right",
        ["Cedar"],
    ),
    "data_visualization bar": (chart("bar"), "svg rect.bar >> nth=3", ["How it goes", "Quarter", "Theirs"]),
    "data_visualization line": (chart("line"), "svg path.line.stroke-1", ["Deals"]),
    "data_visualization area": (chart("area"), "svg path.area.fill-0", ["Q2"]),
    "data_visualization pie": (chart("pie"), "svg path.slice >> nth=1", ["75%", "Against"]),
    "card": (CARD, "article button[data-action-id=go]", ["Cedar Ridge", "Validation", "Nursing is for it."]),
    "carousel": ({"elements": [CARD, {**CARD, "title": marked("Westlake")}]}, ".card >> nth=1", ["Westlake"]),
    "container": (
        {"title": plain("Why"), "child_blocks": [{"type": "section", "text": plain("Because")}]},
        "section",
        ["Why", "Because"],
    ),
    "alert": ({"level": "warning", "text": marked("*Look*")}, ".alert-warning[role=note] strong", ["Look"]),
    "plan": (
        {"title": "Getting ready", "tasks": [TASK, {**TASK, "status": "in_progress", "title": "Write"}]},
        "ol li >> nth=1",
        ["Getting ready", "(complete)", "(in progress)"],
    ),
    "task_card": (
        {"title": "Read", "task_id": "t", "status": "error", "output": RICH},
        "details summary",
        ["Read", "(failed)"],
    ),
}


@pytest.mark.parametrize("kind", BLOCKS)
def test_a_block_is_drawn(gallery: Gallery, kind: str) -> None:
    block, part, texts = BLOCKS[kind]
    found = shown(gallery.page, gallery.slack, {"type": kind.partition(" ")[0], **block}).locator("[data-block-id=b0]")
    expect(found.locator(part).first).to_be_attached()
    for text in texts:
        expect(found).to_contain_text(text)
    expect(found.locator(".unknown")).to_have_count(0)


def test_a_block_the_page_does_not_know_is_marked_in_red(gallery: Gallery) -> None:
    found = shown(
        gallery.page, gallery.slack, {"type": "hologram"}, {"type": "actions", "elements": [{"type": "lever"}]}
    )
    expect(found.locator(".unknown")).to_have_text(["[hologram]", "[lever]"])


def test_a_long_table_has_pages_and_is_sorted_by_its_columns(gallery: Gallery) -> None:
    rows = [[cell("Deal"), cell("Worth")], *([cell(f"Deal {at}"), number(at)] for at in (3, 10, 1))]
    found = shown(
        gallery.page, gallery.slack, {"type": "data_table", "caption": "All deals", "page_size": 2, "rows": rows}
    )
    names = found.locator("tbody th")
    expect(names).to_have_text(["Deal 3", "Deal 10"])
    found.get_by_role("button", name="Worth").click()
    expect(names).to_have_text(["Deal 1", "Deal 3"])
    found.get_by_role("button", name="Next page").click()
    expect(names).to_have_text(["Deal 10"])


def test_a_container_that_folds_is_closed_until_it_is_clicked(gallery: Gallery) -> None:
    inside = {"type": "section", "text": plain("inside")}
    block = {"type": "container", "title": plain("More"), "is_collapsible": True, "default_collapsed": True}
    found = shown(gallery.page, gallery.slack, {**block, "child_blocks": [inside]})
    expect(found.get_by_text("inside")).to_be_hidden()
    found.get_by_text("More", exact=True).click()
    expect(found.get_by_text("inside")).to_be_visible()


def test_thumbs_stay_pressed_one_at_a_time(page: Page, slack: Slack) -> None:
    thumbs = {
        "type": "feedback_buttons",
        "action_id": "rate",
        "positive_button": {"text": plain("Good"), "value": "up"},
        "negative_button": {"text": plain("Bad"), "value": "down"},
    }
    trash = {"type": "icon_button", "action_id": "drop", "icon": "trash", "text": plain("Remove")}
    found = shown(page, slack, {"type": "context_actions", "elements": [thumbs, trash]})
    found.get_by_role("button", name="Good").click()
    expect(found.get_by_role("button", name="Good")).to_have_attribute("aria-pressed", "true")
    found.get_by_role("button", name="Bad").click()
    expect(found.get_by_role("button", name="Good")).to_have_attribute("aria-pressed", "false")
    assert [body["value"] for body in slack.said("actions", least=2)] == ["up", "down"]


def test_a_choice_survives_a_change_elsewhere_in_the_message(page: Page, slack: Slack) -> None:
    boxes = {"type": "checkboxes", "action_id": "also", "options": [option("One"), option("Two")]}
    first = {"type": "section", "text": plain("before")}
    block = {"type": "actions", "elements": [boxes]}
    found = shown(page, slack, first, block)
    found.get_by_label("Two").check()
    assert slack.said("actions")[0]["value"] == [option("Two")]
    ts = found.get_attribute("data-ts")
    blocks = [{**first, "block_id": "b0", "text": plain("after")}, {**block, "block_id": "b1"}]
    message = {**slack.messages["C0CEDAR"][0], "ts": ts, "blocks": blocks}
    slack.send("changed", channel="C0CEDAR", message=message)
    expect(found).to_contain_text("after")
    expect(found.get_by_label("Two")).to_be_checked()
