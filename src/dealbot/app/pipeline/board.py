"""The pipeline as a whole: who is furthest from yes first, what moved since the last Monday kept."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from dealbot.app.pipeline.rows import ChampionHealth, Row
from dealbot.domain.cause import Cause
from dealbot.domain.evidence import Evidence
from dealbot.domain.record import Call, Outcome
from dealbot.store.snapshots import Snapshot

_WORST_FIRST = tuple(ChampionHealth)
_COLD_DAYS = 60
_BOLDEST = {Call.COMMIT: 3, Call.BEST_CASE: 2, Call.PIPELINE: 1, Call.OMITTED: 0}


@dataclass(frozen=True, slots=True)
class RowChange:
    """How a deal changed since it was kept: `up` is None where it went neither way."""

    row: Row
    parts: tuple[tuple[str, str | None, str | None], ...]
    up: bool | None


@dataclass(frozen=True, slots=True)
class Board:
    """All deals that somebody may see: worked on (the widest gap first), paused, over; what moved since a day."""

    rows: tuple[Row, ...]
    paused: tuple[Row, ...]
    over: tuple[Row, ...]
    moves: tuple[RowChange, ...] = ()
    since: date | None = None

    @property
    def late_ours(self) -> Counter[str]:
        """Our late promises by who made them."""
        return Counter(owner or "somebody" for row in self.rows for owner in row.late_ours)


def board(rows: Iterable[Row], kept: Iterable[Snapshot] = ()) -> Board:
    """Put the rows in order: by the gap to yes, then the champion's health; never by age or stage."""
    every = sorted(rows, key=_order)
    before = {each.deal: each for each in kept}
    open_ = tuple(row for row in every if row.ending is None)
    moved = (_move(row, before[row.deal.id]) for row in every if row.deal.id in before)
    return Board(
        rows=open_,
        paused=tuple(row for row in every if row.ending and row.ending.outcome is Outcome.PAUSED),
        over=tuple(row for row in every if row.ending and row.ending.outcome is not Outcome.PAUSED),
        moves=tuple(move for move in moved if move.parts),
        since=max((each.taken_on for each in before.values()), default=None),
    )


def _order(row: Row) -> tuple[bool, int, int, int, int, str]:
    """Of whom nothing was heard there is nothing to tell: they come last."""
    met = (row.champion.criteria_met or 0) if row.champion else 0
    return row.quiet is None, -row.gap, _WORST_FIRST.index(row.health), met, row.up - row.down, row.deal.name.casefold()


def _move(row: Row, was: Snapshot) -> RowChange:
    now = snapshot(row, was.taken_on)
    fields = ("standing", "amount", "quarter", "call")
    told = [(field, getattr(was, field), getattr(now, field)) for field in fields]
    told.insert(0, ("yes", f"{was.yes} of {was.of}", f"{now.yes} of {now.of}"))
    parts = tuple((field, _text(old), _text(new)) for field, old, new in told if old != new)
    return RowChange(row, parts, _up(was, now))


def _up(was: Snapshot, now: Snapshot) -> bool | None:
    """By the committee; where it stands as it stood, by the call."""
    gaps = (was.of - was.yes, now.of - now.yes)
    if gaps[0] != gaps[1]:
        return gaps[1] < gaps[0]
    calls = [_BOLDEST[Call(each.call)] if each.call else None for each in (was, now)]
    if calls[0] is None or calls[1] is None or calls[0] == calls[1]:
        return None
    return calls[1] > calls[0]


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def snapshot(row: Row, on: date) -> Snapshot:
    """A row as it is kept."""
    deal = row.deal
    call, standing = deal.call.value if deal.call else None, row.standing.value if row.standing else None
    return Snapshot(deal.id, on, deal.amount, deal.quarter, call, standing, row.yes, row.of)


@dataclass(frozen=True, slots=True)
class Stall:
    """A deal under a cause: lost or paused with it, or worked on and told of it in the notes."""

    row: Row
    cause: Cause
    outcome: Outcome | None
    days: int
    evidence: Evidence | None


def stalls(board: Board) -> Mapping[Cause, tuple[Stall, ...]]:
    """Why deals fail or stall, by cause: what was set first, then what notes of deals in trouble tell."""
    found = [stall for row in (*board.over, *board.paused, *board.rows) for stall in _of(row)]
    roots = Counter(stall.cause.root for stall in found)
    return {root: tuple(each for each in found if each.cause.root is root) for root, _ in roots.most_common()}


def _of(row: Row) -> list[Stall]:
    """Every stretch that was paused or lost has its cause; a deal in trouble has what its notes tell."""
    set_ = [
        Stall(row, rest.cause, rest.outcome, rest.days, rest.evidence)
        for rest in row.rests
        if rest.cause is not None and rest.outcome is not Outcome.WON
    ]
    if row.ending is not None or not _in_trouble(row):
        return set_
    known = {stall.cause.root for stall in set_}
    return [*set_, *(Stall(row, cause, None, 0, said) for cause, said in row.stalls if cause.root not in known)]


def _in_trouble(row: Row) -> bool:
    return row.light.value in {"red", "amber"} or (row.quiet or 0) > _COLD_DAYS
