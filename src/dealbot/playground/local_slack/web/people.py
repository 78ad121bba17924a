"""users.*, bots.*, team.*: who is there."""

from dealbot.playground.local_slack.refused import Refused
from dealbot.playground.local_slack.shapes import bot_for_app, channel_for_app, user_for_app
from dealbot.playground.local_slack.web.call import Call, Handler, Json, page_of
from dealbot.playground.local_slack.web.conversations import listed


def _info(call: Call) -> Json:
    return {"user": user_for_app(call.world, call.user())}


def _list(call: Call) -> Json:
    found, rest = page_of(call, list(call.world.state.users))
    return {
        "members": [user_for_app(call.world, each) for each in found],
        "cache_ts": int(call.world.clock.now()),
        **rest,
    }


def _by_email(call: Call) -> Json:
    wanted = call.text("email").casefold()
    for user in call.world.state.users:
        if user.email.casefold() == wanted:
            return {"user": user_for_app(call.world, user)}
    raise Refused("users_not_found")


def _conversations(call: Call) -> Json:
    user = call.get("user") or call.world.app.user
    mine = [each for each in listed(call) if user in each.members]
    found, rest = page_of(call, mine)
    return {"channels": [channel_for_app(call.world, each) for each in found], **rest}


def _bot(call: Call) -> Json:
    if call.get("bot") not in (None, call.world.app.bot):
        raise Refused("bot_not_found")
    return {"bot": bot_for_app(call.world)}


def _team(call: Call) -> Json:
    seed = call.world.seed
    return {"team": {"id": seed.team, "name": seed.team_name, "domain": seed.domain, "email_domain": "", "icon": {}}}


METHODS: dict[str, Handler] = {
    "users.info": _info,
    "users.list": _list,
    "users.lookupByEmail": _by_email,
    "users.conversations": _conversations,
    "bots.info": _bot,
    "team.info": _team,
}
