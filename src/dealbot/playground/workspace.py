"""The demo's workspace in the local Slack: its people, a channel for each deal, and the app as installed."""

from urllib.parse import urlencode

from dealbot.domain.principal import Role
from dealbot.playground.demo_deals import USERS, DemoDeal, demo_deals
from dealbot.playground.local_slack.seed import InstalledApp, Person, Room, Seed
from dealbot.slack.app_manifest import manifest

# They open nothing but the local Slack on this machine.
BOT_TOKEN, APP_TOKEN, SIGNING_SECRET = "xoxb-local", "xapp-local", "local"
_TITLES = {Role.AE: "Account executive", Role.MANAGER: "Sales manager", Role.ENABLEMENT: "Sales enablement"}
FIRST = "C0LAKESHORE"
HALF_TYPED = (
    "@dealbot Quick call with Dana Ruiz. She likes the new ROI sheet but no money before P&T. "
    "I'll send her the payback by site by Wednesday"
)
_HINTS = (
    "@dealbot where does it stand?",
    "@dealbot who still needs convincing?",
    "/deal next",
    "/practice objection drill",
)


def demo_seed() -> Seed:
    """The workspace as the demo begins."""
    app = InstalledApp(manifest(), BOT_TOKEN, APP_TOKEN, SIGNING_SECRET)
    people = tuple(
        Person(user.id, user.name, next(_TITLES[role] for role in user.roles), "America/New_York") for user in USERS
    )
    everybody = tuple(person.id for person in people)
    shared = Room(
        "C0GENERAL", "general", (*everybody, app.user), "public", "For everybody: dealbot tells facts only here"
    )
    deals = sorted(demo_deals(), key=lambda deal: (deal.channel != FIRST, deal.name))
    rooms = tuple(_room(deal, app.user) for deal in deals)
    return Seed(
        app, people, (*rooms, shared), team="T0DEMO", team_name="Beacon Clinical", domain="beacon", hints=_HINTS
    )


def opening(url: str) -> str:
    """The address of the page, opened in the first deal's channel with a note half typed."""
    return f"{url}/?{urlencode({'channel': FIRST, 'draft': HALF_TYPED})}"


def _room(deal: DemoDeal, bot: str) -> Room:
    managers = tuple(user.id for user in USERS if Role.MANAGER in user.roles)
    members = tuple(dict.fromkeys((deal.owner, *deal.team, *managers, bot)))
    name = f"deal-{'-'.join(deal.name.casefold().removesuffix(' health').split())}"
    return Room(deal.channel, name, members, "private", f"{deal.account}: its team only")
