"""Records as the page meets them."""

from typing import Any

from dealbot.playground.local_slack.records import Channel, File, Message, User, View
from dealbot.playground.local_slack.state import direct_id
from dealbot.playground.local_slack.world import World

Json = dict[str, Any]

_COLORS = ("#4a6fa5", "#a5574a", "#4a8f6b", "#8a5aa3", "#a3884a", "#4a93a3", "#a34a7d", "#6b7a3f")


def message_for_page(world: World, message: Message, replies: int | None = None) -> Json:
    """A message; its replies are counted unless they are given."""
    author = world.state.users.get(message.user)
    if replies is None:
        replies = sum(
            each.thread_ts == message.ts and each.ts != message.ts
            for each in world.state.messages
            if each.channel == message.channel and not each.only_to
        )
    return {
        "ts": message.ts,
        "channel": message.channel,
        "user": message.user,
        "name": author.name if author else message.user,
        "bot": message.user == world.app.user,
        "text": message.text,
        "blocks": message.blocks,
        "thread_ts": message.thread_ts,
        "replies": replies,
        "edited": message.edited is not None,
        "ephemeral": message.only_to is not None,
        "reactions": [{"name": name, "users": list(users)} for name, users in message.reactions.items() if users],
        "permalink": permalink(world, message),
        "streaming": message.streaming,
        "tasks": list(message.tasks.values()),
        "files": [_file(file) for id_ in message.files if (file := world.state.files.get(id_))],
    }


def _file(file: File) -> Json:
    """A file that is shared; its address is for whoever may read its channel."""
    return {"id": file.id, "name": file.name, "title": file.title or file.name, "alt": file.alt}


def permalink(world: World, message: Message) -> str:
    """The address of a message."""
    link = f"{world.address}/archives/{message.channel}/p{message.ts.replace('.', '')}"
    threaded = message.thread_ts and message.thread_ts != message.ts
    return f"{link}?thread_ts={message.thread_ts}&cid={message.channel}" if threaded else link


def view_for_page(view: View) -> Json:
    """A view; title and buttons as strings."""
    words = {key: (view.body.get(key) or {}).get("text") for key in ("title", "submit", "close")}
    kind, callback = view.body["type"], view.body.get("callback_id", "")
    return {"id": view.id, "type": kind, "callback_id": callback, **words, "blocks": view.body["blocks"]}


def channel_for_page(world: World, user: str, channel: Channel) -> Json:
    """A channel and how much of it a user has not seen."""
    seen = world.state.seen.get(f"{user}/{channel.id}")
    return {
        "id": channel.id,
        "name": channel.name,
        "kind": channel.kind,
        "topic": channel.topic,
        "members": list(channel.members),
        "unread": sum(
            message.user != user and message.only_to in (None, user) and message.ts > (seen.ts if seen else "")
            for message in world.state.messages
            if message.channel == channel.id
        ),
    }


def workspace_for_page(world: World, user: str) -> Json:
    """The workspace, as a user sees it."""
    manifest = world.manifest
    commands = [
        {"command": each.command, "usage": each.usage, "description": each.description}
        for each in manifest.commands.values()
    ]
    shortcuts = [
        {"callback_id": each.callback_id, "name": each.name, "type": each.kind} for each in manifest.shortcuts.values()
    ]
    pinned = world.state.prompts.get(f"{direct_id(user)}/")
    people = [each for each in world.state.users if not each.bot]
    return {
        "team": {"id": world.seed.team, "name": world.seed.team_name},
        "you": user,
        "users": [_user(each, index) for index, each in enumerate(people)],
        "app": {
            "id": world.app.id,
            "user": world.app.user,
            "name": manifest.name,
            "up": world.courier.link.up,
            "commands": commands,
            "shortcuts": shortcuts,
            "prompts": list(pinned.prompts if pinned else manifest.prompts),
        },
        "hints": list(world.seed.hints),
    }


def _user(user: User, index: int) -> Json:
    initials = "".join(word[0] for word in user.name.split()[:2]).upper()
    color = _COLORS[index % len(_COLORS)]
    return {"id": user.id, "name": user.name, "title": user.title, "initials": initials, "color": color}
