"""Several writers at once: each waits for its turn, and nothing is lost or kept twice."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from dealbot.domain.observation import Reading
from dealbot.domain.stakeholder import Stance
from dealbot.errors import BadInput
from dealbot.store.database import Session, open_database
from dealbot.store.deals import Deals
from dealbot.store.ledger import Ledger
from dealbot.store.notes import Notes
from dealbot.store.values import CorrectionIn, NoteIn, Saved
from tests.store.book import ADMIN, DAY, START, Book, person, stance_of


def test_one_note_sent_several_times_at_once_is_kept_once(book: Book) -> None:
    given = NoteIn("n1", book.deal("Lakeshore"), "Dana likes it.", DAY, START)

    def save(_: int) -> bool:
        with book.database.write() as session:
            return Notes(session, ADMIN).save(given).created

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(save, range(8))) == [False] * 7 + [True]


def test_one_deal_added_several_times_at_once_is_added_once(book: Book) -> None:
    def add(_: int) -> str:
        try:
            with book.database.write() as session:
                return Deals(session, ADMIN).add("Lakeshore", START).name
        except BadInput as error:
            return str(error).partition(":")[0]

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(add, range(8))) == ["Lakeshore"] + ["The name 'Lakeshore' is taken"] * 7


CHANGES: dict[str, Callable[[Session, int, Saved], object]] = {
    "save": lambda s, deal, _: Notes(s, ADMIN).save(NoteIn("n2", deal, "A call.", DAY, START)),
    "place": lambda s, _, saved: Notes(s, ADMIN).place(saved.note, None, START),
    "read": lambda s, _, saved: Ledger(s, ADMIN).append_reading(saved.version, Reading(DAY), [], START),
    "correct": lambda s, deal, _: Ledger(s, ADMIN).append_correction(
        CorrectionIn(deal, stance_of("Dana", Stance.OPPOSED), DAY, START)
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_a_deal_waits_for_who_is_changing_it(postgres_url: str, change: str) -> None:
    with open_database(postgres_url) as database:
        book = Book(database)
        deal, other = book.deal("Lakeshore"), book.deal("Mercy")
        saved = book.log(deal, "n1", person("Dana Ruiz"))

        def act() -> None:
            with database.write() as session:
                CHANGES[change](session, deal, saved)

        with ThreadPoolExecutor(1) as pool:
            with database.write() as session:
                Notes(session, ADMIN).place(saved.note, other, START)
                waiting = pool.submit(act)
                time.sleep(0.3)
                assert not waiting.done()
            waiting.result(timeout=5)
