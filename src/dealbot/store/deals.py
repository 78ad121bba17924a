"""The deals: their names, people, channels and what else is set about them."""

from datetime import date, datetime
from typing import TypedDict, Unpack

from sqlalchemy import ColumnElement, Select, and_, delete, exists, or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, aliased, selectinload

from dealbot.domain.note import storable
from dealbot.domain.principal import Principal, Role
from dealbot.domain.record import Call, DealRecord, Outcome, fold_deal
from dealbot.errors import BadInput, UnknownDeal
from dealbot.store.effective import known
from dealbot.store.likeness import nearest
from dealbot.store.merging import merge
from dealbot.store.placement import SHEET
from dealbot.store.scope import Scope
from dealbot.store.tables import AliasRow, ChannelRow, DealRow, MemberRow, NoteRow, PlacementRow, UserRow


class DealChange(TypedDict, total=False):
    """What may be set about a deal; `amount` in whole US dollars, `fiscal_start` a month 1-12."""

    account: str
    amount: int | None
    quarter: str | None
    call: Call | None
    fiscal_start: int
    outcome: Outcome | None
    closed_on: date | None
    cause: str | None


class Deals:
    """The deals that a principal may see and change; one that is not visible is as unknown as one that is not there."""

    def __init__(self, session: Session, principal: Principal, *, facts: bool = False) -> None:
        """Work inside the session's transaction, for the principal; with `facts`, for reading nothing but facts."""
        self._session = session
        self._scope = Scope(session, principal, facts)

    def all(self, known_at: datetime | None = None) -> tuple[DealRecord, ...]:
        """Give every deal by name, of those that had been added by an instant (None: now)."""
        return self._records(DealRow.merged_into.is_(None), *([_added(known_at)] if known_at is not None else []))

    def by_id(self, deal: int) -> DealRecord:
        """Give a deal, or the one it was merged into; raises UnknownDeal."""
        row = self._session.scalar(_whole().where(DealRow.id == deal, self._scope.visible()))
        if row is None:
            unknown = f"#{deal}"
            raise UnknownDeal(unknown)
        return _record(row) if row.merged_into is None else self.by_id(row.merged_into)

    def by_channel(self, channel: str) -> DealRecord | None:
        """Give the deal a channel belongs to, or None."""
        bound = exists().where(
            ChannelRow.workspace == self._scope.workspace,
            ChannelRow.channel == channel,
            ChannelRow.deal_id == DealRow.id,
        )
        return next(iter(self._records(bound)), None)

    def find(self, name: str) -> tuple[DealRecord, ...]:
        """Give the deals of that name or alias, whatever its case, punctuation and spaces; the name itself first."""
        folded = fold_deal(name)
        goes_by = exists().where(AliasRow.deal_id == DealRow.id, AliasRow.folded == folded)
        found = self._records(DealRow.merged_into.is_(None), or_(DealRow.folded == folded, goes_by))
        return tuple(sorted(found, key=lambda deal: fold_deal(deal.name) != folded))

    def nearest(self, name: str) -> tuple[str, ...]:
        """Give up to three names or aliases that come close."""
        return nearest(name, (known for deal in self.all() for known in (deal.name, *deal.aliases)))

    def readers(self, deal: int) -> tuple[str, ...]:
        """Give the ids of those who may read a deal besides admins: its owner, the team, the owner's managers."""
        record = self.by_id(deal)
        owner, manager = aliased(UserRow), aliased(UserRow)
        managers = self._session.execute(
            select(manager.id, manager.roles).where(
                owner.workspace == self._scope.workspace,
                owner.id == record.owner,
                manager.workspace == owner.workspace,
                manager.team == owner.team,
            )
        )
        over = {user for user, roles in managers if Role.MANAGER in roles}
        return tuple(sorted({*record.team, *over, *([record.owner] if record.owner else [])}))

    def add(self, name: str, at: datetime, *, account: str | None = None, owner: str | None = None) -> DealRecord:
        """Add a deal, owned by the principal unless said otherwise; raises BadInput for a name that is taken."""
        row = DealRow(workspace=self._scope.workspace, account=_tidy(account or name), fiscal_start=1)
        row.owner = owner or self._scope.principal.user
        self._name(row, name)
        self._add_sheet(row.id, at)
        return DealRecord(row.id, row.name, row.account, owner=row.owner)

    def rename(self, deal: int, name: str) -> None:
        """Give a deal another name and keep the old one as an alias; raises BadInput for a name that is taken."""
        row = self._held(deal)
        old = row.name
        self._name(row, name)
        self.alias(deal, old)

    def alias(self, deal: int, alias: str) -> None:
        """Let a deal go by another name as well; other deals may go by the same."""
        named = AliasRow(workspace=self._held(deal).workspace, deal_id=deal, folded=fold_deal(alias))
        named.alias = _tidy(alias)
        self._keep(named)

    def hold(self, *deals: int) -> None:
        """Keep others from changing these deals until the transaction ends; raises UnknownDeal if one is hidden."""
        self._scope.hold(*deals)

    def merge(self, into: int, other: int, at: datetime) -> None:
        """Make one deal of two: names, people, channels and notes of the other become the one's from now on."""
        merge(self._scope, into, other, at)

    def bind(self, deal: int, channel: str) -> None:
        """Let a channel belong to this deal, and to no other."""
        self._keep(ChannelRow(workspace=self._held(deal).workspace, channel=channel, deal_id=deal))

    def own(self, deal: int, user: str) -> None:
        """Give a deal to a user (an id); who owned it keeps access only on the team."""
        self._held(deal).owner = user
        self._session.flush()

    def join(self, deal: int, user: str) -> None:
        """Put a user (an id) on a deal's team."""
        self._keep(MemberRow(workspace=self._held(deal).workspace, deal_id=deal, user_id=user))

    def leave(self, deal: int, user: str) -> None:
        """Take a user (an id) off a deal's team."""
        self._held(deal)
        self._session.execute(delete(MemberRow).where(MemberRow.deal_id == deal, MemberRow.user_id == user))

    def change(self, deal: int, **settings: Unpack[DealChange]) -> None:
        """Set what is given; raises UnknownDeal."""
        row = self._held(deal)
        for name, value in settings.items():
            setattr(row, name, storable(value) if isinstance(value, str) else value)
        self._session.flush()

    def _records(self, *where: ColumnElement[bool]) -> tuple[DealRecord, ...]:
        rows = self._session.scalars(_whole().where(self._scope.visible(), *where).order_by(DealRow.folded))
        return tuple(_record(row) for row in rows)

    def _held(self, deal: int) -> DealRow:
        self._scope.hold(deal)
        return self._session.scalars(select(DealRow).where(DealRow.id == deal, self._scope.visible())).one()

    def _keep(self, row: AliasRow | MemberRow | ChannelRow) -> None:
        self._session.merge(row)
        self._session.flush()

    def _name(self, row: DealRow, name: str) -> None:
        if not fold_deal(name):
            msg = "A deal needs a name."
            raise BadInput(msg)
        try:
            # Tried inside a savepoint, since somebody else may take the name at the same moment.
            with self._session.begin_nested():
                row.name, row.folded = _tidy(name), fold_deal(name)
                self._session.add(row)
        except IntegrityError as error:
            msg = f"The name '{name}' is taken: choose another, or ask to be let in if it is the same deal."
            raise BadInput(msg) from error

    def _add_sheet(self, deal: int, at: datetime) -> None:
        by = self._scope.principal
        sheet = NoteRow(workspace=by.workspace, external_id=SHEET, home_deal_id=deal)
        self._session.add(sheet)
        self._session.flush()
        self._session.add(
            PlacementRow(
                workspace=by.workspace, note_id=sheet.id, deal_id=deal, undone=False, recorded_at=at, placed_by=by.user
            )
        )
        self._session.flush()


