"""How many people know or miss what: counted in the database, and never of fewer than three people.

Only answers given in private are counted here; those of checks are announced and read one by one (`store/cohorts.py`).
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, cast, false, func, select
from sqlalchemy.orm import Session
from sqlalchemy.types import Integer

from dealbot.domain.principal import Principal, Role
from dealbot.store.cohorts import TRAINERS, same_team
from dealbot.store.practice_tables import TallyRow

FEWEST = 3
_POINTS = 6


@dataclass(frozen=True, slots=True)
class CardFigures:
    """Of the people who practised a card: how many missed each point last, and pressed "I did say that".

    `points` is the fingerprint of the points that were asked for.
    """

    card: str
    points: str
    people: int
    known: int
    claimed: int
    missed: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TopicFigures:
    """Of the people who practised a topic: what part of their cards they know."""

    topic: tuple[str, str]
    people: int
    share: float
    answers: int


class Figures:
    """Figures of the workspace for enablement, of their own team for a manager, of nobody for others."""

    def __init__(self, session: Session, principal: Principal) -> None:
        """Work inside the session's transaction, for the principal."""
        self._session = session
        self._principal = principal

    def cards(self) -> tuple[CardFigures, ...]:
        """Count by card, where three people or more practised it."""
        people = func.count()
        points = [func.sum(_bit(number)) for number in range(_POINTS)]
        known, claimed = (func.sum(cast(each, Integer)) for each in (TallyRow.known, TallyRow.claimed))
        rows = self._session.execute(
            select(TallyRow.card, TallyRow.points, people, known, claimed, *points)
            .where(self._counted())
            .group_by(TallyRow.card, TallyRow.points)
            .having(people >= FEWEST)
        )
        return tuple(CardFigures(row[0], row[1], row[2], row[3], row[4], tuple(row[5:])) for row in rows)

    def topics(self, topics: Mapping[tuple[str, str], Collection[str]]) -> tuple[TopicFigures, ...]:
        """Tell what part of each topic's cards is known, where three people or more practised it."""
        told = (self._topic(topic, cards) for topic, cards in sorted(topics.items()))
        return tuple(figures for figures in told if figures.people >= FEWEST)

    def _topic(self, topic: tuple[str, str], cards: Collection[str]) -> TopicFigures:
        people, share = func.count(TallyRow.person.distinct()), func.avg(cast(TallyRow.known, Integer) * 1.0)
        asked = select(people, share, func.count()).where(TallyRow.card.in_(cards), self._counted())
        ((counted, known, answers),) = self._session.execute(asked)
        return TopicFigures(topic, counted, float(known or 0.0), answers)

    def _counted(self) -> ColumnElement[bool]:
        """Whose answers are counted: never the principal's own, from which the others' could be told."""
        by = self._principal
        others = and_(TallyRow.workspace == by.workspace, TallyRow.person != by.user)
        if TRAINERS & by.roles:
            return others
        return and_(others, same_team(TallyRow, by)) if Role.MANAGER in by.roles else false()


def _bit(number: int) -> ColumnElement[int]:
    return TallyRow.missed.bitwise_rshift(number).bitwise_and(1)
