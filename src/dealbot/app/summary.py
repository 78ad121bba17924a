"""What a summary keeps of a deal for the pipeline: facts with their days, so that today's counts are taken later."""

from collections.abc import Iterable
from typing import Any

from dealbot.app.answer import evidence_json
from dealbot.domain.alignment import Alignment
from dealbot.domain.cause import Cause, cause_in
from dealbot.domain.champion_loss import champion_losses, champion_test, single_threaded
from dealbot.domain.deal import DealState, Signal, Stakeholder
from dealbot.domain.signal import SignalKind
from dealbot.domain.stakeholder import BuyingRole, Function, Side, Stance

Fact = dict[str, Any]
_STALLING = {
    SignalKind.CHAMPION_LOST: Cause.CHAMPION_LOST,
    SignalKind.ORG_CHANGE: Cause.ORG_CHANGE,
    SignalKind.LEADERSHIP_CHANGE: Cause.NEW_EXECUTIVE,
    SignalKind.POLICY_CHANGE: Cause.REIMBURSEMENT,
    SignalKind.FINANCIAL_STRESS: Cause.BUDGET,
}
_HOLDING_MONEY = frozenset({Cause.FREEZE, Cause.CUT, Cause.MISSED_CYCLE, Cause.PRICE})


def row_of(state: DealState, alignment: Alignment) -> Fact:
    """The facts of one line of the pipeline, as JSON."""
    return {
        "required": [len(alignment.said_yes), len(alignment.required)],
        "champion": _champion(state, alignment),
        "champion_lost": _lost(state),
        "single_threaded": single_threaded(state),
        "vetoes": [_person(person) for person in _vetoes(state, alignment)],
        "money": _person(_money(alignment)),
        "moves": _moves(alignment),
        "due": [[step.due.isoformat(), step.side is Side.US, step.owner] for step in state.open_steps if step.due],
        "gate": _gate(state),
        "first_heard": state.first_heard.isoformat() if state.first_heard else None,
        "terms": {
            "amount": state.terms.amount,
            "quarter": state.terms.quarter,
            "call": state.terms.call.value if state.terms.call else None,
        },
        "lead": [[each.factor.value, each.level, evidence_json(each.evidence)] for each in state.lead],
        "endings": [_ending(state, number) for number in range(len(state.endings))],
        "stalls": _stalls(state.signals),
    }


def _there(alignment: Alignment) -> tuple[Stakeholder, ...]:
    return (*alignment.to_convince, *alignment.aligned, *alignment.unknown)


def _champion(state: DealState, alignment: Alignment) -> Fact | None:
    """The champion, with how many of the four criteria are shown; None for one by title only who takes no side."""
    person = alignment.champion
    if person is None:
        return None
    test = champion_test(state, person.key)
    untested = test.title_only and person.stance is Stance.UNKNOWN
    return {**_said(person), "criteria_met": None if untested else test.shown}


def _lost(state: DealState) -> Fact | None:
    """The champion who left last, where nobody came after."""
    last = next((loss for loss in champion_losses(state) if not loss.left), None)
    return {"name": last.person.label, "evidence": evidence_json(last.told)} if last is not None else None


def _gate(state: DealState) -> Fact | None:
    """The gate that is waited for, and since when."""
    gate = next(iter(state.gates.to_pass), None)
    return {"label": gate.label, "since": gate.since.isoformat()} if gate is not None else None


def _vetoes(state: DealState, alignment: Alignment) -> list[Stakeholder]:
    """Who can stop it and has not said yes, and who holds it up."""
    blocking = {concern.holder_key for concern in state.open_concerns if concern.blocking}
    return [
        person
        for person in (*alignment.to_convince, *alignment.unknown)
        if person.key in blocking or BuyingRole.VETO in person.roles
    ]


def _money(alignment: Alignment) -> Stakeholder | None:
    """Whoever releases the money, or else somebody of finance who was heard."""
    finance = [person for person in _there(alignment) if person.function is Function.FINANCE and person.last_heard]
    return alignment.economic_buyer or next(iter(finance), None)


def _moves(alignment: Alignment) -> list[list[Any]]:
    """Since when each person stands where they do: a yes is a step up, a turn to anything else a step down."""
    ups = [[person.since.isoformat(), 1] for person in alignment.aligned if person.since]
    downs = [[p.since.isoformat(), -1] for p in alignment.to_convince if p.since and p.heard_on[:1] < (p.since,)]
    return sorted([*ups, *downs])


def _person(person: Stakeholder | None) -> Fact | None:
    return _said(person) if person is not None else None


def _said(person: Stakeholder) -> Fact:
    return {
        "name": person.label,
        "stance": person.stance.value,
        "aligned": person.stance.aligned,
        "last_heard": person.last_heard.isoformat() if person.last_heard else None,
        "evidence": evidence_json(person.evidence),
    }


def _ending(state: DealState, number: int) -> Fact:
    ending = state.endings[number]
    return {
        "outcome": ending.outcome.value,
        "on": ending.on.isoformat(),
        "until": ending.until.isoformat() if ending.until else None,
        "cause": ending.cause.value if ending.cause else None,
        "revisit_on": ending.revisit_on.isoformat() if ending.revisit_on else None,
        "evidence": evidence_json(ending.evidence),
    }


def _stalls(signals: Iterable[Signal]) -> list[Fact]:
    """What the notes tell that deals stall over, the latest word of each cause."""
    latest: dict[Cause, Fact] = {}
    for signal in sorted(signals, key=lambda each: (each.evidence.on, each.evidence.note, each.evidence.span.start)):
        cause = _cause(signal)
        if cause is not None:
            latest[cause.root] = {"cause": cause.value, "evidence": evidence_json(signal.evidence)}
    return [latest[root] for root in sorted(latest)]


def _cause(signal: Signal) -> Cause | None:
    """A cause of its kind, as closely as its words say; money approved is no cause."""
    told = cause_in(f"{signal.detail} {signal.evidence.quote}")
    if signal.kind is SignalKind.BUDGET_CHANGE:
        return told if told in _HOLDING_MONEY else None
    general = _STALLING.get(signal.kind)
    return told if general and told and told.root is general.root else general
