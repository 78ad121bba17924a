"""assistant.threads.* and agents.sessions.*: what the agent does, suggests and calls a conversation."""

from dataclasses import replace
from typing import Any

from dealbot.playground.local_slack.records import Channel, Prompts, Session
from dealbot.playground.local_slack.refused import Refused
from dealbot.playground.local_slack.web.call import Call, Handler, Json
from dealbot.slack.limits import LOADING_MESSAGES, SESSION_TITLE, SUGGESTED_PROMPTS

_SESSION_STATUSES = frozenset({"processing", "active", "suspended", "closed"})


def _set_status(call: Call) -> Json:
    channel, thread = _place(call)
    status, loading = call.get("status"), call.get("loading_messages") or []
    if not isinstance(status, str):
        raise Refused.because("invalid_arguments", ["[ERROR] missing required field: status"])
    if not isinstance(loading, list) or len(loading) > LOADING_MESSAGES:
        raise Refused("invalid_arguments")
    _keep(call, channel, thread, status=status)
    return {}


def _set_title(call: Call) -> Json:
    channel, thread = _place(call)
    _keep(call, channel, thread, title=call.text("title"))
    return {}


def _set_prompts(call: Call) -> Json:
    channel = call.joined_channel("channel_id")
    if channel.kind != "im":
        raise Refused("channel_type_not_supported")
    given = call.get("prompts")
    if not isinstance(given, list) or not 0 < len(given) <= SUGGESTED_PROMPTS or not all(map(_is_prompt, given)):
        raise Refused.because("invalid_arguments", [f"[ERROR] 1 to {SUGGESTED_PROMPTS} prompts with title and message"])
    prompts = Prompts(channel.id, str(call.get("thread_ts") or ""), str(call.get("title") or ""), tuple(given))
    call.world.state.prompts.put(prompts)
    thread = prompts.thread or None
    call.world.feed.tell(channel.members, "prompts", channel.id, prompts=given, thread_ts=thread)
    return {}


def _set_session(call: Call) -> Json:
    channel = call.joined_channel("channel_id")
    status, title = call.text("status"), call.get("title")
    if status not in _SESSION_STATUSES or (title and len(str(title)) > SESSION_TITLE):
        raise Refused("invalid_arguments")
    thread = str(call.get("thread_ts") or "")
    _keep(call, channel, thread, status="is working…" if status == "processing" else "", title=title)
    answer: Json = {"status": status, "agent_status": status}
    if "agent_session_stopped" not in call.world.manifest.events:
        answer["warning"] = "missing_agent_session_stopped_event_subscription"
    return answer


def _place(call: Call) -> tuple[Channel, str]:
    channel, thread = call.joined_channel("channel_id"), call.text("thread_ts")
    if call.world.state.message(channel.id, thread) is None:
        raise Refused("invalid_thread_ts")
    return channel, thread


def _keep(call: Call, channel: Channel, thread: str, status: str | None = None, title: str | None = None) -> None:
    known = call.world.state.sessions.get(f"{channel.id}/{thread}") or Session(channel.id, thread)
    now = known.status if status is None else status
    call.world.state.sessions.put(replace(known, status=now, title=title or known.title))
    if status is not None:
        call.world.feed.tell(channel.members, "typing", channel.id, status=status, thread_ts=thread or None)


def _is_prompt(prompt: Any) -> bool:  # noqa: ANN401 -- what the app sent
    return isinstance(prompt, dict) and all(isinstance(prompt.get(key), str) for key in ("title", "message"))


METHODS: dict[str, Handler] = {
    "assistant.threads.setStatus": _set_status,
    "assistant.threads.setSuggestedPrompts": _set_prompts,
    "assistant.threads.setTitle": _set_title,
    "agents.sessions.setStatus": _set_session,
}
