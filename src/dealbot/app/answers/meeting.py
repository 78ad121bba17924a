"""What to ask in a meeting and what to be careful with: worked out of what is open, late, unheard or told twice."""

from collections.abc import Iterator

from dealbot.app.answer import Deal
from dealbot.app.answers.about import worries
from dealbot.app.answers.next_steps import action
from dealbot.app.answers.standing import unseen
from dealbot.app.wording import cited, day, function_words, opening
from dealbot.domain.concern import ConcernStatus
from dealbot.domain.deal import Stakeholder
from dealbot.domain.evidence import Evidence
from dealbot.domain.signal import SignalKind
from dealbot.domain.stakeholder import BuyingRole, Function, Side, Stance

Told = tuple[str, tuple[Evidence, ...]]


def to_ask(deal: Deal, person: Stakeholder | None) -> Iterator[Told]:
    """Questions worth their time, the most pressing first; of nobody certain, what the whole deal lacks."""
    if person is not None:
        yield from _of_worries(deal, person)
        yield from _of_promises(deal, person)
        if person.stance is Stance.UNKNOWN and not worries(deal, person):
            yield "where do you stand on it?", ()
        if person.function is Function.FINANCE and deal.alignment.economic_buyer is None:
            yield "who signs, and up to what sum?", ()
        if person.function is Function.IT and not any(s.kind is SignalKind.EHR for s in deal.state.signals):
            yield "which EHR, and which version?", ()
    gaps = unseen(deal)
    if gaps:
        yield f"who speaks for {function_words(gaps[0])}?", ()
    if deal.alignment.champion is None:
        yield "who else wants this?", ()


def _of_worries(deal: Deal, person: Stakeholder) -> Iterator[Told]:
    for concern in worries(deal, person):
        words = concern.topic.words
        if concern.status is ConcernStatus.ADDRESSED:
            yield f"is {words} settled for you?", (concern.evidence,)
        else:
            yield f"what would settle {words}?", (concern.evidence,)


def _of_promises(deal: Deal, person: Stakeholder) -> Iterator[Told]:
    for step in deal.state.open_steps:
        if step.owner_key == person.key and (step.due is None or step.overdue(deal.state.as_of)):
            yield f"when does it come: {action(step)}?", (step.evidence,)


def careful(deal: Deal, people: tuple[Stakeholder, ...]) -> Iterator[Told]:
    """What may go wrong in the room: readings that differ, who works against it, settled worries, other vendors."""
    as_of = deal.state.as_of
    for person in people:
        if person.disagreement is not None:
            told = tuple(evidence for _, evidence in person.disagreement.stances)
            yield "two of us read the last call differently", told
        if BuyingRole.DETRACTOR in person.roles:
            yield "works against it", (person.evidence,)
    yield from _others_against(deal, people)
    rivals = [signal for signal in deal.state.signals if signal.kind is SignalKind.COMPETITOR]
    for signal in rivals[-1:]:
        yield f"other vendor, {cited(signal.evidence, as_of, opening)}", (signal.evidence,)
    keys = {person.key for person in people}
    for concern in deal.state.concerns:
        if concern.holder_key in keys and not concern.status.open:
            yield (
                f"{concern.topic.words} is settled ({day(concern.evidence.on, as_of)}): leave it",
                (concern.evidence,),
            )


def _others_against(deal: Deal, people: tuple[Stakeholder, ...]) -> Iterator[Told]:
    """Whoever says no and is not asked to the meeting: the people in the room may hear them."""
    keys = {person.key for person in people}
    for person in deal.alignment.to_convince:
        if person.stance is Stance.OPPOSED and person.key not in keys and person.side is Side.BUYER:
            yield f"{person.label} says no", (person.evidence,)
