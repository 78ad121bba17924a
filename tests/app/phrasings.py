"""The phrasings of the question files as cases, and the little world they are asked in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from dealbot.app.deal_names import DealName
from dealbot.app.question import Asking, Intent, Question, Talk
from dealbot.domain.deal import Stakeholder
from dealbot.domain.evidence import Evidence, Span
from dealbot.domain.names import fold
from dealbot.domain.stakeholder import Side, Stance
from dealbot.domain.title import function_of

# Whom a refusal or a note names is kept, and decides nothing.
_WHOEVER = {"unsupported", "log_note"}
_MIXED = {"carried", "stranger", "several"}
_SLOTS = ("named", "function", "role", "topic", "focus")


@dataclass(frozen=True)
class Case:
    """One phrasing, what it is asked beside, and what it means."""

    ask: str
    asking: Asking
    expected: Mapping[str, Any]

    def misread(self, read: Question) -> dict[str, tuple[object, object]]:
        """Every slot read otherwise than expected: expected, read."""
        wanted = {"intent": self.expected["intent"], "deal": self.expected["deal"]}
        got: dict[str, object] = {"intent": read.intent.value, "deal": read.deal}
        for slot in _SLOTS:
            wanted[slot], got[slot] = self.expected.get(slot), getattr(read, slot)
        wanted["people"] = tuple(sorted(fold(name) for name in self.expected.get("person", ())))
        got["people"] = read.people
        if self.expected["intent"] in _WHOEVER and "person" not in self.expected:
            del wanted["people"]
        if "deals" in self.expected:
            wanted["deals"], got["deals"] = tuple(self.expected["deals"]), read.deals
        if "meant" in self.expected:
            wanted["meant"], got["meant"] = self.expected["meant"], read.meant
        if "candidates" in self.expected:
            wanted["candidates"], got["candidates"] = tuple(self.expected["candidates"]), read.candidates
        if read.intent is Intent.NEED_DEAL and self.expected["intent"] == "need_deal":
            del wanted["people"], wanted["named"], wanted["function"], wanted["role"], wanted["topic"], wanted["focus"]
        return {slot: (wanted[slot], got[slot]) for slot in wanted if wanted[slot] != got[slot]}


@cache
def cases(file: str) -> tuple[Case, ...]:
    """Every phrasing of a file beside this one."""
    rows = yaml.safe_load(Path(__file__).with_name(file).read_text("utf-8"))
    world = rows.pop("world")
    return tuple(_case(group, row, world) for group, group_rows in rows.items() for row in group_rows)


def asking_in(world: Mapping[str, Any], row: Mapping[str, Any]) -> Asking:
    """What is known around a phrasing."""
    deals = tuple(DealName(name, tuple(told["aliases"])) for name, told in world.items())
    people = {name: tuple(someone(*person) for person in told["people"].items()) for name, told in world.items()}
    talk = row.get("talk", {})
    intent = Intent(talk["intent"]) if "intent" in talk else None
    person = fold(talk["person"]) if "person" in talk else None
    return Asking(deals, people.__getitem__, row.get("given"), Talk(row.get("in"), intent, person))


def _case(group: str, row: Mapping[str, Any], world: Mapping[str, Any]) -> Case:
    asking = asking_in(world, row)
    intent = row["intent"] if group in _MIXED else group
    deal = row.get("deal", None if "deals" in row else row.get("in", row.get("given")))
    dealless = intent == "need_deal" or not (Intent(intent).of_one_deal or intent == "unsupported")
    return Case(row["ask"], asking, {**row, "intent": intent, "deal": None if dealless else deal})


def someone(name: str, title: str) -> Stakeholder:
    return Stakeholder(
        key=fold(name),
        name=name,
        title=title,
        function=function_of(title),
        side=Side.BUYER,
        roles=frozenset(),
        stance=Stance.UNKNOWN,
        since=None,
        last_heard=None,
        evidence=Evidence("n1", date(2026, 1, 13), None, Span(name, 0, len(name))),
        on_committee=True,
    )


_PEOPLE = {
    "Lakeshore": (someone("Dana Ruiz", "CFO"), someone("Raj Patel", "CIO")),
    "Mercy": (someone("Tom Hart", "CNO"), someone("Carla Boyd", "General Counsel")),
}
TWO_DEALS = Asking(tuple(DealName(name, ()) for name in _PEOPLE), _PEOPLE.__getitem__, today=date(2026, 11, 22))
