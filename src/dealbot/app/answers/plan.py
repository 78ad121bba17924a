"""What we do for each person: the proof they want, the touches planned for them, and what they share with others."""

from collections.abc import Iterable

from dealbot.app.answer import Answer, Deal, Json, each_once
from dealbot.app.answers.about import asked, narrowed
from dealbot.app.answers.facts import promises
from dealbot.app.answers.next_steps import step_line
from dealbot.app.answers.standing import named_only, unnamed
from dealbot.app.question import Question
from dealbot.app.wording import cited, counted, day, fitted, listed, short_title, who
from dealbot.domain.activities import activities_with, marketing_only
from dealbot.domain.cadence import touch_of
from dealbot.domain.deal import Activity, Stakeholder
from dealbot.domain.evidence import Evidence
from dealbot.domain.partnership import ActivityKind
from dealbot.domain.plan import EngagementPlan, SharedGround, plan_of, shared_ground
from dealbot.domain.proof import ProofKind
from dealbot.domain.stakeholder import BuyingRole

_MOST_NAMES = 4
_MOST_TOUCHES = 2
_PROOF = {
    ProofKind.CLINICAL: "clinical proof",
    ProofKind.FINANCIAL: "financial proof",
    ProofKind.RISK: "proof that the risk is held",
    ProofKind.COMPANY_STABILITY: "proof that we last",
    ProofKind.WORKFLOW: "proof in their workflow",
    ProofKind.DRUG_SAFETY: "proof of drug safety",
    ProofKind.SECURITY_LEGAL: "security and legal proof",
}
# What may be shown to whoever wants such proof: a beginning, for the account executive to make their own.
_SHOW = {
    ProofKind.CLINICAL: "outcomes from a like hospital, told by a peer",
    ProofKind.FINANCIAL: "savings over three years, fee-for-service and value-based",
    ProofKind.RISK: "who carries which risk, and a reference that went live",
    ProofKind.COMPANY_STABILITY: "references, support and roadmap",
    ProofKind.WORKFLOW: "a walk through one shift, clicks counted",
    ProofKind.DRUG_SAFETY: "the drug safety file, with their pharmacists",
    ProofKind.SECURITY_LEGAL: "the security report and the contract draft",
}
_DONE = {
    ActivityKind.INPUT: "asked for input",
    ActivityKind.ADVISORY_BOARD: "advisory board",
    ActivityKind.FEEDBACK_SESSION: "feedback session",
    ActivityKind.REFERENCE: "reference",
    ActivityKind.OUTBOUND: "sent material",
}


def plan(question: Question, deal: Deal) -> Answer:
    """Say what is planned for the people asked about, or for everybody whose yes is needed."""
    people = asked(question, (person for person in deal.state.people if person.gone is None))
    if narrowed(question) and people:
        return _of_some(question, deal, people)
    needed = [seat.speaker for seat in deal.alignment.required if seat.speaker]
    if not needed:
        text = f"Nobody is known yet at {deal.name} to plan for."
        return Answer(question.intent, answered=False, text=text, data={"plans": []})
    plans = [plan_of(person, deal.state) for person in sorted(needed, key=lambda person: _pressing(deal, person))]
    shared = shared_ground(deal.state, deal.state.committee)
    text = fitted([_head(deal, plans)], [f"• {_line(deal, each)}" for each in plans], _tail(deal, shared))
    return _answered(question, deal, plans, text, shared)


def _pressing(deal: Deal, person: Stakeholder) -> tuple[bool, int, str]:
    order = deal.alignment.to_convince
    return (person not in order, order.index(person) if person in order else 0, person.label)


def _head(deal: Deal, plans: list[EngagementPlan]) -> str:
    planned = sum(1 for each in plans if each.touches)
    return f"{planned} of {counted(len(plans), 'person', 'people')} who must say yes have a plan at {deal.name}:"


def _line(deal: Deal, each: EngagementPlan) -> str:
    wanted = f", wants {_PROOF[each.wants[0].kind]}" if each.wants else ""
    if each.touches:
        return f"{who(each.person)}{wanted}: {step_line(deal, each.touches[0])}"
    show = f"; suggested: {_SHOW[each.proof]}" if each.proof else ""
    return f"{who(each.person)}{wanted}: no plan yet{show}"


