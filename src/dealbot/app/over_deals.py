"""Questions over all deals at once: the pipeline, why deals stall, how leads rank; of today or another day."""

from datetime import date, datetime

from dealbot.app.answer import Answer
from dealbot.app.answers.leads import leads
from dealbot.app.answers.pipeline import OVER_DEALS
from dealbot.app.desk import Desk
from dealbot.app.leads import leads_as_of, leads_today
from dealbot.app.pipeline.load import pipeline_as_of, pipeline_today
from dealbot.app.question import Focus, Question
from dealbot.store.books import Books


def over_deals(question: Question, desk: Desk, books: Books, as_of: date | None, known_at: datetime | None) -> Answer:
    """Answer from the summaries of today, or from the ledger replayed where a day or an instant is given."""
    today = desk.today()
    back = as_of is not None or known_at is not None
    if question.focus is Focus.LEADS:
        ranked = leads_as_of(books, today, as_of, known_at) if back else leads_today(desk, books.principal)
        return leads(question, ranked)
    board = pipeline_as_of(books, today, as_of or today, known_at) if back else pipeline_today(desk, books.principal)
    return OVER_DEALS[question.intent](question, board, as_of or today)
