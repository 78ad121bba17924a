"""What tests of the page do again and again."""

from dataclasses import dataclass
from itertools import count
from typing import Any

from playwright.sync_api import Locator, Page

from tests.playground.page.sample import DEAL, of_bot
from tests.playground.page.stub import Slack


@dataclass(frozen=True)
class Gallery:
    """A page and the workspace it shows."""

    page: Page
    slack: Slack


_minutes = count(100)


def shown(page: Page, slack: Slack, *blocks: dict[str, Any], **rest: Any) -> Locator:
    """The message of the bot with these blocks, once the page shows it."""
    message = of_bot(next(_minutes), *blocks, **rest)
    slack.send("message", channel=DEAL, message=message)
    return seen(page, message)


def seen(page: Page, message: dict[str, Any]) -> Locator:
    """The message on the page, not in the thread beside it."""
    found = page.locator(f'#conversation article[data-ts="{message["ts"]}"]')
    found.wait_for()
    return found


def composer(page: Page) -> Locator:
    return page.locator("#conversation [data-composer] textarea")


def channel(page: Page, channel_id: str) -> Locator:
    return page.locator(f'nav [data-channel="{channel_id}"]')


def become(page: Page, name: str) -> None:
    page.locator("[data-user].user-switch").click()
    page.get_by_role("menuitemradio", name=name).click()
