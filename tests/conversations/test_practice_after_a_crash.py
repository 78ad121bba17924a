"""A worker killed at any moment of an answer: it is marked, scheduled and replied to once, and no question is lost."""

import signal
import subprocess
import sys
from collections.abc import Callable

import pytest

from dealbot.app.practice.keeping import current
from dealbot.domain.principal import LOCAL_WORKSPACE
from dealbot.slack.holding import LEASE
from dealbot.store.books import identify, reading
from dealbot.store.database import open_database
from tests.conversations.house import House, house
from tests.conversations.script import Script, Stage
from tests.conversations.seen import messages
from tests.playground.workspace import Page, eventually

PRACTICE = ({"tom says": "practice the CFO", "in": "dm"},)
CHECK = (
    {"erin says": "make a cohort November with @tom, due 4 Dec, decks meeting the CFO", "in": "dm"},
    {"erin taps": "Send to 1"},
    {"tom taps": "Start"},
)
PACE_S = 2
CASES = [
    *((PRACTICE, "Covered", when, "sqlite") for when in ("in hand", "while it is marked", "after sending")),
    (CHECK, "Kept: 1 of 2", "before sending", "sqlite"),
    (CHECK, "Kept: 1 of 2", "in the transaction", "postgres"),
]
ANSWER = "I ask what is included and show three-year savings."


def killed(opened: House, when: str) -> None:
    """Let a worker take what waits, and die of it."""
    eventually(opened._all_delivered)
    opened.slack.advance(PACE_S)
    url = opened.database.url.render_as_string(hide_password=False)
    at = opened.desk.now().isoformat()
    command = [sys.executable, "-m", "tests.conversations.dying", when, url, opened.slack.api_url, at]
    ended = subprocess.run(command, check=False, capture_output=True, timeout=120)
    assert (ended.returncode, ended.stderr) == (-signal.SIGKILL, b"")
    opened.slack.advance(LEASE.total_seconds() + 1)


@pytest.mark.parametrize(("begin", "told", "when", "store"), CASES)
def test_an_answer_outlasts_its_worker(
    ledger: Callable[[tuple[str, ...], str], str],
    begin: tuple[dict[str, str], ...],
    told: str,
    when: str,
    store: str,
) -> None:
    with open_database(ledger((), store)) as database, house(database, Script("", ()).at, sockets=True) as opened:
        stage = Stage(opened)
        stage.play(Script("", begin))
        Page(opened.slack, "U0TOM").say(ANSWER, "D0TOM")
        killed(opened, when)
        opened.settle()

        shown = [each.text for each in messages(opened.slack).values()]
        assert sum(told in text for text in shown) == 1, shown
        tom = identify(database, LOCAL_WORKSPACE, "U0TOM")
        with reading(database, tom) as books:
            (kept,) = books.practice.reviews()
            assert [each.standing.card for each in books.practice.schedules()] == [kept.review.card]
        following = current(opened.room, tom)
        assert following is not None
        assert (following.number, following.of) == (2, 2)
        stage.play(Script("", ({"tom taps": "Next", "answer": "2 of 2"},)))
        assert opened.given_up() == 0
