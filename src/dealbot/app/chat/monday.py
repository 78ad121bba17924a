"""What a manager does with what Monday shows: look at it by owner or whole, and ask whoever owns what is unclear."""

from collections import Counter
from collections.abc import Iterator, Sequence

from dealbot.app.answer import Deal
from dealbot.app.answers.mending import question_for
from dealbot.app.answers.pipeline import pipeline_text
from dealbot.app.chat.replies import AskedOfOwner, Plain, QuestionsSent
from dealbot.app.chat.turn import Turn
from dealbot.app.pipeline.board import Board
from dealbot.app.pipeline.load import pipeline_today
from dealbot.app.pipeline.rows import Row
from dealbot.app.state import shared_state
from dealbot.app.team import owners_for, shown_on_monday
from dealbot.app.terms_text import call_words
from dealbot.app.wording import counted, listed, money, standing_words
from dealbot.domain.alignment import Standing

_FOR_MANAGERS = "That is for managers: nothing was sent."
_NOTHING = "Nothing is unclear that a question would mend, so nothing was sent."
_ROOM = 2_800  # letters of one message
_MOST_NAMES = 3


def all_deals(turn: Turn) -> None:
    """Every deal of the pipeline, a line each."""
    board, today = pipeline_today(turn.desk, turn.principal), turn.desk.today()
    texts = (pipeline_text(board, today, most) for most in range(len(board.rows), 0, -1))
    text = next((text for text in texts if len(text) <= _ROOM), pipeline_text(board, today))
    turn.only_say(turn.memory, Plain(text))


def by_owner(turn: Turn) -> None:
    """The pipeline by who owns it."""
    board = pipeline_today(turn.desk, turn.principal)
    with turn.reading() as books:
        names = {user.id: user.name for user in books.users.all()}
    turn.only_say(turn.memory, Plain("\n".join(_by_owner(board, names))[:_ROOM]))


def _by_owner(board: Board, names: dict[str, str]) -> Iterator[str]:
    owners = sorted(
        {row.deal.owner for row in board.rows}, key=lambda owner: (owner is None, names.get(owner or "", ""))
    )
    yield f"By AE · {counted(len(board.rows), 'deal')}"
    for owner in owners:
        rows = [row for row in board.rows if row.deal.owner == owner]
        yield f"• {names.get(owner or '', owner) or 'Nobody'}: {' · '.join(_told(rows))}"


def _told(rows: Sequence[Row]) -> Iterator[str]:
    """How many deals and how much, how they are called, how they stand, what is late and what is unheard."""
    amount = sum(row.deal.amount or 0 for row in rows)
    yield counted(len(rows), "deal") + (f", {money(amount)}" if amount else "")
    calls = Counter(call_words(row.deal.call) for row in rows if row.deal.call)
    if calls:
        yield ", ".join(f"{count} {call}" for call, count in calls.most_common())
    standings = Counter(row.standing for row in rows if row.standing in {Standing.STUCK, Standing.AT_RISK})
    yield from (f"{count} {standing_words(standing).lower()}" for standing, count in standings.items() if standing)
    late = sum(len(row.late_ours) for row in rows)
    if late:
        yield f"{counted(late, 'promise')} late"
    unheard = [row.deal.name for row in rows if row.standing in {None, Standing.TOO_LITTLE_HEARD}]
    if unheard:
        yield f"too little heard: {listed(unheard, _MOST_NAMES, ', ')}"


def ask_owners(turn: Turn) -> None:
    """Ask each owner the one question per deal that mends it, from what all who read the deal may know."""
    today = turn.desk.today()
    with turn.reading() as books:
        names = owners_for(books, turn.principal)
        if names is None:
            turn.only_say(turn.memory, Plain(_FOR_MANAGERS))
            return
        records = shown_on_monday(books.deals.all(), turn.principal)
        deals = [Deal.of(record, shared_state(books, record.id, today, today)) for record in records]
    found = [(deal.record, question) for deal in deals if (question := question_for(deal)) is not None]
    asks = [
        AskedOfOwner(record.id, record.name, record.owner, names.get(record.owner or ""), question)
        for record, question in found
    ]
    reply = QuestionsSent(turn.principal.name, turn.principal.user, today, tuple(asks)) if asks else Plain(_NOTHING)
    turn.only_say(turn.memory, reply)
