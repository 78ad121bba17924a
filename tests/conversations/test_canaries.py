"""Where people stand never leaves the deal's team: whatever is asked in public, or by others, wherever they ask."""

from collections.abc import Callable

import pytest

from dealbot.store.database import open_database
from tests.asked import QUESTIONS
from tests.conversations.cast import user_called
from tests.conversations.house import house
from tests.conversations.script import Script, Stage
from tests.conversations.seen import Shown, messages

NUANCE = """\
@dealbot Nora Velez, CFO, is opposed now: "quixotic numbers, no money before the marmalade review".
Ivan Kos, CIO, is our champion, he wants it before the zeppelin freeze.
They fear layoffs after the periwinkle merger. My read: Nora will follow Ivan, the old walrus.
private: I think the tangerine job is up for grabs"""
CANARIES = ("quixotic", "marmalade", "zeppelin", "periwinkle", "walrus", "tangerine")
STANDS = ("opposed", "concerned", "supportive", "committed", "Nora Velez", "Ivan Kos")
OPEN = "#lakeshore-open"


@pytest.fixture
def ledger_of_lakeshore(ledger: Callable[[tuple[str, ...], str], str]) -> str:
    return ledger(("Lakeshore",), "sqlite")


def test_no_nuance_leaves_the_team(ledger_of_lakeshore: str) -> None:
    with (
        open_database(ledger_of_lakeshore) as database,
        house(database, Script("", ()).at, sockets=True) as opened,
    ):
        stage = Stage(opened)
        stage.play(Script("", ({"priya says": NUANCE, "in": OPEN},)))
        asked = [question.format(deal="Lakeshore", person="Nora Velez") for question in QUESTIONS]
        stage.play(Script("", tuple({"priya says": f"@dealbot {question}", "in": OPEN} for question in asked)))
        stage.play(Script("", tuple({"tom says": f"@dealbot {question}", "in": OPEN} for question in asked)))
        stage.play(Script("", tuple({"tom says": question, "in": "dm"} for question in asked)))
        shown = messages(opened.slack).values()
        tom = user_called("tom")
        public = [each for each in shown if each.where.startswith(OPEN) and each.only_to is None]
        toms = [each for each in shown if each.only_to == tom or _channel_of(each) == f"D{tom[1:]}"]
    assert public
    assert toms
    assert [each.text for each in (*public, *toms) if any(word in each.text for word in (*CANARIES, *STANDS))] == []


def _channel_of(shown: Shown) -> str:
    return shown.message.channel if shown.message is not None else ""
