"""Who talks in the conversations, where, and about which deals."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dealbot.app.desk import Desk
from dealbot.app.log_note import NoteToLog, log_note
from dealbot.domain.principal import LOCAL_OPERATOR, LOCAL_WORKSPACE, Principal, Role, User
from dealbot.playground.local_slack.seed import InstalledApp, Person, Room, Seed
from tests.playground.workspace import APP_TOKEN, BOT, BOT_TOKEN, SIGNING_SECRET

ZONE = "America/Chicago"
PEOPLE = (
    User("U0PRIYA", "Priya Nair", frozenset({Role.AE}), "central"),
    User("U0SAM", "Sam Okafor", frozenset({Role.AE}), "central"),
    User("U0TOM", "Tom Reyes", frozenset({Role.AE}), "west"),
    User("U0MARIA", "Maria Voss", frozenset({Role.MANAGER}), "central"),
    User("U0KAI", "Kai Mahoe", frozenset({Role.AE}), "pacific"),
    User("U0AROHA", "Aroha Parata", frozenset({Role.AE}), "pacific"),
    User("U0IDA", "Ida Brandt", frozenset({Role.ANALYST})),
    User("U0ERIN", "Erin Wolfe", frozenset({Role.ENABLEMENT})),
)
ZONES = {"U0KAI": "Pacific/Honolulu", "U0AROHA": "Pacific/Auckland"}  # as Slack tells them; the others' is ZONE
NEW = ("U0NINA", "Nina Berg")  # nobody has registered her
_PRIYA, _SAM, _TOM, _MARIA, _KAI, _AROHA, _IDA, _ERIN = (user.id for user in PEOPLE)
ROOMS = (
    Room("C0LAKESHORE", "deal-lakeshore", (_PRIYA, _SAM, _MARIA, _TOM, BOT), "private"),
    Room("C0HARBOR", "deal-harbor", (_PRIYA, _SAM, _MARIA, BOT), "private"),
    Room("C0NORTON", "deal-norton", (_PRIYA, BOT), "private"),
    Room("C0OPEN", "lakeshore-open", (_PRIYA, _SAM, _TOM, _MARIA, BOT), "public"),
    Room("C0COACHING", "coaching", (_ERIN, _PRIYA, BOT), "private"),
    Room("C0GENERAL", "general", (_PRIYA, _SAM, _TOM, _MARIA, _IDA, NEW[0], BOT), "public"),
)


@dataclass(frozen=True)
class Sample:
    """A deal that is there when a conversation begins; its notes are by its owner, or by who is named."""

    owner: str
    channels: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    team: tuple[str, ...] = ()
    notes: tuple[tuple[date, str, str], ...] = ()


_LAKESHORE_NOTE = (
    "Dana Ruiz, CFO, likes it, supportive. Raj Patel, CIO, is fine with the interface. They run Epic.\n"
    "I send ROI v1 to Dana by Fri 20 Nov."
)
DEALS: Mapping[str, Sample] = {
    "Lakeshore": Sample(
        _PRIYA, ("C0LAKESHORE", "C0OPEN"), ("LH",), (_SAM,), ((date(2026, 11, 2), _PRIYA, _LAKESHORE_NOTE),)
    ),
    "Harbor Point": Sample(
        _PRIYA,
        ("C0HARBOR",),
        team=(_SAM,),
        notes=(
            (
                date(2026, 1, 12),
                _PRIYA,
                "First call with Dr. Helen Osei, CMO. She wants it, she will sponsor it. They run Epic.",
            ),
            (
                date(2026, 11, 3),
                _PRIYA,
                "Grace Tam, CNO, is on board. Nora Velez, CFO, holds the budget, likes it. Ivan Brandt, CIO, is fine.",
            ),
            (date(2026, 11, 12), _SAM, "Dr. Helen Osei, CMO, asked every chair to back it. She is committed."),
        ),
    ),
    "Norton": Sample(_PRIYA, ("C0NORTON",)),
    "Mercy General": Sample(_PRIYA),
    "Mercy Valley": Sample(_PRIYA),
    "Bayview": Sample(_TOM),
    "Southwest": Sample(_PRIYA),
    "Tidewater": Sample(_KAI, team=(_AROHA,)),
}


def workspace(manifest: dict[str, Any]) -> Seed:
    """The workspace as every conversation finds it."""
    people = tuple(Person(user.id, user.name, timezone=ZONES.get(user.id, ZONE)) for user in PEOPLE)
    app = InstalledApp(manifest, BOT_TOKEN, APP_TOKEN, SIGNING_SECRET)
    return Seed(app, (*people, Person(*NEW, timezone=ZONE)), ROOMS)


def fill(desk: Desk, deals: tuple[str, ...]) -> None:
    """Register the people and log what is known of these deals."""
    with desk.writing(LOCAL_OPERATOR) as books:
        for user in PEOPLE:
            books.users.add(user)
        for name in deals:
            sample = DEALS[name]
            deal = books.deals.add(name, desk.now(), owner=sample.owner)
            for alias in sample.aliases:
                books.deals.alias(deal.id, alias)
            for user_id in sample.team:
                books.deals.join(deal.id, user_id)
            for channel in sample.channels:
                books.deals.bind(deal.id, channel)
    for name in deals:
        for number, (on, author, text) in enumerate(DEALS[name].notes):
            note = NoteToLog(name, on, text, f"{name.lower()}-{number}", person(author).name)
            log_note(desk, person(author), note)


def person(user: str) -> Principal:
    """Somebody as they are known to the ledger."""
    found = next(each for each in PEOPLE if each.id == user)
    return Principal(LOCAL_WORKSPACE, found.id, found.name, found.roles)


def user_called(first_name: str) -> str:
    """The id of somebody by first name."""
    named = {user.name.split()[0].casefold(): user.id for user in PEOPLE} | {"nina": NEW[0]}
    return named[first_name]
