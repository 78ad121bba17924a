"""Who says yes, and who must still be convinced."""

from dealbot.app.answer import Answer, Deal, Json, each_once
from dealbot.app.answers.about import asked, beliefs, line, narrowed, proof, verdict
from dealbot.app.answers.facts import must_say_yes, sides
from dealbot.app.answers.standing import named_only, people_standing, required_people, unnamed, yes_but
from dealbot.app.question import Question
from dealbot.app.wording import counted, fitted, listed, short_quote, who
from dealbot.domain.deal import Stakeholder
from dealbot.domain.required import Position

_MOST_NAMES = 5


def aligned(question: Question, deal: Deal) -> Answer:
    """Say who is aligned, each with their words; or whether the people asked about are."""
    people = asked(question, deal.state.people)
    if narrowed(question) and people:
        lines = [f"{verdict(deal, person)}. {line(deal, person)}" for person in people]
        return people_standing(question, deal, people, lines)
    return _side(question, deal, _needed_first(deal, deal.alignment.aligned), (_yes_head(deal), _still_not(deal)))


def to_convince(question: Question, deal: Deal) -> Answer:
    """Say who must still be convinced, the weightiest first; or whether the people asked about must."""
    people = asked(question, deal.state.people)
    if narrowed(question) and people:
        return people_standing(question, deal, people)
    return _side(
        question,
        deal,
        deal.alignment.to_convince,
        (_no_head(deal), "\n".join(filter(None, (_worried(deal), _silent(deal))))),
    )


def _side(question: Question, deal: Deal, shown: tuple[Stakeholder, ...], ends: tuple[str, str]) -> Answer:
    heard = (*deal.alignment.aligned, *deal.alignment.to_convince)
    if not heard:
        text = f"Nobody's position is known at {deal.name} yet. {_silent(deal)}".strip()
        return Answer(question.intent, answered=False, text=text, data=_data(deal))
    lines = [f"• {line(deal, person)}{_sways(person)}" for person in shown]
    text = fitted(ends[:1], lines, ends[1:])
    sources = each_once(evidence for person in shown or heard for evidence in proof(deal, person))
    return Answer(question.intent, answered=True, text=text, data=_data(deal), sources=sources)


def _data(deal: Deal) -> dict[str, Json]:
    return sides(deal, deal.state.committee) | must_say_yes(deal)


def _needed_first(deal: Deal, people: tuple[Stakeholder, ...]) -> tuple[Stakeholder, ...]:
    needed = {person.key for seat in deal.alignment.required for person in seat.holders}
    return tuple(sorted(people, key=lambda person: person.key not in needed))


def _sways(person: Stakeholder) -> str:
    """How far somebody sways others, where a person set it, with the reason."""
    return f". Influence {person.influence.level}: {short_quote(person.influence.reason)}" if person.influence else ""


def _yes_head(deal: Deal) -> str:
    alignment = deal.alignment
    needed, yes = len(alignment.required), len(alignment.said_yes)
    if not alignment.aligned:
        return f"Nobody says yes yet at {deal.name}; {needed} must."
    but = len(required_people(deal, Position.YES_BUT))
    more = f", {but} more with {'a worry' if but == 1 else 'worries'}" if but else ""
    return f"{yes} of {needed} who must say yes do at {deal.name}{more}:"


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
    gaps = unnamed(deal)
    parts = [f"Not heard on it: {listed(quiet, _MOST_NAMES)}"] if quiet else []
    parts += [f"Not named: {', '.join(gaps)}"] if gaps else []
    return "\n".join(parts)


def _worried(deal: Deal) -> str:
    """Whoever must say yes and does so with a worry left."""
    people = [yes_but(deal, person) for person in required_people(deal, Position.YES_BUT)]
    return f"Not yet a plain yes: {listed(people, _MOST_NAMES)}" if people else ""


def _unheard(person: Stakeholder) -> str:
    read = beliefs(person)
    return who(person) + (f" ({read})" if read else "")
