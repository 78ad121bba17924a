"""Modals and the Home of the app."""

from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.playground.page.sample import DIRECT, marked, option, plain, text_input, view
from tests.playground.page.seeing import channel
from tests.playground.page.stub import Slack

TWO = [option("Cedar Ridge", "cedar"), option("Westlake", "west")]


def opened(page: Page, slack: Slack, *blocks: dict[str, Any], **rest: Any) -> Locator:
    slack.send("view", view=view(*blocks, **rest))
    dialog = page.get_by_role("dialog")
    dialog.wait_for()
    return dialog


def inputs() -> list[dict[str, Any]]:
    kinds: dict[str, dict[str, Any]] = {
        "email": {"type": "email_text_input", "initial_value": "a@b.example"},
        "link": {"type": "url_text_input", "initial_value": "https://harbor.example"},
        "worth": {"type": "number_input", "is_decimal_allowed": False, "initial_value": "3"},
        "said": {"type": "rich_text_input"},
        "deal": {"type": "static_select", "options": TWO, "initial_option": TWO[0]},
        "day": {"type": "datepicker", "initial_date": "2026-11-20"},
        "also": {"type": "checkboxes", "options": TWO},
        "file": {"type": "file_input"},
    }
    return [
        {
            "type": "input",
            "block_id": name,
            "optional": True,
            "label": plain(name),
            "element": {"action_id": "it", **kind},
        }
        for name, kind in kinds.items()
    ]


def test_a_modal_tells_everything_that_was_typed_and_chosen(page: Page, slack: Slack) -> None:
    slack.answers["submit"] = (200, {"done": True, "errors": {}})
    dialog = opened(page, slack, text_input("note", "Note", multiline=True), *inputs())
    expect(dialog).to_have_attribute("data-view", "V1")
    expect(dialog.get_by_label("Note")).to_be_focused()
    dialog.get_by_label("Note").fill("two\nlines")
    dialog.get_by_label("said").fill("rich")
    dialog.get_by_label("Westlake").check()
    dialog.get_by_role("button", name="Save").click()
    expect(dialog).to_be_hidden()
    values = slack.said("submit")[0]["values"]
    rich = {"type": "rich_text_section", "elements": [{"type": "text", "text": "rich"}]}
    assert values == {
        "note": {"typed": "two\nlines"},
        "email": {"it": "a@b.example"},
        "link": {"it": "https://harbor.example"},
        "worth": {"it": "3"},
        "said": {"it": {"type": "rich_text", "elements": [rich]}},
        "deal": {"it": TWO[0]},
        "day": {"it": "2026-11-20"},
        "also": {"it": [TWO[1]]},
    }


def test_what_is_missing_or_wrong_is_said_at_its_field(page: Page, slack: Slack) -> None:
    worth = {**inputs()[2], "optional": False}
    dialog = opened(page, slack, text_input("who", "Who?"), worth)
    dialog.get_by_label("worth").fill("2.5")
    dialog.get_by_role("button", name="Save").click()
    expect(dialog.get_by_role("alert")).to_have_text(
        ["Please complete this required field.", "Please enter a whole number."]
    )
    expect(dialog.get_by_label("Who?")).to_be_focused()
    slack.answers["submit"] = (200, {"done": False, "errors": {"who": "Nobody has that name."}})
    dialog.get_by_label("Who?").fill("Elen")
    dialog.get_by_label("worth").fill("2")
    dialog.get_by_role("button", name="Save").click()
    expect(dialog.get_by_role("alert")).to_have_text(["Nobody has that name."])
    expect(dialog.get_by_label("Who?")).to_have_value("Elen")


