"""chat.startStream, appendStream and stopStream: a message that grows while the app writes it."""

from dataclasses import replace
from typing import Any

from dealbot.playground.local_slack import conversation
from dealbot.playground.local_slack.conversation import Draft
from dealbot.playground.local_slack.elements import with_ids
from dealbot.playground.local_slack.records import Channel, Message
from dealbot.playground.local_slack.refused import Refused
from dealbot.playground.local_slack.shapes import message_for_app
from dealbot.playground.local_slack.web.call import Call, Handler, Json
from dealbot.playground.local_slack.web.chat import metadata_of
from dealbot.slack.blockcheck import check_blocks
from dealbot.slack.limits import MARKDOWN_TEXT, MESSAGE_BLOCKS

_STATUSES = frozenset({"pending", "in_progress", "complete", "error"})
_TASK_KEYS = frozenset({"type", "id", "title", "status", "details", "output", "sources"})


def _start(call: Call) -> Json:
    channel = call.joined_channel()
    root = call.world.state.message(channel.id, call.text("thread_ts"))
    if root is None:
        raise Refused("invalid_thread_ts")
    if channel.kind != "im":
        for name in ("recipient_user_id", "recipient_team_id"):
            if not call.get(name):
                raise Refused(f"missing_{name}")
    if call.get("task_display_mode") not in (None, "timeline", "plan", "dense"):
        raise Refused("invalid_arguments")
    first = _grown(call, Message(channel.id, "", call.world.app.user, ""))
    draft = Draft(first.text, first.blocks, root.thread_ts or root.ts, streaming=True)
    message = conversation.say(call.world, channel, call.world.app.user, draft)
    if first.tasks:
        conversation.edit(call.world, channel, message, replace(message, tasks=first.tasks), quiet=True)
    return {"channel": channel.id, "ts": message.ts}


def _append(call: Call) -> Json:
    channel, message = _streaming(call)
    if not call.get("markdown_text") and not call.get("chunks"):
        raise Refused("no_text")
    conversation.edit(call.world, channel, message, _grown(call, message), quiet=True)
    return {"channel": channel.id, "ts": message.ts}


def _stop(call: Call) -> Json:
    channel, message = _streaming(call)
    grown, blocks = _grown(call, message), call.blocks() or []
    both = [*(grown.blocks or []), *with_ids(blocks)]
    metadata = metadata_of(call) or message.metadata
    after = replace(grown, streaming=False, blocks=both or None, metadata=metadata)
    conversation.edit(call.world, channel, message, after)
    conversation.still(call.world, channel, message.thread_ts)
    return {"channel": channel.id, "ts": message.ts, "message": message_for_app(call.world, after)}


def _streaming(call: Call) -> tuple[Channel, Message]:
    channel = call.joined_channel()
    message = call.message(channel, call.text("ts"))
    if message.user != call.world.app.user:
        raise Refused("message_not_owned_by_app")
    if not message.streaming:
        raise Refused("message_not_in_streaming_state")
    return channel, message


def _grown(call: Call, message: Message) -> Message:
    text, tasks, blocks = message.text + _markdown(call.get("markdown_text")), dict(message.tasks), message.blocks or []
    for chunk in _chunks(call):
        match chunk["type"]:
            case "markdown_text":
                text += _markdown(chunk.get("text"))
            case "task_update":
                tasks[chunk["id"]] = {**tasks.get(chunk["id"], {}), **chunk}
            case "plan_update":
                tasks["plan"] = {**chunk, "id": "plan"}
            case _:
                blocks = [*blocks, *with_ids(chunk["blocks"])]
    return replace(message, text=text, tasks=tasks, blocks=blocks or None)


def _markdown(text: Any) -> str:  # noqa: ANN401 -- what the app sent
    if text is not None and not isinstance(text, str):
        raise Refused("invalid_arguments")
    if text and len(text) > MARKDOWN_TEXT:
        raise Refused("msg_too_long")
    return text or ""


def _chunks(call: Call) -> list[Json]:
    chunks = call.get("chunks") or []
    if not isinstance(chunks, list):
        raise Refused("invalid_chunks")
    for index, chunk in enumerate(chunks):
        if problem := _wrong(chunk):
            raise Refused.because("invalid_chunks", [f"[ERROR] {problem} [json-pointer:/chunks/{index}]"])
    return chunks


def _wrong(chunk: Any) -> str | None:  # noqa: ANN401 -- what the app sent
    """What is wrong with a chunk."""
    match chunk:
        case {"type": "markdown_text", "text": str()} | {"type": "plan_update", "title": str()}:
            return None
        case {"type": "task_update", "id": str(), "title": str(), "status": str(status)}:
            return None if status in _STATUSES and chunk.keys() <= _TASK_KEYS else "not a task"
        case {"type": "blocks", "blocks": list(blocks)}:
            problems = check_blocks(blocks, "message")
            return "too many blocks" if len(blocks) > MESSAGE_BLOCKS else (problems[0].text if problems else None)
        case _:
            return "unsupported chunk"


METHODS: dict[str, Handler] = {
    "chat.startStream": _start,
    "chat.appendStream": _append,
    "chat.stopStream": _stop,
}