def _added(known_at: datetime) -> ColumnElement[bool]:
    """Tell whether a deal had its sheet by then, which it is given when it is added."""
    sheet = and_(NoteRow.home_deal_id == DealRow.id, NoteRow.external_id == SHEET)
    return exists().where(sheet, PlacementRow.note_id == NoteRow.id, known(PlacementRow, known_at))


def _tidy(name: str) -> str:
    return storable(" ".join(name.split()))


def _whole() -> Select[DealRow]:
    parts = (selectinload(DealRow.aliases), selectinload(DealRow.members), selectinload(DealRow.channels))
    return select(DealRow).options(*parts).execution_options(populate_existing=True)


def _record(row: DealRow) -> DealRecord:
    return DealRecord(
        id=row.id,
        name=row.name,
        account=row.account,
        aliases=tuple(alias.alias for alias in row.aliases if alias.folded != row.folded),
        owner=row.owner,
        team=tuple(member.user_id for member in row.members),
        channels=tuple(channel.channel for channel in row.channels),
        amount=row.amount,
        quarter=row.quarter,
        call=Call(row.call) if row.call else None,
        fiscal_start=row.fiscal_start,
        outcome=Outcome(row.outcome) if row.outcome else None,
        closed_on=row.closed_on,
        cause=row.cause,
    )
