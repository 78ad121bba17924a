"""What a person uploads with a message."""

import base64
from binascii import Error
from dataclasses import dataclass
from typing import Any, Final

from dealbot.playground.local_slack.records import Channel, File
from dealbot.playground.local_slack.refused import NotPossible
from dealbot.playground.local_slack.state import new_id
from dealbot.playground.local_slack.world import World

_MOST: Final = 10  # files of one message
_LARGEST: Final = 30_000_000


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that is about to be shared."""

    name: str
    content: bytes


def files_in(body: dict[str, Any]) -> tuple[Upload, ...]:
    """The files of what the page sends: names, and contents as base64; raises NotPossible."""
    given = body.get("files") or []
    if not isinstance(given, list) or len(given) > _MOST:
        raise NotPossible(f"A message has {_MOST} files at most.")
    return tuple(map(_upload, given))


def uploaded(world: World, user: str, channel: Channel, uploads: tuple[Upload, ...]) -> tuple[str, ...]:
    """Keep files as shared in a channel, and give their ids."""
    created = int(world.clock.now())
    files = [
        File(new_id("F"), each.name, len(each.content), _packed(each.content), "", channel.id, "", user, created)
        for each in uploads
    ]
    return tuple(world.state.files.put(file).id for file in files)


def _upload(given: object) -> Upload:
    name, content = (given.get("name"), given.get("content")) if isinstance(given, dict) else (None, None)
    if not isinstance(name, str) or not name or not isinstance(content, str):
        raise NotPossible("A file has a name and a content.")
    try:
        read = base64.b64decode(content, validate=True)
    except Error as error:
        raise NotPossible("A file's content is not base64.") from error
    if len(read) > _LARGEST:
        raise NotPossible("That file is too large.")
    return Upload(name, read)


def _packed(content: bytes) -> str:
    return base64.b64encode(content).decode()
