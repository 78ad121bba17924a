import pytest

from dealbot import wiring
from dealbot.domain.observation import Reading
from dealbot.errors import ModelUnavailable
from dealbot.reading.ports import NoteText
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
        "embeddings": True,
        "reader": True,
        "model": None,
    }
    assert all(list(check) == ["check", "ok", "detail"] for check in checks)


def test_what_is_wrong_is_marked_and_fails(dealbot: Program) -> None:
    dealbot.data.write_text("a file where the folder should be")

    checked = dealbot("doctor")

    assert checked.code == 1
    assert "WRONG ledger: The ledger" in checked.out
    assert "ok    embeddings" in checked.out
    assert checked.err == "Something is wrong with: ledger, notes.\n"


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
