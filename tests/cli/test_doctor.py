import pytest
from sqlalchemy import text

from dealbot import clock, wiring
from dealbot.domain.observation import Reading
from dealbot.errors import ModelUnavailable
from dealbot.reading.ports import NoteText
from dealbot.store.database import open_database
from dealbot.store.inbox import Inbox
from dealbot.store.post import Arrival
from tests.cli.running import NOTE, Program


class OutOfOrder:
    """A reader that is not there today."""

    version = "out of order"

    def read(self, note: NoteText) -> Reading:  # noqa: ARG002 - the port's own word
        raise ModelUnavailable("It does not answer.")


def test_all_is_well(dealbot: Program) -> None:
    checks = dealbot("doctor", "--json").json

    assert {check["check"]: check["ok"] for check in checks} == {
        "ledger": True,
        "notes": True,
        "queues": True,
        "embeddings": True,
        "reader": True,
        "model": None,
        "slack": None,
    }
    assert all(list(check) == ["check", "ok", "detail"] for check in checks)


def test_what_is_wrong_is_marked_and_fails(dealbot: Program) -> None:
    dealbot.data.write_text("a file where the folder should be")

    checked = dealbot("doctor")

    assert checked.code == 1
    assert "WRONG ledger: The ledger" in checked.out
    assert "ok    embeddings" in checked.out
    assert checked.err == "Something is wrong with: ledger, notes, queues.\n"


def test_notes_that_were_kept_but_never_read_are_named(dealbot: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(wiring, "open_builtin_reader", OutOfOrder)
        patch.setattr(wiring, "open_reader", lambda _: OutOfOrder())
        sentence = dealbot("log", "--deal", "Lakeshore", "--on", "2026-03-10", given=NOTE).sentence

    (note,) = dealbot("notes", "Lakeshore", "--json").json
    assert sentence == (
        f"The note is kept in Lakeshore as '{note['note']}' but was not read yet: log it again and it will be. "
        "It does not answer."
    )
    assert f"1 kept but not read yet, log them again: {note['note']}" in dealbot("doctor").out

    again = dealbot("log", "--deal", "Lakeshore", "--on", "2026-03-10", "--json", given=NOTE).json
    assert again["duplicate"]
    assert "Dana Ruiz" in {change["who"] for change in again["changes"]}
    assert dealbot("doctor").code == 0


def test_what_was_given_up_is_wrong_until_it_is_done_again(dealbot: Program) -> None:
    dealbot("deal", "list")
    with open_database(f"sqlite:///{dealbot.data}/dealbot.sqlite3") as database, database.write() as session:
        Inbox(session, "local").keep(Arrival("e1", "C1", "message", {}), clock.now())
        session.execute(text("UPDATE inbox SET state = 'dead'"))

    assert "1 things could not be analysed or sent; `dealbot requeue` tries them again" in dealbot("doctor").out
    assert dealbot("requeue", "--json").json == {"arrivals": 1, "postings": 0}
    assert "ok    queues: 1 arrivals to be worked on, 0 postings to be sent" in dealbot("doctor").out
