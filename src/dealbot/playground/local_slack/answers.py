"""Response URLs: where an app answers what a user did, a few times and for a while."""

from dataclasses import replace
from typing import Any

from dealbot.playground.local_slack import conversation
from dealbot.playground.local_slack.conversation import Draft
from dealbot.playground.local_slack.elements import with_ids
from dealbot.playground.local_slack.records import Channel, Message, ResponseUrl
from dealbot.playground.local_slack.state import new_id
from dealbot.playground.local_slack.world import World
from dealbot.slack.blockcheck import check_blocks, text_size
from dealbot.slack.limits import BLOCKS_TEXT, MESSAGE_TEXT, RESPONSE_URL_SECONDS, RESPONSE_URL_USES

Json = dict[str, Any]
RESPONSE_TYPES = frozenset({"ephemeral", "in_channel"})


def new_response_url(world: World, channel: str, user: str, source: str | None) -> ResponseUrl:
    """Make one for what a user did in a channel, or to a message there."""
    until = world.clock.now() + RESPONSE_URL_SECONDS
    return world.state.response_urls.put(ResponseUrl(new_id("R"), channel, user, until, source))


def respond(world: World, id_: str, body: Json) -> str | None:
    """Use a response URL; gives the code of the error if it is refused."""
    url = world.state.response_urls.get(id_)
    if url is None:
        return "invalid_url"
    if url.expires < world.clock.now():
        return "expired_url"
    if url.uses >= RESPONSE_URL_USES:
        return "used_url"
    world.state.response_urls.put(replace(url, uses=url.uses + 1))
    return answer_in_channel(world, url, body)


def answer_in_channel(world: World, url: ResponseUrl, body: Json) -> str | None:
    """Say, replace or delete what the body asks for; gives the code of the error if it is refused."""
    channel = world.state.channels.get(url.channel)
    source = world.state.message(url.channel, url.source) if url.source else None
    if channel is None:
        return "channel_not_found"
    if body.get("delete_original"):
        if source is not None:
            conversation.take_back(world, channel, source)
        return None
    if wrong := _wrong(body):
        return wrong
    if body.get("replace_original") and source is not None:
        blocks = body.get("blocks")
        after = replace(source, text=body.get("text") or "", blocks=with_ids(blocks) if blocks else None)
        conversation.edit(world, channel, source, replace(after, edited=world.stamp()))
        return None
    _say(world, channel, url, body, source)
    return None


def _wrong(body: Json) -> str | None:
    text, blocks = body.get("text") or "", body.get("blocks")
    if not text and not blocks:
        return "no_text"
    if not isinstance(text, str) or len(text) > MESSAGE_TEXT:
        return "msg_too_long"
    if body.get("response_type", "ephemeral") not in RESPONSE_TYPES:
        return "invalid_response_type"
    if blocks and text_size(blocks) > BLOCKS_TEXT:
        return "msg_blocks_too_long"
    return "invalid_blocks" if blocks and check_blocks(blocks, "message") else None


def _say(world: World, channel: Channel, url: ResponseUrl, body: Json, source: Message | None) -> None:
    ephemeral = body.get("response_type", "ephemeral") == "ephemeral"
    thread = body.get("thread_ts") or (source.thread_ts if source else None)
    draft = Draft(body.get("text") or "", body.get("blocks"), thread, body.get("metadata"))
    conversation.say(world, channel, world.app.user, replace(draft, only_to=url.user if ephemeral else None))
