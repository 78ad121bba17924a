"""The one question worth asking after a note, or none."""

from datetime import date

from dealbot.domain.concern import ConcernTopic
from dealbot.domain.deal import DealState
from dealbot.domain.observation import Reading, SaidBy
from dealbot.domain.signal import SignalKind
from dealbot.domain.stakeholder import BuyingRole, Side

_MONEY = frozenset({BuyingRole.ECONOMIC_BUYER, BuyingRole.VETO})
_NOBODYS = frozenset({ConcernTopic.GOVERNANCE, ConcernTopic.COMPETING_PRIORITY})
_FEW_NOTES_DAYS = 60


def question_after(reading: Reading, state: DealState, on: date) -> str | None:
    """Ask in the order that helps most: who said it, the date of a promise, does it block, the EHR, what is missing."""
    return _who(reading) or _when(reading) or _blocks(reading, state) or _ehr(state, on) or _missing(reading)


def _who(reading: Reading) -> str | None:
    voiced = (
        concern
        for concern in reading.concerns
        if concern.holder is None and concern.topic not in _NOBODYS and concern.said_by is not SaidBy.AUTHOR
    )
    concern = next(voiced, None)
    return f"Who raised the {_topic(concern.topic)} worry?" if concern else None


def _when(reading: Reading) -> str | None:
    undated = (step for step in reading.next_steps if step.due is None and step.due_text is None)
    step = next(undated, None)
    if step is None:
        return None
    doer = "you" if step.side is Side.US else step.owner or "they"
    return f"By when will {doer} do this: {_short(step.action)}?"


def _blocks(reading: Reading, state: DealState) -> str | None:
    deciders = {person.label: person for person in state.people if person.roles & _MONEY}
    for concern in reading.concerns:
        if concern.holder in deciders and not concern.blocking and concern.status.open:
            return f"Does {concern.holder}'s {_topic(concern.topic)} worry hold the deal up?"
    return None


def _ehr(state: DealState, on: date) -> str | None:
    known = any(signal.kind is SignalKind.EHR for signal in state.signals)
    early = state.first_heard is not None and (on - state.first_heard).days <= _FEW_NOTES_DAYS
    return "Which EHR do they run, and which version?" if early and not known else None


def _missing(reading: Reading) -> str | None:
    if reading.concerns or reading.next_steps:
        return None
    person = next((person for person in reading.people if person.side is Side.BUYER), None)
    whom = person.label if person is not None else "they"
    return f"What worries {'them' if whom == 'they' else whom}, and what happens next, who and when?"


def _topic(topic: ConcernTopic) -> str:
    return topic.value.replace("_", " ")


def _short(action: str) -> str:
    words = action.split()
    return " ".join(words[:8]) + (" …" if len(words) > 8 else "")
