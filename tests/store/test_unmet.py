"""Questions that no guide answered are kept once, counted by asker, and tell of nobody."""

from datetime import date, timedelta

from dealbot.domain.principal import Principal, Role, User
from dealbot.store.deals import Deals
from dealbot.store.unmet import Called, Unmet, UnmetQuestions
from dealbot.store.users import Users
from tests.store.book import ADMIN, DAY, PRIYA, SAM, STRANGER, Book, person

ASKED = "What is TEFCA?"


def keep(book: Book, by: Principal, text: str = ASKED, on: date = DAY) -> bool:
    with book.database.write() as session:
        return UnmetQuestions(session, by).keep(text, on, book.tick())


def since(book: Book, day: date = DAY, by: Principal = ADMIN) -> tuple[Unmet, ...]:
    with book.database.read() as session:
        return UnmetQuestions(session, by).since(day)


def called(book: Book, *words: str, by: Principal = SAM) -> Called:
    with book.database.read() as session:
        return UnmetQuestions(session, by).called(words)


def test_a_question_is_kept_once_for_its_asker_and_day(book: Book) -> None:
    assert [keep(book, PRIYA), keep(book, PRIYA), keep(book, SAM), keep(book, PRIYA, on=DAY + timedelta(1))] == [
        True,
        False,
        True,
        True,
    ]
    assert since(book) == (
        Unmet(PRIYA.user, DAY, ASKED),
        Unmet(SAM.user, DAY, ASKED),
        Unmet(PRIYA.user, DAY + timedelta(1), ASKED),
    )
    assert len(since(book, DAY + timedelta(1))) == 1


def test_a_question_with_an_answer_that_was_none_is_kept_once_for_its_asker_and_those_words(book: Book) -> None:
    def unfit(mark: str, on: date = DAY) -> bool:
        with book.database.write() as session:
            return UnmetQuestions(session, PRIYA).keep(ASKED, on, book.tick(), mark)

    assert [keep(book, PRIYA), unfit("a"), unfit("a", DAY + timedelta(1)), unfit("b")] == [True, True, False, True]
    assert [each.unfit for each in since(book)] == ["", "a", "b"]


def test_another_workspace_sees_none_of_it(book: Book) -> None:
    keep(book, PRIYA)
    assert since(book, by=STRANGER) == ()


def test_the_names_of_all_deals_are_told_even_of_those_that_one_may_not_see(book: Book) -> None:
    with book.database.write() as session:
        deal = Deals(session, PRIYA).add("Lakeshore", book.tick(), account="Lakeshore Health")
        Deals(session, PRIYA).alias(deal.id, "The lake")
    assert called(book).deals == (("Lakeshore", "Lakeshore Health", "The lake"),)
    assert called(book, by=STRANGER).deals == ()


def test_people_are_told_who_have_one_of_the_words_in_their_name(book: Book) -> None:
    book.log(
        book.deal("Lakeshore", by=PRIYA),
        "n1",
        person("Dana Ruiz"),
        person("Lena Ortiz"),
        person("José Vidal"),
        by=PRIYA,
    )
    with book.database.write() as session:
        Users(session, ADMIN).add(User("U-TOM", "Tom Ortiz", frozenset({Role.AE})))
    assert called(book, "ruiz", "rui").people == ("Dana Ruiz",)
    assert called(book, "josé").people == ("José Vidal",)
    assert called(book, "ortiz").people == ("Lena Ortiz", "Tom Ortiz")
    assert called(book, "o_tiz", "tefca").people == ()
    assert called(book, "ruiz", by=STRANGER).people == ()
    assert called(book).people == ()
