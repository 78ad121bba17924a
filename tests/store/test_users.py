import pytest

from dealbot.domain.principal import LOCAL_OPERATOR, Principal, Role, User
from dealbot.errors import BadInput
from dealbot.store.users import Users, principal_of
from tests.store.book import ADMIN, STRANGER, Book

PRIYA = User("U1", "Priya Shah", frozenset({Role.AE}), "east", "Europe/Berlin")


def test_a_user_is_registered_and_found_by_id_or_name(book: Book) -> None:
    with book.database.write() as session:
        users = Users(session, ADMIN)
        users.add(PRIYA)
        users.add(User("U2", "Émile", frozenset()))

        assert users.all() == (PRIYA, User("U2", "Émile"))
        assert users.find("U1") == users.find("priya shah") == PRIYA
        assert users.find("émile").id == "U2"
        with pytest.raises(BadInput, match="There already is a user 'U1'"):
            users.add(PRIYA)


def test_what_is_set_about_a_user_is_kept(book: Book) -> None:
    with book.database.write() as session:
        users = Users(session, ADMIN)
        users.add(PRIYA)
        changed = users.change("Priya Shah", roles=frozenset({Role.MANAGER, Role.AE}), team=None, timezone="UTC")

        assert changed == users.find("U1") == User("U1", "Priya Shah", frozenset({Role.MANAGER, Role.AE}), None, "UTC")


def test_two_of_one_name_are_asked_about(book: Book) -> None:
    with book.database.write() as session:
        users = Users(session, ADMIN)
        users.add(User("U1", "Sam"))
        users.add(User("U2", "Sam"))

        with pytest.raises(BadInput, match="'sam' may be 'U1' or 'U2': which one"):
            users.find("sam")


def test_a_user_becomes_a_principal(book: Book) -> None:
    with book.database.write() as session:
        Users(session, ADMIN).add(PRIYA)

        assert principal_of(session, "local", "priya shah") == Principal("local", "U1", "Priya Shah", PRIYA.roles)
        assert principal_of(session, "local", "operator") == LOCAL_OPERATOR
        with pytest.raises(BadInput, match="There is no user called 'nobody'"):
            principal_of(session, "local", "nobody")
        with pytest.raises(BadInput, match="There is no user called 'U1'"):
            principal_of(session, STRANGER.workspace, "U1")
