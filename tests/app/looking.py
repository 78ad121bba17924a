"""A deal that can be looked back at, as the ledger would: by day, and by what was known at an instant."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from dealbot.app.answer import Answer, Deal
from dealbot.app.deal_names import DealName
from dealbot.app.question import Asking, Intent, Question
from dealbot.app.reply import reply
from dealbot.app.sayings import ReadNote, Sayings
from dealbot.app.understand.builtin import BuiltinQuestions
from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.deal import DealState
from dealbot.domain.observation import Correction, Observation, Origin
from dealbot.domain.reconcile import replay
from dealbot.domain.record import Call, DealRecord
from tests.app.encoder import WordsEncoder
from tests.builders import AS_OF, a_day, a_span


def a_deal_told(
    told: Sequence[Observation],
    as_of: date = AS_OF,
    name: str = "Lakeshore Health",
    amount: int | None = 2_400_000,
    call: Call | None = None,
) -> Deal:
    """A deal as of a day, with its past."""

    def back(day: date, known_at: datetime | None) -> DealState:
        return replay([o for o in told if known_at is None or o.origin.recorded_at <= known_at], day)

    record = DealRecord(1, name, name, amount=amount, quarter="2027-Q2" if amount else None, call=call)
    return Deal.of(record, replay(told, as_of), back)


def set_by_hand(field: str, value: str, on: str, of: str | None = None, hour: int = 18) -> Observation:
    """Something set on the deal as a whole."""
    day = a_day(on)
    recorded = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
    correction = Correction(CorrectedField(field), value, of, a_span(f"{field}={value}"))
    return Observation(Origin("", day, recorded, "Priya Nair"), correction)


def ask(text: str, deal: Deal, *notes: ReadNote) -> Answer:
    """Answer a question about a deal whose notes are these."""
    question = BuiltinQuestions().read(text, Asking((DealName(deal.name),), lambda _: deal.state.people))
    return reply(question, deal if question.deal else None, lambda: Sayings(notes, WordsEncoder()))


def answer(intent: Intent, deal: Deal, text: str = "", since: str | None = None) -> Answer:
    """Answer a question that is understood already."""
    question = Question(text, intent, deal.name, since=since)
    return reply(question, deal, lambda: Sayings((), WordsEncoder()))
