"""A question understood and the deal it is about, to its answer."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from dealbot.app.answer import Answer, Deal
from dealbot.app.answers.account_health import account_health
from dealbot.app.answers.across import everywhere, side_by_side
from dealbot.app.answers.affected import affected
from dealbot.app.answers.brief import brief
from dealbot.app.answers.competition import competition
from dealbot.app.answers.concern_history import concern_history
from dealbot.app.answers.concerns import concerns
from dealbot.app.answers.contact import contact
from dealbot.app.answers.ehr import ehr
from dealbot.app.answers.engagement import engagement
from dealbot.app.answers.exposure import exposure
from dealbot.app.answers.go_no_go import go_no_go
from dealbot.app.answers.monday import monday
from dealbot.app.answers.next_steps import next_steps
from dealbot.app.answers.outlook import likelihood, timeline
from dealbot.app.answers.owner import owner
from dealbot.app.answers.pilot import pilot_criteria, pilot_indicators
from dealbot.app.answers.pipeline import OVER_DEALS
from dealbot.app.answers.plan import plan
from dealbot.app.answers.qualification import qualification
from dealbot.app.answers.queue import queue
from dealbot.app.answers.review import review
from dealbot.app.answers.roles import roles
from dealbot.app.answers.sides import aligned, to_convince
from dealbot.app.answers.standing import standing
from dealbot.app.answers.three_parts import asks_three_parts, three_parts
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
from dealbot.app.question import Focus, Intent, Question
from dealbot.app.sayings import Sayings

_OF_THE_STATE: Mapping[Intent, Callable[[Question, Deal], Answer]] = {
    Intent.STANDING: standing,
    Intent.ALIGNED: aligned,
    Intent.TO_CONVINCE: to_convince,
    Intent.CONCERNS: concerns,
    Intent.NEXT_STEPS: next_steps,
    Intent.ENGAGEMENT: engagement,
    Intent.PLAN: plan,
    Intent.ROLES: roles,
    Intent.LIKELIHOOD: likelihood,
    Intent.TIMELINE: timeline,
    Intent.REVIEW: review,
    Intent.CONCERN_HISTORY: concern_history,
    Intent.OWNER: owner,
    Intent.AFFECTED: affected,
    Intent.CONTACT: contact,
}


def _learned(question: Question, deal: Deal, sayings: Sayings) -> Answer:
    """Of worries what was learnt, addressed and comes next; else what was said."""
    return three_parts(question, deal) if asks_three_parts(question) else learned(question, deal, sayings)


_OF_THE_WORDS: Mapping[Intent, Callable[[Question, Deal, Sayings], Answer]] = {
    Intent.LEARNED: _learned,
    Intent.BRIEF: brief,
}
# Of the account and the pilot, not of its people: a title in the question is a thing to check.
_READ: Mapping[Intent, Callable[[Question, Deal], Answer]] = {
    Intent.EHR: ehr,
    Intent.QUALIFICATION: qualification,
    Intent.GO_NO_GO: go_no_go,
    Intent.PILOT_CRITERIA: pilot_criteria,
    Intent.PILOT_INDICATORS: pilot_indicators,
    Intent.ACCOUNT_HEALTH: account_health,
    Intent.COMPETITION: competition,
    Intent.EXPOSURE: exposure,
}
_OF_ALL_DEALS: Mapping[Focus | None, Callable[[Question, Sequence[Deal], int], Answer]] = {
    Focus.MONDAY: monday,
    Focus.QUEUE: queue,
}
_OF_A_DEAL = frozenset({*_OF_THE_STATE, *_OF_THE_WORDS, *_READ})
ANSWERED = _OF_A_DEAL | OVER_DEALS.keys() | {Intent.POLICY_IMPACT}
"""The questions that are answered."""
# What these have to ask says more than words found in the notes.
_ASKING = frozenset({Intent.QUALIFICATION, Intent.GO_NO_GO})


def reply(question: Question, deal: Deal | None, sayings: Callable[[], Sayings]) -> Answer:
    """Answer a question; `deal` is the one it names, `sayings` reads that deal's notes where they are needed."""
    match question.intent:
        case Intent.NEED_DEAL:
            return need_deal(question)
        case Intent.HELP:
            return usage(question, ANSWERED)
        case Intent.UNSUPPORTED:
            return unsupported(question, ANSWERED)
        case Intent.LOG_NOTE:
            return a_note(question)
        case _:
            return _of_deal(question, deal, sayings) if deal is not None else not_yet(question, ANSWERED)


def reply_across(question: Question, deals: Sequence[Deal], sayings: Callable[[Deal], Sayings], passed: int) -> Answer:
    """Answer a question for several deals; of all there are, `passed` were not looked at."""

    def answer_of(asked: Question, deal: Deal) -> Answer:
        one = replace(asked, deal=deal.name, deals=(), everywhere=False)
        return _of_deal(one, deal, partial(sayings, deal))

    if question.focus in _OF_ALL_DEALS:
        return _OF_ALL_DEALS[question.focus](question, deals, passed)
    if question.everywhere:
        return everywhere(question, deals, answer_of, passed)
    return side_by_side(question, deals, answer_of)


def of_several(question: Question) -> bool:
    """Whether a question is to be answered over several deals."""
    known = question.intent in _OF_THE_STATE or question.intent in _READ
    return (known and question.everywhere) or bool(question.deals)


def _of_deal(question: Question, deal: Deal, sayings: Callable[[], Sayings]) -> Answer:
    if question.intent not in _OF_A_DEAL:
        return not_yet(question, ANSWERED)
    if question.named is not None and question.intent not in _READ:
        return nobody_called(question, deal)
    if question.intent in _OF_THE_WORDS:
        return _OF_THE_WORDS[question.intent](question, deal, sayings())
    if question.intent in _READ:
        return _told(question, deal, sayings)
    function = question.function
    if function is not None and not any(person.function is function for person in deal.state.people):
        return nobody_from(question, function, deal)
    return _OF_THE_STATE[question.intent](question, deal)


def _told(question: Question, deal: Deal, sayings: Callable[[], Sayings]) -> Answer:
    """What was read of the account; where nothing was, the notes' own words."""
    read = _READ[question.intent](question, deal)
    if read.answered or question.intent in _ASKING:
        return read
    words = learned(question, deal, sayings())
    return replace(words, data=read.data) if words.answered else read
