"""Of every worry three things: what we learnt, how we addressed it, and what comes next."""

import re
from dataclasses import replace

from dealbot.app.answer import Answer, Deal, Json, each_once, evidence_json
from dealbot.app.answers.concerns import concern_words, is_asked_for, nothing_heard, whose
from dealbot.app.answers.next_steps import action, step_line, step_touches
from dealbot.app.looking_back import first_day_told
from dealbot.app.patterns import alternatives
from dealbot.app.question import Intent, Question
from dealbot.app.status import step_json
from dealbot.app.wording import cited, counted, day, fitted
from dealbot.domain.concern import ConcernStatus
from dealbot.domain.deal import Concern, NextStep
from dealbot.domain.evidence import Evidence
from dealbot.domain.next_step import StepStatus
from dealbot.domain.stakeholder import Side


def _any(lines: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(lines)})", re.IGNORECASE)


_LEARNT = _any(r"""
    learn|learnt|learned|found? out|find out|pick(?:ed)? up|what (?:did|do|have) we (?:hear|heard|know)
    (?:what|which) .{0,30}(?:worr|concern|objection|doubt)
    (?:worr\w*|concerns?|objections?|doubts?) (?:\w+ ){0,3}(?:came|brought) up
""")
_ADDRESSED = _any(r"""
    address|answer(?:ed)?\b|handled?\b|handling|dealt|deal with|respond|done about|do about|our (?:answer|response)
""")
_NEXT = _any(r"next\b|follows?\b|comes? after|to do now|do now|still to do")
_PARTS = (_LEARNT, _ADDRESSED, _NEXT)
_ENOUGH = 2


def asks_three_parts(question: Question) -> bool:
    """Whether a question wants to know how worries were answered and what is next, not what somebody said."""
    if question.intent not in {Intent.LEARNED, Intent.CONCERN_HISTORY}:
        return False
    return sum(1 for part in _PARTS if part.search(question.text)) >= _ENOUGH


def three_parts(question: Question, deal: Deal) -> Answer:
    """Say of every worry asked about what was learnt, how it was addressed and what comes next, as far as told."""
    since = first_day_told(question.since, deal.state.as_of)
    question = replace(question, about=None)  # "about their concerns" is about all of them
    asked = [each for each in deal.state.concerns if is_asked_for(question, deal, each)]
    recent = [each for each in asked if since is None or each.evidence.on >= since]
    told = sorted(recent, key=lambda each: (not each.status.open, not each.blocking, each.since, each.topic))
    if not told:
        return Answer(question.intent, answered=False, text=nothing_heard(question, deal), data={"concerns": []})
    text = fitted([f"{counted(len(told), 'worry', 'worries')} at {deal.name}:"], [_lines(deal, each) for each in told])
    sources = each_once(evidence for each in told for evidence in _proof(deal, each))
    return Answer(question.intent, answered=True, text=text, data=_data(deal, told), sources=sources)


def _lines(deal: Deal, concern: Concern) -> str:
    blocks = ", blocks" if concern.blocking else ""
    return "\n".join(
        (
            f"• {whose(deal, concern)} · {concern.topic.words}{blocks}",
            f"Learnt: {concern_words(deal, concern, _learnt(concern))}",
            f"Addressed: {_addressed(deal, concern)}",
            f"Next: {_next(deal, concern)}",
        )
    )


def _learnt(concern: Concern) -> Evidence:
    """The words in which the worry was raised last."""
    raised = [evidence for status, evidence in concern.history if status is ConcernStatus.RAISED]
    return raised[-1] if raised else concern.evidence


def _answers(concern: Concern) -> list[tuple[ConcernStatus, Evidence]]:
    """What was said of an answer or a settlement since the worry was last raised anew."""
    return [each for each in concern.history if each[0] is not ConcernStatus.RAISED and each[1].on >= concern.since]


def _addressed(deal: Deal, concern: Concern) -> str:
    as_of, said, kept = deal.state.as_of, _answers(concern), _kept(deal, concern)
    if said:
        status, evidence = said[-1]
        settled = "settled, " if status is ConcernStatus.RESOLVED and not concern.status.open else ""
        unsure = ", not settled" if concern.status.open else ""
        return f"{settled}{cited(evidence, as_of)}{unsure}"
    if kept:
        return f"{action(kept[-1])} ({day(kept[-1].evidence.on, as_of)}), no word from them yet"
    return "not yet"


def _kept(deal: Deal, concern: Concern) -> list[NextStep]:
    """Our promises about it that were kept since it was raised."""
    done = (step for step in deal.state.steps if step.status is StepStatus.DONE and step.side is Side.US)
    since = (step for step in done if step.evidence.on >= concern.since)
    return sorted((s for s in since if step_touches(s, deal.state, concern)), key=lambda s: (s.evidence.on, s.key))


def _coming(deal: Deal, concern: Concern) -> list[NextStep]:
    return [step for step in deal.state.open_steps if step_touches(step, deal.state, concern)]


def _next(deal: Deal, concern: Concern) -> str:
    coming = _coming(deal, concern)
    if coming:
        return step_line(deal, coming[0])
    return "nothing agreed" if concern.status.open else "nothing needed"


def _proof(deal: Deal, concern: Concern) -> tuple[Evidence, ...]:
    steps = (*_kept(deal, concern)[-1:], *_coming(deal, concern)[:1])
    return (_learnt(concern), *(evidence for _, evidence in _answers(concern)[-1:]), *(s.evidence for s in steps))


def _data(deal: Deal, told: list[Concern]) -> dict[str, Json]:
    return {"concerns": [_shape(deal, each) for each in told]}


def _shape(deal: Deal, concern: Concern) -> dict[str, Json]:
    said, kept, coming = _answers(concern), _kept(deal, concern), _coming(deal, concern)
    return {
        "holder": concern.holder,
        "topic": concern.topic.value,
        "status": concern.status.value,
        "learned": evidence_json(_learnt(concern)),
        "addressed": evidence_json(said[-1][1]) if said else evidence_json(kept[-1].evidence) if kept else None,
        "next": step_json(coming[0]) if coming else None,
    }
