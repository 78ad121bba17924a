"""Who plays which part in the decision; who somebody is."""

import re
from collections.abc import Iterable

from dealbot.app.answer import Answer, Deal, each_once
from dealbot.app.answers.about import asked, line, narrowed, proof
from dealbot.app.answers.champion import champion
from dealbot.app.answers.conflicts import conflicts
from dealbot.app.answers.facts import parts
from dealbot.app.answers.influence_map import influence_map
from dealbot.app.question import Focus, Question
from dealbot.app.wording import day, function_words, role_words, who
from dealbot.domain.deal import Stakeholder
from dealbot.domain.evidence import Evidence
from dealbot.domain.stakeholder import BuyingRole, Side

_MAP = re.compile(r"\bmap\b", re.IGNORECASE)


def roles(question: Question, deal: Deal) -> Answer:
    """Say who plays the part asked about, who the people asked about are, or the whole committee by parts."""
    people = asked(question, deal.state.people)
    if _MAP.search(question.text):
        return influence_map(question, deal)
    if question.focus is Focus.CONFLICTS:
        return conflicts(question, deal)
    if question.role is BuyingRole.CHAMPION or question.focus is Focus.SUCCESSORS:
        return champion(question, deal, people if narrowed(question) else ())
    if question.role is not None and not question.people:
        return _in_part(question, deal, question.role)
    if narrowed(question) and people:
        return _persons(question, deal, people)
    return influence_map(question, deal)


def _in_part(question: Question, deal: Deal, role: BuyingRole) -> Answer:
    holders = [person for person in _there(deal) if role in person.roles]
    lost = [person for person in deal.alignment.gone if role in person.roles]
    data = parts(deal, (*holders, *lost))
    gone = [f"{who(p)} left {day(p.gone.on, deal.state.as_of)}" for p in lost if p.gone]
    if not holders:
        text = f"Nobody is known {_PART[role]} at {deal.name}." + (f" {'; '.join(gone)}." if gone else "")
        return Answer(question.intent, answered=bool(gone), text=text, data=data, sources=_proof(deal, lost))
    head = f"{role_words(role).capitalize()} at {deal.name}:"
    text = "\n".join((head, *(f"• {line(deal, person)}" for person in holders), *gone))
    return Answer(question.intent, answered=True, text=text, data=data, sources=_proof(deal, (*holders, *lost)))


_PART = {
    BuyingRole.ECONOMIC_BUYER: "to release the money",
    BuyingRole.VETO: "to have a veto",
    BuyingRole.USER: "to be a user",
    BuyingRole.EVALUATOR: "to evaluate it",
    BuyingRole.INFLUENCER: "to sway others",
    BuyingRole.DETRACTOR: "to work against it",
    BuyingRole.OWNER: "to own the purchase",
}


def _persons(question: Question, deal: Deal, people: tuple[Stakeholder, ...]) -> Answer:
    lines = [line for person in people for line in _card(deal, person)]
    text = "\n".join((deal.name, *lines))
    return Answer(question.intent, answered=True, text=text, data=parts(deal, people), sources=_proof(deal, people))


def _card(deal: Deal, person: Stakeholder) -> list[str]:
    played = [role_words(role) for role in BuyingRole if role in person.roles]
    facts = [function_words(person.function)] if person.function else []
    facts += played or ["no part in the decision known"]
    facts += [f"reports to {person.reports_to}"] if person.reports_to else []
    facts += [] if person.side is Side.BUYER else [f"on the side of {_SIDES[person.side]}"]
    return [line(deal, person), f"  {', '.join(facts)}"]


_SIDES = {Side.US: "us", Side.THIRD_PARTY: "a third party"}


def _there(deal: Deal) -> list[Stakeholder]:
    return [person for person in deal.state.committee if person.gone is None]


def _proof(deal: Deal, people: Iterable[Stakeholder]) -> tuple[Evidence, ...]:
    return each_once(evidence for person in people for evidence in proof(deal, person))
