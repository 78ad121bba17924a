"""Questions asked of the ledger: understood, the deal replayed as of the day, answered from it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from dealbot.app.answer import Answer, Deal
from dealbot.app.deal_names import DealName
from dealbot.app.desk import Desk, the_deal
from dealbot.app.guides.answering import GuideAnswers
from dealbot.app.looking_back import day_told
from dealbot.app.question import Asking, Intent, Question, QuestionReader, Talk
from dealbot.app.reply import reply
from dealbot.app.sayings import ReadNote, Sayings
from dealbot.app.state import state_now
from dealbot.domain.principal import Principal
from dealbot.domain.today import day_today
from dealbot.reading.heads import Encoder
from dealbot.store.books import Books

_SILENCE = Talk()


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
    """What understands questions, finds words in notes, and answers from the knowledge where there is any."""

    questions: QuestionReader
    encoder: Encoder
    guides: Callable[[], GuideAnswers] | None = None


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
            return Deal.of(records[name], state_now(books, records[name].id, today, as_of, asked.known_at))

        asking = Asking(names, lambda name: deal_of(name, asked.as_of).state.people, given, asked.talk, asked.sure)
        question = answering.questions.read(asked.text, asking)
        if question.intent is not Intent.KNOWLEDGE or answering.guides is None:
            as_of = asked.as_of or day_told(question.as_of, today)
            deal = deal_of(question.deal, as_of) if question.deal is not None else None
            return question, reply(question, deal, partial(_sayings, books, answering, asked, deal, today))
    # The first such question may make the index: the books are closed meanwhile.
    return question, answering.guides().answer(asked.text, asked.as_of or today, asked.talk.asked)


def status_of(desk: Desk, principal: Principal, name: str, asked: Asked) -> Deal:
    """The whole state of a deal as of a day; raises UnknownDeal, AmbiguousDeal."""
    with desk.reading(principal) as books:
        record = the_deal(books.deals, name)
        return Deal.of(record, state_now(books, record.id, desk.today(), asked.as_of, asked.known_at))


def _sayings(books: Books, answering: Answering, asked: Asked, deal: Deal | None, today: date) -> Sayings:
    kept = books.notes.of_deal(deal.record.id, asked.known_at) if deal is not None else ()
    notes = ((each.note, day_today(each.note.on, each.note.said_at, today)) for each in kept)
    said = ((note, on) for note, on in notes if deal is None or on <= deal.state.as_of)
    read = tuple(ReadNote.of(note.id, on, note.author, note.text) for note, on in said)
    return Sayings(read, answering.encoder)
