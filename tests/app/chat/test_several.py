"""A message of several calls, saved however often the saving breaks off."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, cast

import pytest

from dealbot.app.chat.acts import choose_calls
from dealbot.app.chat.memory import Memory, Unplaced, remembered
from dealbot.app.chat.replies import NoteCard, Reply
from dealbot.app.chat.said import Said, Where
from dealbot.app.chat.turn import Tell, Turn
from dealbot.app.desk import Desk
from dealbot.domain.principal import LOCAL_OPERATOR
from dealbot.store.books import Books
from dealbot.store.database import Database, open_database
from dealbot.wiring import open_builtin_reader

_NOW, _TODAY = datetime(2026, 11, 23, 16, tzinfo=UTC), date(2026, 11, 23)
_PLACE, _NOTE = "dm:local", "D0-1.000100"
_TEXT = "Mon 16 Nov - Dana Ruiz, CFO: worried about budget\nTue 17 Nov - Raj Patel, CIO: fine with it"
_SAID = Said("", Where.DM, _PLACE, "tap-1", _TODAY, _NOW)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk on a ledger with one deal, and the message waiting."""
    with open_database(f"sqlite:///{tmp_path}/dealbot.sqlite3") as database:
        yield _filled(database)


def _filled(database: Database) -> Desk:
    desk = Desk(database, open_builtin_reader, open_builtin_reader, lambda: _NOW, lambda: _TODAY)
    one = Unplaced(_TEXT, _NOTE, _TODAY, by=LOCAL_OPERATOR.user, several=True)
    with desk.writing(LOCAL_OPERATOR) as books:
        books.deals.add("Lakeshore", _NOW)
        books.talks.put(_PLACE, Memory(waiting=(one,)).as_json(), _NOW)
    return desk


def saved_all(desk: Desk, tell: Tell, tell_more: Tell) -> None:
    """Tap on [Save all]."""
    with desk.reading(LOCAL_OPERATOR) as books:
        memory = remembered(books.talks.get(_PLACE))
    turn = Turn(desk, cast(Any, None), cast(Any, None), LOCAL_OPERATOR, _SAID, memory, tell, tell_more)
    choose_calls(turn, _NOTE, as_one=False)


@pytest.mark.parametrize("breaks_at", ["first", "last"])
def test_what_breaks_off_is_done_again_and_nothing_twice(desk: Desk, breaks_at: str) -> None:
    told: list[Reply] = []

    def tell(_books: Books, replies: tuple[Reply, ...]) -> None:
        told.extend(replies)

    def breaks(_books: Books, _replies: tuple[Reply, ...]) -> None:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        saved_all(desk, breaks, breaks if breaks_at == "first" else tell)
    told.clear()
    saved_all(desk, tell, tell)

    days = [(reply.logged.note, reply.logged.on.day) for reply in told if isinstance(reply, NoteCard)]
    assert days == [(f"{_NOTE}-1", 16), (f"{_NOTE}-2", 17)]
    with desk.reading(LOCAL_OPERATOR) as books:
        [deal] = books.deals.all()
        kept = books.notes.of_deal(deal.id)
        assert [(each.note.id, each.note.version) for each in kept] == [(f"{_NOTE}-1", 1), (f"{_NOTE}-2", 1)]
        assert remembered(books.talks.get(_PLACE)).waiting == ()


def test_what_was_remembered_before_there_were_several_calls_is_still_understood() -> None:
    one = {"text": "Dana is fine.", "note": "n1", "on": "2026-11-23", "asks": False}
    values = Memory().as_json() | {"waiting": [one]}
    values.pop("dated_from")
    assert remembered(values).waiting == (Unplaced("Dana is fine.", "n1", _TODAY),)
