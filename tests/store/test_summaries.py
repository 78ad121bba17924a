from datetime import date

from dealbot.store.deals import Deals
from dealbot.store.summaries import Summaries
from dealbot.store.values import Summary
from tests.store.book import ADMIN, DAY, Book


def test_the_last_summary_of_each_deal_is_kept(book: Book) -> None:
    lakeshore, mercy = book.deal("Lakeshore"), book.deal("Mercy")
    with book.database.write() as session:
        summaries = Summaries(session, ADMIN)
        summaries.put(lakeshore, DAY, None, {"standing": "stuck"})
        summaries.put(lakeshore, DAY, date(2026, 4, 1), {"standing": "on_track", "aligned": ["Dana"]})
        summaries.put(mercy, DAY, None, {})

    with book.database.read() as session:
        assert Summaries(session, ADMIN).get_all() == (
            Summary(lakeshore, DAY, date(2026, 4, 1), {"standing": "on_track", "aligned": ["Dana"]}),
            Summary(mercy, DAY, None, {}),
        )


def test_a_merged_deal_has_no_summary_of_its_own(book: Book) -> None:
    lakeshore, mercy = book.deal("Lakeshore"), book.deal("Mercy")
    with book.database.write() as session:
        Summaries(session, ADMIN).put(mercy, DAY, None, {})
        Deals(session, ADMIN).merge(lakeshore, mercy, book.tick())

        assert Summaries(session, ADMIN).get_all() == ()
