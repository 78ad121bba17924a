"""What every use case works with: the ledger, the reader, and the moment it happens."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo
from typing import Any

from dealbot.domain.principal import Principal
from dealbot.domain.record import DealRecord
from dealbot.errors import AmbiguousDeal, UnknownDeal
from dealbot.reading.ports import NoteReader
from dealbot.store.books import Books, reading, writing
from dealbot.store.database import Database
from dealbot.store.deals import Deals
from dealbot.store.facts import Facts

Then = Callable[[Books, Any], None]


def nothing(_books: Books, _result: object) -> None:
    """Do nothing else."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The tools at hand; the readers are opened when they are first needed.

    Days begin and end in `zone`, without one where the clock is.
    The introducer only tells whom a note names when read by itself: it is asked often, so it should cost little.
    What `then` does with the result of a change is done in the change's own transaction.
    """

    database: Database
    reader: Callable[[], NoteReader]
    introducer: Callable[[], NoteReader]
    now: Callable[[], datetime]
    today: Callable[[], date]
    then: Then = nothing
    zone: tzinfo | None = None

    def within(self, zone: tzinfo) -> "Desk":
        """The same desk where today is the day it is in a time zone."""
        return replace(self, today=lambda: self.now().astimezone(zone).date(), zone=zone)

    def reading(self, principal: Principal) -> AbstractContextManager[Books]:
        """Open the books to read one moment."""
        return reading(self.database, principal)

    def writing(self, principal: Principal) -> AbstractContextManager[Books]:
        """Open the books for one transaction."""
        return writing(self.database, principal)


def the_deal(deals: Deals | Facts, name: str) -> DealRecord:
    """Find the one deal of a name or alias, or of the start of its name; raises UnknownDeal, AmbiguousDeal."""
    found = deals.find(name) or _begins_with(deals, name)
    if not found:
        raise UnknownDeal(name, deals.nearest(name))
    if len(found) > 1:
        raise AmbiguousDeal(name, tuple(deal.name for deal in found))
    return found[0]


def _begins_with(deals: Deals | Facts, name: str) -> tuple[DealRecord, ...]:
    start = name.casefold().split()
    return tuple(deal for deal in deals.all() if start and deal.name.casefold().split()[: len(start)] == start)
