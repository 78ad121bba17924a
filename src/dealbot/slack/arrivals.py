"""What Slack sends, as arrivals: the key it is known again by, the lane it waits in, the message it is about."""

import hashlib
import json
import re

from dealbot.errors import BadInput
from dealbot.slack.installation import Installation
from dealbot.slack.payload import Payload, channel_of, first, is_event, part, user_of, word
from dealbot.store.post import Arrival

GONE = "9999999999.999999"  # later than any edit: what was deleted stays deleted
_NAME = re.compile(r"[\x21-\x7e]{1,255}")
_MOMENT = re.compile(r"\d{10}\.\d{6}")
_OF_THE_USER = frozenset({"app_home_opened", "app_context_changed"})  # these need not wait for a channel's notes


def arrival_of(payload: Payload, ours: Installation) -> Arrival:
    """Tell what arrived; raises BadInput for what lacks its names."""
    if is_event(payload):
        return _event(payload, ours)
    kind = "command" if word(payload, "command") else _name(word(payload, "type"))
    lane = channel_of(payload) if kind != "view_submission" else None
    lane = first(lane, user_of(payload))
    return Arrival(f"{kind}:{_key(kind, payload)}", f"{ours.team}:{_name(lane)}", kind, payload)


def _event(payload: Payload, ours: Installation) -> Arrival:
    event = part(payload, "event")
    kind = _name(word(event, "type"))
    key = f"event:{_name(word(payload, 'event_id'))}"
    user, channel = user_of(payload), channel_of(payload)
    if kind in {"message", "app_mention"}:
        return _message(key, f"{ours.team}:{_name(channel)}", payload)
    lane = f"home:{_name(user)}" if kind in _OF_THE_USER else _name(first(channel, user, "team"))
    return Arrival(key, f"{ours.team}:{lane}", kind, payload)


def _message(key: str, lane: str, payload: Payload) -> Arrival:
    """A message said, changed or deleted; one that others have answered is not deleted but made a tombstone."""
    event = part(payload, "event")
    match word(event, "subtype"), word(event, "message", "subtype"):
        case ("message_deleted", _):
            about = f"{lane}:{_moment(word(event, 'deleted_ts'))}"
            return Arrival(key, lane, "message_deleted", payload, None, about, GONE)
        case ("message_changed", "tombstone"):
            about = f"{lane}:{_moment(word(event, 'message', 'ts'))}"
            return Arrival(key, lane, "message_deleted", payload, None, about, GONE)
        case ("message_changed", _):
            about = f"{lane}:{_moment(word(event, 'message', 'ts'))}"
            at = first(word(event, "message", "edited", "ts"), word(event, "event_ts"), word(event, "ts"))
            return Arrival(key, lane, "message_changed", payload, None, about, _moment(at))
        case _:
            ts = _moment(word(event, "ts"))
            about = f"{lane}:{ts}"
            return Arrival(key, lane, _name(word(event, "type")), payload, about, about, ts)


def _key(kind: str, payload: Payload) -> str:
    """What no other delivery of the kind has."""
    if kind in {"view_submission", "view_closed"}:
        named = [word(payload, "view", "id"), word(payload, "view", "hash")]
    else:
        actions = payload.get("actions")
        action = actions[0] if isinstance(actions, list) and actions and isinstance(actions[0], dict) else {}
        named = [word(action, "action_ts"), word(payload, "trigger_id")]
    told = [each for each in named if each]
    if not told:
        return hashlib.sha256(json.dumps(payload, sort_keys=True).encode()).hexdigest()
    return _name(":".join([user_of(payload) or "", *told]))


def _name(name: str | None) -> str:
    if name is None or not _NAME.fullmatch(name):
        raise BadInput("Something from Slack lacks the names it is known by.")
    return name


def _moment(moment: str | None) -> str:
    if moment is None or not _MOMENT.fullmatch(moment):
        raise BadInput("Something from Slack lacks the moment it happened at.")
    return moment
