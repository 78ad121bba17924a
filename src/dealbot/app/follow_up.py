"""The one question worth asking after a note, or none."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dealbot.domain.concern import ConcernStatus, ConcernTopic
from dealbot.domain.deal import DealState
from dealbot.domain.names import fold
from dealbot.domain.namesakes import namesakes
from dealbot.domain.observation import Reading, SaidBy
from dealbot.domain.stakeholder import BuyingRole, Side
from dealbot.domain.title import seats_meant

_MONEY = frozenset({BuyingRole.ECONOMIC_BUYER, BuyingRole.VETO})
_NOBODYS = frozenset({ConcernTopic.GOVERNANCE, ConcernTopic.COMPETING_PRIORITY})
_FEW_NOTES_DAYS = 60
_MOST_SEATS = 2


class Wanted(StrEnum):
    """What a question wants to know."""

    WHO = "who"
    SAME = "same"
    SEAT = "seat"
    WHEN = "when"
    BLOCKS = "blocks"
    EHR = "ehr"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A question with what it is about: a worry's topic and holder, a promise's words, a person, or two (`other`)."""

    wanted: Wanted
    text: str
    topic: ConcernTopic | None = None
    who: str | None = None
    action: str | None = None
    other: str | None = None

    @property
    def subject(self) -> str:
        """The same for every question that wants to know the same."""
        if self.other is not None:  # which of two is the fuller name may change
            return "|".join([self.wanted, *sorted((fold(self.who or ""), fold(self.other)))])
        parts = (self.wanted, self.topic, fold(self.who or ""), fold(self.action or ""))
        return "|".join(part or "" for part in parts)


def question_after(
    reading: Reading, state: DealState, on: date, asked: Callable[[str], bool] = lambda _: False
) -> FollowUp | None:
    """Ask what helps most: who said it, who is who, which seat, a promise's date, does it block, the EHR, the rest.

    `asked` tells of a subject whether it is not to be asked again.
    """
    worth = (question for part in _PARTS for question in part(reading, state, on))
    return next((question for question in worth if not asked(question.subject)), None)


def _who(reading: Reading, _state: DealState, _on: date) -> Iterator[FollowUp]:
    for concern in reading.concerns:
        nobodys = concern.topic in _NOBODYS or concern.said_by is SaidBy.AUTHOR
        if concern.holder is None and not nobodys:
            yield FollowUp(Wanted.WHO, f"Who raised the {concern.topic.words} worry?", concern.topic)


def _same(reading: Reading, state: DealState, _on: date) -> Iterator[FollowUp]:
    """Whether somebody the note tells of is somebody else who is known; not of two whom it tells apart."""
    told = {fold(person.name): person for person in reading.people if person.name}
    for less, more in namesakes(state.people):
        if (less.key in told) is not (more.key in told):
            written = _as_written(less.label, reading)
            text = f"Is '{written}' the same as {more.label}?"
            yield FollowUp(Wanted.SAME, text, who=written, other=more.label)


def _seat(_reading: Reading, state: DealState, _on: date) -> Iterator[FollowUp]:
    """What a short title stands for of whom nothing longer is known."""
    for person in state.people:
        first, *others = seats_meant(person.title or "") or ("",)
        if first and person.gone is None and person.side is Side.BUYER:
            whose = f"{person.name}'s {person.title}" if person.name else f"The {person.title}"
            text = f"{whose}: is that the {first}, or {' or '.join(others[:_MOST_SEATS])}?"
            yield FollowUp(Wanted.SEAT, text, who=person.label)


def _when(reading: Reading, _state: DealState, _on: date) -> Iterator[FollowUp]:
    for step in reading.next_steps:
        if step.due is None and step.due_text is None:
            doer = "you" if step.side is Side.US else step.owner or "they"
            yield FollowUp(Wanted.WHEN, f"By when will {doer} do this: {_short(step.action)}?", action=step.action)


def _blocks(reading: Reading, state: DealState, _on: date) -> Iterator[FollowUp]:
    deciders = {person.label for person in state.people if person.roles & _MONEY}
    for concern in reading.concerns:
        if concern.holder in deciders and not concern.blocking and concern.status.open:
            text = f"Does {concern.holder}'s {concern.topic.words} worry hold the deal up?"
            yield FollowUp(Wanted.BLOCKS, text, concern.topic, concern.holder)


def _ehr(_reading: Reading, state: DealState, on: date) -> Iterator[FollowUp]:
    early = state.first_heard is not None and (on - state.first_heard).days <= _FEW_NOTES_DAYS
    if early and state.ehr is None:
        yield FollowUp(Wanted.EHR, "Which EHR do they run, and which version?")


def _rest(reading: Reading, state: DealState, _on: date) -> Iterator[FollowUp]:
    """What a note leaves out of what was learnt, how it was answered and what comes next: what is missing only."""
    if reading.concerns or reading.next_steps:
        yield from _unattended(reading, state)
        return
    person = next((person for person in reading.people if person.side is Side.BUYER), None)
    label = person.label if person is not None else None
    yield FollowUp(Wanted.REST, f"What worries {label or 'them'}, and what happens next, who and when?", who=label)


def _unattended(reading: Reading, state: DealState) -> Iterator[FollowUp]:
    """A worry that was told without an answer to it, while nothing at all is agreed in the deal."""
    if reading.next_steps or reading.closed or state.open_steps:
        return
    for concern in reading.concerns:
        if concern.holder is not None and concern.status is ConcernStatus.RAISED:
            text = f"What happens next about {concern.holder}'s {concern.topic.words} worry, who and when?"
            yield FollowUp(Wanted.REST, text, concern.topic, concern.holder)


_PARTS = (_who, _same, _seat, _when, _blocks, _ehr, _rest)


def _as_written(name: str, reading: Reading) -> str:
    """A name of one letter with the Dr or Ms that the note puts before it."""
    quotes = "\n".join(statement.span.quote for statement in reading.statements)
    found = re.search(rf"\b(?:Dr|Mrs?|Ms|Mx|Prof)\.? +{re.escape(name)}\b", quotes) if len(name) == 1 else None
    return " ".join(found.group().split()) if found is not None else name


def _short(action: str) -> str:
    words = action.split()
    return " ".join(words[:8]) + (" …" if len(words) > 8 else "")
