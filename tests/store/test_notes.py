from datetime import UTC, date, datetime

import pytest
from sqlalchemy.exc import StatementError

from dealbot.domain.note import CallNote, Redaction
from dealbot.domain.stakeholder import Stance
from dealbot.errors import BadInput, UnknownDeal, UnknownNote
from dealbot.store.notes import Notes
from dealbot.store.values import NoteIn
from tests.store.book import ADMIN, DAY, PRIYA, SAM, START, Book, person


def test_a_note_is_kept_whole(book: Book) -> None:
    said_at = datetime(2026, 3, 10, 15, 30, tzinfo=UTC)
    given = NoteIn(
        "n1", book.deal("Lakeshore"), "Dana 🙂 [MRN removed]", DAY, START, "Priya", said_at, (Redaction("mrn", 7, 20),)
    )
    with book.database.write() as session:
        Notes(session, ADMIN).save(given)

    assert book.get("n1").note == CallNote(
        "n1", 1, "Lakeshore", given.text, DAY, START, "Priya", said_at, given.redactions
    )


def test_the_same_id_and_text_again_changes_nothing(book: Book) -> None:
    deal = book.deal("Lakeshore")
    first = book.save(deal, "n1", "Dana likes it.")

    again = book.save(deal, "n1", "Dana likes it.", on=date(2026, 4, 1))

    assert (again.note, again.version, again.number) == (first.note, first.version, 1)
    assert again.duplicate
    assert not again.created
    assert book.get("n1").note.on == DAY


def test_the_same_id_with_new_text_is_a_new_version(book: Book) -> None:
    deal = book.deal("Lakeshore")
    first = book.save(deal, "n1", "Dana likes it.")

    second = book.save(deal, "n1", "Dana hates it.")

    assert (second.note, second.number, second.duplicate) == (first.note, 2, False)
    assert book.get("n1").note.text == "Dana hates it."
    with book.database.read() as session:
        assert [note.version for note in Notes(session, ADMIN).versions(first.note)] == [1, 2]


def test_going_back_to_an_earlier_text_is_a_version_too(book: Book) -> None:
    deal = book.deal("Lakeshore")
    texts = ("Dana likes it.", "Dana hates it.", "Dana likes it.")

    numbers = [book.save(deal, "n1", text).number for text in texts]

    assert numbers == [1, 2, 3]


def test_the_same_id_on_another_deal_is_another_note(book: Book) -> None:
    lakeshore, mercy = book.deal("Lakeshore"), book.deal("Mercy")
    book.save(lakeshore, "n1", "Dana likes it.")
    book.save(mercy, "n1", "Raj likes it.")

    assert book.get("n1", lakeshore).note.text == "Dana likes it."
    assert book.get("n1", mercy).note.text == "Raj likes it."
    with pytest.raises(BadInput, match="There is a note 'n1' on 'Lakeshore' and 'Mercy': say which deal"):
        book.get("n1")


def test_a_note_that_is_not_there_is_unknown(book: Book) -> None:
    with pytest.raises(UnknownNote, match="There is no note called 'n1'"):
        book.get("n1", book.deal("Lakeshore"))


@pytest.mark.parametrize("name", ["", "@1"])
def test_what_is_set_on_a_deal_is_no_note(book: Book, name: str) -> None:
    deal = book.deal("Lakeshore")

    assert book.notes(deal) == ()
    with pytest.raises(UnknownNote):
        book.get(name)
    with pytest.raises(BadInput, match="A note needs an id"):
        book.save(deal, "")


def test_a_note_moved_to_its_right_deal_is_found_there_again(book: Book) -> None:
    wrong, right = book.deal("Lakeshore"), book.deal("Mercy")
    saved = book.save(wrong, "n1")
    book.place(saved.note, right)

    again = [book.save(deal, "n1") for deal in (wrong, right)]

    assert [(one.note, one.deal, one.duplicate) for one in again] == [(saved.note, right, True)] * 2


def test_where_a_note_went_is_told_by_where_it_came_from(book: Book) -> None:
    wrong, right = book.deal("Lakeshore"), book.deal("Mercy")
    book.place(book.save(wrong, "n1").note, right)

    with book.database.read() as session:
        notes = Notes(session, ADMIN)
        assert [notes.where(name, wrong) for name in ("n1", "n2")] == [right, None]


