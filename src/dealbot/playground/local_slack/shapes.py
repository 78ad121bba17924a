"""Records as the app meets them: the JSON of the Web API and of payloads."""

from mimetypes import guess_type
from pathlib import PurePosixPath
from typing import Any, Final

from dealbot.playground.local_slack.elements import state_values
from dealbot.playground.local_slack.records import Channel, File, Message, User, View
from dealbot.playground.local_slack.world import World

Json = dict[str, Any]
_FILE_TYPES: Final = {"md": "markdown", "txt": "text", "jpeg": "jpg"}


def message_for_app(world: World, message: Message, *, metadata: bool = False) -> Json:
    """A message as history and events show it."""
    shown: Json = {"type": "message", "user": message.user, "ts": message.ts, "text": message.text}
    if message.files and message.user != world.app.user:
        shown |= {"subtype": "file_share", "upload": False, "display_as_bot": False}  # Slack names no team here
    else:
        shown |= {"team": world.seed.team}
    if message.user == world.app.user:
        shown |= {"bot_id": world.app.bot, "app_id": world.app.id, "bot_profile": bot_for_app(world)}
    optional = {
        "blocks": message.blocks,
        "thread_ts": message.thread_ts,
        "edited": message.edited and {"user": message.user, "ts": message.edited},
        "metadata": message.metadata if metadata else None,
        "files": [file_for_app(world, file) for id_ in message.files if (file := world.state.files.get(id_))],
        "reactions": reactions_for_app(message),
        "streaming_state": "in_progress" if message.streaming else None,
    }
    return shown | {name: value for name, value in optional.items() if value}


def reactions_for_app(message: Message) -> list[Json]:
    """The reactions of a message."""
    return [
        {"name": name, "users": list(users), "count": len(users)} for name, users in message.reactions.items() if users
    ]


def channel_for_app(world: World, channel: Channel) -> Json:
    """A channel as conversations.info shows it."""
    shown: Json = {
        "id": channel.id,
        "created": channel.created,
        "is_archived": channel.archived,
        "is_im": channel.kind == "im",
        "is_mpim": False,
        "is_channel": channel.kind == "public",
        "is_group": channel.kind == "private",
        "is_private": channel.kind != "public",
        "is_member": world.app.user in channel.members,
        "is_ext_shared": False,
        "is_shared": False,
        "context_team_id": world.seed.team,
    }
    if channel.kind == "im":
        return shown | {"user": next(user for user in channel.members if user != world.app.user)}
    topic = {"value": channel.topic, "creator": "", "last_set": channel.created if channel.topic else 0}
    names = {"name": channel.name, "name_normalized": channel.name}
    return shown | names | {"topic": topic, "purpose": topic, "num_members": len(channel.members)}


def user_for_app(world: World, user: User) -> Json:
    """A user as users.info shows them; the address only to who may see it."""
    profile: Json = {"real_name": user.name, "display_name": user.name.split()[0], "title": user.title}
    if user.email and "users:read.email" in world.manifest.scopes:
        profile["email"] = user.email
    if user.bot:
        profile |= {"bot_id": world.app.bot, "api_app_id": world.app.id}
    return {
        "id": user.id,
        "team_id": world.seed.team,
        "name": user.handle,
        "real_name": user.name,
        "deleted": False,
        "is_bot": user.bot,
        "is_app_user": False,
        "is_restricted": False,
        "tz": user.timezone,
        "profile": profile,
    }


def bot_for_app(world: World) -> Json:
    """The bot as bots.info shows it."""
    return {
        "id": world.app.bot,
        "app_id": world.app.id,
        "user_id": world.app.user,
        "name": world.manifest.name,
        "deleted": False,
        "team_id": world.seed.team,
    }


def file_for_app(world: World, file: File) -> Json:
    """A file as events and files.info show it."""
    address = f"{world.address}/files/{file.id}"
    kind = PurePosixPath(file.name).suffix.removeprefix(".").lower()
    return {
        "id": file.id,
        "created": file.created,
        "timestamp": file.created,
        "name": file.name,
        "title": file.title or file.name,
        "mimetype": guess_type(file.name)[0] or "application/octet-stream",
        "filetype": _FILE_TYPES.get(kind, kind or "binary"),
        "pretty_type": kind.upper() or "Binary",
        "user": file.user or world.app.user,
        "user_team": world.seed.team,
        "editable": False,
        "size": file.length,
        "mode": "hosted",
        "is_external": False,
        "external_type": "",
        "is_public": False,
        "public_url_shared": False,
        "display_as_bot": False,
        "username": "",
        "url_private": address,
        "url_private_download": f"{address}/download",
        "permalink": f"{world.address}/?file={file.id}",
        "file_access": "visible",
        "channels": [file.channel] if file.channel else [],
        **({"alt_txt": file.alt} if file.alt else {}),
    }


def view_for_app(world: World, view: View) -> Json:
    """A view as the Web API answers it and payloads carry it, with what was chosen and typed."""
    return {
        "title": None,
        "submit": None,
        "close": None,
        "callback_id": "",
        "private_metadata": "",
        "external_id": "",
        "clear_on_close": False,
        "notify_on_close": False,
        **view.body,
        "id": view.id,
        "team_id": world.seed.team,
        "state": {"values": state_values(view.body["blocks"], view.values)},
        "hash": view.hash,
        "root_view_id": view.root,
        "previous_view_id": view.previous,
        "app_id": world.app.id,
        "app_installed_team_id": world.seed.team,
        "bot_id": world.app.bot,
    }
