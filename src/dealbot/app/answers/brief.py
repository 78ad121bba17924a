"""A brief before a meeting: who it is, what worries them, what each side owes, what to ask, what to be careful with."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dealbot.app.answer import Answer, Deal, Json, each_once, evidence_json
from dealbot.app.answers.about import asked, beliefs, deciding, narrowed, proof, worries
from dealbot.app.answers.business_review import asks_for_business_review, business_review
from dealbot.app.answers.facts import promises, sides, worries_of
from dealbot.app.answers.meeting import Told, careful, to_ask
from dealbot.app.answers.next_steps import action
from dealbot.app.answers.unanswered import nobody_from
from dealbot.app.answers.wants import wants_of
from dealbot.app.question import Question
from dealbot.app.sayings import Sayings
from dealbot.app.wording import (
    LONGEST,
    ago,
    cited,
    counted,
    function_words,
    listed,
    standing_words,
    weekday,
    who,
)
from dealbot.domain.deal import NextStep, Stakeholder
from dealbot.domain.evidence import Evidence
from dealbot.domain.names import fold
from dealbot.domain.plan import is_for
from dealbot.domain.stakeholder import Side, Stance

_MOST_PEOPLE = 4
_FEWEST = 1


@dataclass(frozen=True, slots=True)
class _Brief:
    """What a brief says, each part with the words it rests on."""

    about: str
    people: tuple[Stakeholder, ...]
    wants: tuple[Told, ...]
    ours: tuple[NextStep, ...]
    theirs: tuple[NextStep, ...]
    ask: tuple[Told, ...]
    careful: tuple[Told, ...]


def brief(question: Question, deal: Deal, sayings: Sayings) -> Answer:
    """Brief for a meeting with one person, some, a part of the house, or the whole group; asks which of a name."""
    if asks_for_business_review(question) and not narrowed(question):
        return business_review(question, deal)
    people = tuple(person for person in asked(question, deal.state.people) if person.side is Side.BUYER)
    if question.function is not None and not people:
        return nobody_from(question, question.function, deal)
    if len(people) > 1 and _of_one_name(question, people):
        return _which(question, people)
    if not people or not deal.state.people:
        text = f"Nobody is known at {deal.name} yet: there is nothing to brief you with."
        return Answer(question.intent, answered=False, text=text, data=sides(deal, ()))
    found = _gathered(question, deal, people, sayings)
    text, data = _text(deal, found), _data(deal, found)
    return Answer(question.intent, answered=True, text=text, data=data, sources=_proof(deal, found))


def _of_one_name(question: Question, people: Sequence[Stakeholder]) -> bool:
    """Whether one name that was said may be any of them: they share it."""
    if not question.people:
        return False
    names = [frozenset(fold(person.name or "").split()) for person in people]
    shared, said = frozenset[str].intersection(*names), set(fold(question.text).split())
    return bool(shared) and not all((name - shared) & said for name in names)


def _which(question: Question, people: Sequence[Stakeholder]) -> Answer:
    names = [who(person) for person in people]
    text = f"Which one: {', '.join(names[:-1])} or {names[-1]}? Say the whole name."
    data: dict[str, Json] = {"candidates": [person.label for person in people]}
    return Answer(question.intent, answered=False, text=text, data=data)


def _gathered(question: Question, deal: Deal, people: tuple[Stakeholder, ...], sayings: Sayings) -> _Brief:
    group = not narrowed(question)
    there = tuple(p for p in people if p.gone is None and (p.on_committee or not group)) or people
    one = there[0] if len(there) == 1 else None
    steps = [s for s in deal.state.open_steps if group or any(is_for(s, person) for person in there)]
    wanted = [
        (words if one else f"{person.label}, {words}", evidence)
        for person in there[:_MOST_PEOPLE]
        for words, evidence in wants_of(deal, person, sayings)
    ]
    return _Brief(
        about="" if one else "everybody" if group else function_words(question.function) if question.function else "",
        people=there,
        wants=tuple((words, (evidence,)) for words, evidence in wanted),
        ours=tuple(step for step in steps if step.side is Side.US),
        theirs=tuple(step for step in steps if step.side is not Side.US),
        ask=tuple(to_ask(deal, one)),
        careful=tuple(careful(deal, there)),
    )


def _text(deal: Deal, found: _Brief) -> str:
    """The fullest text that fits a phone."""
    texts = ("\n".join(filter(None, _lines(deal, found, most))) for most in (3, 2, _FEWEST))
    fits = [text for text in texts if len(text) <= LONGEST]
    return fits[0] if fits else "\n".join(filter(None, _lines(deal, found, _FEWEST)))


def _lines(deal: Deal, found: _Brief, most: int) -> list[str]:
    head = _one(deal, found.people[0]) if len(found.people) == 1 else _several(deal, found, most)
    return [
        *head,
        _listed("Wants", found.wants, most),
        _owed(deal, found, most),
        _listed("Ask", found.ask, max(most - 1, 1)),
        _listed("Careful", found.careful, max(most - 1, 1)),
    ]


def _one(deal: Deal, person: Stakeholder) -> list[str]:
    as_of = deal.state.as_of
    if person.gone is not None:
        return [f"{who(person)}, {deal.name} · left, {cited(person.gone, as_of)}"]
    heard = f"heard {ago((as_of - person.last_heard).days)}" if person.last_heard else "never heard"
    head = f"{who(person)}, {deal.name} · {heard} · {_stance(person)}"
    words = cited(deciding(deal, person), as_of) if person.last_heard else ""
    read = beliefs(person)
    held = [f"{worry.topic.words}{', blocks' if worry.blocking else ''}" for worry in worries(deal, person)]
    return [head, " · ".join(part for part in (words, read) if part), f"Worries: {'; '.join(held)}" if held else ""]


def _stance(person: Stakeholder) -> str:
    return "no position known" if person.stance is Stance.UNKNOWN else person.stance.value


def _several(deal: Deal, found: _Brief, most: int) -> list[str]:
    about = f"{deal.name}, {found.about}" if found.about else deal.name
    head = f"{about} · {standing_words(deal.alignment.standing)} · {counted(len(found.people), 'person', 'people')}"
    first = sorted(found.people, key=lambda person: _pressing(deal, person))
    lines = [f"• {who(person)}: {_stance(person)}{_held(deal, person)}" for person in first]
    return [head, listed(lines, most + 1, "\n")]


def _pressing(deal: Deal, person: Stakeholder) -> tuple[int, str]:
    """Whom to win first, then whom to hear, then who says yes."""
    alignment = deal.alignment
    sides_in_order = (alignment.to_convince, alignment.unknown, alignment.aligned)
    places = [at for at, side in enumerate(sides_in_order) if person in side]
    return (places[0] if places else len(sides_in_order), person.label)


def _held(deal: Deal, person: Stakeholder) -> str:
    found = worries(deal, person)
    words = cited(deciding(deal, person), deal.state.as_of)
    return f", {found[0].topic.words}: {words}" if found else ""


def _listed(head: str, told: Iterable[Told], most: int) -> str:
    words = list(dict.fromkeys(text for text, _ in told))[:most]
    return f"{head}: {'; '.join(words)}" if words else ""


def _owed(deal: Deal, found: _Brief, most: int) -> str:
    both = (("We owe", found.ours), ("They owe", found.theirs))
    return " · ".join(f"{name}: {_steps(deal, steps, most)}" for name, steps in both if steps)


def _steps(deal: Deal, steps: Sequence[NextStep], most: int) -> str:
    return listed([f"{action(step)}{_due(deal, step)}" for step in steps], most)


def _due(deal: Deal, step: NextStep) -> str:
    if step.due is None:
        return ""
    late = "late since " if step.overdue(deal.state.as_of) else ""
    return f", {late}{weekday(step.due, deal.state.as_of)}"


def _data(deal: Deal, found: _Brief) -> dict[str, Json]:
    return {
        **sides(deal, found.people),
        **promises((*found.ours, *found.theirs)),
        **worries_of(worry for person in found.people for worry in worries(deal, person)),
        "wants": [{"what": words, "evidence": evidence_json(said[0])} for words, said in found.wants],
        "ask": [text for text, _ in found.ask],
        "careful": [text for text, _ in found.careful],
    }


def _proof(deal: Deal, found: _Brief) -> tuple[Evidence, ...]:
    stand = (evidence for person in found.people for evidence in proof(deal, person))
    owed = (step.evidence for step in (*found.ours, *found.theirs))
    told = (evidence for _, said in (*found.wants, *found.ask, *found.careful) for evidence in said)
    return each_once((*stand, *owed, *told))
