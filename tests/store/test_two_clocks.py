from collections.abc import Callable

import pytest

from dealbot.domain.stakeholder import Stance
from dealbot.store.deals import Deals
from tests.store.book import ADMIN, PRIYA, SAM, Book, person, stance_of


def log_again(book: Book, deal: int, _other: int) -> None:
    book.log(deal, "n1", person("Raj Patel"))


def read_again(book: Book, deal: int, _other: int) -> None:
    book.read(book.save(deal, "n1", repr(person("Dana Ruiz"))), person("Raj Patel"))


def move_away(book: Book, deal: int, other: int) -> None:
    book.place(book.get("n1", deal).key, other)


def move_here(book: Book, deal: int, other: int) -> None:
    book.place(book.log(other, "n1", person("Mei Lin")).note, deal)


def take_back(book: Book, deal: int, _other: int) -> None:
    book.place(book.get("n1", deal).key, None)


def correct_note(book: Book, deal: int, _other: int) -> None:
    book.correct(deal, stance_of("Dana Ruiz", Stance.COMMITTED), book.get("n1", deal).key)


def correct_deal(book: Book, deal: int, _other: int) -> None:
    book.correct(deal, stance_of("Dana Ruiz", Stance.COMMITTED))


def merge_in(book: Book, deal: int, other: int) -> None:
    book.log(other, "n1", person("Mei Lin"))
    book.correct(other, stance_of("Mei Lin", Stance.COMMITTED))
    with book.database.write() as session:
        Deals(session, ADMIN).merge(deal, other, book.tick())


def merge_away(book: Book, deal: int, other: int) -> None:
    merge_in(book, other, deal)


LATER = [log_again, read_again, move_away, move_here, take_back, correct_note, correct_deal, merge_in, merge_away]


@pytest.mark.parametrize("learn_more", LATER)
def test_an_old_answer_is_told_again_exactly(book: Book, learn_more: Callable[[Book, int, int], None]) -> None:
    deal, other = book.deal("Lakeshore"), book.deal("Mercy")
    saved = book.log(deal, "n1", person("Dana Ruiz", Stance.OPPOSED))
    book.correct(deal, stance_of("Dana Ruiz", Stance.SUPPORTIVE), saved.note)
    withdrawn_later = book.correct(deal, stance_of("Raj Patel", Stance.SUPPORTIVE))
    then, told, notes = book.now, book.told(deal), book.notes(deal)

    learn_more(book, deal, other)
    book.withdraw(withdrawn_later)

    assert len(told) == 3
    assert book.told(deal) != told
    assert book.told(deal, known_at=then) == told
    assert book.notes(deal, known_at=then) == notes


def test_what_was_moved_away_is_not_told_to_those_left_behind_even_as_of_before(book: Book) -> None:
    wrong, right = book.deal("Lakeshore", by=PRIYA), book.deal("Mercy", by=SAM)
    saved = book.log(wrong, "n1", person("Dana Ruiz"), by=PRIYA)
    then = book.now
    assert book.told(wrong, PRIYA, then) != ()

    book.place(saved.note, right)

    assert book.told(wrong, PRIYA, then) == ()
    assert book.notes(wrong, PRIYA, then) == ()
    assert book.told(wrong, ADMIN, then) != ()


def test_nothing_is_known_before_it_was_recorded(book: Book) -> None:
    before = book.tick()
    deal = book.deal("Lakeshore")
    book.log(deal, "n1", person("Dana Ruiz"))
    book.correct(deal, stance_of("Dana Ruiz", Stance.OPPOSED))

    assert book.told(deal, known_at=before) == ()
