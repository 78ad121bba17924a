"""The influence map in words: everybody by weight, with parts, influence and decision stage, and the empty seats."""

from dealbot.app.answer import Answer, Deal, Json, each_once
from dealbot.app.answers.about import proof
from dealbot.app.answers.facts import must_say_yes, parts
from dealbot.app.answers.standing import named_only, unnamed
from dealbot.app.question import Question
from dealbot.app.wording import fitted, listed, role_words, stage_words, who
from dealbot.domain.deal import Stakeholder
from dealbot.domain.decision_stage import stage_of
from dealbot.domain.evidence import Evidence
from dealbot.domain.stakeholder import BuyingRole

_MOST_NAMES = 5
_POWER = (BuyingRole.CHAMPION, BuyingRole.ECONOMIC_BUYER, BuyingRole.VETO)
# Said even where nobody is known to play them: without them a deal is not understood.
_ALWAYS = (*_POWER, BuyingRole.USER, BuyingRole.DETRACTOR)


def influence_map(question: Question, deal: Deal) -> Answer:
    """Say of everybody which part they play, how far they sway others and how far they are."""
    people = sorted((p for p in deal.state.committee if p.gone is None), key=lambda person: _weight(deal, person))
    if not people:
        text = f"Nobody is known at {deal.name} yet."
        return Answer(question.intent, answered=False, text=text, data=parts(deal, ()))
    phase = f" · {deal.state.phase.value.replace('_', ' ')}" if deal.state.phase else ""
    lines = [f"• {_line(deal, person)}" for person in people]
    text = fitted([f"{deal.name}, {len(people)} on the committee{phase}"], lines, _tail(deal, people))
    sources = each_once(evidence for person in people for evidence in _shown(deal, person))
    data = parts(deal, deal.state.committee) | must_say_yes(deal) | {"map": [_json(deal, person) for person in people]}
    return Answer(question.intent, answered=True, text=text, data=data, sources=sources)


def _weight(deal: Deal, person: Stakeholder) -> tuple[bool, int, bool, str]:
    power = person.roles.isdisjoint(_POWER)
    needed = any(person in seat.holders for seat in deal.alignment.required)
    return (power, -person.sway, not needed, person.label)


def _line(deal: Deal, person: Stakeholder) -> str:
    played = [role_words(role) for role in BuyingRole if role in person.roles]
    stage = stage_of(person, deal.state)
    told = [*played, person.stance.value, *([stage_words(stage.stage)] if stage else [])]
    told += [f"influence {person.influence.level}"] if person.influence else []
    return f"{who(person)}: {' · '.join(told)}"


def _tail(deal: Deal, people: list[Stakeholder]) -> list[str]:
    played = {role for person in people for role in person.roles}
    nobody = [role_words(role) for role in _ALWAYS if role not in played]
    silent = [who(person) for person in named_only(deal)]
    seats = [f"{label}: not identified" for label in unnamed(deal)]
    tail = [f"Nobody known: {', '.join(nobody)}"] if nobody else []
    tail += [f"Named, never heard: {listed(silent, _MOST_NAMES)}"] if silent else []
    return tail + ([listed(seats, _MOST_NAMES)] if seats else [])


def _shown(deal: Deal, person: Stakeholder) -> tuple[Evidence, ...]:
    stage = stage_of(person, deal.state)
    judged = [person.influence.evidence] if person.influence else []
    return (*proof(deal, person), *([stage.evidence] if stage else []), *judged)


def _json(deal: Deal, person: Stakeholder) -> dict[str, Json]:
    stage = stage_of(person, deal.state)
    return {
        "name": person.name,
        "title": person.title,
        "roles": [role.value for role in BuyingRole if role in person.roles],
        "stance": person.stance.value,
        "influence": person.influence.level if person.influence else None,
        "influence_reason": person.influence.reason if person.influence else None,
        "stage": stage.stage.value if stage else None,
    }
