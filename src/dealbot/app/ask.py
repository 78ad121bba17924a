"""Questions asked of the ledger: understood, the deal replayed as of the day, answered from it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial

from dealbot.app.answer import Answer, Deal
from dealbot.app.answers.pipeline import OVER_DEALS
from dealbot.app.deal_names import DealName
from dealbot.app.desk import Desk, the_deal
from dealbot.app.looking_back import day_told
from dealbot.app.over_deals import answer_over, chosen, over_deals, owners_for
from dealbot.app.pipeline.load import pipeline_as_of, pipeline_today
from dealbot.app.question import Asking, Question, QuestionReader, Talk
from dealbot.app.reply import of_several, reply, reply_across
from dealbot.app.sayings import ReadNote, Sayings
from dealbot.app.state import heard, state_now
from dealbot.domain.deal import DealState
from dealbot.domain.principal import Principal
from dealbot.domain.reconcile import replay
from dealbot.domain.record import DealRecord, Outcome
from dealbot.domain.today import day_today
from dealbot.reading.heads import Encoder
from dealbot.store.books import Books

_SILENCE = Talk()
# A deal is replayed for a question over all of them: so many take a few seconds.
MOST_DEALS = 150


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as asked; `as_of` and `known_at` None mean today and now.

    `talk` is what the conversation is about; `sure` says that it is a question, whatever it reads like.
    """

    text: str
    deal: str | None = None
    as_of: date | None = None
    known_at: datetime | None = None
    talk: Talk = _SILENCE
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Answering:
    """What understands questions and finds words in notes."""

    questions: QuestionReader
    encoder: Encoder


def ask(desk: Desk, principal: Principal, answering: Answering, asked: Asked) -> Answer:
    """Answer one question from what the principal may see; raises UnknownDeal, AmbiguousDeal for `asked.deal`."""
    return answer_in_talk(desk, principal, answering, asked)[1]


def answer_in_talk(desk: Desk, principal: Principal, answering: Answering, asked: Asked) -> tuple[Question, Answer]:
    """Answer as `ask` does and tell how the question was understood, so that the next one may lean on it."""
    today = desk.today()
    with desk.reading(principal) as books:
        records = {record.name: record for record in books.deals.all()}
        given = the_deal(books.deals, asked.deal).name if asked.deal is not None else None
        names = tuple(DealName(record.name, record.aliases) for record in records.values())

        def deal_of(name: str, as_of: date | None) -> Deal:
            return deal_now(books, records[name], today, replace(asked, as_of=as_of))

        several = over_deals(asked.text, names)
        if several is not None and given is None:
            of_these = [deal_of(record.name, asked.as_of) for record in chosen(books, principal, several)]
            owners = owners_for(books, principal)
            return answer_over(asked.text, several, of_these, asked.as_of or today, owners)
        asking = Asking(
            names, lambda name: deal_of(name, asked.as_of).state.people, given, asked.talk, asked.sure, today
        )
        question = answering.questions.read(asked.text, asking)
        as_of = asked.as_of or day_told(question.as_of, today)
        if question.intent in OVER_DEALS:
            known_at = asked.known_at
            board = pipeline_as_of(books, today, as_of or today, known_at) if as_of or known_at else None
            board = board or pipeline_today(desk, principal)
            return question, OVER_DEALS[question.intent](question, board, as_of or today)
        sayings = partial(_sayings, books, answering, asked, today=today)
        if of_several(question):
            names_of_all = _all_meant(question, records)
            deals = [deal_of(name, as_of) for name in names_of_all[:MOST_DEALS]]
            return question, reply_across(question, deals, sayings, max(0, len(names_of_all) - MOST_DEALS))
        deal = deal_of(question.deal, as_of) if question.deal is not None else None
        return question, reply(question, deal, partial(sayings, deal))


def _all_meant(question: Question, records: Mapping[str, DealRecord]) -> tuple[str, ...]:
    """The deals a question is put to: those it names, else all that are open, the largest first."""
    if question.deals:
        return question.deals
    still = [record for record in records.values() if record.outcome not in {Outcome.WON, Outcome.LOST}]
    return tuple(record.name for record in sorted(still, key=lambda record: -(record.amount or 0)))


def answer_about(
    desk: Desk, principal: Principal, answering: Answering, asked: Asked, understood: Callable[[Deal], Question]
) -> Answer:
    """Answer an `understood` question about the deal that `asked` names; raises UnknownDeal, AmbiguousDeal."""
    today = desk.today()
    with desk.reading(principal) as books:
        deal = deal_now(books, the_deal(books.deals, asked.deal or ""), today, asked)
        return reply(understood(deal), deal, partial(_sayings, books, answering, asked, deal, today=today))


def status_of(desk: Desk, principal: Principal, name: str, asked: Asked) -> Deal:
    """The whole state of a deal as of a day; raises UnknownDeal, AmbiguousDeal."""
    with desk.reading(principal) as books:
        record = the_deal(books.deals, name)
        return deal_now(books, record, desk.today(), asked)


def deal_now(books: Books, record: DealRecord, today: date, asked: Asked) -> Deal:
    """A deal as asked about; what it was known to be at an instant can be asked while the books are open."""
    told = heard(books, record.id, today, asked.known_at)

    def back(day: date, known_at: datetime | None) -> DealState:
        if known_at is None or (asked.known_at is not None and asked.known_at <= known_at):
            return replay(told, day)
        return state_now(books, record.id, today, day, known_at)

    return Deal.of(record, replay(told, asked.as_of or today), back)


def _sayings(books: Books, answering: Answering, asked: Asked, deal: Deal | None, *, today: date) -> Sayings:
    kept = books.notes.of_deal(deal.record.id, asked.known_at) if deal is not None else ()
    notes = ((each.note, day_today(each.note.on, each.note.said_at, today)) for each in kept)
    said = ((note, on) for note, on in notes if deal is None or on <= deal.state.as_of)
    read = tuple(ReadNote.of(note.id, on, note.author, note.text) for note, on in said)
    return Sayings(read, answering.encoder)
