"""Who somebody is, to whom they report and how they are reached: facts, as notes and people gave them."""

from collections.abc import Sequence

from dealbot.app.answer import Answer, Deal, Json, each_once
from dealbot.app.answers.about import asked, narrowed
from dealbot.app.question import Question
from dealbot.app.wording import fitted, function_words, listed, role_words, short_title, who
from dealbot.domain.contact import Contact
from dealbot.domain.deal import Stakeholder
from dealbot.domain.names import fold
from dealbot.domain.stakeholder import BuyingRole, Side

_MOST = 4


def contact(question: Question, deal: Deal) -> Answer:
    """Say who reports to whom, their title and address: of the people asked about, or of all that are known."""
    people = [p for p in asked(question, deal.state.people) if p.side is Side.BUYER and p.gone is None]
    if not people:
        text = f"Nobody is known at {deal.name} yet."
        return Answer(question.intent, answered=False, text=text, data={"people": []})
    known = {each.key: each for each in deal.state.contacts}
    told = people if narrowed(question) else sorted(people, key=lambda person: person.key not in known)
    lines = [f"• {_line(deal, person, known.get(person.key, Contact(person.key)))}" for person in told]
    reached = [known[person.key] for person in people if person.key in known]
    tail = [] if reached else ["No address or reporting line known: tell me, such as “Raj reports to Dana”."]
    text = fitted([f"{deal.name}, who is who"], lines, tail)
    said = (*(person.evidence for person in told), *(e for c in reached for e in (c.reports_told, c.email_told) if e))
    data: dict[str, Json] = {"people": [_json(deal, person) for person in told]}
    return Answer(question.intent, answered=True, text=text, data=data, sources=each_once(said))


def _line(deal: Deal, person: Stakeholder, known: Contact) -> str:
    facts = [] if known.reports_to is None else [f"reports to {_called(deal, known.reports_to)}"]
    below = [each.label for each in reports_of(person, deal.state.people)]
    facts += [f"over {listed(below, _MOST, ', ')}"] if below else []
    facts += [known.email] if known.email else []
    told = ", ".join(facts) or "reporting line and address not known"
    part = f" ({function_words(person.function)})" if person.function else ""
    return f"{who(person)}{part}: {told}"


def _called(deal: Deal, name: str) -> str:
    superior = next((person for person in deal.state.people if _goes_by(person, name)), None)
    return who(superior) if superior is not None else name


def reports_of(person: Stakeholder, people: Sequence[Stakeholder]) -> tuple[Stakeholder, ...]:
    """Whoever is known to report to somebody."""
    return tuple(
        each
        for each in people
        if each.reports_to is not None and each.key != person.key and _goes_by(person, each.reports_to)
    )


def _goes_by(person: Stakeholder, name: str) -> bool:
    forms = (person.label, person.title, *person.written)
    return fold(name) in {fold(form) for form in forms if form}


def _json(deal: Deal, person: Stakeholder) -> dict[str, Json]:
    return {
        "name": person.name,
        "title": short_title(person.title) if person.title else None,
        "function": person.function.value if person.function else None,
        "roles": [role_words(role) for role in BuyingRole if role in person.roles],
        "reports_to": person.reports_to,
        "reports": [each.label for each in reports_of(person, deal.state.people)],
        "email": person.email,
    }
