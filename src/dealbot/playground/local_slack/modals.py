"""Views: the modals a user has open, one on the other, and the home."""

import secrets
from dataclasses import replace
from typing import Any

from dealbot.playground.local_slack.elements import with_ids
from dealbot.playground.local_slack.page_shapes import view_for_page
from dealbot.playground.local_slack.records import Stack, View
from dealbot.playground.local_slack.refused import Refused
from dealbot.playground.local_slack.state import home_id, new_id
from dealbot.playground.local_slack.world import World
from dealbot.slack.blockcheck import check_view
from dealbot.slack.limits import VIEW_STACK

Json = dict[str, Any]


def open_modal(world: World, user: str, body: Json) -> View:
    """Open a modal, in place of any other; raises Refused."""
    check(body, "modal")
    _unique(world, body, None)
    for id_ in _stack(world, user):
        world.state.views.drop(id_)
    id_ = new_id("V")
    return _show(world, View(id_, user, _ready(body), _hash(world), root=id_), (id_,))


def push_modal(world: World, user: str, body: Json) -> View:
    """Put a modal on top of the one that is open; raises Refused."""
    check(body, "modal")
    _unique(world, body, None)
    stack = _stack(world, user)
    if not stack:
        raise Refused("not_found")
    if len(stack) >= VIEW_STACK:
        raise Refused("push_limit_reached")
    id_ = new_id("V")
    return _show(world, View(id_, user, _ready(body), _hash(world), stack[0], stack[-1]), (*stack, id_))


def update_modal(world: World, view: View, body: Json, expected: str | None = None) -> View:
    """Change a modal that is open, where it stands; raises Refused, also if it is not what the app thinks it is."""
    if expected and expected != view.hash:
        raise Refused("hash_conflict")
    check(body, str(view.body["type"]))
    _unique(world, body, view.id)
    ready = _ready(body)
    blocks = {block["block_id"] for block in ready["blocks"]}
    kept = {block: values for block, values in view.values.items() if block in blocks}
    changed = replace(view, body=ready, hash=_hash(world), values=kept)
    return _show(world, changed, _stack(world, view.user))


def publish_home(world: World, user: str, body: Json, expected: str | None = None) -> View:
    """Set the home of a user; raises Refused."""
    check(body, "home")
    before = world.state.home(user)
    if expected and before and expected != before.hash:
        raise Refused("hash_conflict")
    id_ = home_id(user)
    view = world.state.views.put(View(id_, user, _ready(body), _hash(world), root=id_))
    world.feed.tell([user], "home", view=view_for_page(view))
    return view


def close_modal(world: World, view: View, *, all_of_them: bool = False) -> None:
    """Take the top modal away, or all."""
    stack = _stack(world, view.user)
    rest = () if all_of_them else tuple(id_ for id_ in stack if id_ != view.id)
    for id_ in set(stack) - set(rest):
        world.state.views.drop(id_)
    world.state.stacks.put(Stack(view.user, rest))
    top = world.state.top_view(view.user)
    if top is None:
        world.feed.tell([view.user], "closed")
    else:
        world.feed.tell([view.user], "view", view=view_for_page(top))


def find_view(world: World, id_: str | None, external: str | None) -> View:
    """Find a view by one of its ids; raises Refused."""
    for view in world.state.views:
        if (id_ and view.id == id_) or (external and view.body.get("external_id") == external):
            return view
    raise Refused("not_found")


def _stack(world: World, user: str) -> tuple[str, ...]:
    stack = world.state.stacks.get(user)
    return stack.views if stack else ()


def _show(world: World, view: View, stack: tuple[str, ...]) -> View:
    world.state.views.put(view)
    world.state.stacks.put(Stack(view.user, stack))
    if stack[-1:] == (view.id,):
        world.feed.tell([view.user], "view", view=view_for_page(view))
    return view


def check(body: Any, kind: str) -> None:  # noqa: ANN401 -- what the app sent
    """Raise Refused for a view that Slack would not show."""
    problems = check_view(body)
    if not problems and body["type"] != kind:
        raise Refused.because("invalid_arguments", [f"[ERROR] must be a {kind} [json-pointer:/view/type]"])
    if problems:
        raise Refused.because("invalid_arguments", problems)


def _unique(world: World, body: Json, own: str | None) -> None:
    external = body.get("external_id")
    if external and any(view.body.get("external_id") == external and view.id != own for view in world.state.views):
        raise Refused("duplicate_external_id")


def _ready(body: Json) -> Json:
    return {**body, "blocks": with_ids(body["blocks"])}


def _hash(world: World) -> str:
    return f"{int(world.clock.now())}.{secrets.token_hex(4)}"
