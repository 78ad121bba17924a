"""Setting the exposure of one deal or of several in a message, and taking all of it back."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from dealbot.app.chat.fixes.lexicon import TAKE_BACK
from dealbot.app.chat.replies import ExposuresSet, Fixed, Plain
from dealbot.app.chat.settings.act import aside, for_us
from dealbot.app.chat.settings.exposure import Exposed, exposures_in
from dealbot.app.chat.turn import Turn
from dealbot.app.correct import Corrected, take_back
from dealbot.app.desk import Desk
from dealbot.app.set_exposure import Pair, set_exposure
from dealbot.errors import BadInput
from dealbot.store.books import Books

_WHICH = "Which deal? Say it with its name, such as “Lakeshore exposure: medicare_ffs 45, outpatient 55”."
Work = Callable[[Desk], Corrected]


def set_exposures(turn: Turn) -> bool:
    """Set what a message says of the exposure of deals; false for one that sets nothing, or is not for dealbot."""
    table = exposures_in(turn.said.text, turn.deals(), turn.said.on) if for_us(turn) else None
    if table is None:
        return False
    if len(table.rows) == 1 and not table.refused:
        _set_one(turn, table.rows[0])
    elif not table.rows:
        turn.only_say(turn.memory, Plain("\n".join(table.refused)))
    else:
        works = [_work(turn, row.deals[0], row.pairs, _day(turn, row)) for row in table.rows]
        _all_as_one(turn, works, table.refused)
    return True


def set_for(turn: Turn, deal: str, pairs: Sequence[Pair], on: date | None) -> None:
    """Set the exposure of a deal, with what undoes it."""

    def told(books: Books, corrected: Corrected) -> None:
        memory = replace(turn.memory.about(deal), fixed=corrected.keys, moving=None, moved_from=None, dated_from=None)
        turn.say(books, memory, Fixed(corrected, shared=aside(turn, deal)))

    try:
        _work(turn, deal, pairs, on)(turn.then(told))
    except BadInput as error:
        turn.only_say(turn.memory, Plain(str(error)))


def undo_table(turn: Turn) -> bool:
    """Take back what was just set of several deals at once, where a reply says so in as many words."""
    keys = turn.memory.fixed_at_once
    if not keys or not for_us(turn) or not TAKE_BACK.match(turn.said.text):
        return False
    undo_exposures(turn, keys)
    return True


def undo_exposures(turn: Turn, keys: Sequence[tuple[str, Sequence[int]]]) -> None:
    """Take back what was set of several deals at once."""
    _all_as_one(turn, [_taking_back(turn, deal, of) for deal, of in keys], undone=True)


def _set_one(turn: Turn, row: Exposed) -> None:
    deals = row.deals or tuple(filter(None, [turn.said.deal or turn.memory.deal]))
    if len(deals) == 1:
        set_for(turn, deals[0], row.pairs, _day(turn, row))
    else:
        told = f"Which deal: {' or '.join(deals)}? Say it with its whole name." if deals else _WHICH
        turn.only_say(turn.memory, Plain(told))


def _day(turn: Turn, row: Exposed) -> date | None:
    """The day that was named; else today, which where the desk is may still be the day before."""
    return row.on if row.on != turn.said.on else None


def _work(turn: Turn, deal: str, pairs: Sequence[Pair], on: date | None) -> Work:
    return lambda desk: set_exposure(desk, turn.principal, deal, pairs, on)


def _taking_back(turn: Turn, deal: str, keys: Sequence[int]) -> Work:
    return lambda desk: take_back(desk, turn.principal, deal, keys)


def _all_as_one(turn: Turn, works: Sequence[Work], refused: tuple[str, ...] = (), *, undone: bool = False) -> None:
    """Do several pieces of work, the reply leaving with the last; done twice, the first ones change nothing."""
    *others, last = works
    done = [work(turn.desk) for work in others]

    def told(books: Books, corrected: Corrected) -> None:
        parts = (*done, corrected)
        shared = any(aside(turn, part.deal) for part in parts)
        table = tuple((part.deal, part.keys) for part in parts if part.keys)
        memory = replace(turn.memory, note=None, moving=None, moved_from=None, dated_from=None, table=table)
        memory = replace(memory, fixed=tuple(key for part in parts for key in part.keys))
        turn.say(books, memory, ExposuresSet(parts, refused, undone, shared))

    last(turn.then(told))
