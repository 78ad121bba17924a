"""Notes listed, taken back and moved; nothing is deleted, only where a note counts changes."""

from dataclasses import dataclass

from dealbot.app.desk import Desk, the_deal
from dealbot.app.in_step import InStep, in_step
from dealbot.app.state import state_now
from dealbot.domain.changes import Change, changes_between
from dealbot.domain.deal import DealState
from dealbot.domain.note import CallNote
from dealbot.domain.principal import Principal
from dealbot.errors import BadInput
from dealbot.store.books import Books
from dealbot.store.values import KeptNote


@dataclass(frozen=True, slots=True)
class Placed:
    """A note that counts elsewhere now (`after` None: nowhere), and what that changed in the deal it counts for."""

    note: str
    before: str
    after: str | None
    changes: tuple[Change, ...]
    state: DealState


def notes_of(desk: Desk, principal: Principal, deal: str) -> tuple[CallNote, ...]:
    """List the notes of a deal by the day of the call."""
    with desk.reading(principal) as books:
        return tuple(kept.note for kept in books.notes.of_deal(the_deal(books.deals, deal).id))


def undo_note(desk: Desk, principal: Principal, note: str, deal: str | None = None) -> Placed:
    """Take a note back, the one on `deal` where several have its id; raises UnknownNote, BadInput if it was."""

    def take_back(books: Books, step: InStep) -> Placed:
        kept = _the_note(books, note, deal)
        source = books.deals.by_id(kept.deal)
        if kept.undone:
            raise BadInput(f"The note '{note}' was already taken back from {source.name}: nothing was changed.")
        step.watch(source.id)
        before = state_now(books, source.id, desk.today())
        books.notes.place(kept.key, None, desk.now())
        step.settle()
        after = state_now(books, source.id, desk.today())
        return Placed(note, source.name, None, changes_between(before, after), after)

    return in_step(desk, principal, take_back)


def move_note(desk: Desk, principal: Principal, note: str, target: str, source: str | None = None) -> Placed:
    """Let a note count for another deal, or again for the one it was taken back from; `source` as `deal` in undoing.

    Raises UnknownNote, UnknownDeal, BadInput where it already is.
    """

    def move(books: Books, step: InStep) -> Placed:
        kept = _the_note(books, note, source)
        left, deal = books.deals.by_id(kept.deal), the_deal(books.deals, target)
        if left.id == deal.id and not kept.undone:
            raise BadInput(f"The note '{note}' already is in {deal.name}: nothing was changed.")
        step.watch(left.id)
        step.watch(deal.id)
        before = state_now(books, deal.id, desk.today())
        books.notes.place(kept.key, deal.id, desk.now())
        step.settle()
        after = state_now(books, deal.id, desk.today())
        return Placed(note, left.name, deal.name, changes_between(before, after), after)

    return in_step(desk, principal, move)


def _the_note(books: Books, note: str, deal: str | None) -> KeptNote:
    return books.notes.get(note, the_deal(books.deals, deal).id if deal is not None else None)
