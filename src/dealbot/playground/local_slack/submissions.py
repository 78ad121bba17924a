"""Modals that are submitted or closed: what Slack checks itself, and what the app answers."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from dealbot.playground.local_slack import modals
from dealbot.playground.local_slack.answers import new_response_url
from dealbot.playground.local_slack.elements import Values, chosen, elements_of, find_element, state_values
from dealbot.playground.local_slack.interactions import refuse, tell_app, view_payload
from dealbot.playground.local_slack.records import View
from dealbot.playground.local_slack.refused import NotPossible, Refused
from dealbot.playground.local_slack.world import World
from dealbot.slack.limits import TYPED_TEXT

Json = dict[str, Any]

_REQUIRED = "Please complete this required field."
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_URL = re.compile(r"https?://\S+|mailto:\S+")
_NUMBER = {True: re.compile(r"-?\d+(\.\d+)?"), False: re.compile(r"-?\d+")}
_FAILED = "We had some trouble connecting. Try again?"


async def submit(world: World, user: str, view_id: str, given: Values) -> Json:
    """Submit a modal: done or not, and the errors beside the fields; raises NotPossible."""
    view = _open_view(world, user, view_id)
    values = {
        block: {
            action: chosen(find_element(view.body["blocks"], block, action)[1], value) for action, value in of.items()
        }
        for block, of in given.items()
    }
    view = world.state.views.put(replace(view, values={**view.values, **values}))
    if errors := dict(_own_errors(view)):
        return {"done": False, "errors": errors}
    payload = view_payload(world, user, view, "view_submission")
    payload |= {"trigger_id": world.triggers.give(user), "response_urls": _response_urls(world, user, view)}
    answer = await tell_app(world, user, payload)
    if answer is None:
        return {"done": False, "errors": {}}
    try:
        return _obey(world, view, answer)
    except Refused as refused:
        world.journal.write("refused", error=refused.error, **refused.more)
        refuse(world, user, _FAILED)
        return {"done": False, "errors": {}}


async def close(world: World, user: str, view_id: str) -> None:
    """Close a modal, and tell the app if it asked to be told; raises NotPossible."""
    view = _open_view(world, user, view_id)
    modals.close_modal(world, view, all_of_them=bool(view.body.get("clear_on_close")))
    if view.body.get("notify_on_close"):
        payload = view_payload(world, user, view, "view_closed")
        await tell_app(world, user, {**payload, "is_cleared": bool(view.body.get("clear_on_close"))})


def _open_view(world: World, user: str, view_id: str) -> View:
    top = world.state.top_view(user)
    if top is None or top.id != view_id:
        raise NotPossible("That modal is not open.")
    return top


def _obey(world: World, view: View, answer: Json) -> Json:
    """Do what the app answers to a submission; raises Refused for what Slack would not."""
    now = world.state.views.get(view.id) or view
    match answer.get("response_action"):
        case None:
            modals.close_modal(world, now)
        case "clear":
            modals.close_modal(world, now, all_of_them=True)
        case "update":
            modals.update_modal(world, now, answer.get("view") or {})
        case "push":
            modals.push_modal(world, view.user, answer.get("view") or {})
        case "errors":
            return {"done": False, "errors": _errors(view, answer.get("errors"))}
        case _:
            raise Refused("invalid_response_action")
    return {"done": True, "errors": {}}


def _errors(view: View, errors: Any) -> dict[str, str]:  # noqa: ANN401 -- what the app sent
    """The errors the app gives; raises Refused for one beside no input."""
    inputs = {block["block_id"] for block, _ in elements_of(view.body["blocks"]) if block["type"] == "input"}
    if not isinstance(errors, dict) or not errors or not errors.keys() <= inputs:
        raise Refused.because("invalid_errors", [f"the inputs are {', '.join(sorted(inputs))}"])
    return {block: str(text) for block, text in errors.items()}


def _own_errors(view: View) -> Iterator[tuple[str, str]]:
    """What Slack finds wrong before it asks the app."""
    values = state_values(view.body["blocks"], view.values)
    for block, element in elements_of(view.body["blocks"]):
        if block["type"] != "input":
            continue
        given = values[block["block_id"]][element["action_id"]]
        content = next((value for key, value in given.items() if key != "type"), None)
        if not content:
            if not block.get("optional"):
                yield block["block_id"], _REQUIRED
        elif wrong := _wrong(element, content):
            yield block["block_id"], wrong


def _wrong(element: Json, content: Any) -> str | None:  # noqa: ANN401 -- as the element has it
    match element["type"]:
        case "plain_text_input":
            return _length(content, element.get("min_length", 0), element.get("max_length", TYPED_TEXT))
        case "email_text_input":
            return None if _EMAIL.fullmatch(content) else "Please enter a valid email address."
        case "url_text_input":
            return None if _URL.fullmatch(content) else "Please enter a valid URL."
        case "number_input":
            return _number(element, content)
        case _:
            return None


def _length(content: str, least: int, most: int) -> str | None:
    if len(content) < least:
        return f"This field needs at least {least} characters."
    return f"This field takes at most {most} characters." if len(content) > most else None


def _number(element: Json, content: str) -> str | None:
    if not _NUMBER[bool(element["is_decimal_allowed"])].fullmatch(content):
        return "Please enter a number."
    low, high = element.get("min_value"), element.get("max_value")
    if low is not None and float(content) < float(low):
        return f"Please enter a number from {low}."
    return f"Please enter a number up to {high}." if high is not None and float(content) > float(high) else None


def _response_urls(world: World, user: str, view: View) -> list[Json]:
    values = state_values(view.body["blocks"], view.values)
    urls = []
    for block, element in elements_of(view.body["blocks"]):
        if element.get("response_url_enabled"):
            given = values[block["block_id"]][element["action_id"]]
            channel = given.get("selected_conversation") or given.get("selected_channel")
            url = new_response_url(world, channel, user, None) if channel else None
            names = {"block_id": block["block_id"], "action_id": element["action_id"], "channel_id": channel}
            urls += [{**names, "response_url": f"{world.address}/response/{url.id}"}] if url else []
    return urls
