"""Notes listed, taken back and moved; nothing is deleted, only where a note counts changes."""

from dataclasses import dataclass

from dealbot.app.desk import Desk, the_deal
from dealbot.app.state import state_of, summarise
from dealbot.domain.changes import Change, changes_between
from dealbot.domain.note import CallNote
from dealbot.domain.principal import Principal
from dealbot.errors import BadInput
from dealbot.store.books import Books


@dataclass(frozen=True, slots=True)
class Placed:
    """A note that counts elsewhere now (`after` None: nowhere), and what that changed in the deal it counts for."""

    note: str
    before: str
    after: str | None
    changes: tuple[Change, ...]


def notes_of(desk: Desk, principal: Principal, deal: str) -> tuple[CallNote, ...]:
    """List the notes of a deal by the day of the call."""
    with desk.reading(principal) as books:
        return tuple(kept.note for kept in books.notes.of_deal(the_deal(books.deals, deal).id))


def undo_note(desk: Desk, principal: Principal, note: str) -> Placed:
    """Take a note back; raises UnknownNote, BadInput where it already was."""
    return _place(desk, principal, note, None)


def move_note(desk: Desk, principal: Principal, note: str, deal: str) -> Placed:
    """Let a note count for another deal; raises UnknownNote, UnknownDeal."""
    return _place(desk, principal, note, deal)


def _place(desk: Desk, principal: Principal, name: str, target: str | None) -> Placed:
    with desk.writing(principal) as books:
        kept = books.notes.get(name)
        if kept.undone and target is None:
            raise BadInput(f"The note '{name}' was already taken back.")
        source = books.deals.by_id(kept.deal)
        deal = the_deal(books.deals, target) if target is not None else None
        counted = deal.id if deal is not None else source.id
        before = state_of(books, counted, desk.today())
        books.notes.place(kept.key, deal.id if deal is not None else None, desk.now())
        _refresh(books, desk, {source.id, counted})
        after = state_of(books, counted, desk.today())
    return Placed(name, source.name, deal.name if deal is not None else None, changes_between(before, after))


def _refresh(books: Books, desk: Desk, deals: set[int]) -> None:
    for deal in sorted(deals):
        summarise(books, deal, desk.today())
