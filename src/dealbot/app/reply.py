"""A question understood and the deal it is about, to its answer."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from dealbot.app.answer import Answer, Deal
from dealbot.app.answers.across import everywhere, side_by_side
from dealbot.app.answers.concerns import concerns
from dealbot.app.answers.engagement import engagement
from dealbot.app.answers.next_steps import next_steps
from dealbot.app.answers.roles import roles
from dealbot.app.answers.sides import aligned, to_convince
from dealbot.app.answers.signals import TOLD, told
from dealbot.app.answers.standing import standing
from dealbot.app.answers.unanswered import (
    a_note,
    need_deal,
    nobody_called,
    nobody_from,
    not_yet,
    unsupported,
    usage,
)
from dealbot.app.learned import learned
from dealbot.app.question import Intent, Question
from dealbot.app.sayings import Sayings

_OF_THE_STATE: Mapping[Intent, Callable[[Question, Deal], Answer]] = {
    Intent.STANDING: standing,
    Intent.ALIGNED: aligned,
    Intent.TO_CONVINCE: to_convince,
    Intent.CONCERNS: concerns,
    Intent.NEXT_STEPS: next_steps,
    Intent.ENGAGEMENT: engagement,
    Intent.ROLES: roles,
    Intent.OWNER: roles,
}


def reply(question: Question, deal: Deal | None, sayings: Callable[[], Sayings]) -> Answer:
    """Answer a question; `deal` is the one it names, `sayings` reads that deal's notes where they are needed."""
    match question.intent:
        case Intent.NEED_DEAL:
            return need_deal(question)
        case Intent.HELP:
            return usage(question)
        case Intent.UNSUPPORTED:
            return unsupported(question)
        case Intent.LOG_NOTE:
            return a_note(question)
        case _:
            return _of_deal(question, deal, sayings) if deal is not None else not_yet(question)


def reply_across(question: Question, deals: Sequence[Deal], sayings: Callable[[Deal], Sayings], passed: int) -> Answer:
    """Answer a question for several deals; of all there are, `passed` were not looked at."""

    def answer_of(asked: Question, deal: Deal) -> Answer:
        one = replace(asked, deal=deal.name, deals=(), everywhere=False)
        return _of_deal(one, deal, partial(sayings, deal))

    if question.everywhere:
        return everywhere(question, deals, answer_of, passed)
    return side_by_side(question, deals, answer_of)


def of_several(question: Question) -> bool:
    """Whether a question is to be answered over several deals."""
    known = question.intent in _OF_THE_STATE or question.intent in TOLD
    return (known and question.everywhere) or bool(question.deals)


def _of_deal(question: Question, deal: Deal, sayings: Callable[[], Sayings]) -> Answer:
    if question.intent not in _OF_THE_STATE and question.intent not in TOLD and question.intent is not Intent.LEARNED:
        return not_yet(question)
    if question.named is not None and question.intent not in TOLD:
        return nobody_called(question, deal)
    if question.intent is Intent.LEARNED:
        return learned(question, deal, sayings())
    if question.intent in TOLD:
        return _told(question, deal, sayings)
    function = question.function
    if function is not None and not any(person.function is function for person in deal.state.people):
        return nobody_from(question, function, deal)
    return _OF_THE_STATE[question.intent](question, deal)


def _told(question: Question, deal: Deal, sayings: Callable[[], Sayings]) -> Answer:
    """What was read of the account; where nothing was, the notes' own words."""
    read = told(question, deal)
    return read if read.answered else replace(learned(question, deal, sayings()), data=read.data)
