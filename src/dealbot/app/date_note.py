"""The day of a note's call set right: the same words count again as said on that day, and can be set back."""

from dataclasses import dataclass
from datetime import date

from dealbot.app.desk import Desk, the_deal
from dealbot.app.in_step import InStep, in_step
from dealbot.app.state import state_now
from dealbot.domain.changes import Change, changes_between
from dealbot.domain.deal import DealState
from dealbot.domain.principal import Principal
from dealbot.errors import BadInput
from dealbot.store.books import Books


@dataclass(frozen=True, slots=True)
class Dated:
    """A note whose call was on another day than was thought, and what that changed in its deal."""

    note: str
    deal: str
    before: date
    after: date
    changes: tuple[Change, ...]
    state: DealState


def date_note(desk: Desk, principal: Principal, note: str, on: date, deal: str | None = None) -> Dated:
    """Let a note's call be of a day, read again as of it; `deal` where several have its id.

    Raises UnknownNote, BadInput for a day to come, the day it has, or a note that was taken back.
    """
    if on > desk.today():
        raise BadInput("That day is still to come, so nothing was changed: give the day on which the call was.")

    def work(books: Books, step: InStep) -> Dated:
        kept = books.notes.get(note, the_deal(books.deals, deal).id if deal is not None else None)
        home = books.deals.by_id(kept.deal)
        if kept.undone:
            raise BadInput(f"The note '{note}' was taken back: put it back first.")
        step.watch(home.id)
        before = state_now(books, home.id, desk.today())
        if not books.notes.redate(kept.key, on, desk.now()):
            raise BadInput(f"It is a call of {on:%a} {on.day} {on:%b} already: nothing was changed.")
        step.settle()
        after = state_now(books, home.id, desk.today())
        return Dated(note, home.name, kept.note.on, on, changes_between(before, after), after)

    return in_step(desk, principal, work)
