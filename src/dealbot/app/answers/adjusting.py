"""What a review may have to change: what got worse or stands still while nobody works on it."""

from collections.abc import Iterator
from dataclasses import dataclass

from dealbot.app.answer import Deal
from dealbot.app.answers.next_steps import action, step_touches
from dealbot.app.answers.standing import unseen
from dealbot.app.pipeline.rows import QUIET_DAYS
from dealbot.app.wording import counted, function_words, who
from dealbot.domain.deal import Concern
from dealbot.domain.evidence import Evidence
from dealbot.domain.stakeholder import BuyingRole, Side, badness


@dataclass(frozen=True, slots=True)
class Adjustment:
    """One thing to do otherwise, with the words that say why."""

    text: str
    evidence: tuple[Evidence, ...]


def adjustments(before: Deal, deal: Deal) -> tuple[Adjustment, ...]:
    """What to do otherwise, what is lost first; empty where nothing got worse and nothing lies about."""
    parts = (_champion(deal), _unattended(deal), _cooled(before, deal), _late(deal), _quiet(deal), _seats(deal))
    return tuple(each for part in parts for each in part)


def _champion(deal: Deal) -> Iterator[Adjustment]:
    lost = [person for person in deal.alignment.gone if BuyingRole.CHAMPION in person.roles and person.gone]
    if lost and deal.alignment.champion is None:
        yield Adjustment(f"find a champion, {who(lost[-1])} left", (lost[-1].gone or lost[-1].evidence,))


def _unattended(deal: Deal) -> Iterator[Adjustment]:
    """What blocks while no open step is about its holder."""
    for concern in deal.state.open_concerns:
        if concern.blocking and not _worked_on(deal, concern):
            whose = f"{concern.holder}'s " if concern.holder else ""
            yield Adjustment(f"nobody works on {whose}{concern.topic.words}", (concern.evidence,))


def _worked_on(deal: Deal, concern: Concern) -> bool:
    return any(step_touches(step, deal.state, concern) for step in deal.state.open_steps)


def _cooled(before: Deal, deal: Deal) -> Iterator[Adjustment]:
    for person in deal.alignment.to_convince:
        old = before.state.person(person.key)
        helped = any(step.owner_key == person.key for step in deal.state.open_steps)
        if old is not None and badness(person.stance) > badness(old.stance) and old.stance.aligned and not helped:
            yield Adjustment(f"win {who(person)} back", (person.evidence,))


def _late(deal: Deal) -> Iterator[Adjustment]:
    late = [step for step in deal.state.open_steps if step.overdue(deal.state.as_of)]
    ours = [step for step in late if step.side is Side.US]
    if late:
        first = (*ours, *late)[0]
        whose = "ours" if first.side is Side.US else "theirs"
        text = f"{counted(len(late), 'promise')} late, first {whose}: {action(first)}"
        yield Adjustment(text, tuple(step.evidence for step in late))


def _quiet(deal: Deal) -> Iterator[Adjustment]:
    last = deal.state.last_heard
    silent = (deal.state.as_of - last).days if last else 0
    if silent > QUIET_DAYS:
        people = [person for person in deal.alignment.to_convince if person.last_heard]
        whom = who(people[0]) if people else "somebody"
        yield Adjustment(f"call {whom}, nothing heard for {silent} days", tuple(p.evidence for p in people[:1]))


def _seats(deal: Deal) -> Iterator[Adjustment]:
    gaps = unseen(deal)
    if gaps:
        yield Adjustment(f"find who speaks for {' and '.join(function_words(gap) for gap in gaps[:2])}", ())
