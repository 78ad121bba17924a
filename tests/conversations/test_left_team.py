"""A role-play of what worries somebody of a deal, after its player left the deal's team."""

from collections.abc import Callable, Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from dealbot.store.database import open_database
from tests.conversations.cast import ZONE, person, user_called
from tests.conversations.house import house
from tests.conversations.script import Stage

_NOTE = 'Lakeshore: Dana Ruiz, CFO, worries about the price: "we have no money before the budget locks"'
_OVER = "That deal is not among yours now, so this role-play is over."


@pytest.fixture
def stage(ledger: Callable[[tuple[str, ...], str], str]) -> Iterator[Stage]:
    """A conversation in which Sam plays Dana, of whose worry Priya's note tells, and then leaves the team."""
    at = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo(ZONE))
    with open_database(ledger(("Lakeshore",), "sqlite")) as database, house(database, at, sockets=True) as opened:
        stage = Stage(opened)
        opened.settle()
        stage._play({"priya says": _NOTE, "answer": ["Saved to Lakeshore"]})
        stage._play({"sam says": "role-play Dana at Lakeshore", "answer": ["Open at Dana Ruiz", "before the budget"]})
        with opened.desk.writing(person(user_called("priya"))) as books:
            (deal,) = books.deals.all()
            books.deals.leave(deal.id, user_called("sam"))
        yield stage


def test_it_is_over_and_nothing_of_the_deal_is_said(stage: Stage) -> None:
    never = ["Dana", "Lakeshore", "budget locks"]
    stage._play({"sam says": "I ask what is included in it.", "answer": [_OVER], "never": never})
    stage._play({"sam says": "interview prep", "answer": ["1 of 7"], "never": never})


def test_what_was_left_is_not_taken_up(stage: Stage) -> None:
    stage._play({"sam says": "pause", "answer": ["Paused"]})
    stage._play({"sam says": "resume", "answer": [_OVER], "never": ["Dana", "Lakeshore", "budget locks"]})
