"""How worries went: raised, answered, settled, raised again, each turn with its day and the words that tell it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dealbot.app.answer import Answer, Deal, Json, each_once, evidence_json
from dealbot.app.answers.concerns import concern_words, is_asked_for, nothing_heard, whose
from dealbot.app.answers.facts import worries_of
from dealbot.app.answers.three_parts import asks_three_parts, three_parts
from dealbot.app.looking_back import first_day_told
from dealbot.app.question import Question
from dealbot.app.status import concern_json
from dealbot.app.wording import counted, day, fitted
from dealbot.domain.concern import ConcernStatus
from dealbot.domain.deal import Concern
from dealbot.domain.evidence import Evidence

_TURNS = {ConcernStatus.RAISED: "raised", ConcernStatus.ADDRESSED: "answered", ConcernStatus.RESOLVED: "settled"}
_AGAIN = "raised again"
_MOST = 5


@dataclass(frozen=True, slots=True)
class _Turn:
    """One turn in the life of a worry; told again without a change it is still the same turn."""

    words: str
    status: ConcernStatus
    evidence: Evidence


def concern_history(question: Question, deal: Deal) -> Answer:
    """Tell the course of every worry asked about, the oldest first; or how each was answered and what is next."""
    if asks_three_parts(question):
        return three_parts(question, deal)
    since = first_day_told(question.since, deal.state.as_of)
    found = [each for each in deal.state.concerns if is_asked_for(question, deal, each)]
    told = sorted((each for each in found if _turns(each, since)), key=lambda each: (each.history[0][1].on, each.topic))
    if not told:
        return Answer(question.intent, answered=False, text=nothing_heard(question, deal), data=worries_of(()))
    lines = [f"• {whose(deal, each)} · {each.topic.words}: {_course(deal, each, since)}" for each in told]
    still = sum(1 for each in told if each.status.open)
    text = fitted([f"{counted(len(told), 'worry', 'worries')} at {deal.name}, {still} open:"], lines)
    sources = each_once(turn.evidence for each in told for turn in _turns(each, since))
    return Answer(question.intent, answered=True, text=text, data=_data(told), sources=sources)


def _turns(concern: Concern, since: date | None = None) -> list[_Turn]:
    """The turns of a worry since a day, each telling that changes nothing left out."""
    turns: list[_Turn] = []
    for status, evidence in concern.history:
        if turns and turns[-1].status is status:
            continue
        settled = any(turn.status is ConcernStatus.RESOLVED for turn in turns)
        words = _AGAIN if settled and status is ConcernStatus.RAISED else _TURNS[status]
        turns.append(_Turn(words, status, evidence))
    return [turn for turn in turns if since is None or turn.evidence.on >= since]


def _course(deal: Deal, concern: Concern, since: date | None) -> str:
    """The turns in a row, the first and the last with their words."""
    as_of, turns = deal.state.as_of, _turns(concern, since)
    shown = turns if len(turns) <= _MOST else [turns[0], *turns[1 - _MOST :]]
    quoted = {0, len(shown) - 1}
    told = (
        f"{turn.words} {concern_words(deal, concern, turn.evidence) if at in quoted else day(turn.evidence.on, as_of)}"
        for at, turn in enumerate(shown)
    )
    blocks = ", blocks" if concern.blocking else ""
    return f"{' → '.join(told)}{blocks}"


def _data(told: Iterable[Concern]) -> dict[str, Json]:
    return {"concerns": [concern_json(each) | {"history": _history(each)} for each in told]}


def _history(concern: Concern) -> list[Json]:
    return [{"status": turn.status.value, "evidence": evidence_json(turn.evidence)} for turn in _turns(concern)]
