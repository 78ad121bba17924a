"""Questions in a conversation: answered about the deal talked of, or kept until it is known which."""

from dataclasses import replace

from dealbot.app.answer import Answer
from dealbot.app.answers.pipeline import OVER_DEALS
from dealbot.app.ask import Asked, answer_in_talk
from dealbot.app.chat.deal_list import NONE
from dealbot.app.chat.memory import Unplaced
from dealbot.app.chat.replies import Answered, NoteOrQuestion, Plain
from dealbot.app.chat.said import Where
from dealbot.app.chat.turn import Turn
from dealbot.app.chat.whose import deal_of_person
from dealbot.app.looking_back import day_told
from dealbot.app.picture import Wanted, picture_asked
from dealbot.app.question import Intent, Question
from dealbot.app.reply import of_several

MOST_CHOICES = 5
_WITHOUT_DEAL = frozenset({Intent.NEED_DEAL, Intent.UNSUPPORTED})


def ask(turn: Turn, text: str, deal: str | None = None, *, sure: bool = False) -> None:
    """Answer a question; `sure` says that it is one, whatever it reads like."""
    given = deal or turn.said.deal
    question, answer = _answer(turn, Asked(text, given, talk=turn.memory.talk, sure=sure))
    aside = turn.said.where is not Where.DM  # who reads along need not be on the team of every deal
    if question.intent in OVER_DEALS:
        reply = Answered(answer, shared=aside) if answer.data.get("deals") != [] else Plain(NONE)
        turn.only_say(turn.memory, reply)
        return
    one = turn.unplaced(text, asks=True)
    if question.intent is Intent.LOG_NOTE:
        turn.only_say(replace(turn.memory, unsure=one), NoteOrQuestion(text))
        return
    memory = turn.memory.after(question)
    waits = question.intent is Intent.NEED_DEAL and len(question.candidates) > 0
    memory = replace(memory, waiting=(*_notes(memory.waiting), one) if waits else _notes(memory.waiting))
    carried = (
        question.intent.of_one_deal
        and question.deal is not None
        and given is None
        and question.deal == turn.memory.deal
    )
    offered = question.candidates[:MOST_CHOICES] if waits else ()
    shared = (turn.said.shared and question.intent is not Intent.KNOWLEDGE) or (of_several(question) and aside)
    shown = _picture(turn, question, answer)
    turn.only_say(memory, Answered(answer, question.deal, carried, offered, shared, one.note, shown))


def _answer(turn: Turn, asked: Asked) -> tuple[Question, Answer]:
    """Answer a question; one that names no deal, but somebody of one deal only, is about that deal."""
    found = answer_in_talk(turn.desk, turn.principal, turn.answering, asked)
    if asked.deal is None and found[0].intent in _WITHOUT_DEAL:
        deal = deal_of_person(turn, asked.text)
        again = answer_in_talk(turn.desk, turn.principal, turn.answering, replace(asked, deal=deal)) if deal else found
        return again if again[0].people else found
    return found


def _picture(turn: Turn, question: Question, answer: Answer) -> Wanted | None:
    kind = picture_asked(question)
    if kind is None or question.deal is None or not answer.answered:
        return None
    return Wanted(kind, question.deal, day_told(question.as_of, turn.desk.today()))


def _notes(waiting: tuple[Unplaced, ...]) -> tuple[Unplaced, ...]:
    """What waits beside questions: an old question is not asked again."""
    return tuple(one for one in waiting if not one.asks)
