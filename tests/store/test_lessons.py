"""What the workspace has learnt, on both databases: in its deal first, in all deals once it is said."""

import pytest

from dealbot.domain.evidence import Span
from dealbot.domain.lesson import Lesson, LessonKind, LessonState
from dealbot.domain.observation import Observation
from dealbot.errors import BadInput
from dealbot.store.lessons import KeptLesson, Lessons
from tests.store.book import ADMIN, PRIYA, SAM, STRANGER, Book, alias, person


def known(book: Book) -> dict[int, LessonState]:
    with book.database.read() as session:
        return {kept.key: kept.state for kept in Lessons(session, ADMIN).all()}


def agreed(book: Book, lesson: int) -> bool:
    with book.database.read() as session:
        return Lessons(session, ADMIN).agreed(lesson)


def lessons(told: tuple[Observation, ...]) -> list[tuple[str, bool, str, str | None]]:
    items = [(o, o.item) for o in told if isinstance(o.item, Lesson)]
    return [(item.words, item.shared, o.origin.note, o.origin.author) for o, item in items]


@pytest.fixture
def two(book: Book) -> tuple[int, int]:
    """Priya's deal and Sam's."""
    return book.deal("Lakeshore", by=PRIYA), book.deal("Norton", by=SAM)


def test_a_lesson_counts_in_its_deal_until_it_is_taken_back(book: Book, two: tuple[int, int]) -> None:
    saved = book.log(two[0], "n1", person("O"))
    key = book.correct(two[0], alias("Dr O", "Lena Ortiz"), saved.note, by=PRIYA)

    assert lessons(book.told(two[0])) == [("Dr O", False, "n1", "Priya")]
    assert lessons(book.told(two[1])) == []
    assert known(book) == {key: LessonState.DEAL}

    then = book.now
    book.withdraw(key)
    assert lessons(book.told(two[0])) == []
    assert len(lessons(book.told(two[0], known_at=then))) == 1
    assert known(book) == {key: LessonState.TAKEN_BACK}


def test_a_lesson_of_all_deals_counts_in_each_without_telling_where_it_is_from(
    book: Book, two: tuple[int, int]
) -> None:
    key = book.correct(two[0], alias("Dr O", "Lena Ortiz"), by=PRIYA)
    before = book.now
    book.decide(key, LessonState.WORKSPACE, by=PRIYA)

    assert lessons(book.told(two[0], by=PRIYA)) == [("Dr O", False, "", "Priya")]
    assert lessons(book.told(two[1], by=SAM)) == [("Dr O", True, "", None)]
    assert lessons(book.told(two[1], by=SAM, known_at=before)) == []
    assert lessons(book.told(two[1], by=PRIYA)) == []
    assert lessons(book.told(book.deal("Elsewhere", by=STRANGER), by=STRANGER)) == []

    book.decide(key, LessonState.REFUSED, by=PRIYA)
    assert lessons(book.told(two[1], by=SAM)) == []


def test_a_lesson_goes_where_its_note_goes(book: Book, two: tuple[int, int]) -> None:
    saved = book.log(two[0], "n1", person("O"))
    key = book.correct(two[0], alias("Dr O", "Lena Ortiz"), saved.note)

    book.place(saved.note, two[1])
    assert (lessons(book.told(two[0])), len(lessons(book.told(two[1])))) == ([], 1)

    book.place(saved.note, None)
    assert known(book) == {key: LessonState.TAKEN_BACK}


def test_two_people_agree_who_teach_the_same_in_two_deals(book: Book, two: tuple[int, int]) -> None:
    first = book.correct(two[0], alias("Dr O", "Lena Ortiz"), by=PRIYA)
    again = book.correct(two[0], alias("Dr. O", "Lena Ortiz"), by=PRIYA)
    other = book.correct(two[1], alias("Dr O", "Omar Diaz"), by=SAM)
    assert [agreed(book, key) for key in (first, again, other)] == [False, False, False]

    same = book.correct(two[1], alias("dr o", "lena ortiz"), by=SAM)
    assert agreed(book, same)

    book.decide(same, LessonState.OFFERED, by=SAM)
    assert not agreed(book, same)
    assert not agreed(book, book.correct(book.deal("Mercy", by=SAM), alias("Dr O", "Lena Ortiz"), by=SAM))


def test_nobody_agrees_with_what_was_taken_back_or_was_taught_in_the_same_deal(
    book: Book, two: tuple[int, int]
) -> None:
    book.withdraw(book.correct(two[0], alias("Dr O", "Lena Ortiz"), by=PRIYA))
    book.correct(two[1], alias("Dr O", "Lena Ortiz"))

    assert not agreed(book, book.correct(two[1], alias("Dr O", "Lena Ortiz"), by=SAM))


def test_nothing_is_decided_of_a_lesson_taken_back_or_not_there(book: Book, two: tuple[int, int]) -> None:
    key = book.correct(two[0], Lesson(LessonKind.STANCE, "concerned", "supportive", Span("likes it", 3, 11)))
    with book.database.read() as session:
        assert Lessons(session, ADMIN).get(key) == KeptLesson(
            key,
            Lesson(LessonKind.STANCE, "concerned", "supportive", Span("likes it", 3, 11)),
            LessonState.DEAL,
            "Lakeshore",
            "",
            "operator",
            Lessons(session, ADMIN).get(key).on,
        )
    book.withdraw(key)

    with pytest.raises(BadInput, match=f"Lesson #{key} was taken back"):
        book.decide(key, LessonState.WORKSPACE)
    with pytest.raises(BadInput, match="There is no lesson #99"):
        book.decide(99, LessonState.WORKSPACE)
