"""The criteria of leads are kept version by version, each workspace its own."""

from datetime import date, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from dealbot.domain.lead import SHIPPED, Criteria, Weights
from dealbot.domain.principal import Principal
from dealbot.store.lead_criteria import LeadCriteria
from tests.store.book import ADMIN, DAY, MAYA, STRANGER, Book

SLIP = "deals slip"


def add(book: Book, weights: Weights, why: str = SLIP, by: Principal = MAYA, on: date = DAY) -> Criteria:
    with book.database.write() as session:
        return LeadCriteria(session, by).add(weights, why, on, book.tick())


def every(book: Book, by: Principal = ADMIN) -> tuple[Criteria, ...]:
    with book.database.read() as session:
        return LeadCriteria(session, by).all()


def test_the_first_version_ships_and_lets_all_count_the_same(book: Book) -> None:
    assert every(book) == (SHIPPED,) == (Criteria(1, Weights(1, 1, 1, 1)),)


def test_every_version_is_kept_with_who_set_it_when_and_why(book: Book) -> None:
    second, third = add(book, Weights(timeline=2)), add(book, Weights(1, 2, 3, 4), "review", ADMIN)
    assert second == Criteria(2, Weights(timeline=2), "Maya", DAY, SLIP)
    assert every(book) == (SHIPPED, second, third)
    assert third == Criteria(3, Weights(1, 2, 3, 4), ADMIN.name, DAY, "review")


def test_the_same_again_on_its_day_is_no_version_and_on_another_it_is_a_look(book: Book) -> None:
    first = add(book, Weights(timeline=2))
    assert add(book, Weights(timeline=2)) == first
    assert add(book, Weights(timeline=2), on=DAY + timedelta(1)).version == 3


def test_of_an_instant_what_had_been_set_by_then_is_given(book: Book) -> None:
    first, known_at = add(book, Weights(timeline=2)), book.now
    add(book, Weights(fit=2))
    with book.database.read() as session:
        assert LeadCriteria(session, ADMIN).all(known_at) == (SHIPPED, first)


def test_another_workspace_has_criteria_of_its_own(book: Book) -> None:
    add(book, Weights(timeline=2))
    assert every(book, STRANGER) == (SHIPPED,)
    assert add(book, Weights(fit=3), by=STRANGER).version == 2
    assert len(every(book)) == 2


@pytest.mark.parametrize("change", ["DELETE FROM lead_criteria", "UPDATE lead_criteria SET budget = 9"])
def test_no_version_can_be_changed(book: Book, change: str) -> None:
    add(book, Weights(timeline=2))
    with pytest.raises(DBAPIError, match="only ever appended"), book.database.write() as session:
        session.execute(text(change))
