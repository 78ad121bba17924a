"""An open ledger, and a book to write in it and read from it, one transaction for each act."""

from collections.abc import Iterator

import pytest

from dealbot.store.database import Database, open_database
from tests.store.book import Book


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """An open, empty ledger: once on SQLite, once on PostgreSQL."""
    with open_database(database_url) as opened:
        yield opened


@pytest.fixture
def book(database: Database) -> Book:
    """A book on an empty ledger."""
    return Book(database)
