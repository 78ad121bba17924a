import pytest

from dealbot.domain.dropped import DraftState
from dealbot.domain.principal import Principal
from dealbot.errors import BadInput
from dealbot.store.documents import Documents, KeptDocument, content_of, shelved
from dealbot.store.policies import Policies
from tests.store.book import ADMIN, PRIYA, STRANGER, Book

APPROVED, DISCARDED, DRAFT = DraftState.APPROVED, DraftState.DISCARDED, DraftState.DRAFT


def drop(book: Book, content: bytes, path: str = "guide.md", by: Principal = ADMIN) -> tuple[KeptDocument, bool]:
    with book.database.write() as session:
        return Documents(session, by).drop(path, content, book.tick())


def decide(book: Book, kept: KeptDocument, state: DraftState, by: Principal = ADMIN) -> bool:
    with book.database.write() as session:
        return Documents(session, by).decide(kept.key, state, book.tick())


def state(book: Book, kept: KeptDocument) -> DraftState:
    with book.database.read() as session:
        return Documents(session, ADMIN).get(kept.key).state


def found(book: Book) -> list[tuple[str, str, bytes]]:
    with book.database.read() as session:
        return [(each.workspace, each.name, content_of(session, each)) for each in shelved(session)]


def test_a_dropped_file_is_a_draft_kept_to_the_byte_with_who_dropped_it_and_when(book: Book) -> None:
    kept, new = drop(book, b"\x00%PDF\xff", by=PRIYA)

    assert new
    assert (kept.content, kept.author, kept.at, kept.version, kept.state) == (
        b"\x00%PDF\xff",
        "Priya",
        book.now,
        1,
        DRAFT,
    )
    assert found(book) == []


def test_an_approved_document_is_answered_from_until_it_is_taken_out(book: Book) -> None:
    kept, _ = drop(book, b"one")

    assert decide(book, kept, APPROVED)
    assert found(book) == [("local", "guide.md", b"one")]
    assert decide(book, kept, DISCARDED)
    assert found(book) == []


def test_a_new_version_is_a_draft_beside_the_approved_one_until_it_takes_its_place(book: Book) -> None:
    first, _ = drop(book, b"one")
    decide(book, first, APPROVED)
    second, new = drop(book, b"two")

    assert (new, second.version, second.state, state(book, first)) == (True, 2, DRAFT, APPROVED)
    assert found(book) == [("local", "guide.md", b"one")]
    assert decide(book, second, APPROVED)
    assert state(book, first) is DISCARDED
    assert found(book) == [("local", "guide.md", b"two")]


def test_a_newer_draft_takes_the_place_of_an_older_one(book: Book) -> None:
    first, _ = drop(book, b"one")
    second, _ = drop(book, b"two")

    assert (state(book, first), state(book, second)) == (DISCARDED, DRAFT)
    assert not decide(book, first, APPROVED)
    assert found(book) == []


def test_the_same_file_again_changes_nothing_as_a_draft_or_approved(book: Book) -> None:
    first, _ = drop(book, b"one")

    assert drop(book, b"one") == (first, False)
    decide(book, first, APPROVED)
    again, new = drop(book, b"one")
    assert (again.key, again.state, new) == (first.key, APPROVED, False)


def test_what_was_discarded_can_be_dropped_anew(book: Book) -> None:
    first, _ = drop(book, b"one")
    decide(book, first, DISCARDED)
    second, new = drop(book, b"one")

    assert (new, second.version, second.state) == (True, 2, DRAFT)
    assert not decide(book, first, APPROVED)


def test_a_verdict_is_passed_once(book: Book) -> None:
    kept, _ = drop(book, b"one")

    assert decide(book, kept, APPROVED)
    assert not decide(book, kept, APPROVED)


def test_another_workspace_neither_sees_nor_decides_on_ours(book: Book) -> None:
    ours, _ = drop(book, b"ours")
    theirs, new = drop(book, b"theirs", by=STRANGER)

    assert (new, theirs.version) == (True, 1)
    with pytest.raises(BadInput, match="no such document"):
        decide(book, ours, APPROVED, by=STRANGER)
    decide(book, ours, APPROVED)
    decide(book, theirs, APPROVED, by=STRANGER)
    assert found(book) == [("elsewhere", "guide.md", b"theirs"), ("local", "guide.md", b"ours")]


def test_the_newest_text_of_an_added_policy_note_is_answered_from_too(book: Book) -> None:
    for text in ("first", "second"):
        with book.database.write() as session:
            Policies(session, ADMIN).add("a", text, book.tick())

    assert found(book) == [("local", "a", b"second")]
