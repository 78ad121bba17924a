"""Which notes are on a deal at an instant, and by which name each is told there."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import ColumnElement, and_

from dealbot.store.effective import newest
from dealbot.store.scope import Scope
from dealbot.store.tables import PlacementRow

SHEET = ""  # the outside id of the note that carries what was corrected on the deal as a whole


def on_deal(scope: Scope, deal: int, known_at: datetime | None = None) -> ColumnElement[bool]:
    """Tell whether a placement (joined with its deal) put its note on the deal at that instant."""
    there = and_(
        PlacementRow.deal_id == deal,
        PlacementRow.undone.is_(False),
        newest(PlacementRow, "note_id", known_at),
        scope.visible(),
    )
    # A note that was moved away is not told to those it was moved away from, not even as of before.
    return there if known_at is None else and_(there, scope.sees(PlacementRow.note_id))


def names(notes: Iterable[tuple[int, str, int]], deal: int) -> dict[int, str]:
    """Name each note (key, outside id, first home) of a deal: its outside id, with its home where two have the same."""
    named: dict[int, str] = {}
    taken: set[str] = set()
    for key, outside, home in sorted(notes, key=lambda note: (note[2] != deal, note[0])):
        named[key] = f"{outside}@{home}" if outside in taken and outside != SHEET else outside
        taken.add(outside)
    return named
