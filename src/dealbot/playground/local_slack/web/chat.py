"""chat.*: posting, changing, deleting and scheduling messages."""

import json
from dataclasses import replace
from typing import Any

from dealbot.playground.local_slack import conversation
from dealbot.playground.local_slack.conversation import Draft
from dealbot.playground.local_slack.elements import with_ids
from dealbot.playground.local_slack.page_shapes import permalink
from dealbot.playground.local_slack.records import Channel, Message, Scheduled
from dealbot.playground.local_slack.refused import Refused
from dealbot.playground.local_slack.shapes import message_for_app
from dealbot.playground.local_slack.state import new_id
from dealbot.playground.local_slack.web.call import Call, Handler, Json
from dealbot.playground.local_slack.world import World
from dealbot.slack.limits import METADATA, SCHEDULE_DAYS


def _post(call: Call) -> Json:
    channel = _writable(call)
    message = conversation.say(call.world, channel, call.world.app.user, draft_of(call))
    return _posted(call, channel, message)


def _writable(call: Call) -> Channel:
    channel = call.channel()
    everywhere = "chat:write.public" in call.world.manifest.scopes and channel.kind == "public"
    return channel if everywhere and not channel.archived else call.joined_channel()


def draft_of(call: Call) -> Draft:
    """Read what a call is about to say; raises Refused."""
    return Draft(
        text=call.words(),
        blocks=call.blocks(),
        thread_ts=_thread(call),
        metadata=metadata_of(call),
    )


def metadata_of(call: Call) -> dict[str, Any] | None:
    """Read the metadata of a message; raises Refused."""
    metadata = call.get("metadata")
    if not metadata:
        return None
    fits = isinstance(metadata, dict) and isinstance(metadata.get("event_type"), str)
    if not fits or not isinstance(metadata.get("event_payload"), dict):
        raise Refused("invalid_metadata_format")
    if len(json.dumps(metadata)) > METADATA:
        raise Refused("metadata_too_large")
    return dict(metadata)


def _thread(call: Call) -> str | None:
    thread = call.get("thread_ts")
    if not thread:
        return None
    root = call.world.state.message(call.channel().id, str(thread))
    if root is None:
        raise Refused("thread_not_found")
    return root.thread_ts or root.ts


def _posted(call: Call, channel: Channel, message: Message) -> Json:
    answer: Json = {"channel": channel.id, "ts": message.ts, "message": message_for_app(call.world, message)}
    if not message.text:
        answer |= {"warning": "missing_text_in_message", "response_metadata": {"warnings": ["missing_text_in_message"]}}
    return answer


def _update(call: Call) -> Json:
    channel = call.joined_channel()
    before = own_message(call, channel)
    text, blocks = call.words(), call.get("blocks")
    blocks = call.blocks() if blocks else (before.blocks if blocks is None and not text else None)
    draft = replace(before, text=text, blocks=with_ids(blocks) if blocks else None)
    after = replace(draft, edited=call.world.stamp(), metadata=metadata_of(call) or before.metadata)
    conversation.edit(call.world, channel, before, after)
    return {"text": text, **_posted(call, channel, after)}


def _delete(call: Call) -> Json:
    channel = call.joined_channel()
    message = own_message(call, channel, "cant_delete_message")
    conversation.take_back(call.world, channel, message)
    return {"channel": channel.id, "ts": message.ts}


def own_message(call: Call, channel: Channel, otherwise: str = "cant_update_message") -> Message:
    """The message a call means, if the app wrote it; raises Refused."""
    message = call.message(channel, call.text("ts"))
    if message.user != call.world.app.user:
        raise Refused(otherwise)
    if message.streaming:
        raise Refused("streaming_state_conflict")
    return message


def _ephemeral(call: Call) -> Json:
    channel, user = call.joined_channel(), call.user()
    if user.id not in channel.members:
        raise Refused("user_not_in_channel")
    draft = replace(draft_of(call), only_to=user.id)
    message = conversation.say(call.world, channel, call.world.app.user, draft)
    return {"message_ts": message.ts}


def _permalink(call: Call) -> Json:
    channel = call.channel()
    message = call.message(channel, call.text("message_ts"))
    return {"channel": channel.id, "permalink": permalink(call.world, message)}


def _schedule(call: Call) -> Json:
    channel, now = call.joined_channel(), call.world.clock.now()
    draft_of(call)
    try:
        at = int(call.get("post_at"))
    except (OverflowError, TypeError, ValueError) as error:
        raise Refused("invalid_time") from error
    if at <= now:
        raise Refused("time_in_past")
    if at > now + SCHEDULE_DAYS * 86_400:
        raise Refused("time_too_far")
    scheduled = Scheduled(new_id("Q"), at, channel.id, call.arguments)
    call.world.state.scheduled.put(scheduled)
    call.world.spawn(post_when_due(call.world, scheduled))
    return {"channel": channel.id, "scheduled_message_id": scheduled.id, "post_at": at}


async def post_when_due(world: World, scheduled: Scheduled) -> None:
    """Wait for the time of a scheduled message, and post it if it still is to be posted."""
    await world.clock.sleep(scheduled.at - world.clock.now())
    channel = world.state.channels.get(scheduled.channel)
    if world.state.scheduled.drop(scheduled.id) and channel:
        draft = draft_of(Call(world, "chat.postMessage", scheduled.arguments))
        conversation.say(world, channel, world.app.user, draft)


METHODS: dict[str, Handler] = {
    "chat.postMessage": _post,
    "chat.update": _update,
    "chat.delete": _delete,
    "chat.postEphemeral": _ephemeral,
    "chat.getPermalink": _permalink,
    "chat.scheduleMessage": _schedule,
}