def test_two_notes_of_one_id_on_a_deal_are_told_apart_by_where_they_came_from(book: Book) -> None:
    lakeshore, mercy = book.deal("Lakeshore"), book.deal("Mercy")
    for deal, name in ((lakeshore, "Dana Ruiz"), (mercy, "Raj Patel")):
        book.log(deal, "n1", person(name, Stance.SUPPORTIVE))
    book.place(book.get("n1", lakeshore).key, mercy)

    assert {kept.note.id for kept in book.notes(mercy)} == {"n1", f"n1@{lakeshore}"}
    assert {o.origin.note for o in book.told(mercy)} == {"n1", f"n1@{lakeshore}"}
    assert "Dana" in book.get(f"n1@{lakeshore}").note.text
    assert "Raj" in book.get("n1", mercy).note.text


def test_a_note_taken_back_is_on_no_list_but_can_be_put_back(book: Book) -> None:
    deal = book.deal("Lakeshore")
    saved = book.save(deal, "n1")

    assert book.place(saved.note, None)
    assert not book.place(saved.note, None)
    assert book.notes(deal) == ()
    assert book.get("n1").undone
    assert book.save(deal, "n1").undone
    assert book.place(saved.note, deal)
    assert [kept.note.id for kept in book.notes(deal)] == ["n1"]


def test_a_note_placed_where_it_is_stays(book: Book) -> None:
    deal = book.deal("Lakeshore")

    assert not book.place(book.save(deal, "n1").note, deal)


def test_a_note_cannot_be_saved_or_moved_to_a_deal_that_is_not_there(book: Book) -> None:
    saved = book.save(book.deal("Lakeshore"), "n1")

    with pytest.raises(UnknownDeal):
        book.save(99, "n2")
    with pytest.raises(UnknownDeal):
        book.place(saved.note, 99)
    with pytest.raises(UnknownNote):
        book.place(99, saved.deal)


def test_the_notes_of_a_deal_come_by_the_day_of_the_call(book: Book) -> None:
    deal = book.deal("Lakeshore")
    for name, day in (("late", 20), ("early", 2), ("middle", 11)):
        book.save(deal, name, on=date(2026, 3, day))

    assert [kept.note.id for kept in book.notes(deal)] == ["early", "middle", "late"]


def test_a_note_no_reader_has_read_is_known_as_unread(book: Book) -> None:
    deal = book.deal("Lakeshore")
    first, second = book.save(deal, "n1"), book.save(deal, "n2")
    book.read(first, person("Dana Ruiz"))
    with book.database.read() as session:
        unread = Notes(session, ADMIN).unread()

    assert [kept.version for kept in unread] == [second.version]
    assert [book.save(deal, name).unread for name in ("n1", "n2")] == [False, True]


def test_what_no_database_keeps_is_replaced_one_for_one(book: Book) -> None:
    book.save(book.deal("Lakeshore"), "n\x001", "a\x00b\ud800c")

    assert book.get("n\ufffd1").note.text == "a\ufffdb\ufffdc"


def test_an_instant_without_a_zone_is_refused(book: Book) -> None:
    given = NoteIn("n1", book.deal("Lakeshore"), "A call.", DAY, START.replace(tzinfo=None))

    with pytest.raises(StatementError, match="an instant needs a time zone"), book.database.write() as session:
        Notes(session, ADMIN).save(given)


def test_a_long_note_is_kept_whole(book: Book) -> None:
    words = "Dana asked about the queue. " * 8_000

    book.save(book.deal("Lakeshore"), "n1", words)

    assert book.get("n1").note.text == words


def test_private_words_are_shown_only_to_who_logged_them(book: Book) -> None:
    text = "Dana is in.\nprivate: she may leave\nNext call Friday."
    deal = book.deal("Lakeshore", by=PRIYA)
    given = NoteIn("n1", deal, text, DAY, START, private=((12, 34),))
    with book.database.write() as session:
        Notes(session, PRIYA).save(given)

    shown = book.get("n1", by=ADMIN).note.text
    assert shown == "Dana is in.\n" + "█" * 22 + "\nNext call Friday."
    assert book.get("n1", by=PRIYA).note.text == text
    with book.database.read() as session:
        assert Notes(session, ADMIN).of_deal(deal, to_read=True)[0].note.text == text


def test_a_note_moved_out_of_sight_is_not_written_to(book: Book) -> None:
    mine, theirs = book.deal("Lakeshore", by=PRIYA), book.deal("Mercy", by=SAM)
    book.place(book.save(mine, "n1", by=PRIYA).note, theirs)

    with pytest.raises(BadInput, match="The note 'n1' was moved to another deal: log this one under another id"):
        book.save(mine, "n1", "Something new.", by=PRIYA)
