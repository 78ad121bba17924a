"""When figures of a group are told anew: never so that two of them differ by what one or two people answered."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

FEWEST = 3


@dataclass(frozen=True, slots=True)
class Released:
    """Figures as somebody was told them: of what (`unit`), counted over which cards, when, and what they were."""

    unit: str
    cards: frozenset[str]
    at: datetime
    on: date
    told: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Counted:
    """Figures as they would be now: of what, over which cards, of how many people."""

    unit: str
    cards: frozenset[str]
    people: int
    told: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Changed:
    """That somebody's answer to a card has been another one since."""

    person: str
    card: str
    at: datetime


def released(
    now: Counted, before: Iterable[Released], changes: Collection[Changed], moment: tuple[datetime, date]
) -> Released | None:
    """Tell the figures anew, or as they were told before; None where they may not be told at all.

    They are new where three people have answered otherwise since any of these cards were counted for anybody: under
    another name, or together with other cards, they would tell the same.
    """
    told = [each for each in before if each.cards & now.cards or each.unit == now.unit]
    last = max((each.at for each in told), default=None)
    otherwise = {each.person for each in changes if each.card in now.cards and (last is None or each.at > last)}
    if now.people >= FEWEST and (last is None or len(otherwise) >= FEWEST):
        return Released(now.unit, now.cards, *moment, now.told)
    return next((each for each in told if each.unit == now.unit), None)
