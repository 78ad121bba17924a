"""What a person typed, as Slack writes it down: escaped, with names of people and channels as mentions."""

import re

from dealbot.playground.local_slack.world import World

_LEFT_ALONE = re.compile(r"<(?:[@#!][^<>\s]+|https?://[^<>\s]+|mailto:[^<>\s]+)>|&(?:amp|lt|gt);")
_NAME = re.compile(r"(?<!\w)([@#])([\w-]+(?:[ .][\w-]+)?)")
_MENTION, _ROOM = re.compile(r"<@(\w+)>"), re.compile(r"<#\w+\|([^>]+)>")
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def composed(world: World, text: str) -> str:
    """Escape what is neither a mention, a link nor escaped already, and find mentions by name."""
    parts, end = [], 0
    for found in _LEFT_ALONE.finditer(text):
        parts += [_typed(world, text[end : found.start()]), found[0]]
        end = found.end()
    return "".join([*parts, _typed(world, text[end:])])


def for_command(world: World, text: str, *, escaped: bool) -> str:
    """Write the mentions in a command as the app asks for: as handles, or as ids with handles."""

    def named(found: re.Match[str]) -> str:
        user = world.state.users.get(found[1])
        if user is None:
            return found[0]
        return f"<@{user.id}|{user.handle}>" if escaped else f"@{user.handle}"

    text = _MENTION.sub(named, composed(world, text))
    return text if escaped else _ROOM.sub(r"#\1", text)


def _typed(world: World, text: str) -> str:
    names = {f"@{user.handle}": f"<@{user.id}>" for user in world.state.users}
    names |= {f"@{user.name.casefold()}": f"<@{user.id}>" for user in world.state.users}
    rooms = (channel for channel in world.state.channels if channel.kind != "im")
    names |= {f"#{channel.name.casefold()}": f"<#{channel.id}|{channel.name}>" for channel in rooms}

    def mention(found: re.Match[str]) -> str:
        sign, name = found.groups()
        first, space, rest = name.partition(" ")
        if whole := names.get(f"{sign}{name.casefold()}"):
            return whole
        start = names.get(f"{sign}{first.casefold()}")
        return f"{start}{space}{rest}" if start else found[0]

    return _NAME.sub(mention, text.translate(_ESCAPED))
