"""What can be wrong with the machine: each time one sentence, exit code 1, and no note lost."""

import os
import resource
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from dealbot.store.ledger import Ledger
from tests.cli.running import NOTE, Program

LOG = ("log", "--deal", "Lakeshore", "--on", "2026-03-10")
NOBODY = 65534


def ledger(dealbot: Program) -> Path:
    return dealbot.data / "dealbot.sqlite3"


@pytest.fixture
def logged(dealbot: Program) -> Program:
    """A deal with one note."""
    dealbot.log(text="Dana Ruiz, CFO, likes it.", name="n1")
    return dealbot


def notes(dealbot: Program) -> list[str]:
    return [note["note"] for note in dealbot("notes", "Lakeshore", "--json").json]


def test_a_ledger_that_somebody_else_writes_can_be_read_and_asks_to_try_again(logged: Program) -> None:
    with closing(sqlite3.connect(ledger(logged), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        sentence = logged(*LOG, given=NOTE).sentence
        assert notes(logged) == ["n1"]
        assert logged("deal", "list").code == 0
        assert logged("status", "Lakeshore").code == 0

    assert sentence == (
        "The ledger is being written by somebody else: nothing was saved, please try again in a moment."
    )
    assert logged(*LOG, given=NOTE).code == 0
    assert len(notes(logged)) == 2


def test_each_line_of_many_says_that_the_ledger_is_locked(logged: Program) -> None:
    with closing(sqlite3.connect(ledger(logged), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        request = '{"id": 1, "deal": "Lakeshore", "on": "2026-03-10", "text": "Met Raj."}\n'
        ran = logged("log", "--jsonl", "-", given=request)

    (answer,) = ran.lines
    assert (answer["error"]["code"], ran.code) == ("store_unavailable", 1)


@contextmanager
def as_nobody() -> Iterator[None]:
    """Do without the rights of root, to whom nothing is read-only."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def shared_folder() -> Iterator[Path]:
    """A folder that other users can reach, which pytest's are not."""
    folder = Path(tempfile.mkdtemp(prefix="dealbot-"))
    folder.chmod(0o755)
    yield folder
    make_writable(folder)
    shutil.rmtree(folder)


def make_writable(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755)


def test_a_folder_that_cannot_be_written_is_told(shared_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dealbot = Program(shared_folder / "data", monkeypatch)
    dealbot.log(text="Dana Ruiz, CFO, likes it.", name="n1")
    for path in dealbot.data.iterdir():
        path.chmod(0o444)
    dealbot.data.chmod(0o555)

    with as_nobody():
        sentences = {dealbot(*LOG, given=NOTE).sentence, dealbot("notes", "Lakeshore").sentence}

    assert sentences == {f"The ledger {ledger(dealbot)} cannot be written: its folder or file is read-only."}
    make_writable(shared_folder)
    assert notes(dealbot) == ["n1"]


def test_a_new_ledger_where_nothing_can_be_written_is_told(
    shared_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dealbot = Program(shared_folder / "closed" / "data", monkeypatch)
    dealbot.data.parent.mkdir(mode=0o555)

    with as_nobody():
        sentence = dealbot(*LOG, given=NOTE).sentence

    assert "cannot be written: its folder or file is read-only." in sentence


def test_a_full_disk_is_told_and_what_was_there_stays(logged: Program) -> None:
    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    ran = logged.apart(*LOG, given=NOTE * 3_000, preexec_fn=little_room)

    assert ran.sentence == f"The disk that holds the ledger {ledger(logged)} is full or failing: nothing was saved."
    assert notes(logged) == ["n1"]
    assert logged(*LOG, given=NOTE).code == 0


def test_no_room_for_a_new_ledger_is_told(dealbot: Program) -> None:
    def no_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))

    assert "is full or failing" in dealbot.apart(*LOG, given=NOTE, preexec_fn=no_room).sentence


def test_a_note_that_fits_but_whose_reading_does_not_is_kept_and_read_later(
    logged: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(self: Ledger, *_: object) -> None:
        """Let the disk be full just after the note was stored."""
        connection = self._session.connection()
        connection.exec_driver_sql("PRAGMA max_page_count = 1")
        connection.exec_driver_sql("CREATE TABLE more AS SELECT randomblob(100000) AS b")

    with monkeypatch.context() as patch:
        patch.setattr(Ledger, "append_introductions", fill)
        sentence = logged(*LOG, given=NOTE).sentence

    assert "The note is kept in Lakeshore as 'note-" in sentence
    assert sentence.endswith(
        f"log it again and it will be. The disk that holds the ledger {ledger(logged)} is full or failing."
    )
    again = logged(*LOG, "--json", given=NOTE).json
    assert again["duplicate"]
    assert again["changes"]


@pytest.mark.parametrize("mode", [0o555, 0o000])
def test_an_index_that_cannot_be_written_is_told(
    shared_folder: Path, monkeypatch: pytest.MonkeyPatch, mode: int
) -> None:
    dealbot = Program(shared_folder / "data", monkeypatch)
    dealbot.log(text="Dana Ruiz, CFO, likes it.", name="n1")
    (dealbot.data / "cache").mkdir(mode=mode)
    dealbot.data.chmod(0o777)
    ledger(dealbot).chmod(0o666)
    guide = shared_folder / "guide.md"
    guide.write_text("# Alarms\n\nAsk which alarms she silences most.\n")

    with as_nobody():
        sentences = {
            dealbot("ingest", str(guide)).sentence,
            dealbot("search", "alarms").sentence,
            dealbot("ask", "how do I answer a nurse who complains about alarm fatigue?").sentence,
        }
        assert dealbot("ask", "procurement wants a cheaper bid").code == 0  # which the guides need not answer

    index = dealbot.data / "cache" / "knowledge"
    assert sentences == {
        f"The index of the guides cannot be written: let dealbot write in its folder ({index}), then try again."
    }


def test_no_room_for_an_index_is_told_and_no_half_of_one_is_left(dealbot: Program) -> None:
    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    index = dealbot.data / "cache" / "knowledge"
    assert dealbot.apart("search", "alarm fatigue", preexec_fn=little_room).sentence == (
        f"The index of the guides cannot be written: make room on the disk of its folder ({index}), then try again."
    )
    assert [file.name for file in index.iterdir()] == ["lock"]


def test_a_ledger_of_a_newer_version_is_left_alone(logged: Program) -> None:
    with closing(sqlite3.connect(ledger(logged))) as other:
        other.execute("UPDATE alembic_version SET version_num = '9999'")
        other.commit()
    before = ledger(logged).read_bytes()

    assert logged(*LOG, given=NOTE).sentence == (
        f"The ledger {ledger(logged)} was written by a newer version of dealbot: install that version to open it."
    )
    assert ledger(logged).read_bytes() == before


def test_a_data_folder_that_is_a_file_is_told(dealbot: Program) -> None:
    dealbot.data.write_text("not a folder")

    assert dealbot(*LOG, given=NOTE).sentence == (
        f"The ledger {ledger(dealbot)} cannot be opened: its folder is not a folder that can be used."
    )


def test_a_file_that_is_no_ledger_is_told_and_left_alone(dealbot: Program) -> None:
    dealbot.data.mkdir()
    ledger(dealbot).write_bytes(b"something else entirely " * 100)

    assert "is damaged: restore it from a backup." in dealbot(*LOG, given=NOTE).sentence
    assert ledger(dealbot).read_bytes() == b"something else entirely " * 100


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("DEALBOT_TIMEZONE", "Mars/Olympus", "DEALBOT_TIMEZONE cannot be used: 'Mars/Olympus' is no time zone"),
        ("DEALBOT_TIMEZONE", "America", "DEALBOT_TIMEZONE cannot be used: 'America' is no time zone"),
        ("DEALBOT_MODEL_BAA", "perhaps", "DEALBOT_MODEL_BAA cannot be used: input should be a valid boolean"),
        ("DEALBOT_DEBUG", "perhaps", "DEALBOT_DEBUG cannot be used: input should be a valid boolean"),
        ("DEALBOT_DATABASE_URL", "nonsense", "The database address cannot be read"),
        ("DEALBOT_DATABASE_URL", "mysql://root@nowhere/x", "The ledger is kept in a file of SQLite or in PostgreSQL"),
        ("DEALBOT_DATABASE_URL", "postgresql://127.0.0.1:1/x", "cannot be reached or does not let dealbot in"),
        ("DEALBOT_DATABASE_URL", "postgresql://127.0.0.1:port/x", "The database address cannot be read"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(dealbot: Program, name: str, value: str, said: str) -> None:
    with_setting = Program(dealbot.data, dealbot.patch, {name: value})

    assert said in with_setting("deal", "list").sentence


def test_an_empty_setting_is_none(dealbot: Program) -> None:
    with_setting = Program(dealbot.data, dealbot.patch, {"DEALBOT_TIMEZONE": "", "DEALBOT_DATABASE_URL": ""})

    assert with_setting("deal", "list").code == 0


@pytest.mark.parametrize("name", ["with space", "100%25", "ünï", "a#b", "what?", "-"])
def test_a_data_folder_may_be_called_anything_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    odd = Program(tmp_path / name, monkeypatch)

    assert odd("deal", "add", "Lakeshore").out
    assert ledger(odd).exists()
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_a_data_folder_in_no_known_writing_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    odd = Program(tmp_path / "\udcff", monkeypatch)

    assert "is not written in UTF-8: choose another." in odd("deal", "list").sentence
