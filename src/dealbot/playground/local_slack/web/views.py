"""views.*: modals and homes."""

from dealbot.playground.local_slack import modals
from dealbot.playground.local_slack.refused import Refused
from dealbot.playground.local_slack.shapes import view_for_app
from dealbot.playground.local_slack.web.call import Call, Handler, Json


def _open(call: Call) -> Json:
    modals.check(_body(call), "modal")
    user = call.world.triggers.use(_trigger(call))
    return {"view": view_for_app(call.world, modals.open_modal(call.world, user, _body(call)))}


def _push(call: Call) -> Json:
    modals.check(_body(call), "modal")
    user = call.world.triggers.use(_trigger(call))
    return {"view": view_for_app(call.world, modals.push_modal(call.world, user, _body(call)))}


def _update(call: Call) -> Json:
    view = modals.find_view(call.world, call.get("view_id"), call.get("external_id"))
    return {"view": view_for_app(call.world, modals.update_modal(call.world, view, _body(call), call.get("hash")))}


def _publish(call: Call) -> Json:
    user = call.user("user_id")
    view = modals.publish_home(call.world, user.id, _body(call), call.get("hash"))
    return {"view": view_for_app(call.world, view)}


def _trigger(call: Call) -> str:
    trigger = call.get("trigger_id") or call.get("interactivity_pointer")
    if not trigger:
        raise Refused("invalid_trigger_id")
    return str(trigger)


def _body(call: Call) -> Json:
    view = call.get("view")
    if not isinstance(view, dict):
        raise Refused.because("invalid_arguments", ["[ERROR] missing required field: view"])
    return view


METHODS: dict[str, Handler] = {
    "views.open": _open,
    "views.push": _push,
    "views.update": _update,
    "views.publish": _publish,
}
