"""A world to practise in, once on SQLite and once on PostgreSQL."""

from collections.abc import Iterator

import pytest

from dealbot.store.database import open_database
from tests.app.practice.room import World


@pytest.fixture
def world(database_url: str) -> Iterator[World]:
    """An empty ledger with a guide to practise from."""
    with open_database(database_url) as database:
        yield World(database)
