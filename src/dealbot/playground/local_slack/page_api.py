"""`/page/...`: what the page asks and does, always as a user."""

import base64
from collections import Counter
from dataclasses import replace
from functools import partial
from typing import Any

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route, WebSocketRoute

from dealbot.playground.local_slack import conversation, events, interactions, submissions
from dealbot.playground.local_slack.bodies import read_body, route, string
from dealbot.playground.local_slack.composer import composed
from dealbot.playground.local_slack.conversation import Draft
from dealbot.playground.local_slack.page_feed import page_feed
from dealbot.playground.local_slack.page_shapes import (
    channel_for_page,
    message_for_page,
    view_for_page,
    workspace_for_page,
)
from dealbot.playground.local_slack.records import Channel, Message, Seen
from dealbot.playground.local_slack.refused import NotPossible
from dealbot.playground.local_slack.state import direct_id
from dealbot.playground.local_slack.uploads import files_in, uploaded
from dealbot.playground.local_slack.world import World

Json = dict[str, Any]


def page_routes(world: World) -> list[BaseRoute]:
    """All routes of the page."""
    gets = {"workspace": _workspace, "channels": _channels, "messages": _messages, "home": _home}
    posts = {
        "opened": _opened,
        "messages": _say,
        "edit": _edit,
        "delete": _delete,
        "react": _react,
        "actions": _act,
        "options": _options,
        "submit": _submit,
        "close": _close,
        "shortcuts": _shortcut,
    }
    return [
        *(route(world, f"/page/{name}", "GET", answer) for name, answer in gets.items()),
        *(route(world, f"/page/{name}", "POST", answer) for name, answer in posts.items()),
        Route("/page/files/{id}", partial(_file, world)),
        WebSocketRoute("/page/events", page_feed(world)),
    ]


def _user(world: World, request: Request) -> str:
    user = world.state.users.get(request.query_params.get("user", ""))
    if user is None or user.bot:
        raise NotPossible("There is no such user.")
    return user.id


def _channel(world: World, user: str, id_: str) -> Channel:
    channel = world.state.channels.get(id_)
    if channel is None or (channel.kind != "public" and user not in channel.members):
        raise NotPossible("There is no such channel.")
    return channel


def _message(world: World, user: str, body: Json) -> tuple[Channel, Message]:
    channel = _channel(world, user, string(body, "channel"))
    message = world.state.message(channel.id, string(body, "ts"))
    if message is None or message.only_to not in (None, user):
        raise NotPossible("That message is not there.")
    return channel, message


async def _workspace(world: World, request: Request) -> Json:
    people = [each.id for each in world.state.users if not each.bot]
    user = request.query_params.get("user") or people[0]
    return workspace_for_page(world, user)


async def _channels(world: World, request: Request) -> list[Json]:
    user = _user(world, request)
    return [channel_for_page(world, user, each) for each in world.state.visible(user)]


async def _messages(world: World, request: Request) -> list[Json]:
    user = _user(world, request)
    channel = _channel(world, user, request.query_params.get("channel", ""))
    said = [each for each in world.state.said_in(channel.id) if each.only_to in (None, user)]
    replies = Counter(each.thread_ts for each in said if each.thread_ts != each.ts and not each.only_to)
    return [{**message_for_page(world, each, 0), "replies": replies[each.ts]} for each in said]


async def _file(world: World, request: Request) -> Response:
    """A picture, for who may read the channel it is shared in; other files are not shown."""
    user = request.query_params.get("user", "")
    file = world.state.files.get(request.path_params["id"])
    rooms = {channel.id for channel in world.state.visible(user)}
    if file is None or file.content is None or file.channel not in rooms or not file.name.endswith(".png"):
        return PlainTextResponse("not found", 404)
    return Response(base64.b64decode(file.content), media_type="image/png", headers={"Cache-Control": "private"})


async def _home(world: World, request: Request) -> Json:
    user = _user(world, request)
    events.home_opened(world, user, "home")
    home = world.state.home(user)
    return {"view": view_for_page(home) if home else None}


