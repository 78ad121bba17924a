"""The pipeline from the ledger: of today from the summaries, of another day by replay; and Monday's rows kept."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from dealbot.app.desk import Desk
from dealbot.app.manage_deals import list_deals
from dealbot.app.pipeline.board import Board, board, snapshot
from dealbot.app.pipeline.rows import row
from dealbot.app.state import shared_state, summary_of
from dealbot.domain.deal import DealState
from dealbot.domain.principal import Principal
from dealbot.domain.record import DealRecord
from dealbot.store.books import Books


def pipeline_today(desk: Desk, principal: Principal) -> Board:
    """The deals that the principal may see as they stand today, beside the last Monday kept before today's week."""
    today = desk.today()
    rows = [row(deal, summary, today) for deal, summary in list_deals(desk, principal)]
    with desk.reading(principal) as books:
        return board(rows, books.snapshots.last_before(_monday(today)))


def pipeline_as_of(books: Books, today: date, as_of: date, known_at: datetime | None = None) -> Board:
    """The deals as they stood on a day, the money as it was set by then."""
    rows = []
    for deal in books.deals.all():
        state = shared_state(books, deal.id, today, as_of, known_at)
        rows.append(row(_as_set(deal, state), summary_of(state), as_of))
    return board(rows, books.snapshots.last_before(_monday(as_of)))


def _as_set(deal: DealRecord, state: DealState) -> DealRecord:
    """The record with the money as it was set by a day."""
    told, ending = state.terms, state.ending
    return replace(
        deal,
        amount=told.amount or deal.amount,
        quarter=told.quarter or deal.quarter,
        call=told.call or deal.call,
        outcome=ending.outcome if ending else None,
    )


def take_snapshot(desk: Desk, principal: Principal) -> tuple[date, int]:
    """Keep this week's Monday row of every visible deal that has none yet; says of which Monday, and how many."""
    today = desk.today()
    rows = [row(deal, summary, today) for deal, summary in list_deals(desk, principal)]
    monday = _monday(today)
    with desk.writing(principal) as books:
        return monday, books.snapshots.take((snapshot(each, monday) for each in rows), desk.now())


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
