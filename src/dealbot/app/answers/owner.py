"""Who owns the purchase on their side: one person by name, or nobody."""

from dealbot.app.answer import Answer, Deal, each_once
from dealbot.app.answers.about import line, proof
from dealbot.app.answers.facts import parts
from dealbot.app.question import Question
from dealbot.app.wording import day, months_in, who
from dealbot.domain.risks import ownerless
from dealbot.domain.stakeholder import BuyingRole

_ASK = "Ask: who runs this on your side from day to day?"


def owner(question: Question, deal: Deal) -> Answer:
    """Say who owns it on their side, or that nobody is named, which is a risk after half a year."""
    owners = [person for person in deal.state.people if BuyingRole.OWNER in person.roles]
    there = [person for person in owners if person.gone is None]
    data = {**parts(deal, owners), "owner": there[0].label if len(there) == 1 else None, "risk": ownerless(deal.state)}
    sources = each_once(said for person in owners for said in proof(deal, person))
    left = [f"{who(p)} left {day(p.gone.on, deal.state.as_of)}." for p in owners if p.gone]
    if not there:
        text = " ".join((_none(deal), *left, _ASK))
        return Answer(question.intent, answered=bool(left), text=text, data=data, sources=sources)
    one = "Owns" if len(there) == 1 else f"{len(there)} people, not one, own"
    lines = [f"• {line(deal, person)}" for person in there]
    text = "\n".join((f"{one} the purchase at {deal.name}:", *lines, *left))
    return Answer(question.intent, answered=True, text=text, data=data, sources=sources)


def _none(deal: Deal) -> str:
    first = deal.state.first_heard
    month = f" in month {months_in(first, deal.state.as_of)}" if first is not None else ""
    risk = ", a risk: deals without one go round in circles" if ownerless(deal.state) else ""
    return f"Nobody is named who owns the purchase at {deal.name}{month}{risk}."
