"""What worries whom, in their words; what belongs to nobody stands in the way."""

from dealbot.app.answer import Answer, Deal, each_once
from dealbot.app.answers.facts import worries_of
from dealbot.app.question import Focus, Question
from dealbot.app.stems import stems_of
from dealbot.app.wording import cited, counted, day, fitted, function_words, listed, opening, who
from dealbot.domain.concern import ConcernStatus
from dealbot.domain.deal import Concern
from dealbot.domain.evidence import Evidence


def concerns(question: Question, deal: Deal) -> Answer:
    """Say which concerns are open, those that block first."""
    every = tuple(concern for concern in deal.state.concerns if is_asked_for(question, deal, concern))
    still = tuple(concern for concern in deal.state.open_concerns if concern in every)
    settled = tuple(concern for concern in every if not concern.status.open)
    if question.focus is Focus.BLOCKING:
        return _answer(question, deal, _blocking_first(still), settled)
    return _answer(question, deal, still, settled)


def _answer(question: Question, deal: Deal, still: tuple[Concern, ...], settled: tuple[Concern, ...]) -> Answer:
    data = worries_of(still)
    if not still and not settled:
        return Answer(question.intent, answered=False, text=nothing_heard(question, deal), data=data)
    lines = [f"• {concern_line(deal, concern)}" for concern in still]
    ended = [] if question.focus is Focus.BLOCKING else [_ended(deal, settled)]
    text = fitted([_head(question, deal, still)], lines, ended)
    sources = each_once(concern.evidence for concern in (*still, *settled))
    return Answer(question.intent, answered=True, text=text, data=data, sources=sources)


def is_asked_for(question: Question, deal: Deal, concern: Concern) -> bool:
    """Whether a question is about a concern: its holder, topic or words."""
    holder = deal.state.person(concern.holder_key)
    if question.people and concern.holder_key not in question.people:
        return False
    if question.function and (holder is None or holder.function is not question.function):
        return False
    if question.topic is not None:
        return concern.topic is question.topic
    return _on_subject(question, concern)


def _on_subject(question: Question, concern: Concern) -> bool:
    """Free words narrow the list only where some concern is told with them."""
    wanted = stems_of(question.about or "")
    return not wanted or bool(wanted & stems_of(concern.evidence.quote))


def _blocking_first(still: tuple[Concern, ...]) -> tuple[Concern, ...]:
    blocking = tuple(concern for concern in still if concern.blocking)
    return blocking or still


def _head(question: Question, deal: Deal, still: tuple[Concern, ...]) -> str:
    of = _of(question, deal)
    if not still:
        return f"No open concern{of} at {deal.name}."
    if question.focus is Focus.BLOCKING and not still[0].blocking:
        return f"Nothing blocks outright{of} at {deal.name}; {counted(len(still), 'open concern')}:"
    kind = "blocking concern" if question.focus is Focus.BLOCKING else "open concern"
    return f"{counted(len(still), kind)}{of} at {deal.name}:"


def _of(question: Question, deal: Deal) -> str:
    """Whose or which concerns were asked for."""
    people = [person for key in question.people if (person := deal.state.person(key))]
    if people:
        return f" of {' or '.join(who(person) for person in people)}"
    side = f" from {function_words(question.function)}" if question.function else ""
    return side + (f" about {question.topic.words}" if question.topic else "")


def concern_line(deal: Deal, concern: Concern) -> str:
    """One concern in one line."""
    as_of = deal.state.as_of
    marks = [concern.topic.words]
    marks += ["blocks"] if concern.blocking else []
    marks += ["answered, not settled"] if concern.status is ConcernStatus.ADDRESSED else []
    marks += [f"since {day(concern.since, as_of)}"] if concern.since != concern.evidence.on else []
    return f"{whose(deal, concern)} · {', '.join(marks)}: {concern_words(deal, concern, concern.evidence)}"


def concern_words(deal: Deal, concern: Concern, told: Evidence) -> str:
    """The words that tell of a concern; of an obstacle that nobody voices, how they begin."""
    if deal.state.person(concern.holder_key) is not None:
        return cited(told, deal.state.as_of)
    return cited(told, deal.state.as_of, opening)


def whose(deal: Deal, concern: Concern) -> str:
    """Who holds a concern, or that it stands in the way."""
    person = deal.state.person(concern.holder_key)
    if person is not None:
        return who(person)
    return f"In the way, {concern.holder}" if concern.holder else "In the way"


def _ended(deal: Deal, settled: tuple[Concern, ...]) -> str:
    words = [f"{whose(deal, one)}, {one.topic.words} ({day(one.evidence.on, deal.state.as_of)})" for one in settled]
    return f"Settled: {listed(words, 3)}" if settled else ""


def nothing_heard(question: Question, deal: Deal) -> str:
    """Say that no such concern was heard, and that others were."""
    of = _of(question, deal)
    others = len(deal.state.open_concerns)
    about = f" about {question.about}" if question.about and not question.topic else ""
    more = f" {counted(others, 'other concern')} open: ask for all of them." if others else ""
    return f"No concern{of}{about} heard at {deal.name}.{more}"
