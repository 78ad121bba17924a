"""A ledger on either database, and the real reader, opened once."""

from collections.abc import Iterator

import pytest

from dealbot.store.database import Database, open_database
from dealbot.wiring import open_builtin_reader
from tests.app.ledger.writing import Memo, Office


@pytest.fixture(scope="session")
def reader() -> Memo:
    """The built-in reader, which reads each note once."""
    return Memo(open_builtin_reader())


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """An open, empty ledger: once on SQLite, once on PostgreSQL."""
    with open_database(database_url) as opened:
        yield opened


@pytest.fixture
def office(database: Database, reader: Memo) -> Office:
    """A desk on an empty ledger with the real reader."""
    return Office.at(database, reader)
