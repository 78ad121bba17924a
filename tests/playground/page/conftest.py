"""A browser for all tests of the page, a workspace and a window for each."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.playground.page.stub import Serving, Slack
from tests.require import require

DESKTOP = {"width": 1280, "height": 800}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    require(chromium, "no Chromium")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def serving() -> Iterator[Serving]:
    served = Serving()
    yield served
    served.stop()


@pytest.fixture
def slack(serving: Serving) -> Slack:
    return serving.fresh()


@pytest.fixture
def window(browser: Browser, slack: Slack) -> Iterator[Page]:
    """A desktop's window, not yet anywhere; it fails if the page asks another machine or breaks."""
    context = browser.new_context(viewport=DESKTOP, locale="en-US", timezone_id="UTC", reduced_motion="reduce")
    page = context.new_page()
    page.set_default_timeout(5000)
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda request: request.url.startswith((slack.url, "data:")) or wrong.append(request.url))
    page.on("dialog", lambda dialog: wrong.append(dialog.message))
    yield page
    context.close()
    assert not wrong


@pytest.fixture
def page(window: Page, slack: Slack) -> Page:
    """The page, open in the channel of the deal."""
    window.goto(slack.url)
    window.get_by_role("textbox", name="Message #deal-cedar-ridge").wait_for()
    return window
