import stat
from pathlib import Path

import pytest
from sqlalchemy import text

from dealbot.errors import BadInput, StoreUnavailable
from dealbot.store.database import Database, open_database
from tests.store.book import START, Book


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("busy_timeout", 2000), ("secure_delete", 1)],
)
def test_sqlite_is_set_up_to_keep_what_was_committed(tmp_path: Path, pragma: str, value: object) -> None:
    with open_database(f"sqlite:///{tmp_path}/dealbot.db") as database, database.write() as session:
        assert session.execute(text(f"PRAGMA {pragma}")).scalar() == value


def test_folder_and_file_are_the_owners_alone(tmp_path: Path) -> None:
    open_database(f"sqlite:///{tmp_path}/data/dealbot.db").close()

    modes = [stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "data", tmp_path / "data" / "dealbot.db")]
    assert modes == [0o700, 0o600]


def test_a_session_for_reading_cannot_write(database: Database) -> None:
    with pytest.raises(StoreUnavailable), database.read() as session:
        session.execute(text("DELETE FROM deals"))


def test_a_session_for_reading_sees_one_moment(book: Book) -> None:
    deal = book.deal("Lakeshore")

    with book.database.read() as session:
        before = session.execute(text("SELECT count(*) FROM notes")).scalar()
        book.save(deal, "n1")
        after = session.execute(text("SELECT count(*) FROM notes")).scalar()

    assert before == after


def test_what_fails_half_way_leaves_nothing(book: Book) -> None:
    deal = book.deal("Lakeshore")

    def fail_half_way() -> None:
        with book.database.write() as session:
            session.execute(text("UPDATE deals SET name = 'Gone'"))
            raise BadInput

    with pytest.raises(BadInput):
        fail_half_way()

    with book.database.read() as session:
        assert session.execute(text("SELECT name FROM deals WHERE id = :deal"), {"deal": deal}).scalar() == "Lakeshore"


def test_what_was_written_is_there_when_opened_again(database_url: str) -> None:
    with open_database(database_url) as database:
        deal = Book(database).deal("Lakeshore")
        Book(database).save(deal, "n1", "Dana likes it.")

    with open_database(database_url) as database:
        assert Book(database, START).get("n1").note.text == "Dana likes it."


@pytest.mark.parametrize("address", ["nonsense", "mysql://somewhere/x", "sqlite://", "postgresql+asyncpg://x/y"])
def test_an_address_of_something_else_is_refused(address: str) -> None:
    with pytest.raises(BadInput, match=r"sqlite:/// or postgresql://\.$"):
        open_database(address)


def test_postgresql_is_addressed_as_everywhere(postgres_url: str) -> None:
    with open_database(postgres_url.replace("postgresql+psycopg://", "postgres://")) as database:
        assert database.url.drivername == "postgresql+psycopg"
