"""Who is affected by the change, who works against it, and how resistance is met: as set, else as suggested."""

from collections.abc import Iterator

from dealbot.app.answer import Answer, Deal, Json, each_once, evidence_json
from dealbot.app.answers.about import asked, narrowed, worries
from dealbot.app.question import Question
from dealbot.app.wording import cited, fitted, who
from dealbot.domain.champion_loss import champions
from dealbot.domain.concern import ConcernStatus, ConcernTopic
from dealbot.domain.deal import Concern, Stakeholder
from dealbot.domain.evidence import Evidence
from dealbot.domain.stakeholder import BuyingRole, Stance

# What usually takes the edge off: offered as a suggestion, never as a fact of the deal.
_ANSWERS = {
    ConcernTopic.WORKFLOW_BURDEN: "count the clicks on their own floor, name super-users there",
    ConcernTopic.COMPETING_PRIORITY: "agree on what waits for what with whoever stands above both",
    ConcernTopic.CLINICAL_EVIDENCE: "bring a peer from a house like theirs",
    ConcernTopic.INTEGRATION: "put both engineers in one room",
    ConcernTopic.BUDGET_ROI: "go through the figures with finance beside them",
    ConcernTopic.SECURITY_PRIVACY: "let the two security teams meet early",
}
_MOST = 4
_LISTEN = "hear them out alone before anybody presents"


def affected(question: Question, deal: Deal) -> Answer:
    """Say who is affected and who works against it, each with the plan for them."""
    touched = {each.key: each for each in deal.state.affected}
    against = {person.key for person in deal.state.people if _works_against(person)}
    people = [p for p in asked(question, deal.state.people) if p.gone is None and p.key in {*touched, *against}]
    data: dict[str, Json] = {"affected": [_json(deal, person) for person in people]}
    if not people:
        return Answer(question.intent, answered=False, text=_nobody(question, deal), data=data)
    people.sort(key=lambda person: (person.key not in against, not worries(deal, person), person.label.casefold()))
    lines = [_lines(deal, person) for person in people[:_MOST]]
    lines += [f"+{len(people) - _MOST} more"] if len(people) > _MOST else []
    head = f"Affected at {deal.name}, and how to meet resistance:"
    sources = each_once(said for person in people for said in _proof(deal, person))
    return Answer(question.intent, answered=True, text=fitted([head], lines), data=data, sources=sources)


def _works_against(person: Stakeholder) -> bool:
    return person.gone is None and BuyingRole.DETRACTOR in person.roles


def _nobody(question: Question, deal: Deal) -> str:
    whom = "that person" if narrowed(question) else "anybody"
    return f"Nothing tells yet that {whom} at {deal.name} is affected by the change. Ask: whose day will be different?"


def _lines(deal: Deal, person: Stakeholder) -> str:
    decides = "" if person.on_committee else ", does not decide"
    return f"• {who(person)}{decides}: {_how(deal, person)}\n  {_plan(deal, person)}"


def _how(deal: Deal, person: Stakeholder) -> str:
    as_of, found = deal.state.as_of, next((a for a in deal.state.affected if a.key == person.key), None)
    parts = ["works against it"] if _works_against(person) else []
    parts += [] if person.stance is Stance.UNKNOWN else [person.stance.value]
    held = worries(deal, person)
    if held:
        return ", ".join([*parts, f"{held[0].topic.words} worry, {cited(held[0].evidence, as_of)}"])
    if found is not None:
        return ", ".join([*parts, *([found.how] if found.how else []), cited(found.evidence, as_of)])
    return ", ".join([*parts, cited(person.evidence, as_of)])


def _plan(deal: Deal, person: Stakeholder) -> str:
    known = next((plan for plan in deal.state.resistance_plans if plan.key == person.key), None)
    if known is not None:
        return f"Plan: {known.text}"
    return f"No plan yet; suggested: {'; '.join(_suggested(deal, person))}"


def _suggested(deal: Deal, person: Stakeholder) -> Iterator[str]:
    held = worries(deal, person)
    waits = [worry for worry in held if worry.status is ConcernStatus.RAISED]
    first: Concern | None = (*waits, *held, None)[0]
    yield _ANSWERS.get(first.topic, _LISTEN) if first is not None else _LISTEN
    allies = [ally for ally in champions(deal.state) if ally.key != person.key]
    if allies:
        yield f"ask {allies[0].label} along"


def _proof(deal: Deal, person: Stakeholder) -> Iterator[Evidence]:
    yield person.evidence
    yield from (worry.evidence for worry in worries(deal, person))
    yield from (each.evidence for each in deal.state.affected if each.key == person.key)
    yield from (plan.evidence for plan in deal.state.resistance_plans if plan.key == person.key)


def _json(deal: Deal, person: Stakeholder) -> dict[str, Json]:
    found = next((each for each in deal.state.affected if each.key == person.key), None)
    plan = next((each.text for each in deal.state.resistance_plans if each.key == person.key), None)
    return {
        "name": person.label,
        "affected": found is not None,
        "how": found.how if found else None,
        "decides": person.on_committee,
        "works_against_it": _works_against(person),
        "stance": person.stance.value,
        "plan": plan,
        "evidence": evidence_json(found.evidence if found else person.evidence),
    }
