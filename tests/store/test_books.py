import pytest

from dealbot.errors import StoreUnavailable
from dealbot.store.books import identify, reading, writing
from dealbot.store.database import Database
from tests.store.book import ADMIN, START, STRANGER


def test_what_is_written_in_the_books_is_read_in_them(database: Database) -> None:
    with writing(database, ADMIN) as books:
        deal = books.deals.add("Lakeshore", START)

    with reading(database, ADMIN) as books:
        assert (books.principal, books.deals.all()) == (ADMIN, (deal,))
    with reading(database, STRANGER) as books:
        assert books.deals.all() == ()


def test_books_opened_for_reading_take_no_writing(database: Database) -> None:
    with pytest.raises(StoreUnavailable), reading(database, ADMIN) as books:
        books.deals.add("Lakeshore", START)


def test_the_local_operator_is_known_without_registration(database: Database) -> None:
    assert identify(database, ADMIN.workspace, ADMIN.user) == ADMIN
