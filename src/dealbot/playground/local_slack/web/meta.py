"""auth.test, api.test and apps.connections.open: the connection itself."""

from dealbot.playground.local_slack.refused import Refused
from dealbot.playground.local_slack.web.call import Call, Handler, Json


def _auth(call: Call) -> Json:
    seed, app = call.world.seed, call.world.app
    return {
        "url": f"{call.world.address}/",
        "team": seed.team_name,
        "user": call.world.manifest.name,
        "team_id": seed.team,
        "user_id": app.user,
        "bot_id": app.bot,
        "is_enterprise_install": False,
    }


def _test(call: Call) -> Json:
    if call.get("error"):
        raise Refused(str(call.get("error")), args=call.arguments)
    return {"args": call.arguments}


def _connect(call: Call) -> Json:
    if not call.world.manifest.sockets:
        raise Refused("socket_mode_not_enabled")
    address = call.world.address.replace("http", "ws", 1)
    return {"url": f"{address}/link/{call.world.sockets.ticket()}"}


METHODS: dict[str, Handler] = {"auth.test": _auth, "api.test": _test, "apps.connections.open": _connect}
