import socket
import sqlite3
import subprocess
import sys
import tempfile
import textwrap
import time
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url, text
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from dealbot.errors import StoreUnavailable
from dealbot.store.database import Database, open_database
from dealbot.store.trouble import told_plainly
from tests.store.book import Book, person

LOCKED = "The ledger is being written by somebody else: nothing was saved, please try again in a moment."


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a ledger with one note was written and closed."""
    path = tmp_path / "dealbot.db"
    with open_database(f"sqlite:///{path}") as database:
        book = Book(database)
        book.log(book.deal("Lakeshore"), "n1", person("Dana Ruiz"))
    return path


def fill(database: Database, pages: int) -> None:
    with database.write() as session:
        used = session.execute(text("PRAGMA page_count")).scalar_one()
        session.execute(text(f"PRAGMA max_page_count = {used + pages}"))


def test_a_ledger_locked_by_another_writer_says_so_soon_and_loses_nothing(file: Path) -> None:
    other = sqlite3.connect(file, isolation_level=None)
    with open_database(f"sqlite:///{file}") as database:
        book = Book(database)
        other.execute("BEGIN IMMEDIATE")
        began = time.monotonic()
        with pytest.raises(StoreUnavailable, match=LOCKED):
            book.save(1, "n2")
        waited = time.monotonic() - began
        assert book.get("n1").note.id == "n1"
        other.execute("COMMIT")
        other.close()

        assert book.save(1, "n2").created
        assert 1.9 <= waited <= 4


def test_a_deal_locked_by_another_transaction_says_so_soon(postgres_url: str) -> None:
    with open_database(postgres_url) as database, psycopg.connect(postgres_url.replace("+psycopg", "")) as other:
        book = Book(database)
        deal = book.deal("Lakeshore")
        other.execute("SELECT id FROM deals FOR UPDATE")
        began = time.monotonic()
        with pytest.raises(StoreUnavailable, match=LOCKED):
            book.save(deal, "n1")
        waited = time.monotonic() - began
        other.rollback()

        assert book.save(deal, "n1").created
        assert 1.9 <= waited <= 4


OPENS_AS_NOBODY = """
    import os, sys, tempfile
    from dealbot.errors import StoreUnavailable
    from dealbot.store.database import open_database

    with tempfile.TemporaryDirectory() as folder:
        open_database(f"sqlite:///{folder}/dealbot.db").close()  # whatever is imported late is imported now
    if os.geteuid() == 0:
        os.setgid(65534)
        os.setuid(65534)
    try:
        open_database(sys.argv[1]).close()
    except StoreUnavailable as error:
        print(error)
