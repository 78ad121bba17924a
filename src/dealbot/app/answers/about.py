"""One person in a line: where they stand with their words, their worries, and what we believe beside it."""

from collections.abc import Iterable

from dealbot.app.answer import Deal
from dealbot.app.question import Question
from dealbot.app.wording import belief, by_hand, cited, counted, day, first_name, short_quote, who
from dealbot.domain.deal import Concern, Disagreement, Stakeholder, View
from dealbot.domain.evidence import Evidence
from dealbot.domain.stakeholder import Stance


def asked(question: Question, people: Iterable[Stakeholder]) -> tuple[Stakeholder, ...]:
    """Keep the people a question is about: those it names, those of the function it names, or all."""
    return tuple(person for person in people if _meant(question, person))


def narrowed(question: Question) -> bool:
    """Whether a question is about certain people only."""
    return bool(question.people) or question.function is not None


def _meant(question: Question, person: Stakeholder) -> bool:
    if question.people:
        return person.key in question.people
    return question.function is None or person.function is question.function


def worries(deal: Deal, person: Stakeholder) -> tuple[Concern, ...]:
    """A person's open concerns, those that block first."""
    return tuple(concern for concern in deal.state.open_concerns if concern.holder_key == person.key)


def deciding(deal: Deal, person: Stakeholder) -> Evidence:
    """The words that say why a person is where they are: what they block, else their stance, else what worries them."""
    telling = [worry for worry in worries(deal, person) if worry.blocking or person.stance is Stance.UNKNOWN]
    return telling[0].evidence if telling else person.evidence


def line(deal: Deal, person: Stakeholder) -> str:
    """One person in one line."""
    said = f"{who(person)}: {_position(deal, person)}"
    read = beliefs(person)
    return f"{said}. {read}" if read else said


def verdict(deal: Deal, person: Stakeholder) -> str:
    """Whether a person says yes, in a word."""
    if person.gone is not None:
        return "Left"
    if person in deal.alignment.aligned:
        held = len(worries(deal, person))
        return f"Yes, {counted(held, 'worry', 'worries')}" if held else "Yes"
    if person not in deal.alignment.to_convince:
        return "Not known"
    return "No" if person.stance is Stance.OPPOSED else "Not yet"


def _position(deal: Deal, person: Stakeholder) -> str:
    as_of = deal.state.as_of
    if person.gone is not None:
        return f"left, {cited(person.gone, as_of)}"
    if person.disagreement is not None:
        return _readings(deal, person.disagreement)
    if person.stance is Stance.UNKNOWN:
        return _unknown(deal, person)
    since = f" since {day(person.since, as_of)}" if person.since and person.since != person.evidence.on else ""
    return f"{person.stance.value}{since}{_held_by(deal, person)}"


def _held_by(deal: Deal, person: Stakeholder) -> str:
    found = worries(deal, person)
    words = f", {cited(deciding(deal, person), deal.state.as_of)}"
    if not found:
        return words
    topics = ", ".join(dict.fromkeys(worry.topic.words for worry in found))
    if found[0].blocking:
        return f", holds it up over {found[0].topic.words}{words}"
    return f", {counted(len(found), 'worry', 'worries')} ({topics}){words}"


def _readings(deal: Deal, disagreement: Disagreement) -> str:
    as_of = deal.state.as_of
    told = (f"{stance.value} {cited(evidence, as_of)}" for stance, evidence in disagreement.stances)
    return f"two readings of one call, the worse counts: {'; '.join(told)}"


def _unknown(deal: Deal, person: Stakeholder) -> str:
    held = worries(deal, person)
    after = succeeded(deal, person)
    if after is not None and not held:
        return after
    if held:
        return f"no position yet{_held_by(deal, person)}"
    if person.last_heard is None:
        return "never heard"
    return f"heard {day(person.last_heard, deal.state.as_of)}, no position yet"


def succeeded(deal: Deal, person: Stakeholder) -> str | None:
    """Of somebody new in a seat, what became of the yes of whoever sat there; None for anybody else."""
    told = [each for each in deal.state.successions if each.heir == person.key]
    before = deal.state.person(told[-1].before) if told else None
    if before is None:
        return None
    as_of, expired = deal.state.as_of, f"; {before.label}'s yes ({before.stance.value}) no longer counts"
    return f"new, no position yet{expired if told[-1].expired else ''}, {cited(told[-1].told, as_of)}"


def beliefs(person: Stakeholder) -> str:
    """What our own people believe of somebody, each one's latest: "Priya's read: leaning no"."""
    return "; ".join(
        f"{first_name(view.evidence.author)}'s read: {belief(view.stance)}" for view in latest_views(person)
    )


def latest_views(person: Stakeholder) -> tuple[View, ...]:
    """Each author's latest belief."""
    return tuple({view.evidence.author: view for view in person.views}.values())


def proof(deal: Deal, person: Stakeholder) -> tuple[Evidence, ...]:
    """The evidence of everything a person's line says."""
    if person.gone is not None:
        return (person.gone,)
    readings = person.disagreement.stances if person.disagreement else ()
    believed = (view.evidence for view in latest_views(person))
    came = (each.told for each in deal.state.successions if each.heir == person.key)
    worried = (worry.evidence for worry in worries(deal, person))
    return (deciding(deal, person), person.evidence, *(said for _, said in readings), *worried, *believed, *came)


def short_words(deal: Deal, person: Stakeholder) -> str:
    """A person with their words in the least space: 'Dana Ruiz, CFO "no money before P&T" (16 Nov)'."""
    evidence = deciding(deal, person)
    if by_hand(evidence):
        return f"{who(person)}, {cited(evidence, deal.state.as_of)}"
    return f'{who(person)} "{short_quote(evidence.quote)}" ({day(evidence.on, deal.state.as_of)})'
