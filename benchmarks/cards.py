"""How soon the card stands below a note of ten sentences, one note a second: the whole bot against the local Slack."""

import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from benchmarks.figure import Figure
from benchmarks.reading import FIRST, LAST, STEPS, WORRIES
from dealbot import clock
from dealbot.domain.principal import LOCAL_OPERATOR
from dealbot.playground.demo import environment
from dealbot.playground.local_slack.seed import InstalledApp, Person, Room, Seed
from dealbot.playground.local_slack.server import LocalSlack
from dealbot.playground.workspace import APP_TOKEN, BOT_TOKEN, SIGNING_SECRET
from dealbot.settings import Settings
from dealbot.slack.app_manifest import manifest
from dealbot.slack.watch import Watch
from dealbot.store.books import writing
from dealbot.store.database import open_database

_WRITER = "U0WRITER"
_CHANNELS = 6
_PATIENCE_S = 60
_WARM_UP = 6


def figures(seconds: float) -> list[Figure]:
    """The times from each note to its card."""
    with tempfile.TemporaryDirectory() as folder, LocalSlack(_seed()) as slack, _bot(slack, Path(folder)):
        _say(slack, _WARM_UP)
        _cards(slack, _WARM_UP)
        sent = max(10, int(seconds))
        _say(slack, sent, _WARM_UP)
        times = sorted(_cards(slack, _WARM_UP + sent)[_WARM_UP:])
    return [
        Figure(f"card: of {len(times)} notes, one a second, median", times[len(times) // 2], 1_500, "ms"),
        Figure("card: 95 %", times[len(times) * 95 // 100], 2_000, "ms"),
    ]


def _seed() -> Seed:
    app = InstalledApp(manifest(), BOT_TOKEN, APP_TOKEN, SIGNING_SECRET)
    rooms = tuple(Room(_channel(n), f"deal-{n}", (_WRITER, app.user), "private") for n in range(_CHANNELS))
    return Seed(app, (Person(_WRITER, "Priya Nair"),), rooms)


@contextmanager
def _bot(slack: LocalSlack, folder: Path) -> Iterator[None]:
    with open_database(Settings(data_dir=folder).ledger_url) as database, writing(database, LOCAL_OPERATOR) as books:
        for number in range(_CHANNELS):
            deal = books.deals.add(f"Deal {number}", clock.now(), owner=_WRITER)
            books.deals.bind(deal.id, _channel(number))
    command = [sys.executable, "-m", "dealbot", "serve", "--socket", "--data", str(folder)]
    watch = Watch(command, 1, environment(slack.api_url))
    watch.look()
    until = time.monotonic() + _PATIENCE_S
    while not slack.world.courier.link.up and time.monotonic() < until:
        time.sleep(0.05)
    try:
        yield
    finally:
        watch.stop()


def _channel(number: int) -> str:
    return f"C0DEAL{number}"


def _say(slack: LocalSlack, notes: int, first: int = 0) -> None:
    """Say so many notes, each when it is due."""
    start = time.monotonic()
    for number in range(first, first + notes):
        time.sleep(max(0.0, start + (number - first) - time.monotonic()))
        said = {"channel": _channel(number % _CHANNELS), "thread_ts": None, "text": f"@dealbot {_note(number)}"}
        _page(slack, "messages", {}, said)


def _note(number: int) -> str:
    """A note of ten sentences of which none is in any other."""
    sentences = []
    for part in range(3):
        at = number * 3 + part
        names = {"first": FIRST[at % 10], "last": LAST[at // 10 % 10], "number": at + 2}
        sentences += [
            f"Met {names['first']} {names['last']} for the {at}th time.",
            f"{names['first']} says {WORRIES[at % 4].format(**names)}.",
            f"{STEPS[at % 2].format(**names)}.",
        ]
    return " ".join([*sentences, f"They like plan {number} for a pilot."])


def _cards(slack: LocalSlack, wanted: int) -> list[float]:
    """Wait for so many cards; milliseconds from each note to its card, in the order of the notes."""
    until = time.monotonic() + _PATIENCE_S
    while True:
        channels = [_page(slack, "messages", {"channel": _channel(n)}, None) for n in range(_CHANNELS)]
        cards = [m for channel in channels for m in channel if m["bot"] and m["thread_ts"]]
        if len(cards) >= wanted or time.monotonic() > until:
            in_order = sorted(cards, key=lambda card: float(card["thread_ts"]))
            return [(float(card["ts"]) - float(card["thread_ts"])) * 1_000 for card in in_order]
        time.sleep(0.2)


def _page(slack: LocalSlack, what: str, query: dict[str, str], body: dict[str, Any] | None) -> list[dict[str, Any]]:
    answer = httpx.request(
        "GET" if body is None else "POST", f"{slack.url}/page/{what}", params={"user": _WRITER, **query}, json=body
    )
    found = answer.raise_for_status().json()
    return found if isinstance(found, list) else []
