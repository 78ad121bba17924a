"""The figures of a group as they were told last to anybody, and whose answers have been others since."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from dealbot.domain.practice.releases import Changed, Counted, Released, released
from dealbot.domain.principal import Principal, Role
from dealbot.store.cohorts import TRAINERS
from dealbot.store.practice_tables import ReleaseRow, TallyRow
from dealbot.store.tables import UserRow

_READERS = TRAINERS | {Role.MANAGER}


def readers(session: Session, by: Principal) -> frozenset[str]:
    """Give those who may read figures: they are in none, or they could take themselves off to learn of others."""
    rows = session.execute(select(UserRow.id, UserRow.roles).where(UserRow.workspace == by.workspace))
    return frozenset({by.user, *(user for user, roles in rows if not _READERS.isdisjoint(roles))})


def scope_of(session: Session, by: Principal) -> str | None:
    """Of whom the principal is told figures: the whole workspace, their own team, or nobody."""
    if TRAINERS & by.roles:
        return "workspace"
    row = session.get(UserRow, (by.workspace, by.user)) if Role.MANAGER in by.roles else None
    return f"team {row.team}" if row is not None and row.team is not None else None


@dataclass(frozen=True, slots=True)
class Releases:
    """The figures of one kind that were told of a group: of those whose answers count (`who`)."""

    session: Session
    by: Principal
    kind: str
    who: ColumnElement[bool]

    def tell(self, now: Iterable[Counted], at: datetime, on: date) -> dict[str, Released]:
        """Give each unit's figures as they may be told, and keep those that are told anew."""
        scope = f"{self.kind}, {scope_of(self.session, self.by)}"
        mine = ReleaseRow.workspace == self.by.workspace, ReleaseRow.scope == scope
        before = [_released(row) for row in self.session.scalars(select(ReleaseRow).where(*mine))]
        related: dict[str, list[Released]] = defaultdict(list)
        for one in before:
            for key in (one.unit, *one.cards):
                related[key].append(one)
        changes = _changes(self.session, self.who, min((one.at for one in before), default=None))
        found: dict[str, Released] = {}
        for each in now:
            theirs = [change for card in each.cards for change in changes[card]]
            told = released(each, [one for key in (each.unit, *each.cards) for one in related[key]], theirs, (at, on))
            if told is not None:
                found[each.unit] = told
        for told in found.values():
            if not any(told is one for one in related[told.unit]):
                _keep(self.session, self.by, scope, told)
        self.session.flush()
        return found


def _changes(session: Session, who: ColumnElement[bool], since: datetime | None) -> Mapping[str, list[Changed]]:
    """Whose answers to which cards have been others since an instant; nothing where no figures were told before."""
    found: dict[str, list[Changed]] = defaultdict(list)
    if since is None:
        return found
    rows = session.execute(
        select(TallyRow.person, TallyRow.card, TallyRow.changed_at).where(who, TallyRow.changed_at > since)
    )
    for person, card, at in rows:
        if at is not None:
            found[card].append(Changed(person, card, at))
    return found


def _keep(session: Session, by: Principal, scope: str, told: Released) -> None:
    row = ReleaseRow(workspace=by.workspace, scope=scope, unit=told.unit, cards=sorted(told.cards))
    row.released_at, row.released_on, row.told = told.at, told.on, dict(told.told)
    session.merge(row)


def _released(row: ReleaseRow) -> Released:
    return Released(row.unit, frozenset(row.cards), row.released_at, row.released_on, row.told)
