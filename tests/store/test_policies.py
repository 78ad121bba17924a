from dealbot.domain.principal import Principal
from dealbot.store.policies import KeptPolicy, Policies
from tests.store.book import ADMIN, PRIYA, STRANGER, Book


def add(book: Book, policy: str, text: str, by: Principal = ADMIN) -> tuple[KeptPolicy, bool]:
    with book.database.write() as session:
        return Policies(session, by).add(policy, text, book.tick())


def every(book: Book, by: Principal = ADMIN) -> tuple[KeptPolicy, ...]:
    with book.database.read() as session:
        return Policies(session, by).all()


def test_the_newest_version_of_each_note_counts_with_who_added_it_and_when(book: Book) -> None:
    add(book, "b", "first")
    add(book, "a", "only")
    newer, new = add(book, "b", "second", by=PRIYA)

    assert (newer.version, newer.author, newer.at, new) == (2, "Priya", book.now, True)
    assert [(kept.policy, kept.text) for kept in every(book)] == [("a", "only"), ("b", "second")]


def test_of_an_instant_what_had_been_added_by_then_counts(book: Book) -> None:
    first, _ = add(book, "a", "first")
    add(book, "a", "second")
    add(book, "b", "later")

    with book.database.read() as session:
        assert Policies(session, ADMIN).all(first.at) == (first,)


def test_the_same_text_again_changes_nothing(book: Book) -> None:
    first, _ = add(book, "a", "text")

    assert add(book, "a", "text", by=PRIYA) == (first, False)


def test_another_workspace_has_notes_of_its_own(book: Book) -> None:
    add(book, "a", "ours")
    assert every(book, by=STRANGER) == ()
    add(book, "a", "theirs", by=STRANGER)

    assert [kept.text for kept in every(book)] == ["ours"]
