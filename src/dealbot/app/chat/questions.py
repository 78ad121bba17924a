"""Questions in a conversation: answered about the deal talked of, or kept until it is known which."""

from collections.abc import Mapping
from dataclasses import replace

from dealbot.app.answer import Answer
from dealbot.app.answers.pipeline import OVER_DEALS
from dealbot.app.ask import Asked, answer_in_talk
from dealbot.app.chat.deal_list import NONE
from dealbot.app.chat.help_text import help_text
from dealbot.app.chat.memory import Memory, Unplaced
from dealbot.app.chat.notes import log_to
from dealbot.app.chat.replies import Answered, NoteOrQuestion, Plain
from dealbot.app.chat.said import Where
from dealbot.app.chat.to_guides import for_guides, unfit_of
from dealbot.app.chat.turn import Turn
from dealbot.app.chat.whose import deal_of_person
from dealbot.app.guides.specialists import Specialist, step_to_ask
from dealbot.app.looking_back import day_told
from dealbot.app.picture import Wanted, picture_asked
from dealbot.app.policies.letters import ROLES
from dealbot.app.question import Intent, Question
from dealbot.app.reply import of_several
from dealbot.domain.stakeholder import Function

MOST_CHOICES = 5
_WITHOUT_DEAL = frozenset({Intent.NEED_DEAL, Intent.UNSUPPORTED})


def ask(turn: Turn, text: str, deal: str | None = None, *, sure: bool = False, of_guides: bool = False) -> None:
    """Answer a question; `sure` says that it is one, whatever it reads like, `of_guides` puts it to the guides."""
    given = deal or turn.said.deal
    question, answer = _answer(turn, Asked(text, given, talk=turn.memory.talk, sure=sure, of_guides=of_guides))
    if question.intent is Intent.HELP:
        answer = replace(answer, text=help_text(turn.principal.roles))
    aside = turn.said.where is not Where.DM  # who reads along need not be on the team of every deal
    if question.intent in OVER_DEALS:
        reply = Answered(answer, shared=aside) if answer.data.get("deals") != [] else Plain(NONE)
        turn.only_say(turn.memory, reply)
        return
    one = turn.unplaced(text, asks=True)
    if question.intent is Intent.LOG_NOTE:
        turn.only_say(replace(turn.memory, unsure=one), NoteOrQuestion(text))
        return
    memory = _with_policy(turn.memory.after(question), answer)
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
    if question.intent is Intent.POLICY_IMPACT:
        _say_impact(turn, memory, answer)
        return
    shown = _picture(turn, question, answer)
    about = turn.memory.deal if answer.data.get("route") else question.deal
    answered = Answered(answer, about, carried, offered, shared, one.note, shown, unfit=unfit_of(turn, text, answer))
    turn.only_say(memory, replace(answered, for_guides=for_guides(turn, question), asker=turn.principal.user))


def ask_specialist(turn: Turn, deal: str, who: str, subject: str) -> None:
    """Make it a next step of a deal, by a tap, to ask whoever knows what the guides do not tell."""
    if who not in tuple(Specialist):
        turn.only_say(turn.memory, Plain(NONE))
        return
    log_to(turn, deal, turn.unplaced(step_to_ask(who, subject)), asks=False)


def letter(turn: Turn, deal: str, policy: str, role: str) -> None:
    """Draft by a tap what a policy calls for to write to somebody of a role."""
    if role not in {each.value for each in ROLES}:
        turn.only_say(turn.memory, Plain(NONE))
        return
    title = ROLES[Function(role)].title
    about = replace(turn.memory.talk, intent=Intent.POLICY_IMPACT, deal=deal, policy=policy)
    asked = Asked(f"draft the {title} message", deal, talk=about, sure=True)
    _, answer = answer_in_talk(turn.desk, turn.principal, turn.answering, asked)
    _say_impact(turn, _with_policy(turn.memory.about(deal), answer), answer)


def _say_impact(turn: Turn, memory: Memory, answer: Answer) -> None:
    """What a policy touches: for the person alone where others read along, but for one deal among its own team."""
    deal = answer.data.get("deal")
    named = deal if isinstance(deal, str) else None
    among = turn.said.where is Where.DM or (named is not None and turn.said.deal == named and not turn.said.shared)
    turn.only_say(memory.about(named) if named else memory, Answered(answer, named, shared=not among))


def _with_policy(memory: Memory, answer: Answer) -> Memory:
    """What is remembered of a talk of a policy: which one, for what is asked next."""
    policy = answer.data.get("policy")
    return replace(memory, policy=str(policy["id"])) if isinstance(policy, Mapping) else memory


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
