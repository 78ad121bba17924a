"""Questions asked of the ledger: understood, the deal replayed as of the day, answered from it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache, cached_property, partial

from dealbot.app.answer import Answer, Deal
from dealbot.app.answers.monday import team_monday
from dealbot.app.answers.pipeline import OVER_DEALS
from dealbot.app.consult.consult import Around, Looked, consulted, unsure
from dealbot.app.consult.look import Look
from dealbot.app.deal_names import DealName
from dealbot.app.desk import Desk, the_deal
from dealbot.app.guides.answering import Before, GuideAnswers
from dealbot.app.guides.unmet import keep_unmet
from dealbot.app.looking_back import day_told
from dealbot.app.meant_deals import all_meant
from dealbot.app.over_deals import over_deals
from dealbot.app.policies.answering import PolicyContext, policy_impact
from dealbot.app.policies.impact import Moment
from dealbot.app.question import Asking, Focus, Intent, Question, QuestionReader, Talk
from dealbot.app.reply import of_several, reply, reply_across
from dealbot.app.sayings import ReadNote, Sayings
from dealbot.app.state import heard, replayed, state_now
from dealbot.app.team import owners_for
from dealbot.app.understand.people import people_in
from dealbot.app.words import words_of
from dealbot.domain.deal import DealState, Stakeholder
from dealbot.domain.principal import Principal
from dealbot.domain.record import DealRecord
from dealbot.domain.today import day_today
from dealbot.errors import BadInput, IndexUnwritable, NotAllowed, UnknownDeal
from dealbot.reading.consulting import Consult
from dealbot.reading.heads import Encoder
from dealbot.reading.lexicon.names import capital_first_names, first_names
from dealbot.reading.pseudonyms import Known
from dealbot.store.books import Books

_SILENCE = Talk()
# A deal is replayed for a question over all of them: so many take a few seconds.
MOST_DEALS = 150
# To tell what changed, a deal is replayed twice and its notes are read once more.
MOST_LOOKED_BACK = 60


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as asked; `as_of` and `known_at` None mean today and now.

    `talk` is the conversation; `sure`: it is a question, whatever it reads like; `of_guides`: it is put to the guides.
    """

    text: str
    deal: str | None = None
    as_of: date | None = None
    known_at: datetime | None = None
    talk: Talk = _SILENCE
    sure: bool = False
    of_guides: bool = False


@dataclass(frozen=True, slots=True)
class Answering:
    """What understands questions and finds words in notes.

    `consult` is a model for questions that are not sure, `guides` answer from the knowledge; each where there is one.
    """

    questions: QuestionReader
    encoder: Encoder
    consult: Consult | None = None
    guides: Callable[[], GuideAnswers] | None = None


@dataclass(frozen=True)
class _Sitting:
    """One moment of the ledger for whom asks."""

    desk: Desk
    principal: Principal
    answering: Answering
    asked: Asked
    books: Books

    @property
    def today(self) -> date:
        return self.desk.today()

    @cached_property
    def records(self) -> dict[str, DealRecord]:
        """The deals that the principal may see, by name."""
        return {record.name: record for record in self.books.deals.all()}

    @cached_property
    def given(self) -> str | None:
        """The deal that is given with the question; one of which whoever asks may know facts alone, too."""
        name = self.asked.deal
        if name is None:
            return None
        try:
            return the_deal(self.books.deals, name).name
        except UnknownDeal as unknown:
            try:
                return the_deal(self.books.facts, name).name
            except UnknownDeal:
                raise unknown from None

    def deal(self, name: str, as_of: date | None) -> Deal:
        return self._replayed(name, as_of)

    @cached_property
    def _replayed(self) -> Callable[[str, date | None], Deal]:
        def replayed(name: str, as_of: date | None) -> Deal:
            return deal_now(self.books, self.records[name], self.today, replace(self.asked, as_of=as_of))

        return cache(replayed)

    def people(self, name: str) -> tuple[Stakeholder, ...]:
        return self.deal(name, self.asked.as_of).state.people if name in self.records else ()

    def answer(self, question: Question) -> Answer:
        """Answer what is understood from what the principal may see."""
        today, known_at = self.today, self.asked.known_at
        as_of = self.asked.as_of or day_told(question.as_of, today)
        if question.intent in OVER_DEALS:
            return over_deals(question, self.desk, self.books, as_of, known_at)
        if question.intent is Intent.POLICY_IMPACT:
            return policy_impact(question, self.policies(as_of))
        sayings = partial(_sayings, self.books, self.answering, self.asked, today=today)
        if of_several(question):
            meant = all_meant(question, self.records, self.principal)
            most = MOST_LOOKED_BACK if question.focus and question.focus.of_all_deals else MOST_DEALS
            deals = [self.deal(name, as_of) for name in meant[:most]]
            names = owners_for(self.books, self.principal) if question.focus is Focus.MONDAY else None
            if names is not None:
                return team_monday(question, deals, names, max(0, len(meant) - most))
            return reply_across(question, deals, sayings, max(0, len(meant) - most))
        deal = self.deal(question.deal, as_of) if question.deal is not None else None
        return reply(question, deal, partial(sayings, deal))

    def policies(self, as_of: date | None) -> PolicyContext:
        """What tells of policies as of a day, with the deal and the question that are talked of."""
        talk = self.asked.talk
        deal = self.given or talk.deal
        moment = Moment(as_of or self.today, self.today, self.asked.known_at)
        return PolicyContext(self.books, moment, lambda name: self.deal(name, as_of), deal, talk.policy or talk.asked)


def ask(desk: Desk, principal: Principal, answering: Answering, asked: Asked) -> Answer:
    """Answer one question from what the principal may see; raises UnknownDeal, AmbiguousDeal for `asked.deal`."""
    return answer_in_talk(desk, principal, answering, asked)[1]


