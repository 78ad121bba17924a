"""Buttons, menus and inputs: what a person does with them is what the app is told."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.playground.page.sample import DEAL, GENERAL, OMAR, marked, option, plain
from tests.playground.page.seeing import Gallery, shown
from tests.playground.page.stub import Serving, Slack, until

# However slow the machine, there is no pause between these letters.
_TYPED_AT_ONCE = """texts => {
  const field = document.activeElement;
  for (const text of texts) {
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}"""


@pytest.fixture
def slack(gallery: Gallery, serving: Serving) -> Slack:
    """The workspace of all these tests, with nothing said so far: each has a message of its own."""
    serving.slack = gallery.slack
    for kept in (gallery.slack.posted, gallery.slack.answers, gallery.slack.slow):
        kept.clear()
    return gallery.slack


@pytest.fixture
def page(gallery: Gallery) -> Iterator[Page]:
    yield gallery.page
    gallery.page.keyboard.press("Escape")
    expect(gallery.page.locator(".popover")).to_have_count(0)


ONE, TWO = option("Cedar Ridge", "cedar"), option("Westlake", "west")


def row(page: Page, slack: Slack, kind: str, **rest: Any) -> Locator:
    """The element in a message of its own."""
    element = {"type": kind, "action_id": "it", **rest}
    return shown(page, slack, {"type": "actions", "elements": [element]}).locator("[data-action-id=it]")


def value(slack: Slack) -> Any:
    body = slack.said("actions")[-1]
    assert body["container"]["channel"] == DEAL
    assert (body["block_id"], body["action_id"]) == ("b0", "it")
    return body["value"]


def test_a_button_acts_once_and_waits(page: Page, slack: Slack) -> None:
    slack.slow["actions"] = 0.3
    button = row(page, slack, "button", text=plain("Save"), style="primary")
    button.click()
    expect(button).to_be_disabled()
    button.click(force=True)
    expect(button).to_be_enabled()
    assert len(slack.said("actions")) == 1
    assert value(slack) is None


def test_a_button_asks_first_if_the_app_wants_that(page: Page, slack: Slack) -> None:
    question = {
        "title": plain("Sure?"),
        "text": marked("It is *gone* then."),
        "confirm": plain("Erase"),
        "deny": plain("Keep"),
    }
    button = row(page, slack, "button", text=plain("Erase all"), confirm=question)
    button.click()
    dialog = page.get_by_role("dialog", name="Sure?")
    expect(dialog.locator("strong")).to_have_text("gone")
    dialog.get_by_role("button", name="Keep").click()
    assert not slack.posted
    button.click()
    dialog.get_by_role("button", name="Erase").click()
    assert value(slack) is None


def test_a_refused_action_is_told_and_can_be_tried_again(page: Page, slack: Slack) -> None:
    slack.answers["actions"] = (400, {"error": "That button is too old."})
    button = row(page, slack, "button", text=plain("Save"))
    button.click()
    expect(page.locator("[data-ephemeral]")).to_contain_text("That button is too old.")
    expect(button).to_be_enabled()


def test_a_menu_behind_dots_gives_the_option(page: Page, slack: Slack) -> None:
    row(page, slack, "overflow", options=[ONE, TWO]).click()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert value(slack) == TWO


def test_a_select_is_searched_and_walked_by_keys(page: Page, slack: Slack) -> None:
    groups = [{"label": plain("Mine"), "options": [ONE]}, {"label": plain("Others"), "options": [TWO]}]
    select = row(page, slack, "static_select", option_groups=groups, placeholder=plain("Which deal?"))
    expect(select).to_have_text("Which deal?")
    select.click()
    expect(page.get_by_role("option")).to_have_text(["Cedar Ridge", "Westlake"])
    page.get_by_role("combobox", name="Search: Which deal?").fill("wes")
    expect(page.get_by_role("option")).to_have_text(["Westlake"])
    page.keyboard.press("Enter")
    expect(select).to_have_text("Westlake")
    expect(select).to_be_focused()
    assert value(slack) == TWO


def test_an_external_select_asks_the_app_when_typing_pauses(page: Page, slack: Slack) -> None:
    slack.answers["options"] = (200, [ONE])
    select = row(page, slack, "external_select", min_query_length=2)
    select.click()
    expect(page.locator(".picker-note")).to_have_text("Type 2 letters to search")
    page.evaluate(_TYPED_AT_ONCE, ["c", "ce", "ced", "ceda"])
    page.get_by_role("option", name="Cedar Ridge").click()
    assert [body["query"] for body in slack.said("options")] == ["ceda"]
    assert slack.said("options")[0]["action_id"] == "it"
    assert value(slack) == ONE


def test_options_that_do_not_come_are_explained(page: Page, slack: Slack) -> None:
    slack.answers["options"] = (400, {"error": "The app took too long."})
    row(page, slack, "external_select", min_query_length=0).click()
    expect(page.locator(".picker-note")).to_have_text("The app took too long.")


def test_several_are_chosen_and_one_taken_back(page: Page, slack: Slack) -> None:
    select = row(page, slack, "multi_static_select", options=[ONE, TWO], initial_options=[ONE])
    select.click()
    page.get_by_role("option", name="Westlake").click()
    until(lambda: slack.said("actions")[-1]["value"] == [ONE, TWO])
    expect(select).to_be_enabled()
    page.get_by_role("option", name="Cedar Ridge").click()
    until(lambda: slack.said("actions")[-1]["value"] == [TWO])
    expect(select.locator(".chip")).to_have_text(["Westlake"])


@pytest.mark.parametrize(
    ("kind", "words", "chosen"),
    [
        ("users_select", "Omar Haddad", OMAR),
        ("channels_select", "#general", GENERAL),
        ("conversations_select", "#deal-cedar-ridge", DEAL),
        ("multi_users_select", "Omar Haddad", [OMAR]),
    ],
)
def test_people_and_channels_are_chosen_by_name(page: Page, slack: Slack, kind: str, words: str, chosen: Any) -> None:
    row(page, slack, kind).click()
    page.get_by_role("option", name=words).click()
    assert value(slack) == chosen


@pytest.mark.parametrize(
    ("kind", "typed", "sent"),
    [
        ("datepicker", "2026-12-08", "2026-12-08"),
        ("timepicker", "07:45", "07:45"),
        ("datetimepicker", "2026-12-08T07:45", datetime(2026, 12, 8, 7, 45, tzinfo=UTC).timestamp()),
    ],
)
def test_dates_and_times_are_told_as_slack_writes_them(
    page: Page, slack: Slack, kind: str, typed: str, sent: Any
) -> None:
    row(page, slack, kind).fill(typed)
    assert value(slack) == sent


def test_boxes_and_circles_tell_their_options(page: Page, slack: Slack) -> None:
    found = row(page, slack, "radio_buttons", options=[ONE, {**TWO, "description": marked("_far_ away")}])
    found.get_by_label("Westlake").check()
    assert value(slack)["value"] == "west"
    expect(found.locator("em")).to_have_text("far")


def test_an_input_in_a_message_acts_if_the_app_wants_that(page: Page, slack: Slack) -> None:
    element = {"type": "plain_text_input", "action_id": "it"}
    block = {"type": "input", "label": plain("Why?"), "dispatch_action": True, "element": element}
    found = shown(page, slack, block)
    found.get_by_label("Why?").fill("the price")
    found.get_by_label("Why?").press("Enter")
    assert value(slack) == "the price"
