"""Cohorts as they are changed: people leave, decks come, the day of a check moves."""

from dataclasses import replace
from datetime import timedelta

from dealbot.domain.principal import LOCAL_WORKSPACE, Principal, Role
from dealbot.store.cohorts import Cohorts
from tests.store.book import DAY, Book
from tests.store.practising import EVE, check

TOM, ANN = (Principal(LOCAL_WORKSPACE, f"U-{name}", name, frozenset({Role.AE})) for name in ("Tom", "Ann"))


def test_who_leaves_a_cohort_is_in_it_no_longer_and_their_check_stays(book: Book) -> None:
    given = check(book, TOM, ANN)
    with book.database.write() as session:
        Cohorts(session, EVE).leave(given.cohort, [TOM.user])
        assert Cohorts(session, EVE).get(given.cohort).members == (ANN.user,)
        assert [each.id for each in Cohorts(session, TOM).my_checks()] == [given.id]


def test_decks_and_day_of_a_cohort_are_as_they_were_set_last(book: Book) -> None:
    given = check(book, TOM)
    with book.database.write() as session:
        cohorts = Cohorts(session, EVE)
        wanted = replace(cohorts.get(given.cohort), decks=("a.md", "b.md"), due_on=DAY + timedelta(days=9))
        assert cohorts.change(wanted) == cohorts.get(given.cohort) == wanted


def test_a_check_is_due_on_the_day_it_was_moved_to_last(book: Book) -> None:
    given, other = check(book, TOM), check(book, TOM, name="Dec")
    with book.database.write() as session:
        cohorts = Cohorts(session, EVE)
        for days in (20, 10):
            cohorts.move(given.cohort, DAY + timedelta(days=days), book.tick())
        due = {each.id: each.due_on for each in cohorts.checks()}
    assert due == {given.id: DAY + timedelta(days=10), other.id: other.due_on}


def test_a_cohort_that_is_ended_stays_to_be_read_and_its_check_asks_nothing_more(book: Book) -> None:
    given = check(book, TOM)
    later = check(book, TOM, name="Dec")
    with book.database.write() as session:
        cohorts = Cohorts(session, EVE)
        cohorts.end(given.cohort, book.tick())
        assert [(each.name, each.ended_on is None) for each in cohorts.all()] == [("Dec", True), ("Nov", False)]
        assert [each.id for each in Cohorts(session, TOM).mine()] == [later.cohort]
        (ended,) = cohorts.checks(given.cohort)
        assert (ended.ended, ended.asked({"c1"}, ()), ended.asked({"c1"}, {"c1"})) == (True, 0, 1)
