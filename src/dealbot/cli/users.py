"""`user`: who works here, as what, in which sales team and time zone."""

from typing import Annotated, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import typer

from dealbot.cli.call import Call, command
from dealbot.cli.texts import users_text
from dealbot.domain.principal import Role, User
from dealbot.errors import BadInput
from dealbot.store.books import Books

user_app = typer.Typer(no_args_is_help=True, help="Users: roles, sales teams, time zones.")
Name = Annotated[str, typer.Argument(help="The user's id or name.")]


@user_app.command("list")
@command
def list_users(call: Call) -> None:
    """List the users."""
    with call.desk.reading(call.principal) as books:
        _say(call, books.users.all())


@user_app.command("role")
@command
def role(
    call: Call, user: Name, roles: Annotated[list[str], typer.Argument(help=f"Any of {', '.join(Role)}.")]
) -> None:
    """Say what somebody does; who is not known yet becomes a user."""
    unknown = [name for name in roles if name not in tuple(Role)]
    if unknown:
        raise BadInput(f"'{unknown[0]}' is no role: use {', '.join(Role)}.")
    chosen = frozenset(Role(name) for name in roles)
    with call.desk.writing(call.principal) as books:
        if not _known(books, user):
            books.users.add(User(user.casefold().split()[0], user))
        changed = books.users.change(user, roles=chosen)
    _say(call, (changed,))


@user_app.command("team")
@command
def team(call: Call, user: Name, name: Annotated[str, typer.Argument(help="The sales team's name.")]) -> None:
    """Put somebody into a sales team."""
    with call.desk.writing(call.principal) as books:
        changed = books.users.change(user, team=name)
    _say(call, (changed,))


@user_app.command("timezone")
@command
def timezone(call: Call, user: Name, zone: Annotated[str, typer.Argument(help="Such as America/Chicago.")]) -> None:
    """Say in which time zone somebody's days begin and end."""
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise BadInput(f"'{zone}' is no time zone; write one such as America/Chicago.") from error
    with call.desk.writing(call.principal) as books:
        changed = books.users.change(user, timezone=zone)
    _say(call, (changed,))


def _known(books: Books, name: str) -> bool:
    return any(name.casefold() in {user.id.casefold(), user.name.casefold()} for user in books.users.all())


def _say(call: Call, users: tuple[User, ...]) -> None:
    call.answer([_shape(user) for user in users], users_text(users))


def _shape(user: User) -> dict[str, Any]:
    roles = sorted(role.value for role in user.roles)
    return {"id": user.id, "name": user.name, "roles": roles, "team": user.team, "timezone": user.timezone}
