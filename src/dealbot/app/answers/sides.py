"""Who says yes, and who must still be convinced."""

from dealbot.app.answer import Answer, Deal, each_once
from dealbot.app.answers.about import asked, beliefs, line, narrowed, proof, verdict
from dealbot.app.answers.facts import sides
from dealbot.app.answers.standing import named_only, people_standing, unseen
from dealbot.app.question import Question
from dealbot.app.wording import counted, fitted, function_words, listed, who
from dealbot.domain.deal import Stakeholder

_MOST_NAMES = 5


def aligned(question: Question, deal: Deal) -> Answer:
    """Say who is aligned, each with their words; or whether the people asked about are."""
    people = asked(question, deal.state.people)
    if narrowed(question) and people:
        lines = [f"{verdict(deal, person)}. {line(deal, person)}" for person in people]
        return people_standing(question, deal, people, lines)
    return _side(question, deal, deal.alignment.aligned, (_yes_head(deal), _still_not(deal)))


def to_convince(question: Question, deal: Deal) -> Answer:
    """Say who must still be convinced, the weightiest first; or whether the people asked about must."""
    people = asked(question, deal.state.people)
    if narrowed(question) and people:
        return people_standing(question, deal, people)
    return _side(question, deal, deal.alignment.to_convince, (_no_head(deal), _silent(deal)))


def _side(question: Question, deal: Deal, shown: tuple[Stakeholder, ...], ends: tuple[str, str]) -> Answer:
    heard = (*deal.alignment.aligned, *deal.alignment.to_convince)
    if not heard:
        text = f"Nobody's position is known at {deal.name} yet. {_silent(deal)}".strip()
        return Answer(question.intent, answered=False, text=text, data=sides(deal, deal.state.committee))
    lines = [f"• {line(deal, person)}" for person in shown]
    text = fitted(ends[:1], lines, ends[1:])
    sources = each_once(evidence for person in shown or heard for evidence in proof(deal, person))
    return Answer(question.intent, answered=True, text=text, data=sides(deal, deal.state.committee), sources=sources)


def _yes_head(deal: Deal) -> str:
    alignment = deal.alignment
    total = len(alignment.aligned) + len(alignment.to_convince) + len(alignment.unknown)
    if not alignment.aligned:
        return f"Nobody says yes yet at {deal.name}, of {total}."
    return f"{len(alignment.aligned)} of {total} say yes at {deal.name}:"


def _still_not(deal: Deal) -> str:
    people = [_with_read(person) for person in deal.alignment.to_convince]
    lines = [f"Not yet: {listed(people, _MOST_NAMES)}"] if people else []
    return "\n".join((*lines, *filter(None, [_silent(deal)])))


def _with_read(person: Stakeholder) -> str:
    read = beliefs(person)
    return f"{who(person)}, {person.stance.value}" + (f" ({read})" if read else "")


def _no_head(deal: Deal) -> str:
    people = deal.alignment.to_convince
    if not people:
        return (
            f"Nobody heard at {deal.name} says no or hesitates; {counted(len(deal.alignment.aligned), 'yes', 'yeses')}."
        )
    first = ", the weightiest first" if len(people) > 1 else ""
    return f"{len(people)} to convince at {deal.name}{first}:"


def _silent(deal: Deal) -> str:
    """Whoever has not said where they stand, and the seats of which nobody is known."""
    quiet = [_unheard(person) for person in (*deal.alignment.unknown, *named_only(deal))]
    gaps = [function_words(function) for function in unseen(deal)]
    parts = [f"Not heard on it: {listed(quiet, _MOST_NAMES)}"] if quiet else []
    parts += [f"Nobody named: {', '.join(gaps)}"] if gaps else []
    return "\n".join(parts)


def _unheard(person: Stakeholder) -> str:
    read = beliefs(person)
    return who(person) + (f" ({read})" if read else "")
