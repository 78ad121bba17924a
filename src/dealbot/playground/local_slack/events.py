"""Tells the app what happened, if it asked to hear of it and may."""

from dataclasses import replace
from typing import Any

from dealbot.playground.local_slack.records import Channel, Delivery, Message
from dealbot.playground.local_slack.shapes import message_for_app, view_for_app
from dealbot.playground.local_slack.state import direct_id, new_id
from dealbot.playground.local_slack.world import World

_HISTORY = {
    "im": ("message.im", "im:history"),
    "public": ("message.channels", "channels:history"),
    "private": ("message.groups", "groups:history"),
}
_CHANNEL_TYPE = {"im": "im", "public": "channel", "private": "group"}
_READ = {"im": "im:read", "public": "channels:read", "private": "groups:read"}


def raise_event(world: World, subscription: str, event: dict[str, Any], scope: str | None = None) -> bool:
    """Send an event if the app subscribes to it and has the scope."""
    if subscription not in world.manifest.events or (scope and scope not in world.manifest.scopes):
        return False
    event.setdefault("event_ts", world.stamp())
    authorization = {"team_id": world.seed.team, "user_id": world.app.user, "enterprise_id": None}
    delivery = Delivery(id=new_id("Ev"), body={})
    body = {
        "type": "event_callback",
        "token": "verification",
        "team_id": world.seed.team,
        "context_team_id": world.seed.team,
        "context_enterprise_id": None,
        "api_app_id": world.app.id,
        "event": event,
        "event_id": delivery.id,
        "event_time": int(world.clock.now()),
        "authorizations": [{**authorization, "is_bot": True, "is_enterprise_install": False}],
        "is_ext_shared_channel": False,
        "event_context": f"4-{delivery.id}",
    }
    delivery = world.state.deliveries.put(replace(delivery, body=body))
    world.spawn(world.courier.deliver(delivery, world.state.deliveries))
    return True


def said(world: World, channel: Channel, message: Message) -> None:
    """Tell of a new message, and of a mention in it."""
    if world.app.user not in channel.members or message.only_to:
        return
    event = {**message_for_app(world, message), "channel": channel.id}
    subscription, scope = _HISTORY[channel.kind]
    raise_event(
        world,
        subscription,
        {**event, "channel_type": _CHANNEL_TYPE[channel.kind], "event_ts": message.ts},
        scope,
    )
    mentioned = f"<@{world.app.user}>" in message.text and message.user != world.app.user
    if mentioned and channel.kind != "im":
        mention = {name: told for name, told in event.items() if name != "subtype"}
        raise_event(world, "app_mention", {**mention, "type": "app_mention"}, "app_mentions:read")


def changed(world: World, channel: Channel, before: Message, after: Message | None) -> None:
    """Tell of a message that was edited, or deleted."""
    if world.app.user not in channel.members or before.only_to:
        return
    subscription, scope = _HISTORY[channel.kind]
    event: dict[str, Any] = {
        "type": "message",
        "channel": channel.id,
        "channel_type": _CHANNEL_TYPE[channel.kind],
        "hidden": True,
        "ts": world.stamp(),
        "previous_message": message_for_app(world, before),
    }
    if after is None:
        event |= {"subtype": "message_deleted", "deleted_ts": before.ts}
    else:
        event |= {"subtype": "message_changed", "message": message_for_app(world, after)}
    raise_event(world, subscription, event, scope)


def reacted(world: World, user: str, message: Message, name: str, *, on: bool) -> None:
    """Tell of a reaction that was added or taken away."""
    kind = "reaction_added" if on else "reaction_removed"
    item = {"type": "message", "channel": message.channel, "ts": message.ts}
    event = {"type": kind, "user": user, "reaction": name, "item": item, "item_user": message.user}
    raise_event(world, kind, event, "reactions:read")


def joined(world: World, channel: Channel, user: str) -> None:
    """Tell of somebody who came into a channel."""
    event = {
        "type": "member_joined_channel",
        "user": user,
        "channel": channel.id,
        "channel_type": "G" if channel.kind == "private" else "C",
        "team": world.seed.team,
    }
    if world.app.user in channel.members:
        raise_event(world, "member_joined_channel", event, _READ[channel.kind])


def home_opened(world: World, user: str, tab: str) -> None:
    """Tell that a user looks at a tab of the app."""
    event: dict[str, Any] = {"type": "app_home_opened", "user": user, "channel": direct_id(user), "tab": tab}
    home = world.state.home(user)
    if tab == "home" and home is not None:
        event["view"] = view_for_app(world, home)
    raise_event(world, "app_home_opened", event)


def context_changed(world: World, user: str, channel: Channel) -> None:
    """Tell what a user looks at, if the app is an agent."""
    if not world.manifest.is_agent:
        return
    entity = {"type": "slack#/types/channel_id", "value": channel.id, "team_id": world.seed.team}
    context = {"entities": [entity]}
    event = {"type": "app_context_changed", "user": user, "channel": direct_id(user), "context": context}
    raise_event(world, "app_context_changed", event)