def answer_in_talk(desk: Desk, principal: Principal, answering: Answering, asked: Asked) -> tuple[Question, Answer]:
    """Answer as `ask` does and tell how the question was understood, so that the next one may lean on it."""
    with desk.reading(principal) as books:
        question, answer = _answered(_Sitting(desk, principal, answering, asked, books))
    # The first question to the guides may make the index: the books are closed meanwhile.
    told = _by_guides(answering, asked, question, desk.today(), principal.workspace)
    if told is not None and not told.answered and asked.as_of is None and question.intent is not Intent.LOG_NOTE:
        keep_unmet(desk, principal, asked.text, asked.talk.asked)
    if told is not None and (told.answered or question.intent is Intent.KNOWLEDGE):
        return question if question.intent is Intent.KNOWLEDGE else Question(question.text, Intent.KNOWLEDGE), told
    if answering.consult is None or not unsure(question, answer) or (principal.aloud and question.deal is None):
        return question, answer

    def look(given: Look) -> Looked:
        # Each look has a moment of its own: a model may take its time between them.
        with desk.reading(principal) as books:
            return _looked(_Sitting(desk, principal, answering, asked, books), given, question)

    with desk.reading(principal) as books:
        known = _known(_Sitting(desk, principal, answering, asked, books), question, answer)
    return consulted(answering.consult, question, answer, Around(known, asked.talk, desk.today(), look))


def _by_guides(answering: Answering, asked: Asked, question: Question, today: date, workspace: str) -> Answer | None:
    """What the guides say to a question that is or may be theirs; raises IndexUnwritable."""
    if answering.guides is None or not (question.intent is Intent.KNOWLEDGE or question.perhaps_guides):
        return None
    try:
        before = Before(asked.talk.asked, asked.talk.further) if asked.talk.asked else None
        return answering.guides().answer(asked.text, asked.as_of or today, before, workspace)
    except IndexUnwritable:
        if question.intent is Intent.KNOWLEDGE:
            raise
        return None  # what is answered without the guides still is


def _answered(sitting: _Sitting) -> tuple[Question, Answer]:
    """Read the question and answer it."""
    asked, books, records, given = sitting.asked, sitting.books, sitting.records, sitting.given
    if asked.of_guides:
        question = Question(asked.text, Intent.KNOWLEDGE)
        return question, sitting.answer(question)
    asking = Asking(_names(records.values()), sitting.people, given, asked.talk, asked.sure, sitting.today)
    question = sitting.answering.questions.read(asked.text, asking)
    if sitting.principal.sees_all_facts and not sitting.principal.sees_all:
        # What a rule does to a deal is a fact of it, so that it may be named by who may know no more of it.
        named = sitting.answering.questions.read(asked.text, replace(asking, deals=_names(books.facts.all())))
        question = named if named.intent is Intent.POLICY_IMPACT else question
    if given is not None and given not in records and question.intent is not Intent.POLICY_IMPACT:
        raise UnknownDeal(given, books.deals.nearest(given))
    return question, sitting.answer(question)


def _names(records: Iterable[DealRecord]) -> tuple[DealName, ...]:
    return tuple(DealName(record.name, record.aliases) for record in records)


def _looked(sitting: _Sitting, look: Look, home: Question) -> Looked:
    """Answer what a model looks up for a question; raises UnknownDeal, AmbiguousDeal, BadInput, NotAllowed."""
    question = _meant(sitting, look, home)
    answer = sitting.answer(question)
    return Looked(question, answer, _known(sitting, question, answer))


def _meant(sitting: _Sitting, look: Look, home: Question) -> Question:
    """A look as a question; where others read along, of the deal they talk of alone."""
    name = the_deal(sitting.books.deals, look.deal).name if look.deal is not None else home.deal
    if sitting.principal.aloud and (look.everywhere or name != home.deal):
        raise NotAllowed("Others read along: only the deal of the question can be looked up.")
    if look.everywhere:
        return look.question(home.text)
    if name is None:
        raise BadInput("Name the deal.")
    found = people_in(words_of(look.person or ""), sitting.people(name))
    return look.question(home.text, name, tuple(sorted({key for someone in found for key in someone.keys})))


def _known(sitting: _Sitting, question: Question, answer: Answer) -> Known:
    """Whom a question and its answer may name: deals, everybody of theirs, and who wrote the notes."""
    told = f"{question.text}\n{answer.text}".casefold()
    deals = {name: (name, *record.aliases) for name, record in sitting.records.items()}
    named = [name for name, forms in deals.items() if any(form.casefold() in told for form in forms)]
    of_these = tuple(dict.fromkeys(name for name in (*question.all_deals, *named) if name in deals))
    people = [(person.name, *person.aliases) for name in of_these for person in sitting.people(name) if person.name]
    authors = dict.fromkeys(source.author for source in answer.sources if source.author)
    return Known(
        (*people, *((author,) for author in authors)),
        tuple(deals[name] for name in of_these),
        first_names() | capital_first_names(),
    )


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
            return replayed(told, day)
        return state_now(books, record.id, today, day, known_at)

    return Deal.of(record, replayed(told, asked.as_of or today), back)


def _sayings(books: Books, answering: Answering, asked: Asked, deal: Deal | None, *, today: date) -> Sayings:
    kept = books.notes.of_deal(deal.record.id, asked.known_at) if deal is not None else ()
    notes = ((each.note, day_today(each.note.on, each.note.said_at, today)) for each in kept)
    said = ((note, on) for note, on in notes if deal is None or on <= deal.state.as_of)
    read = tuple(ReadNote.of(note.id, on, note.author, note.text) for note, on in said)
    return Sayings(read, answering.encoder)
