"""Who one is, where one is, and on what: people, channels, phones, lost connections."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.playground.page.conftest import PATIENCE_MS
from tests.playground.page.sample import DEAL, DIRECT, GENERAL, OMAR, message, text_input, view
from tests.playground.page.seeing import become, channel, composer, seen
from tests.playground.page.stub import Slack, until


@pytest.fixture
def phone(browser: Browser, slack: Slack) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, locale="en-US"
    )
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.goto(slack.url)
    yield page
    context.close()


def test_the_list_shows_channels_and_the_bot(page: Page, slack: Slack) -> None:
    expect(page.get_by_role("heading", name="Harbor Health Tech")).to_be_visible()
    expect(channel(page, DEAL)).to_have_accessible_name("deal-cedar-ridge, private channel")
    expect(channel(page, GENERAL)).to_have_accessible_name("general, channel")
    expect(channel(page, DIRECT)).to_have_accessible_name("dealbot, direct message, active")
    slack.send("bot", up=False)
    expect(channel(page, DIRECT).locator("[data-presence=down]")).to_be_visible()
    expect(channel(page, DIRECT)).to_have_accessible_name("dealbot, direct message, away")


def test_becoming_somebody_else_changes_everything(page: Page, slack: Slack) -> None:
    channel(page, DIRECT).click()
    composer(page).fill("mine alone")
    become(page, "Omar Haddad")
    expect(page.locator(".user-switch")).to_have_attribute("data-user", OMAR)
    expect(channel(page, DIRECT)).to_have_count(0)
    expect(channel(page, "D0OMAR")).to_have_attribute("aria-current", "page")
    expect(composer(page)).to_have_value("")
    composer(page).fill("where do we stand?")
    composer(page).press("Enter")
    slack.said("messages")
    assert [user for path, user, _ in slack.posted if path == "messages"] == [OMAR]
    until(lambda: list(slack.sockets.values()) == [OMAR])


def test_the_address_opens_a_channel_with_a_draft(window: Page, slack: Slack) -> None:
    window.goto(f"{slack.url}index.html?channel=general&draft=Saw%20Ellen%20today")
    field = window.get_by_role("textbox", name="Message #general")
    expect(field).to_have_value("Saw Ellen today")
    expect(field).to_be_focused()


def test_the_address_of_a_message_shows_it(window: Page, slack: Slack) -> None:
    root = slack.messages[DEAL][0]
    reply = message(6, "a reply", thread_ts=root["ts"])
    slack.messages[DEAL].append(reply)
    window.goto(f"{slack.url}?channel={DEAL}&ts={reply['ts']}")
    expect(window.get_by_role("complementary", name="Thread").locator(f'[data-ts="{reply["ts"]}"]')).to_be_focused()


def test_a_hint_goes_into_the_composer_and_the_panel_can_be_dismissed(page: Page) -> None:
    panel = page.get_by_role("region", name="Three things to try")
    expect(panel.get_by_role("listitem")).to_have_count(3)
    panel.get_by_role("button", name="Ask where Cedar Ridge stands").click()
    expect(composer(page)).to_have_value("Ask where Cedar Ridge stands")
    panel.get_by_role("button", name="Dismiss").click()
    expect(panel).to_have_count(0)


def test_a_lost_connection_is_said_and_what_was_missed_is_read(page: Page, slack: Slack) -> None:
    banner = page.locator("#banner")
    until(lambda: slack.sockets)
    slack.open = False
    slack.drop()
    expect(banner).to_contain_text("reconnecting…")
    missed = message(7, "said meanwhile", user=OMAR)
    slack.messages[DEAL].append(missed)
    slack.open = True
    expect(seen(page, missed)).to_be_visible()
    expect(banner).to_be_hidden()
    slack.send("message", channel=DEAL, message=message(8, "and after", user=OMAR))
    expect(page.get_by_text("and after", exact=True)).to_be_visible()


def test_the_page_waits_for_a_workspace_that_sleeps(window: Page, slack: Slack) -> None:
    slack.open = False
    window.goto(slack.url)
    expect(window.locator("#banner")).to_contain_text("The workspace is asleep.")
    slack.open = True
    expect(composer(window)).to_be_visible()
    expect(window.locator("#banner")).to_be_hidden()


def test_on_a_phone_list_conversation_and_thread_each_fill_the_screen(phone: Page) -> None:
    expect(channel(phone, DEAL)).to_be_visible()
    expect(composer(phone)).to_be_hidden()
    channel(phone, DEAL).tap()
    expect(composer(phone)).to_be_visible()
    expect(channel(phone, DEAL)).to_be_hidden()
    phone.locator("#conversation .tool-more").first.tap()
    phone.get_by_role("menuitem", name="Reply in thread").tap()
    expect(phone.get_by_role("textbox", name="Reply in thread")).to_be_visible()
    expect(composer(phone)).to_be_hidden()
    phone.get_by_role("button", name="Back to the channel").tap()
    expect(composer(phone)).to_be_visible()
    phone.get_by_role("button", name="Back to the list").tap()
    expect(channel(phone, GENERAL)).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") == 390


def test_on_a_phone_a_modal_fills_the_screen(phone: Page, slack: Slack) -> None:
    slack.send("view", view=view(text_input("note", "Note")))
    phone.get_by_role("dialog").wait_for()
    assert phone.get_by_role("dialog").bounding_box() == {"x": 0, "y": 0, "width": 390, "height": 844}


def test_everything_is_reached_by_keys(page: Page, slack: Slack) -> None:
    page.locator("body").press("Tab")
    reached = set()
    for _ in range(40):
        reached.add(
            page.evaluate("document.activeElement.dataset.channel ?? document.activeElement.getAttribute('aria-label')")
        )
        page.keyboard.press("Tab")
    assert {DEAL, GENERAL, DIRECT, "Send", "Message #deal-cedar-ridge", "Reply in thread", "Dismiss"} <= reached
    assert slack.said("opened") == [{"channel": DEAL}]
