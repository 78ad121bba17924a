"""The demo's deals: sample notes of twelve deals, with the people who wrote them."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

import yaml

from dealbot.domain.principal import Role, User

USERS = (
    User("priya", "Priya Nair", frozenset({Role.AE}), "central"),
    User("sam", "Sam Okafor", frozenset({Role.AE}), "central"),
    User("tom", "Tom Reyes", frozenset({Role.AE}), "central"),
    User("june", "June Park-Ellis", frozenset({Role.AE}), "central"),
    User("maria", "Maria Voss", frozenset({Role.MANAGER}), "central"),
    User("ed", "Ed Lindqvist", frozenset({Role.ENABLEMENT})),
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


@cache
def demo_deals() -> tuple[DemoDeal, ...]:
    """Read the sample deals, the richest first."""
    files = sorted(resources.files(__package__).joinpath("demo").iterdir(), key=lambda file: file.name)
    deals = (_deal(yaml.safe_load(file.read_text("utf-8"))) for file in files if file.name.endswith(".yaml"))
    return tuple(sorted(deals, key=lambda deal: (-len(deal.notes), deal.name)))


def _deal(raw: dict[str, Any]) -> DemoDeal:
    notes = tuple(DemoNote(note["id"], note["on"], note["author"], note["text"]) for note in raw.pop("notes"))
    aliases, team = tuple(raw.pop("aliases")), tuple(raw.pop("team"))
    return DemoDeal(**raw, aliases=aliases, team=team, notes=notes)
