"""Who plays which part in the decision; who somebody is."""

from collections.abc import Iterable

from dealbot.app.answer import Answer, Deal, each_once
from dealbot.app.answers.about import asked, line, narrowed, proof
from dealbot.app.answers.champion import champion
from dealbot.app.answers.conflicts import conflicts
from dealbot.app.answers.facts import parts
from dealbot.app.answers.standing import named_only, unseen
from dealbot.app.question import Focus, Question
from dealbot.app.wording import day, function_words, listed, role_words, who
from dealbot.domain.deal import Stakeholder
from dealbot.domain.evidence import Evidence
from dealbot.domain.stakeholder import BuyingRole, Side

_MOST_NAMES = 6
# Said even where nobody is known to play them: without them a deal is not understood.
_ALWAYS = (
    BuyingRole.CHAMPION,
    BuyingRole.ECONOMIC_BUYER,
    BuyingRole.VETO,
    BuyingRole.USER,
    BuyingRole.DETRACTOR,
)


def roles(question: Question, deal: Deal) -> Answer:
    """Say who plays the part asked about, who the people asked about are, or the whole committee by parts."""
    people = asked(question, deal.state.people)
    if question.focus is Focus.CONFLICTS:
        return conflicts(question, deal)
    if question.role is BuyingRole.CHAMPION or question.focus is Focus.SUCCESSORS:
        return champion(question, deal, people if narrowed(question) else ())
    if question.role is not None and not question.people:
        return _in_part(question, deal, question.role)
    if narrowed(question) and people:
        return _persons(question, deal, people)
    return _map(question, deal)


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


def _map(question: Question, deal: Deal) -> Answer:
    people = _there(deal)
    if not people:
        text = f"Nobody is known at {deal.name} yet."
        return Answer(question.intent, answered=False, text=text, data=parts(deal, ()))
    lines = [f"{deal.name}, {len(people)} on the committee"]
    lines += [_part(role, people) for role in BuyingRole if any(role in person.roles for person in people)]
    nobody = [role_words(role) for role in _ALWAYS if not any(role in person.roles for person in people)]
    lines += [f"Nobody known as {listed(nobody, _MOST_NAMES, ', ')}"] if nobody else []
    others = [f"{who(person)} ({person.stance.value})" for person in people if not person.roles]
    lines += [f"No part known: {listed(others, _MOST_NAMES)}"] if others else []
    named = [who(person) for person in named_only(deal)]
    lines += [f"Named, never heard: {listed(named, _MOST_NAMES)}"] if named else []
    gaps = [function_words(function) for function in unseen(deal)]
    lines += [f"Nobody named: {', '.join(gaps)}"] if gaps else []
    data = parts(deal, deal.state.committee)
    return Answer(question.intent, answered=True, text="\n".join(lines), data=data, sources=_proof(deal, people))


def _part(role: BuyingRole, people: Iterable[Stakeholder]) -> str:
    holders = [f"{who(person)} ({person.stance.value})" for person in people if role in person.roles]
    return f"{role_words(role).capitalize()}: {listed(holders, _MOST_NAMES)}"


def _there(deal: Deal) -> list[Stakeholder]:
    return [person for person in deal.state.committee if person.gone is None]


def _proof(deal: Deal, people: Iterable[Stakeholder]) -> tuple[Evidence, ...]:
    return each_once(evidence for person in people for evidence in proof(deal, person))
