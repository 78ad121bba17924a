"""What people do with what the app shows: clicks, choices, shortcuts and commands, each told to the app at once."""

from dataclasses import dataclass
from typing import Any

from dealbot.playground.local_slack.answers import RESPONSE_TYPES, answer_in_channel, new_response_url
from dealbot.playground.local_slack.composer import for_command
from dealbot.playground.local_slack.elements import chosen, find_element, keeps_value, state_values
from dealbot.playground.local_slack.link import Kind, NoAnswer
from dealbot.playground.local_slack.records import Channel, Choices, Message, View
from dealbot.playground.local_slack.refused import NotPossible
from dealbot.playground.local_slack.shapes import message_for_app, view_for_app
from dealbot.playground.local_slack.world import World
from dealbot.slack.blockcheck import check_options

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Place:
    """Where an element stands: in a message or in a view."""

    message: Message | None = None
    view: View | None = None

    @property
    def blocks(self) -> list[Json]:
        """The blocks that are shown there."""
        if self.view is not None:
            return list(self.view.body["blocks"])
        return (self.message and self.message.blocks) or []


def find_place(world: World, user: str, container: Json) -> Place:
    """Find what the page calls a container; raises NotPossible."""
    if "view" in container:
        view = world.state.views.get(str(container["view"]))
        if view is None or view.user != user:
            raise NotPossible("That view is not open.")
        return Place(view=view)
    message = world.state.message(str(container.get("channel")), str(container.get("ts")))
    if message is None or message.only_to not in (None, user):
        raise NotPossible("That message is not there.")
    return Place(message=message)


async def act(world: World, user: str, place: Place, block_id: str, given: tuple[str, Any]) -> None:
    """Click an element or choose in it, and tell the app; raises NotPossible."""
    action_id, value = given
    block, element = find_element(place.blocks, block_id, action_id)
    said = chosen(element, value)
    place = _remember(world, place, block_id, action_id, said) if keeps_value(element) else place
    if block["type"] == "input" and not block.get("dispatch_action"):
        return
    action = {**said, "action_id": action_id, "block_id": block_id, "action_ts": world.stamp()}
    payload = {**_surroundings(world, user, place), "type": "block_actions", "actions": [action]}
    payload["trigger_id"] = world.triggers.give(user)
    await tell_app(world, user, payload)


async def ask_options(world: World, user: str, place: Place, names: tuple[str, str], query: str) -> list[Json]:
    """Ask the app for the options of an external select; raises NotPossible for bad ones and for none in time."""
    block_id, action_id = names
    _, element = find_element(place.blocks, block_id, action_id)
    if len(query) < element.get("min_query_length", 3):
        return []
    asked = {"action_id": action_id, "block_id": block_id, "value": query}
    payload = {**_surroundings(world, user, place), "type": "block_suggestion", **asked}
    try:
        answer = (await world.courier.ask(Kind.INTERACTIVE, payload)).body
    except NoAnswer as error:
        raise NotPossible("The options could not be loaded.") from error
    if problems := check_options(answer):
        world.journal.write("refused", error="invalid_options", messages=[str(each) for each in problems])
        raise NotPossible("The options could not be loaded.")
    groups = answer.get("option_groups", [answer])
    options = [option for group in groups for option in group["options"]]
    return [{"text": option["text"]["text"], "value": option["value"]} for option in options]


async def use_shortcut(world: World, user: str, callback_id: str, place: Place) -> None:
    """Use a shortcut, of the workspace or on a message; raises NotPossible."""
    shortcut = world.manifest.shortcuts.get(callback_id)
    if shortcut is None:
        raise NotPossible(f"There is no shortcut {callback_id}.")
    about: Json = {"type": "shortcut"}
    if shortcut.kind == "message":
        if place.message is None:
            raise NotPossible("This shortcut needs a message.")
        about = {**_surroundings(world, user, place), "type": "message_action", "message_ts": place.message.ts}
    payload = {**_who(world, user), **about, "callback_id": callback_id, "action_ts": world.stamp()}
    payload["trigger_id"] = world.triggers.give(user)
    await tell_app(world, user, payload)


