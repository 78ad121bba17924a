"""The demo with two deals, as `dealbot demo` runs it, and a browser to use it with."""

import shutil
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from dealbot.playground.demo import Demo
from dealbot.playground.demo_deals import demo_deals
from dealbot.playground.load import load
from dealbot.settings import Settings
from dealbot.wiring import open_desk
from tests.require import require

PICTURES = Path(__file__).parents[2] / "build" / "screenshots"
DEALS = ("Lakeshore Health", "Mercy Valley")


@dataclass(frozen=True)
class Running:
    """A demo that runs, with its folder and page."""

    folder: Path
    url: str


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """The demo, its page on a free port."""
    folder = tmp_path_factory.mktemp("demo")
    desk = open_desk(Settings(data_dir=folder))
    for _ in load(desk, [deal for deal in demo_deals() if deal.name in DEALS]):
        pass
    desk.database.close()
    stop, port = Event(), _free_port()
    said: list[str] = []
    thread = Thread(target=Demo(folder, port).run, args=(lambda: None, said.append, stop), daemon=True)
    thread.start()
    while not said:
        time.sleep(0.1)
    yield Running(folder, f"http://127.0.0.1:{port}")
    stop.set()
    thread.join(30)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    chromium = shutil.which("chromium")
    require(chromium, "no Chromium")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page on a desktop."""
    opened = browser.new_page(viewport={"width": 1280, "height": 800})
    opened.set_default_timeout(60_000)
    yield opened
    opened.close()


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])
