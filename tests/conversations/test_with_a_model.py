"""Open questions in Slack with a model behind dealbot: cited sentences, and no more than the place may hear."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from dealbot.app.consult.look import Look, LookUp, SearchNotes
from dealbot.app.question import Intent
from dealbot.reading.consulting import Consultation
from dealbot.store.database import open_database
from tests.conversations.cast import ZONE
from tests.conversations.house import House, house
from tests.conversations.seen import messages
from tests.playground.workspace import Page

MORNING = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo(ZONE))
OPEN = "what keeps Lakeshore's IT team from falling out of love with our wiring?"


Opened = Callable[["Scripted"], AbstractContextManager[House]]


class Scripted:
    """A model that looks these things up, then says what it found of the interface."""

    def __init__(self, *looks: Look) -> None:
        self.looks = looks
        self.seen: list[str] = []

    def __call__(self, consultation: Consultation) -> str:
        tools = {tool.arguments: tool for tool in consultation.tools}
        self.seen = [line for look in self.looks for line in tools[type(look)].look(look).lines]
        of = next(line.partition(":")[0] for line in self.seen if "fine with the interface" in line)
        return f"Raj Patel is fine with the interface. [{of}]\nRaj Patel signed for $40K. [{of}]"


@pytest.fixture
def opened(ledger: Callable[[tuple[str, ...], str], str]) -> Opened:
    @contextmanager
    def begin(model: Scripted) -> Iterator[House]:
        url = ledger(("Lakeshore", "Norton"), "sqlite")
        with open_database(url) as database, house(database, MORNING, sockets=True, consult=model) as running:
            yield running

    return begin


def told(running: House) -> list[str]:
    assert not running.crashes
    return [shown.text for shown in messages(running.slack).values()]


def test_an_open_question_is_answered_in_sentences_with_their_words(opened: Opened) -> None:
    with opened(Scripted(SearchNotes(words="interface"))) as running:
        Page(running.slack, "U0PRIYA").say(OPEN, "D0PRIYA")
        running.settle()
        (answer,) = [text for text in told(running) if "Raj" in text]
    assert "Raj Patel is fine with the interface." in answer
    assert "(Priya, 2 Nov)" in answer
    assert "40" not in answer


def test_where_others_read_along_only_the_deal_of_the_question_is_looked_up(
    opened: Opened,
) -> None:
    model = Scripted(
        SearchNotes(words="interface"),
        SearchNotes(deal="Norton", words="interface"),
        LookUp(kind=Intent.PIPELINE),
        LookUp(kind=Intent.CONCERNS, all_deals=True),
    )
    with opened(model) as running:
        Page(running.slack, "U0PRIYA").say(f"<@U0DEALBOT> {OPEN}", "C0LAKESHORE")
        running.settle()
        assert any("Raj Patel is fine with the interface." in text for text in told(running))
    assert sum(line.startswith("not known: Others read along") for line in model.seen) == 3


def test_in_a_public_channel_the_answer_is_for_who_asked_alone(opened: Opened) -> None:
    with opened(Scripted(SearchNotes(words="interface"))) as running:
        Page(running.slack, "U0PRIYA").say(f"<@U0DEALBOT> {OPEN}", "C0OPEN")
        running.settle()
        answers = [shown for shown in messages(running.slack).values() if "Raj" in shown.text]
    assert [shown.only_to for shown in answers] == ["U0PRIYA"]