async def run_command(world: World, user: str, channel: Channel, text: str, thread: str | None) -> None:
    """Run a slash command, and show what the app says at once."""
    name, _, rest = text.partition(" ")
    if name not in world.manifest.commands:
        refuse(world, user, f"{name} is not a valid command.", channel)
        return
    if thread:
        refuse(world, user, f"{name} is not supported in threads. Sorry!", channel)
        return
    url = new_response_url(world, channel.id, user, None)
    person = world.state.users.get(user)
    payload = {
        "token": "verification",
        "team_id": world.seed.team,
        "team_domain": world.seed.domain,
        "channel_id": channel.id,
        "channel_name": "directmessage" if channel.kind == "im" else channel.name,
        "user_id": user,
        "user_name": person.handle if person else user,
        "command": name,
        "text": for_command(world, rest.strip(), escaped=world.manifest.commands[name].escapes),
        "api_app_id": world.app.id,
        "is_enterprise_install": "false",
        "response_url": f"{world.address}/response/{url.id}",
        "trigger_id": world.triggers.give(user),
    }
    try:
        answer = (await world.courier.ask(Kind.COMMAND, payload)).body
    except NoAnswer as error:
        code = {"http_timeout": "operation_timeout", "timeout": "operation_timeout", "http_error": "http_service_error"}
        refuse(world, user, f'{name} failed with the error "{code.get(error.reason, "dispatch_failed")}"', channel)
        return
    if answer.get("text") or answer.get("blocks"):
        kind = answer.get("response_type", "ephemeral")
        refused = "invalid_response_type" if kind not in RESPONSE_TYPES else answer_in_channel(world, url, answer)
        if refused:
            refuse(world, user, f'{name} failed with the error "{refused}"', channel)


async def tell_app(world: World, user: str, payload: Json) -> Json | None:
    """Deliver an interaction; None if the app did not take it in time, and then the user is told."""
    try:
        return (await world.courier.ask(Kind.INTERACTIVE, payload)).body
    except NoAnswer:
        refuse(world, user, f"{world.manifest.name} did not answer in time: try again.")
        return None


def refuse(world: World, user: str, text: str, channel: Channel | None = None) -> None:
    """Tell a user what Slackbot tells them when an app fails."""
    world.journal.write("refused_to_user", user=user, text=text)
    world.feed.tell([user], "refused", channel.id if channel else None, text=text)


def view_payload(world: World, user: str, view: View, kind: str) -> Json:
    """The payload of a modal that was submitted or closed."""
    return {**_who(world, user), "type": kind, "view": view_for_app(world, view)}


def _who(world: World, user: str) -> Json:
    person = world.state.users.get(user)
    name = person.handle if person else user
    return {
        "user": {"id": user, "username": name, "name": name, "team_id": world.seed.team},
        "team": {"id": world.seed.team, "domain": world.seed.domain},
        "api_app_id": world.app.id,
        "token": "verification",
        "enterprise": None,
        "is_enterprise_install": False,
    }


def _surroundings(world: World, user: str, place: Place) -> Json:
    """Who, where, and what was chosen there so far."""
    if place.view is not None:
        shown = view_for_app(world, place.view)
        return {**_who(world, user), "container": {"type": "view", "view_id": place.view.id}, "view": shown}
    message = place.message
    if message is None:
        return _who(world, user)
    channel = world.state.channels.get(message.channel)
    choices = world.state.choices.get(message.key)
    url = new_response_url(world, message.channel, user, message.ts)
    ephemeral = message.only_to is not None
    return {
        **_who(world, user),
        "container": {
            "type": "message",
            "message_ts": message.ts,
            "channel_id": message.channel,
            "is_ephemeral": ephemeral,
            **({"thread_ts": message.thread_ts} if message.thread_ts else {}),
        },
        "channel": {"id": message.channel, "name": _channel_name(channel)},
        **({} if ephemeral else {"message": message_for_app(world, message)}),
        "state": {"values": state_values(message.blocks or [], choices.values if choices else {})},
        "response_url": f"{world.address}/response/{url.id}",
    }


def _channel_name(channel: Channel | None) -> str:
    if channel is None:
        return ""
    return "directmessage" if channel.kind == "im" else channel.name


def _remember(world: World, place: Place, block_id: str, action_id: str, said: Json) -> Place:
    if place.view is not None:
        view = place.view
        values = {**view.values, block_id: {**view.values.get(block_id, {}), action_id: said}}
        changed = View(view.id, view.user, view.body, view.hash, view.root, view.previous, values)
        return Place(view=world.state.views.put(changed))
    if place.message is not None:
        known = world.state.choices.get(place.message.key)
        before = known.values if known else {}
        after = {**before, block_id: {**before.get(block_id, {}), action_id: said}}
        world.state.choices.put(Choices(place.message.key, after))
    return place