def _tail(deal: Deal, shared: tuple[SharedGround, ...]) -> list[str]:
    gaps = [*(who(person) for person in named_only(deal)), *unnamed(deal)]
    lines = [f"Common ground: {_ground(deal, shared[0])}"] if shared else []
    return lines + ([f"To be met first: {listed(gaps, _MOST_NAMES)}"] if gaps else [])


def _ground(deal: Deal, ground: SharedGround) -> str:
    people = [deal.state.person(concern.holder_key) for concern in ground.concerns]
    return f"{ground.topic.words}, raised by {' and '.join(who(person) for person in people if person)}"


def _of_some(question: Question, deal: Deal, people: tuple[Stakeholder, ...]) -> Answer:
    plans = [plan_of(person, deal.state) for person in people]
    lines = [line for each in plans for line in _card(deal, each)]
    text = fitted([deal.name], lines)
    return _answered(question, deal, plans, text, ())


def _card(deal: Deal, each: EngagementPlan) -> list[str]:
    as_of, person = deal.state.as_of, each.person
    lines = [f"{who(person)}: {'plan' if each.touches else 'no plan yet'}"]
    lines += [f"• wants {_PROOF[want.kind]}, {cited(want.evidence, as_of)}" for want in each.wants[:_MOST_TOUCHES]]
    if each.typical is not None:
        of = short_title(person.title) if person.title else "their part"
        lines.append(f"• to verify, typical of {of}, not said: {each.typical.worry}")
    lines += [f"• planned: {step_line(deal, step)}" for step in each.touches[:_MOST_TOUCHES]]
    if not each.touches:
        lines += [f"• suggested{_by(deal, person)}: {_SHOW[each.proof]}"] if each.proof else []
    return lines + _partnership(deal, person)


def _by(deal: Deal, person: Stakeholder) -> str:
    """When somebody is due to be heard again."""
    touch = touch_of(person, deal.state)
    left = touch.every - touch.days if touch.days is not None else 0
    return f" within {left} days" if left > 0 else " now"


def _partnership(deal: Deal, person: Stakeholder) -> list[str]:
    """What was done with a champion, and whether they are only sent things."""
    if BuyingRole.CHAMPION not in person.roles:
        return []
    done = activities_with(person, deal.state)
    if not done:
        return ["• as a partner: nothing asked of them yet"]
    if marketing_only(done):
        return [f"• marketing only: {len(done)} times sent material, never asked for input"]
    counts = {kind: sum(1 for each in done if each.kind is kind) for kind in ActivityKind}
    told = [f"{_DONE[kind]} {count}x" for kind, count in counts.items() if count]
    return [f"• as a partner: {', '.join(told)}, last {day(done[-1].evidence.on, deal.state.as_of)}"]


def _answered(
    question: Question, deal: Deal, plans: list[EngagementPlan], text: str, shared: tuple[SharedGround, ...]
) -> Answer:
    data: dict[str, Json] = {"plans": [_json(deal, each) for each in plans]}
    data["shared_ground"] = [ground.topic.value for ground in shared]
    return Answer(question.intent, answered=True, text=text, data=data, sources=each_once(_proof(deal, plans)))


def _json(deal: Deal, each: EngagementPlan) -> dict[str, Json]:
    done = activities_with(each.person, deal.state)
    return {
        "name": each.person.name,
        "title": each.person.title,
        "wants": [want.kind.value for want in each.wants],
        "to_verify": each.typical.worry if each.typical else None,
        "suggested": _SHOW[each.proof] if each.proof and not each.touches else None,
        "activities": [activity.kind.value for activity in done],
        "marketing_only": marketing_only(done),
        **promises(each.touches),
    }


def _proof(deal: Deal, plans: Iterable[EngagementPlan]) -> Iterable[Evidence]:
    for each in plans:
        yield from (want.evidence for want in each.wants)
        yield from (step.evidence for step in each.touches)
        yield from (activity.evidence for activity in _shown(deal, each.person))
        yield each.person.evidence


def _shown(deal: Deal, person: Stakeholder) -> tuple[Activity, ...]:
    return activities_with(person, deal.state) if BuyingRole.CHAMPION in person.roles else ()