def test_what_was_typed_survives_an_update_of_the_view(page: Page, slack: Slack) -> None:
    dialog = opened(page, slack, text_input("note", "Note"), text_input("old", "Old"))
    dialog.get_by_label("Note").fill("typed")
    changed = text_input("note", "Note, please", initial_value="from the app")
    slack.send("view", view=view(changed, text_input("new", "New")))
    expect(dialog.get_by_label("New")).to_be_visible()
    expect(dialog.get_by_label("Old")).to_have_count(0)
    expect(dialog.get_by_label("Note, please")).to_have_value("typed")
    expect(dialog.get_by_label("Note, please")).to_be_focused()


def test_a_pushed_view_lies_on_top_and_the_one_below_keeps_its_values(page: Page, slack: Slack) -> None:
    dialog = opened(page, slack, text_input("note", "Note"))
    dialog.get_by_label("Note").fill("typed")
    slack.send("view", view=view(text_input("more", "More"), id="V2", title="Second"))
    expect(dialog.get_by_role("heading")).to_have_text("Second")
    page.keyboard.press("Escape")
    expect(dialog.get_by_label("Note")).to_have_value("typed")
    dialog.get_by_role("button", name="Cancel").click()
    expect(dialog).to_be_hidden()
    assert [body["view"] for body in slack.said("close", least=2)] == ["V2", "V1"]


def test_the_app_closes_all_of_them(page: Page, slack: Slack) -> None:
    dialog = opened(page, slack, text_input("note", "Note"))
    slack.send("view", view=view(id="V2"))
    slack.send("closed")
    expect(dialog).to_be_hidden()


def test_a_refusal_is_shown_in_the_modal_which_stays(page: Page, slack: Slack) -> None:
    slack.answers["submit"] = (400, {"error": "The app did not answer."})
    dialog = opened(page, slack, text_input("note", "Note", initial_value="x"))
    dialog.get_by_role("button", name="Save").click()
    expect(dialog.get_by_role("alert")).to_have_text("The app did not answer.")


def test_the_tab_key_stays_in_the_modal(page: Page, slack: Slack) -> None:
    dialog = opened(page, slack, text_input("note", "Note"))
    dialog.get_by_role("button", name="Save").focus()
    page.keyboard.press("Tab")
    expect(dialog.get_by_role("button", name="Close", exact=True)).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(dialog.get_by_role("button", name="Save")).to_be_focused()


def test_escape_closes_a_menu_before_the_modal_it_is_in(page: Page, slack: Slack) -> None:
    dialog = opened(page, slack, inputs()[4])
    dialog.locator(".select").click()
    page.get_by_role("option", name="Westlake").wait_for()
    page.keyboard.press("Escape")
    expect(page.get_by_role("option")).to_have_count(0)
    expect(dialog).to_be_visible()


def test_what_is_optional_can_be_emptied(page: Page, slack: Slack) -> None:
    dialog = opened(page, slack, inputs()[4])
    dialog.locator(".select").click()
    page.get_by_role("option", name="Clear").click()
    dialog.get_by_role("button", name="Save").click()
    assert slack.said("submit")[0]["values"] == {"deal": {"it": None}}


def test_home_is_what_the_app_published(page: Page, slack: Slack) -> None:
    channel(page, DIRECT).click()
    page.get_by_role("tab", name="Home").click()
    home = page.get_by_role("tabpanel", name="Home")
    expect(home).to_contain_text("Nothing here yet")
    button = {"type": "button", "action_id": "log", "text": plain("Log a call")}
    blocks: list[dict[str, Any]] = [
        {"type": "section", "block_id": "hello", "text": marked("*Good morning*")},
        {"type": "actions", "block_id": "do", "elements": [button]},
    ]
    slack.send("home", view=view(*blocks, id="VH", type="home"))
    expect(home.locator("[data-view=VH] strong")).to_have_text("Good morning")
    home.get_by_role("button", name="Log a call").click()
    body = slack.said("actions")[0]
    assert body == {"container": {"view": "VH"}, "block_id": "do", "action_id": "log", "value": None}
    page.get_by_role("tab", name="Messages").click()
    expect(page.get_by_role("textbox", name="Message dealbot")).to_be_visible()
