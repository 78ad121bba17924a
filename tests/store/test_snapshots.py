from datetime import date, timedelta

from dealbot.domain.principal import Principal
from dealbot.store.snapshots import Snapshot, Snapshots
from tests.store.book import ADMIN, PRIYA, SAM, Book

MONDAY = date(2026, 11, 16)
WEEK = timedelta(days=7)


def of(deal: int, on: date, yes: int) -> Snapshot:
    return Snapshot(deal, on, 2_400_000, "2027-Q2", "commit", "at_risk", yes, 6)


def take(book: Book, *snapshots: Snapshot, by: Principal = ADMIN) -> int:
    with book.database.write() as session:
        return Snapshots(session, by).take(snapshots, book.tick())


def before(book: Book, day: date, by: Principal = ADMIN) -> tuple[Snapshot, ...]:
    with book.database.read() as session:
        return Snapshots(session, by).last_before(day)


def test_the_rows_of_a_monday_are_kept_once_and_read_back_as_they_were(book: Book) -> None:
    lakeshore, mercy = book.deal("Lakeshore"), book.deal("Mercy")
    assert take(book, of(lakeshore, MONDAY, 3)) == 1
    assert take(book, of(lakeshore, MONDAY, 5), of(mercy, MONDAY, 1)) == 1

    assert before(book, MONDAY + WEEK) == (of(lakeshore, MONDAY, 3), of(mercy, MONDAY, 1))


def test_the_last_monday_before_a_day_is_compared_with(book: Book) -> None:
    deal = book.deal("Lakeshore")
    take(book, of(deal, MONDAY - WEEK, 2))
    take(book, of(deal, MONDAY, 3))

    assert before(book, MONDAY) == (of(deal, MONDAY - WEEK, 2),)
    assert before(book, MONDAY - WEEK) == ()


def test_nobody_reads_the_snapshot_of_a_deal_that_they_may_not_see(book: Book) -> None:
    deal = book.deal("Lakeshore", by=PRIYA)
    take(book, of(deal, MONDAY, 3), by=PRIYA)

    assert before(book, MONDAY + WEEK, by=PRIYA) == (of(deal, MONDAY, 3),)
    assert before(book, MONDAY + WEEK, by=SAM) == ()


def test_where_there_are_no_deals_nothing_is_kept(book: Book) -> None:
    assert take(book) == 0
