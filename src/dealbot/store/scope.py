"""What a principal may see, as a condition of the SQL itself, and holding deals while they are changed."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, exists, or_, select, true
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from dealbot.domain.observation import Item, Visibility
from dealbot.domain.principal import Principal, Role
from dealbot.errors import UnknownDeal, UnknownNote
from dealbot.store.codec import kind_of
from dealbot.store.effective import another, newest
from dealbot.store.tables import DealRow, MemberRow, ObservationRow, PlacementRow, UserRow


@dataclass(frozen=True, slots=True)
class Scope:
    """A session and the principal for whom everything in it is asked.

    With `facts` nothing but facts can be read, by an analyst those of every deal; with `kinds` only items of these.
    """

    session: Session
    principal: Principal
    facts: bool = False
    kinds: tuple[type[Item], ...] = ()

    @property
    def workspace(self) -> str:
        """The only workspace whose rows are touched."""
        return self.principal.workspace

    @property
    def _held(self) -> set[int]:
        held: set[int] = self.session.info.setdefault("held_deals", set())
        return held

    def visible(self, deal: type[DealRow] = DealRow) -> ColumnElement[bool]:
        """Tell whether the principal may see a deal."""
        here = deal.workspace == self.workspace
        if self.principal.sees_all or (self.facts and self.principal.sees_all_facts):
            return here
        member = exists().where(MemberRow.deal_id == deal.id, MemberRow.user_id == self.principal.user)
        mine = or_(deal.owner == self.principal.user, member, *self._managed(deal))
        return and_(here, mine)

    def sees(self, note: InstrumentedAttribute[int]) -> ColumnElement[bool]:
        """Tell whether the principal may see a note: whether it is on, or was taken back from, a visible deal."""
        placed, deal = another(PlacementRow), another(DealRow)
        return exists().where(
            placed.note_id == note, newest(placed, "note_id"), deal.id == placed.deal_id, self.visible(deal)
        )

    def readable(self, *, private: bool = True) -> ColumnElement[bool]:
        """Tell whether an observation is shared, or private and the principal's own (unless those are not wanted)."""
        if self.facts:
            return and_(ObservationRow.visibility == Visibility.FACT.value, self._of_kinds)
        shared = ObservationRow.visibility != Visibility.PRIVATE.value
        mine = or_(shared, ObservationRow.private_to == self.principal.confidant) if private else shared
        return and_(mine, self._of_kinds)

    @property
    def _of_kinds(self) -> ColumnElement[bool]:
        return ObservationRow.kind.in_(map(kind_of, self.kinds)) if self.kinds else true()

    def hold(self, *deals: int) -> None:
        """Keep others from changing these deals until the transaction ends; raises UnknownDeal if one is hidden."""
        wanted = set(deals) - self._held
        # Always in the same order, so that two transactions never wait for each other.
        asked = select(DealRow.id).where(DealRow.id.in_(wanted), self.visible()).order_by(DealRow.id)
        missing = wanted and wanted - set(self.session.scalars(asked.with_for_update()))
        if missing:
            unknown = f"#{min(missing)}"
            raise UnknownDeal(unknown)
        self._held.update(wanted)

    def hold_note(self, note: int, *also: int) -> int:
        """Hold the deal a note is placed on, and others; raises UnknownNote, UnknownDeal if they are not visible."""
        while True:
            deal = self._deal_of(note)
            if {deal, *also} <= self._held:
                return deal
            # The note may be moved while this transaction waits for the deal, so look again.
            self.hold(deal, *also)

    def _deal_of(self, note: int) -> int:
        placed = select(PlacementRow.deal_id).where(
            PlacementRow.note_id == note, newest(PlacementRow, "note_id"), self.sees(PlacementRow.note_id)
        )
        deal = self.session.scalar(placed)
        if deal is None:
            msg = f"There is no note #{note}."
            raise UnknownNote(msg)
        return deal

    def _managed(self, deal: type[DealRow]) -> list[ColumnElement[bool]]:
        if Role.MANAGER not in self.principal.roles:
            return []
        manager, seller = aliased(UserRow), aliased(UserRow)
        return [
            exists().where(
                manager.workspace == self.workspace,
                manager.id == self.principal.user,
                seller.workspace == self.workspace,
                seller.id == deal.owner,
                seller.team == manager.team,
            )
        ]
