"""How many people know or miss what: counted in the database, never of fewer than three people, told anew by threes.

Only answers given in private are counted here; those of checks are announced and read one by one (`store/cohorts.py`).
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, cast, false, func, select
from sqlalchemy.orm import Session
from sqlalchemy.types import Integer

from dealbot.domain.practice.releases import Counted
from dealbot.domain.principal import Principal, Role
from dealbot.store.cohorts import TRAINERS
from dealbot.store.practice_tables import TallyRow
from dealbot.store.releases import Releases, readers
from dealbot.store.teams import same_team

_POINTS = 6


@dataclass(frozen=True, slots=True)
class CardFigures:
    """Of the people who practised a card: how many missed each point last, and pressed "I did say that".

    `points` is the fingerprint of the points that were asked for, `on` the earlier day as of which they are told.
    """

    card: str
    points: str
    people: int
    known: int
    claimed: int
    missed: tuple[int, ...]
    on: date | None = None


@dataclass(frozen=True, slots=True)
class TopicFigures:
    """Of the people who practised a topic: what part of their cards they know; `on` as above."""

    topic: tuple[str, str]
    people: int
    share: float
    answers: int
    on: date | None = None


class Figures:
    """Figures of the workspace for enablement, of their own team for a manager, of nobody for others."""

    def __init__(self, session: Session, principal: Principal) -> None:
        """Work inside the session's transaction, for the principal."""
        self._session = session
        self._principal = principal

    def cards(self, at: datetime, on: date) -> tuple[CardFigures, ...]:
        """Tell figures by card, where three people or more practised it: anew, or as they were told before."""
        now = (
            Counted(f"{each.card} {each.points}", frozenset({each.card}), each.people, asdict(each))
            for each in self._cards()
        )
        told = self._releases("cards").tell(now, at, on).values()
        return tuple(
            CardFigures(**{**each.told, "missed": tuple(each.told["missed"]), "on": _earlier(each.on, on)})
            for each in told
        )

    def _cards(self) -> Iterator[CardFigures]:
        people = func.count()
        points = [func.sum(_bit(number)) for number in range(_POINTS)]
        known, claimed = (func.sum(cast(each, Integer)) for each in (TallyRow.known, TallyRow.claimed))
        rows = self._session.execute(
            select(TallyRow.card, TallyRow.points, people, known, claimed, *points)
            .where(self._counted())
            .group_by(TallyRow.card, TallyRow.points)
        )
        return (CardFigures(row[0], row[1], row[2], row[3], row[4], tuple(row[5:])) for row in rows)

    def topics(
        self, topics: Mapping[tuple[str, str], Collection[str]], at: datetime, on: date
    ) -> tuple[TopicFigures, ...]:
        """Tell what part of each topic's cards is known, where three people or more practised it, as by card."""
        units = {" › ".join(topic): topic for topic in sorted(topics)}
        releases = self._releases("topics")
        now = (self._topic(unit, topics[topic], releases.who) for unit, topic in units.items())
        told = releases.tell(now, at, on)
        return tuple(TopicFigures(units[unit], **each.told, on=_earlier(each.on, on)) for unit, each in told.items())

    def _releases(self, kind: str) -> Releases:
        return Releases(self._session, self._principal, kind, self._counted())

    def _topic(self, unit: str, cards: Collection[str], who: ColumnElement[bool]) -> Counted:
        people, share = func.count(TallyRow.person.distinct()), func.avg(cast(TallyRow.known, Integer) * 1.0)
        asked = select(people, share, func.count()).where(TallyRow.card.in_(cards), who)
        ((counted, known, answers),) = self._session.execute(asked)
        told = {"people": counted, "share": float(known or 0.0), "answers": answers}
        return Counted(unit, frozenset(cards), counted, told)

    def _counted(self) -> ColumnElement[bool]:
        """Whose answers are counted: never those of whoever may read figures, from which the others' could be told."""
        by = self._principal
        others = and_(TallyRow.workspace == by.workspace, TallyRow.person.not_in(readers(self._session, by)))
        if TRAINERS & by.roles:
            return others
        return and_(others, same_team(TallyRow, by)) if Role.MANAGER in by.roles else false()


def _earlier(on: date, today: date) -> date | None:
    return on if on < today else None


def _bit(number: int) -> ColumnElement[int]:
    return TallyRow.missed.bitwise_rshift(number).bitwise_and(1)
