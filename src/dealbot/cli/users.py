"""`user`: who works here, as what, in which sales team and time zone."""

from typing import Annotated, Any

import typer

from dealbot.app import manage_users
from dealbot.cli.call import Call, command
from dealbot.cli.texts import users_text
from dealbot.domain.principal import Role, User

user_app = typer.Typer(no_args_is_help=True, help="Users: roles, sales teams, time zones.")
Name = Annotated[str, typer.Argument(help="The user's id or name.")]


@user_app.command("list")
@command
def list_users(call: Call) -> None:
    """List the users."""
    _say(call, manage_users.list_users(call.desk, call.principal))


@user_app.command("role")
@command
def role(
    call: Call, user: Name, roles: Annotated[list[str], typer.Argument(help=f"Any of {', '.join(Role)}.")]
) -> None:
    """Say what somebody does; who is not known yet becomes a user."""
    _say(call, (manage_users.set_roles(call.desk, call.principal, user, roles),))


@user_app.command("team")
@command
def team(call: Call, user: Name, name: Annotated[str, typer.Argument(help="The sales team's name.")]) -> None:
    """Put somebody into a sales team."""
    _say(call, (manage_users.set_team(call.desk, call.principal, user, name),))


@user_app.command("timezone")
@command
def timezone(call: Call, user: Name, zone: Annotated[str, typer.Argument(help="Such as America/Chicago.")]) -> None:
    """Say in which time zone somebody's days begin and end."""
    _say(call, (manage_users.set_timezone(call.desk, call.principal, user, zone),))


def _say(call: Call, users: tuple[User, ...]) -> None:
    call.answer([_shape(user) for user in users], users_text(users))


def _shape(user: User) -> dict[str, Any]:
    roles = sorted(role.value for role in user.roles)
    return {"id": user.id, "name": user.name, "roles": roles, "team": user.team, "timezone": user.timezone}
