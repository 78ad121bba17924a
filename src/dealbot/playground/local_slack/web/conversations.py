"""conversations.*: which channels there are, who is in them and what was said."""

from dataclasses import replace

from dealbot.playground.local_slack import events
from dealbot.playground.local_slack.records import Channel, Message
from dealbot.playground.local_slack.refused import Refused
from dealbot.playground.local_slack.shapes import channel_for_app, message_for_app
from dealbot.playground.local_slack.state import direct_id
from dealbot.playground.local_slack.web.call import Call, Handler, Json, csv, page_of

_MOST = 999
_REPLY_USERS = 5
_FAMILY = {"public": "channels", "private": "groups", "im": "im"}
_TYPES = {"public_channel": "public", "private_channel": "private", "im": "im", "mpim": "mpim"}


def _info(call: Call) -> Json:
    channel = call.channel()
    call.needs(f"{_FAMILY[channel.kind]}:read")
    return {"channel": channel_for_app(call.world, channel)}


def listed(call: Call) -> list[Channel]:
    """The channels of the types a call asks for; raises Refused."""
    kinds = []
    for kind in csv(call.get("types") or "public_channel"):
        if kind not in _TYPES:
            raise Refused("invalid_types")
        kinds.append(_TYPES[kind])
    for kind in kinds:
        call.needs(f"{_FAMILY.get(kind, kind)}:read")
    archived = call.flag("exclude_archived")
    visible = call.world.state.visible(call.world.app.user)
    return [each for each in visible if each.kind in kinds and not (archived and each.archived)]


def _list(call: Call) -> Json:
    found, rest = page_of(call, listed(call))
    return {"channels": [channel_for_app(call.world, each) for each in found], **rest}


def _members(call: Call) -> Json:
    channel = call.channel()
    call.needs(f"{_FAMILY[channel.kind]}:read")
    found, rest = page_of(call, list(channel.members))
    return {"members": found, **rest}


def _history(call: Call) -> Json:
    channel = _readable(call)
    said = [each for each in call.world.state.said_in(channel.id) if not each.only_to]
    roots = [each for each in reversed(said) if each.thread_ts in (None, each.ts)]
    found, rest = page_of(call, _between(call, roots), _MOST)
    return {"messages": _shown(call, found), "has_more": bool(rest["response_metadata"]["next_cursor"]), **rest}


def _replies(call: Call) -> Json:
    channel = _readable(call)
    asked = call.message(channel, call.text("ts")) if call.get("ts") else None
    if asked is None:
        raise Refused("thread_not_found")
    root = asked.thread_ts or asked.ts
    said = [each for each in call.world.state.said_in(channel.id) if not each.only_to]
    thread = [each for each in said if root in (each.ts, each.thread_ts)]
    found, rest = page_of(call, _between(call, thread), _MOST)
    return {"messages": _shown(call, found), "has_more": bool(rest["response_metadata"]["next_cursor"]), **rest}


def _readable(call: Call) -> Channel:
    channel = call.channel()
    call.needs(f"{_FAMILY[channel.kind]}:history")
    if call.world.app.user not in channel.members:
        raise Refused("not_in_channel")
    return channel


def _between(call: Call, messages: list[Message]) -> list[Message]:
    oldest, latest, inclusive = call.get("oldest") or "0", call.get("latest") or "9999999999", call.flag("inclusive")
    try:
        low, high = float(oldest), float(latest)
    except (TypeError, ValueError) as error:
        raise Refused("invalid_ts_oldest") from error
    return [each for each in messages if low < float(each.ts) < high or (inclusive and float(each.ts) in (low, high))]


def _shown(call: Call, messages: list[Message]) -> list[Json]:
    metadata = call.flag("include_all_metadata")
    replies: dict[str, list[Message]] = {}
    for each in call.world.state.messages:
        if each.thread_ts and each.thread_ts != each.ts and not each.only_to:
            replies.setdefault(f"{each.channel}/{each.thread_ts}", []).append(each)
    return [
        {**message_for_app(call.world, each, metadata=metadata), **_thread_of(each, replies.get(each.key, []))}
        for each in messages
    ]


def _thread_of(root: Message, replies: list[Message]) -> Json:
    """What a message that was replied to tells of its thread."""
    if not replies:
        return {}
    users = list(dict.fromkeys(reply.user for reply in replies))
    latest = max((reply.ts for reply in replies), key=float)
    told: Json = {"thread_ts": root.ts, "reply_count": len(replies), "latest_reply": latest}
    return told | {"reply_users": users[:_REPLY_USERS], "reply_users_count": len(users), "subscribed": False}


def _open(call: Call) -> Json:
    if call.get("channel"):
        return {"channel": {"id": call.channel().id}}
    users = list(csv(call.get("users")))
    if len(users) != 1:
        raise Refused("users_list_not_supplied" if not users else "not_enough_users")
    channel = call.world.state.channels.get(direct_id(users[0]))
    if channel is None:
        raise Refused("user_not_found")
    shown = channel_for_app(call.world, channel)
    return {"channel": shown if call.flag("return_im") else {"id": channel.id}, "already_open": True}


def _join(call: Call) -> Json:
    channel, bot = call.channel(), call.world.app.user
    if channel.archived:
        raise Refused("is_archived")
    if channel.kind != "public":
        raise Refused("method_not_supported_for_channel_type")
    if bot in channel.members:
        return {"channel": channel_for_app(call.world, channel), "warning": "already_in_channel"}
    joined = call.world.state.channels.put(replace(channel, members=(*channel.members, bot)))
    events.joined(call.world, joined, bot)
    return {"channel": channel_for_app(call.world, joined)}


METHODS: dict[str, Handler] = {
    "conversations.info": _info,
    "conversations.list": _list,
    "conversations.members": _members,
    "conversations.history": _history,
    "conversations.replies": _replies,
    "conversations.open": _open,
    "conversations.join": _join,
}
