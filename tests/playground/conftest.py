"""A running local Slack, a page on it, and a bot that reaches it either way."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from slack_bolt import App

from dealbot.playground.local_slack.server import LocalSlack
from tests.playground.bot import Seen, bolt_app, over_http, over_sockets
from tests.playground.workspace import Page, manifest, seed


@dataclass(frozen=True)
class Bot:
    """A Bolt app that is connected, and what reached it."""

    slack: LocalSlack
    app: App
    seen: Seen


@pytest.fixture
def slack() -> Iterator[LocalSlack]:
    """A workspace that talks Socket Mode and keeps nothing."""
    with LocalSlack(seed()) as running:
        yield running


@pytest.fixture
def page(slack: LocalSlack) -> Page:
    """The page as Ana uses it."""
    return Page(slack)


@pytest.fixture(params=["http", "sockets"])
def bot(request: pytest.FixtureRequest) -> Iterator[Bot]:
    """A bot that is connected, once by signed HTTP and once by Socket Mode."""
    by_sockets = request.param == "sockets"
    with LocalSlack(seed(manifest(sockets=by_sockets))) as running:
        seen = Seen()
        app = bolt_app(running, seen)
        with over_sockets(running, app) if by_sockets else over_http(running, app):
            yield Bot(running, app, seen)


@pytest.fixture
def ana(bot: Bot) -> Page:
    """The page as Ana uses it, where there is a bot."""
    return Page(bot.slack)
