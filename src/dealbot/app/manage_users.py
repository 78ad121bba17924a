"""Who works here, as what, in which sales team and time zone."""

import re
from collections.abc import Sequence

from dealbot.app.desk import Desk
from dealbot.clock import a_zone
from dealbot.domain.principal import Principal, Role, User
from dealbot.errors import BadInput, NotAllowed
from dealbot.store.books import Books
from dealbot.store.users import UserChange

_OF_SLACK = re.compile(r"[UW][A-Z0-9]{7,}")


def list_users(desk: Desk, principal: Principal) -> tuple[User, ...]:
    """List the users of the workspace."""
    with desk.reading(principal) as books:
        return books.users.all()


def set_roles(desk: Desk, principal: Principal, name: str, roles: Sequence[str]) -> User:
    """Say what somebody does; who is not known yet becomes a user. Raises BadInput, NotAllowed."""
    unknown = [role for role in roles if role not in tuple(Role)]
    if unknown:
        raise BadInput(f"'{unknown[0]}' is no role: use {', '.join(Role)}.")
    if not name.strip():
        raise BadInput("A user needs a name: write it.")
    _allow(principal)
    with desk.writing(principal) as books:
        if not _known(books, name):
            books.users.add(User(_free_id(books, name), " ".join(name.split())))
        return books.users.change(" ".join(name.split()), roles=frozenset(Role(role) for role in roles))


def set_team(desk: Desk, principal: Principal, name: str, team: str) -> User:
    """Put somebody into a sales team; raises BadInput, NotAllowed."""
    _allow(principal)
    return _change(desk, principal, name, {"team": team.strip() or None})


def set_timezone(desk: Desk, principal: Principal, name: str, zone: str) -> User:
    """Say in which time zone somebody's days begin and end: one's own, or an admin anybody's.

    Raises BadInput, NotAllowed.
    """
    if name not in {principal.user, principal.name}:
        _allow(principal)
    return _change(desk, principal, name, {"timezone": a_zone(zone).key})


def _change(desk: Desk, principal: Principal, name: str, change: UserChange) -> User:
    with desk.writing(principal) as books:
        return books.users.change(name, **change)


def _allow(principal: Principal) -> None:
    if Role.ADMIN not in principal.roles:
        raise NotAllowed("Only an admin may change users: ask one to do it.")


def _known(books: Books, name: str) -> bool:
    folded = " ".join(name.casefold().split())
    return any(folded in {user.id.casefold(), user.name.casefold()} for user in books.users.all())


def _free_id(books: Books, name: str) -> str:
    """Make an id of the first name that is still free, of the whole name for somebody who shares it.

    Slack's own id of somebody stays as it is: they are known by it.
    """
    if _OF_SLACK.fullmatch(name.strip()):
        return name.strip()
    taken = {user.id for user in books.users.all()}
    words = name.casefold().split()
    short = (words[0], "-".join(words), *(f"{words[0]}-{number}" for number in range(2, len(taken) + 3)))
    return next(each for each in short if each not in taken)