"""


@pytest.mark.parametrize("there_before", [False, True])
def test_a_folder_that_is_read_only_says_so(there_before: bool) -> None:  # noqa: FBT001
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/dealbot.db"
        if there_before:
            open_database(url).close()
            Path(folder, "dealbot.db").chmod(0o444)
        Path(folder).chmod(0o555)
        command = [sys.executable, "-c", textwrap.dedent(OPENS_AS_NOBODY), url]
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        Path(folder).chmod(0o700)

    assert said == f"The ledger {folder}/dealbot.db cannot be written: its folder or file is read-only.\n"


def test_a_folder_that_is_a_file_says_so(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")

    with pytest.raises(StoreUnavailable, match=r"data/dealbot\.db cannot be opened: its folder is not a folder"):
        open_database(f"sqlite:///{tmp_path}/data/dealbot.db")


def test_a_full_disk_says_so_loses_nothing_and_recovers(file: Path) -> None:
    with open_database(f"sqlite:///{file}") as database:
        book = Book(database)
        fill(database, pages=2)
        with pytest.raises(StoreUnavailable, match=r"^The disk that holds the ledger .* is full or failing:"):
            book.save(1, "long", "word " * 40_000)
        assert [kept.note.id for kept in book.notes(1)] == ["n1"]
        fill(database, pages=1_000)

        assert book.save(1, "long", "word " * 40_000).created


@pytest.mark.parametrize(("start", "size"), [(0, 100), (4_096, 65_536)])
def test_a_damaged_file_is_named(file: Path, start: int, size: int) -> None:
    with file.open("r+b") as damaged:
        damaged.seek(start)
        damaged.write(b"\xff" * size)

    with (
        pytest.raises(StoreUnavailable, match=rf"^The ledger {file} is damaged: restore it from a backup\.$"),
        open_database(f"sqlite:///{file}") as database,
    ):
        Book(database).told(1)


def test_damage_that_no_question_has_met_yet_is_found_by_looking(file: Path) -> None:
    with open_database(f"sqlite:///{file}") as database:
        database.check()
        with database.read() as session:
            page = session.execute(text("SELECT rootpage FROM sqlite_master WHERE name = 'observations'")).scalar_one()
    with file.open("r+b") as damaged:
        damaged.seek((page - 1) * 4_096)
        damaged.write(b"\xff" * 4_096)

    with open_database(f"sqlite:///{file}") as database, pytest.raises(StoreUnavailable, match="is damaged: restore"):
        database.check()


def test_a_server_that_is_there_is_found_in_order(postgres_url: str) -> None:
    with open_database(postgres_url) as database:
        database.check()


def test_a_ledger_of_a_newer_version_is_refused(database_url: str) -> None:
    with open_database(database_url) as database, database.write() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(StoreUnavailable, match=r"was written by a newer version of dealbot: install that version"):
        open_database(database_url)


def test_a_server_that_is_not_there_says_so() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]

        with pytest.raises(StoreUnavailable, match=r"^The PostgreSQL server 127\.0\.0\.1/x cannot be") as refused:
            open_database(f"postgresql://somebody:secret@127.0.0.1:{port}/x")

    assert "secret" not in str(refused.value)


def test_a_database_that_is_not_there_says_so(postgres_url: str) -> None:
    with pytest.raises(StoreUnavailable, match=r"/nowhere cannot be reached or does not let dealbot in\.$"):
        open_database(make_url(postgres_url).set(database="nowhere"))


def test_a_cut_connection_loses_nothing_and_is_made_anew(postgres_url: str) -> None:
    with open_database(postgres_url) as database, psycopg.connect(postgres_url.replace("+psycopg", "")) as other:
        book = Book(database)
        deal = book.deal("Lakeshore")
        cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = %s"

        def write_while_cut_off() -> None:
            with database.write() as session:
                session.execute(text("UPDATE deals SET name = 'Half done'"))
                other.execute(cut, [database.url.database])
                session.execute(text("SELECT 1"))

        with pytest.raises(StoreUnavailable, match="cannot be reached"):
            write_while_cut_off()
        assert book.save(deal, "n1").created
        other.execute(cut, [database.url.database])
        assert book.get("n1").note.deal == "Lakeshore"


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        ("40P01", "written by somebody else"),
        ("25006", "read only"),
        ("53100", "full or failing"),
        ("XX001", "damaged"),
        ("53300", "cannot be reached"),
    ],
)
def test_what_postgresql_complains_of_has_its_sentence(state: str, sentence: str) -> None:
    complaint = psycopg.errors.lookup(state)()

    with pytest.raises(StoreUnavailable, match=sentence), told_plainly(make_url("postgresql://here/dealbot")):
        raise OperationalError(None, None, complaint)


def test_what_is_no_fault_of_the_store_passes_through(database: Database) -> None:
    with pytest.raises(DBAPIError), database.read() as session:
        session.execute(text("SELECT nonsense FROM nowhere"))


def test_without_its_driver_postgresql_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)

    with pytest.raises(StoreUnavailable, match=r"install dealbot\[postgres\]"):
        open_database("postgresql://here/dealbot")


def test_too_many_at_once_are_asked_to_wait() -> None:
    with pytest.raises(StoreUnavailable, match=LOCKED), told_plainly(make_url("sqlite:///dealbot.db")):
        raise PoolTimeoutError
