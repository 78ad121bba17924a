"""A browser for all tests of the page, a workspace and a window for each."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Error, Page, Request, ViewportSize, sync_playwright

from tests.playground.page.seeing import Gallery
from tests.playground.page.stub import Serving, Slack, until
from tests.require import require

PATIENCE_MS = 30_000
DESKTOP: ViewportSize = {"width": 1280, "height": 800}


class Tab:
    """A page, and what it did that it never may."""

    def __init__(self, page: Page, home: str) -> None:
        self.page = page
        self.home = home
        self._wrong: list[str] = []
        page.on("pageerror", self._on_error)
        page.on("request", self._on_request)
        page.on("dialog", self._on_dialog)

    def wrongs(self) -> list[str]:
        """What went wrong since the last time of asking."""
        found, self._wrong = self._wrong, []
        return found

    def _on_error(self, error: Error) -> None:
        self._wrong.append(str(error))

    def _on_request(self, request: Request) -> None:
        if not request.url.startswith((self.home, "data:")):
            self._wrong.append(request.url)

    def _on_dialog(self, dialog: Dialog) -> None:
        self._wrong.append(dialog.message)
        dialog.dismiss()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    # For one module only: while it is there, this thread has a running event loop, which other tests cannot bear.
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


@pytest.fixture(scope="module")
def desktop(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=DESKTOP, locale="en-US", timezone_id="UTC", reduced_motion="reduce")
    context.set_default_timeout(PATIENCE_MS)
    yield context
    context.close()


@pytest.fixture(scope="module")
def tab(desktop: BrowserContext, serving: Serving) -> Tab:
    return Tab(desktop.new_page(), serving.url)


@pytest.fixture
def window(tab: Tab) -> Iterator[Page]:
    """A desktop's window, not yet anywhere; the test fails if the page asks another machine or breaks."""
    yield tab.page
    tab.page.goto("about:blank")
    assert tab.wrongs() == []


@pytest.fixture
def page(window: Page, slack: Slack) -> Page:
    """The page, open in the channel of the deal."""
    return opened(window, slack)


@pytest.fixture(scope="module")
def gallery(desktop: BrowserContext, serving: Serving) -> Iterator[Gallery]:
    """One page for all that is only looked at."""
    slack = serving.fresh()
    shown = Tab(desktop.new_page(), serving.url)
    yield Gallery(opened(shown.page, slack), slack)
    assert shown.wrongs() == []


def opened(page: Page, slack: Slack) -> Page:
    page.goto(slack.url)
    page.locator("article").first.wait_for()
    until(lambda: slack.sockets and any(path == "opened" for path, _, _ in slack.posted))
    return page
