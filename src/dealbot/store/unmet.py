"""What was asked of the guides and stands in none: kept with its day, and with nobody's name in it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Text, cast, exists, or_, select
from sqlalchemy.orm import Session

from dealbot.domain.observation import PersonStatement
from dealbot.domain.principal import Principal
from dealbot.store.codec import kind_of
from dealbot.store.tables import AliasRow, DealRow, ObservationRow, UserRow
from dealbot.store.unmet_tables import UnmetRow


@dataclass(frozen=True, slots=True)
class Unmet:
    """A question that no guide answered, as it was kept; `asker` is there to be counted.

    `unfit` is a mark of the words of the guides that were not what was asked, where there were any.
    """

    asker: str
    on: date
    text: str
    unfit: str = ""


@dataclass(frozen=True, slots=True)
class Called:
    """Names of the workspace: of all its deals with every form of each, and of people with one of some words."""

    deals: tuple[tuple[str, ...], ...]
    people: tuple[str, ...]


class UnmetQuestions:
    """The questions of the principal's workspace that no guide answered: they tell of no deal."""

    def __init__(self, session: Session, principal: Principal) -> None:
        """Work inside the session's transaction, for the principal."""
        self._session = session
        self._principal = principal

    def keep(self, text: str, on: date, at: datetime, unfit: str = "") -> bool:
        """Keep a question once for its asker and day, and say whether it is new; one with what was unfit just once."""
        by = self._principal
        row = UnmetRow(workspace=by.workspace, recorded_at=at, asked_by=by.user, asked_on=on, text=text, unfit=unfit)
        same = exists().where(
            UnmetRow.workspace == by.workspace,
            UnmetRow.asked_by == by.user,
            UnmetRow.text == text,
            UnmetRow.unfit == unfit,
            *(() if unfit else (UnmetRow.asked_on == on,)),
        )
        if self._session.scalar(select(same)):
            return False
        self._session.add(row)
        self._session.flush()
        return True

    def since(self, day: date) -> tuple[Unmet, ...]:
        """Give the questions of a day and later, in the order they were asked."""
        mine = (UnmetRow.workspace == self._principal.workspace, UnmetRow.asked_on >= day)
        rows = self._session.scalars(select(UnmetRow).where(*mine).order_by(UnmetRow.id))
        return tuple(Unmet(row.asked_by, row.asked_on, row.text, row.unfit) for row in rows)

    def called(self, words: Iterable[str]) -> Called:
        """Tell what must not stand in a question of these words.

        It looks at all deals of the workspace, and its answer is for taking names out alone.
        """
        of = self._principal.workspace
        forms: dict[int, list[str]] = {}
        deals = select(DealRow.id, DealRow.name, DealRow.account).where(DealRow.workspace == of)
        for deal, *names in self._session.execute(deals):
            forms[deal] = names
        aliases = select(AliasRow.deal_id, AliasRow.alias).where(AliasRow.workspace == of)
        for deal, alias in self._session.execute(aliases):
            forms[deal].append(alias)
        return Called(tuple(tuple(dict.fromkeys(names)) for names in forms.values()), self._people(frozenset(words)))

    def _people(self, words: frozenset[str]) -> tuple[str, ...]:
        if not words:
            return ()
        of, name = self._principal.workspace, ObservationRow.payload["name"].as_string()
        # The text of the JSON is looked through first: taking the name out of every row is twice as slow.
        written = (json.dumps(word)[1:-1] for word in sorted(words))
        holds = (cast(ObservationRow.payload, Text).icontains(word, autoescape=True) for word in written)
        people = (
            select(name)
            .distinct()
            .where(ObservationRow.workspace == of, ObservationRow.kind == kind_of(PersonStatement), or_(*holds))
        )
        users = select(UserRow.name).where(UserRow.workspace == of)
        found = {*self._session.scalars(people), *self._session.scalars(users)}
        return tuple(sorted(each for each in found if words & set(each.casefold().split())))
