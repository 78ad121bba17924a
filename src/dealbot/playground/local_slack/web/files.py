"""files.*: uploading in three steps, and looking up."""

import base64
from dataclasses import replace
from typing import Any

from dealbot.playground.local_slack import conversation
from dealbot.playground.local_slack.conversation import Draft
from dealbot.playground.local_slack.records import Channel, File
from dealbot.playground.local_slack.refused import Refused
from dealbot.playground.local_slack.shapes import file_for_app
from dealbot.playground.local_slack.state import new_id
from dealbot.playground.local_slack.web.call import Call, Handler, Json
from dealbot.playground.local_slack.world import World
from dealbot.slack.limits import FILE_ALT_TEXT

_MOST = 5_000_000


def _get_url(call: Call) -> Json:
    try:
        length = int(call.get("length"))
    except (OverflowError, TypeError, ValueError) as error:
        raise Refused("invalid_arguments") from error
    if length <= 0:
        raise Refused("missing_argument")
    if length > _MOST:
        raise Refused("file_upload_size_restricted")
    alt = call.get("alt_txt") or ""
    if len(alt) > FILE_ALT_TEXT:
        raise Refused("alt_txt_too_large")
    file = call.world.state.files.put(File(new_id("F"), call.text("filename"), length, alt=alt))
    return {"upload_url": f"{call.world.address}/upload/{file.id}", "file_id": file.id}


def receive(world: World, id_: str, content: bytes) -> bool:
    """Take the content of a file; false if none is expected or it is not as long as was said."""
    file = world.state.files.get(id_)
    if file is None or file.content is not None or len(content) != file.length:
        return False
    world.state.files.put(replace(file, content=base64.b64encode(content).decode()))
    return True


def _complete(call: Call) -> Json:
    given = call.get("files")
    if not isinstance(given, list) or not given:
        raise Refused("invalid_arguments")
    channel = _channel(call)
    files = [_completed(call, each, channel.id if channel else None) for each in given]
    if channel:
        thread = call.get("thread_ts")
        draft = Draft(str(call.get("initial_comment") or ""), call.blocks(), thread)
        draft = replace(draft, files=tuple(file.id for file in files))
        conversation.say(call.world, channel, call.world.app.user, draft)
    return {"files": [file_for_app(call.world, file) for file in files]}


def _channel(call: Call) -> Channel | None:
    """Where the files are shared; a person's id is no channel here, as it is for messages."""
    named = call.get("channel_id")
    if not named:
        return None
    if call.world.state.channels.get(str(named)) is None:
        raise Refused("channel_not_found")
    return call.joined_channel("channel_id")


def _completed(call: Call, given: Any, channel: str | None) -> File:  # noqa: ANN401 -- what the app sent
    file = call.world.state.files.get(str(given.get("id"))) if isinstance(given, dict) else None
    if file is None or file.content is None:
        raise Refused("file_not_found")
    return call.world.state.files.put(replace(file, title=given.get("title") or file.name, channel=channel))


def _info(call: Call) -> Json:
    file = call.world.state.files.get(str(call.get("file")))
    if file is None:
        raise Refused("file_not_found")
    return {"file": file_for_app(call.world, file)}


METHODS: dict[str, Handler] = {
    "files.getUploadURLExternal": _get_url,
    "files.completeUploadExternal": _complete,
    "files.info": _info,
}
