"""reactions.*: what the app thinks of a message, in one sign."""

import re

from dealbot.playground.local_slack import conversation
from dealbot.playground.local_slack.records import Message
from dealbot.playground.local_slack.refused import Refused
from dealbot.playground.local_slack.shapes import message_for_app, reactions_for_app
from dealbot.playground.local_slack.web.call import Call, Handler, Json

_NAME = re.compile(r"[a-z0-9_+'-]+(::skin-tone-[2-6])?")


def _message(call: Call) -> Message:
    channel = call.joined_channel()
    return call.message(channel, call.text("timestamp"))


def _name(call: Call) -> str:
    name = call.text("name").strip(":")
    if not _NAME.fullmatch(name):
        raise Refused("invalid_name")
    return name


def _add(call: Call) -> Json:
    if not conversation.react(call.world, _message(call), call.world.app.user, _name(call), on=True):
        raise Refused("already_reacted")
    return {}


def _remove(call: Call) -> Json:
    if not conversation.react(call.world, _message(call), call.world.app.user, _name(call), on=False):
        raise Refused("no_reaction")
    return {}


def _get(call: Call) -> Json:
    message = _message(call)
    shown = {**message_for_app(call.world, message), "reactions": reactions_for_app(message)}
    return {"type": "message", "channel": message.channel, "message": shown}


METHODS: dict[str, Handler] = {"reactions.add": _add, "reactions.remove": _remove, "reactions.get": _get}
