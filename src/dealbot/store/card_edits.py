"""What enablement made of cards, and which reworded card is which: every edit kept, the newest counts."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from dealbot.domain.practice.card import Card, CardKind, CardSource, Deck
from dealbot.domain.practice.edits import CardEdit
from dealbot.domain.principal import Principal
from dealbot.store.effective import newest
from dealbot.store.practice_tables import CardAliasRow, CardEditRow, KnownDeckRow


class CardEdits:
    """The edited cards of the principal's workspace: all may read what they are asked."""

    def __init__(self, session: Session, principal: Principal) -> None:
        """Work inside the session's transaction, for the principal."""
        self._session = session
        self._principal = principal

    def all(self) -> tuple[CardEdit, ...]:
        """Give the newest edit of every card that has one, by its id."""
        mine = newest(CardEditRow, "card", workspace=self._principal.workspace)
        rows = self._session.scalars(select(CardEditRow).where(mine).order_by(CardEditRow.card))
        return tuple(_kept(row) for row in rows)

    def edit(self, edit: CardEdit, at: datetime) -> None:
        """Append an edit."""
        by = self._principal
        row = CardEditRow(workspace=by.workspace, recorded_at=at, card=edit.card, prompt=edit.prompt, off=edit.off)
        row.points = list(edit.points) if edit.points is not None else None
        row.accepted = list(edit.accepted) if edit.accepted is not None else None
        row.pitfalls = list(edit.pitfalls) if edit.pitfalls is not None else None
        row.choices = list(edit.choices) if edit.choices is not None else None
        row.edited_by = by.user
        self._session.add(row)
        self._session.flush()

    def aliases(self) -> dict[str, str]:
        """Tell of each new id the first id of the same card."""
        mine = CardAliasRow.workspace == self._principal.workspace
        rows = self._session.scalars(select(CardAliasRow).where(mine).order_by(CardAliasRow.id))
        first: dict[str, str] = {}
        for row in rows:
            first[row.new] = first.get(row.old, row.old)
        return first

    def alias(self, new: str, old: str, at: datetime) -> bool:
        """Append that a new id is the card of an old one; false where that is known, or would make a ring."""
        known = self.aliases()
        if new in known or known.get(old, old) == new or new in known.values():
            return False
        row = CardAliasRow(workspace=self._principal.workspace, recorded_at=at, new=new, old=old)
        self._session.add(row)
        self._session.flush()
        return True

    def digests(self) -> dict[str, str]:
        """Give the digest of every deck as it was last practised from."""
        rows = select(KnownDeckRow.deck, KnownDeckRow.digest)
        found = self._session.execute(rows.where(KnownDeckRow.workspace == self._principal.workspace))
        return {row[0]: row[1] for row in found}

    def known(self, deck: str) -> tuple[Card, ...]:
        """Give the cards of a deck as it was last practised from, with what tells one from another."""
        row = self._session.get(KnownDeckRow, (self._principal.workspace, deck))
        return tuple(_card(deck, each) for each in row.cards) if row is not None else ()

    def know(self, deck: Deck, digest: str) -> None:
        """Keep the cards of a deck as they are now."""
        row = KnownDeckRow(workspace=self._principal.workspace, deck=deck.name, digest=digest)
        row.cards = [_told(card) for card in deck.cards]
        self._session.merge(row)
        self._session.flush()


def _told(card: Card) -> dict[str, Any]:
    told = {"id": card.id, "kind": card.kind.value, "category": card.category, "prompt": card.prompt}
    return told | {"quote": card.source.quote, "choices": list(card.choices), "accepted": list(card.accepted)}


def _card(deck: str, told: Mapping[str, Any]) -> Card:
    source = CardSource(deck, "", (), told["quote"])
    choices, accepted = tuple(told["choices"]), tuple(told["accepted"])
    kind = CardKind(told["kind"])
    return Card(told["id"], kind, deck, told["category"], told["prompt"], source, choices=choices, accepted=accepted)


def _kept(row: CardEditRow) -> CardEdit:
    return CardEdit(
        row.card,
        row.prompt,
        points=_tuple(row.points),
        accepted=_tuple(row.accepted),
        pitfalls=_tuple(row.pitfalls),
        choices=_tuple(row.choices),
        off=row.off,
    )


def _tuple(kept: Sequence[str] | None) -> tuple[str, ...] | None:
    return tuple(kept) if kept is not None else None
