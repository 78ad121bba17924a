"""The people of a workspace: their roles, sales teams and time zones."""

from typing import TypedDict, Unpack

from sqlalchemy import select
from sqlalchemy.orm import Session

from dealbot.domain.principal import LOCAL_OPERATOR, Principal, Role, User
from dealbot.errors import BadInput
from dealbot.store.tables import UserRow


class UserChange(TypedDict, total=False):
    """What may be set about a user."""

    name: str
    roles: frozenset[Role]
    team: str | None
    timezone: str | None


class Users:
    """The users of the principal's workspace."""

    def __init__(self, session: Session, principal: Principal) -> None:
        """Work inside the session's transaction, for the principal."""
        self._session = session
        self._workspace = principal.workspace

    def all(self) -> tuple[User, ...]:
        """Give every user by name."""
        rows = self._session.scalars(select(UserRow).where(UserRow.workspace == self._workspace))
        return tuple(sorted((_user(row) for row in rows), key=lambda user: (user.name.casefold(), user.id)))

    def find(self, name: str) -> User:
        """Find a user by id or name; raises BadInput for nobody or several."""
        return _user(_row(self._session, self._workspace, name))

    def add(self, user: User) -> None:
        """Register a user; raises BadInput for an id that is taken."""
        if self._session.get(UserRow, (self._workspace, user.id)) is not None:
            msg = f"There already is a user '{user.id}'."
            raise BadInput(msg)
        roles = sorted(user.roles)
        row = UserRow(workspace=self._workspace, id=user.id, name=user.name, roles=roles)
        row.team, row.timezone = user.team, user.timezone
        self._session.add(row)
        self._session.flush()

    def change(self, user: str, **settings: Unpack[UserChange]) -> User:
        """Set what is given about a user (by id or name), and give the user as now; raises BadInput for nobody."""
        row = _row(self._session, self._workspace, user)
        for name, value in settings.items():
            setattr(row, name, sorted(value) if isinstance(value, frozenset) else value)
        self._session.flush()
        return _user(row)


def principal_of(session: Session, workspace: str, user: str) -> Principal:
    """Give the principal for a user's id or name; raises BadInput for nobody.

    The local operator needs no registration.
    """
    if (workspace, user) == (LOCAL_OPERATOR.workspace, LOCAL_OPERATOR.user):
        return LOCAL_OPERATOR
    known = _user(_row(session, workspace, user))
    return Principal(workspace, known.id, known.name, known.roles)


def _row(session: Session, workspace: str, name: str) -> UserRow:
    everybody = session.scalars(select(UserRow).where(UserRow.workspace == workspace)).all()
    rows = [row for row in everybody if row.id == name]
    rows = rows or [row for row in everybody if row.name.casefold() == name.casefold()]
    if len(rows) != 1:
        several = " or ".join(f"'{row.id}'" for row in rows)
        msg = f"'{name}' may be {several}: which one?" if rows else f"There is no user called '{name}'."
        raise BadInput(msg)
    return rows[0]


def _user(row: UserRow) -> User:
    return User(row.id, row.name, frozenset(Role(role) for role in row.roles), row.team, row.timezone)
