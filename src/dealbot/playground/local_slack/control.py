"""`/control/...`: what tests do to the workspace."""

from typing import Any

from pydantic import TypeAdapter, ValidationError
from starlette.requests import Request
from starlette.routing import BaseRoute

from dealbot.playground.local_slack import events
from dealbot.playground.local_slack.bodies import read_body, route, string
from dealbot.playground.local_slack.faults import CallFault, DeliveryFaultKind
from dealbot.playground.local_slack.records import Channel, User
from dealbot.playground.local_slack.refused import NotPossible
from dealbot.playground.local_slack.state import direct_id
from dealbot.playground.local_slack.world import World

Json = dict[str, Any]


def control_routes(world: World) -> list[BaseRoute]:
    """All routes of control."""
    posts = {
        "clock": _clock,
        "faults": _fault,
        "deliveries": _deliveries,
        "sockets": _sockets,
        "users": _add_user,
        "channels": _add_channel,
        "events": _event,
        "address": _address,
    }
    return [
        *(route(world, f"/control/{name}", "POST", answer) for name, answer in posts.items()),
        route(world, "/control/faults", "DELETE", _no_faults),
        route(world, "/control/journal", "GET", _journal),
    ]


async def _read(kind: Any, body: Json) -> Any:  # noqa: ANN401 -- the type is the argument
    """Read a body as a type; raises NotPossible."""
    try:
        return TypeAdapter(kind).validate_python(body)
    except ValidationError as error:
        first = error.errors()[0]
        raise NotPossible(f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from error


async def _clock(world: World, request: Request) -> Json:
    seconds = await _read(float, (await read_body(request)).get("advance", 0))
    world.advance(seconds)
    return {"now": world.clock.now()}


async def _fault(world: World, request: Request) -> None:
    world.faults.add_call(await _read(CallFault, await read_body(request)))


async def _no_faults(world: World, _request: Request) -> None:
    world.faults.clear()


async def _deliveries(world: World, request: Request) -> None:
    body = await read_body(request)
    kind: DeliveryFaultKind = await _read(DeliveryFaultKind, body.get("kind"))  # type: ignore[arg-type]
    world.faults.add_delivery(kind, await _read(int, body.get("count", 1)))


async def _sockets(world: World, request: Request) -> None:
    match string(await read_body(request), "do"):
        case "refresh":
            await world.sockets.refresh()
        case "cut":
            await world.sockets.cut()
        case _:
            raise NotPossible("Sockets can be refreshed or cut.")


async def _add_user(world: World, request: Request) -> None:
    user: User = await _read(User, await read_body(request))
    world.state.users.put(user)
    if world.state.channels.get(direct_id(user.id)) is None:
        name, created = world.manifest.name, int(world.clock.now())
        members = (user.id, world.app.user)
        world.state.channels.put(Channel(direct_id(user.id), name, "im", members, created=created))


async def _add_channel(world: World, request: Request) -> None:
    """Add a channel or change it; who is new in it is told of."""
    channel: Channel = await _read(Channel, await read_body(request))
    before = world.state.channels.get(channel.id)
    world.state.channels.put(channel)
    for user in channel.members:
        if before is None or user not in before.members:
            events.joined(world, channel, user)


async def _event(world: World, request: Request) -> Json:
    event = (await read_body(request)).get("event")
    if not isinstance(event, dict):
        raise NotPossible("There is no event.")
    return {"sent": events.raise_event(world, string(event, "type"), event)}


async def _address(world: World, request: Request) -> Json:
    return {"verified": await world.http.point_to(string(await read_body(request), "url"))}


async def _journal(world: World, request: Request) -> list[Json]:
    return world.journal.lines(request.query_params.get("what"))
