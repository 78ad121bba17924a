"""What is said, changed, taken back and reacted to, by people and by the app alike."""

from dataclasses import dataclass, replace
from typing import Any

from dealbot.playground.local_slack import events
from dealbot.playground.local_slack.elements import with_ids
from dealbot.playground.local_slack.page_shapes import message_for_page
from dealbot.playground.local_slack.records import Channel, Message
from dealbot.playground.local_slack.world import World


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody is about to say."""

    text: str = ""
    blocks: list[dict[str, Any]] | None = None
    thread_ts: str | None = None
    metadata: dict[str, Any] | None = None
    only_to: str | None = None
    streaming: bool = False
    files: tuple[str, ...] = ()


def say(world: World, channel: Channel, user: str, draft: Draft) -> Message:
    """Put a message into a channel and tell everybody who is in it."""
    message = Message(
        channel=channel.id,
        ts=world.stamp(),
        user=user,
        text=draft.text,
        blocks=with_ids(draft.blocks) if draft.blocks else None,
        thread_ts=draft.thread_ts,
        metadata=draft.metadata,
        only_to=draft.only_to,
        streaming=draft.streaming,
        files=draft.files,
    )
    world.state.messages.put(message)
    if user == world.app.user:
        still(world, channel, draft.thread_ts)
    _show(world, channel, message, "message")
    events.said(world, channel, message)
    return message


def edit(world: World, channel: Channel, before: Message, after: Message, *, quiet: bool = False) -> Message:
    """Put a message in place of what it was; `quiet` while it is still being written."""
    world.state.messages.put(after)
    _show(world, channel, after, "changed")
    if not quiet:
        events.changed(world, channel, before, after)
    return after


def take_back(world: World, channel: Channel, message: Message) -> None:
    """Delete a message."""
    world.state.messages.drop(message.key)
    world.state.choices.drop(message.key)
    world.feed.tell(_audience(channel, message), "deleted", channel.id, ts=message.ts)
    events.changed(world, channel, message, None)


def react(world: World, message: Message, user: str, name: str, *, on: bool) -> bool:
    """Add a reaction or take it away; false if that is how it was."""
    users = message.reactions.get(name, ())
    if (user in users) is on:
        return False
    now = (*users, user) if on else tuple(each for each in users if each != user)
    after = replace(message, reactions={**message.reactions, name: now})
    world.state.messages.put(after)
    if channel := world.state.channels.get(message.channel):
        _show(world, channel, after, "changed")
    events.reacted(world, user, after, name, on=on)
    return True


def still(world: World, channel: Channel, thread: str | None) -> None:
    """End the status the app shows in a thread, or in the channel."""
    for session in world.state.sessions:
        if session.channel == channel.id and session.status and session.thread in (thread or "", ""):
            world.state.sessions.put(replace(session, status=""))
            world.feed.tell(channel.members, "typing", channel.id, status="", thread_ts=session.thread or None)


def _show(world: World, channel: Channel, message: Message, kind: str) -> None:
    world.feed.tell(_audience(channel, message), kind, channel.id, message=message_for_page(world, message))
    root = message.thread_ts and world.state.message(channel.id, message.thread_ts)
    if kind == "message" and root and root.ts != message.ts:
        world.feed.tell(channel.members, "changed", channel.id, message=message_for_page(world, root))


def _audience(channel: Channel, message: Message) -> tuple[str, ...]:
    return (message.only_to,) if message.only_to else channel.members
