"""Questions in a conversation: answered about the deal talked of, or kept until it is known which."""

from dataclasses import replace

from dealbot.app.ask import Asked, answer_in_talk
from dealbot.app.chat.deal_list import deal_list
from dealbot.app.chat.memory import Unplaced
from dealbot.app.chat.replies import Answered, NoteOrQuestion, Plain
from dealbot.app.chat.turn import Turn
from dealbot.app.question import Intent

MOST_CHOICES = 5


def ask(turn: Turn, text: str, deal: str | None = None, *, sure: bool = False) -> None:
    """Answer a question; `sure` says that it is one, whatever it reads like."""
    given = deal or turn.said.deal
    asked = Asked(text, given, talk=turn.memory.talk, sure=sure)
    question, answer = answer_in_talk(turn.desk, turn.principal, turn.answering, asked)
    if question.intent is Intent.PIPELINE:
        turn.only_say(turn.memory, Plain(deal_list(turn)))
        return
    one = turn.unplaced(text, asks=True)
    if question.intent is Intent.LOG_NOTE:
        turn.only_say(replace(turn.memory, unsure=one), NoteOrQuestion(text))
        return
    memory = replace(turn.memory, asked=text if answer.intent is Intent.KNOWLEDGE else None)
    if question.intent is Intent.KNOWLEDGE:
        memory = replace(memory, intent=question.intent)
    elif question.deal is not None:
        memory = replace(memory.about(question.deal), intent=question.intent, person=question.person)
    waits = question.intent is Intent.NEED_DEAL and len(question.candidates) > 0
    memory = replace(memory, waiting=(*_notes(memory.waiting), one) if waits else _notes(memory.waiting))
    carried = question.deal is not None and given is None and question.deal == turn.memory.deal
    offered = question.candidates[:MOST_CHOICES] if waits else ()
    shared = turn.said.shared and question.intent is not Intent.KNOWLEDGE
    turn.only_say(memory, Answered(answer, question.deal, carried, offered, shared, one.note))


def _notes(waiting: tuple[Unplaced, ...]) -> tuple[Unplaced, ...]:
    """What waits beside questions: an old question is not asked again."""
    return tuple(one for one in waiting if not one.asks)