async def _opened(world: World, request: Request) -> None:
    user, body = _user(world, request), await read_body(request)
    channel = _channel(world, user, string(body, "channel"))
    last = max((each.ts for each in world.state.said_in(channel.id)), default="")
    world.state.seen.put(Seen(user, channel.id, last))
    if channel.id == direct_id(user):
        events.home_opened(world, user, "messages")
    else:
        events.context_changed(world, user, channel)


async def _say(world: World, request: Request) -> Json | None:
    user, body = _user(world, request), await read_body(request)
    channel, text = _channel(world, user, string(body, "channel")), string(body, "text")
    thread, given = body.get("thread_ts") or None, files_in(body)
    if not text.strip() and not given:
        raise NotPossible("There is nothing to say.")
    if user not in channel.members:
        raise NotPossible(f"You are not in #{channel.name}.")
    if channel.archived:
        raise NotPossible(f"#{channel.name} is archived.")
    if text.startswith("/") and not given:
        await interactions.run_command(world, user, channel, text, thread)
        return None
    if thread and world.state.message(channel.id, str(thread)) is None:
        raise NotPossible("That thread is not there.")
    text = composed(world, text)
    message = conversation.say(
        world, channel, user, Draft(text, thread_ts=thread, files=uploaded(world, user, channel, given))
    )
    if f"<@{world.app.user}>" in text and world.app.user not in channel.members:
        interactions.refuse(world, user, f"{world.manifest.name} is not in #{channel.name}.", channel)
    return {"ts": message.ts}


async def _edit(world: World, request: Request) -> None:
    user, body = _user(world, request), await read_body(request)
    channel, message = _message(world, user, body)
    if message.user != user:
        raise NotPossible("Only your own messages can be edited.")
    after = replace(message, text=composed(world, string(body, "text")), edited=world.stamp())
    conversation.edit(world, channel, message, after)


async def _delete(world: World, request: Request) -> None:
    user, body = _user(world, request), await read_body(request)
    channel, message = _message(world, user, body)
    if user not in (message.user, message.only_to):
        raise NotPossible("Only your own messages can be deleted.")
    conversation.take_back(world, channel, message)


async def _react(world: World, request: Request) -> None:
    user, body = _user(world, request), await read_body(request)
    _, message = _message(world, user, body)
    if message.only_to:
        raise NotPossible("Only you see that message.")
    conversation.react(world, message, user, string(body, "name").strip(":"), on=bool(body.get("on")))


def _place(world: World, user: str, body: Json) -> interactions.Place:
    container = body.get("container")
    return interactions.find_place(world, user, container if isinstance(container, dict) else {})


async def _act(world: World, request: Request) -> None:
    user, body = _user(world, request), await read_body(request)
    given = (string(body, "action_id"), body.get("value"))
    await interactions.act(world, user, _place(world, user, body), string(body, "block_id"), given)


async def _options(world: World, request: Request) -> list[Json]:
    user, body = _user(world, request), await read_body(request)
    names = (string(body, "block_id"), string(body, "action_id"))
    return await interactions.ask_options(world, user, _place(world, user, body), names, str(body.get("query") or ""))


async def _submit(world: World, request: Request) -> Json:
    user, body = _user(world, request), await read_body(request)
    values = body.get("values") or {}
    if not isinstance(values, dict) or not all(isinstance(each, dict) for each in values.values()):
        raise NotPossible("The values are not by block and action.")
    return await submissions.submit(world, user, string(body, "view"), values)


async def _close(world: World, request: Request) -> None:
    user, body = _user(world, request), await read_body(request)
    await submissions.close(world, user, string(body, "view"))


async def _shortcut(world: World, request: Request) -> None:
    user, body = _user(world, request), await read_body(request)
    place = interactions.Place(message=_message(world, user, body)[1] if body.get("ts") else None)
    await interactions.use_shortcut(world, user, string(body, "callback_id"), place)
