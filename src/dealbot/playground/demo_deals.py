"""The demo's deals: sample notes of twelve deals, with the people who wrote them."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

import yaml

from dealbot.domain.principal import Role, User

# Each is known by the id that the local Slack gives them.
USERS = (
    User("U0PRIYA", "Priya Nair", frozenset({Role.AE}), "central"),
    User("U0SAM", "Sam Okafor", frozenset({Role.AE}), "central"),
    User("U0TOM", "Tom Reyes", frozenset({Role.AE}), "central"),
    User("U0JUNE", "June Park-Ellis", frozenset({Role.AE}), "central"),
    User("U0MARIA", "Maria Voss", frozenset({Role.MANAGER}), "central"),
    User("U0ED", "Ed Lindqvist", frozenset({Role.ENABLEMENT})),
)


@dataclass(frozen=True, slots=True)
class DemoNote:
    """One sample note."""

    id: str
    on: date
    author: str
    text: str


@dataclass(frozen=True, slots=True)
class DemoDeal:
    """One sample deal; `amount` in whole US dollars."""

    name: str
    aliases: tuple[str, ...]
    account: str
    owner: str
    team: tuple[str, ...]
    amount: int
    quarter: str
    call: str
    story: str
    notes: tuple[DemoNote, ...]

    @property
    def channel(self) -> str:
        """The id of its channel in the local Slack."""
        return f"C0{''.join(self.name.upper().removesuffix(' HEALTH').split())}"


@cache
def demo_deals() -> tuple[DemoDeal, ...]:
    """Read the sample deals, the richest first."""
    files = sorted(resources.files(__package__).joinpath("demo").iterdir(), key=lambda file: file.name)
    deals = (_deal(yaml.safe_load(file.read_text("utf-8"))) for file in files if file.name.endswith(".yaml"))
    return tuple(sorted(deals, key=lambda deal: (-len(deal.notes), deal.name)))


def _deal(raw: dict[str, Any]) -> DemoDeal:
    notes = tuple(DemoNote(note["id"], note["on"], note["author"], note["text"]) for note in raw.pop("notes"))
    aliases, team = tuple(raw.pop("aliases")), tuple(map(_user, raw.pop("team")))
    return DemoDeal(**raw | {"owner": _user(raw["owner"])}, aliases=aliases, team=team, notes=notes)


def _user(first_name: str) -> str:
    return next(user.id for user in USERS if user.name.casefold().startswith(first_name))
