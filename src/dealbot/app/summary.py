"""What a summary keeps of a deal for the pipeline: facts with their days, so that today's counts are taken later."""

from collections.abc import Iterable
from typing import Any

from dealbot.app.answer import evidence_json
from dealbot.domain.alignment import Alignment
from dealbot.domain.cause import Cause, cause_in
from dealbot.domain.deal import DealState, Signal, Stakeholder
from dealbot.domain.signal import SignalKind
from dealbot.domain.stakeholder import BuyingRole, Function, Side

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
    yes, of = must_say_yes(alignment)
    return {
        "required": [yes, of],
        "champion": _person(alignment.champion),
        "champion_lost": _lost(alignment),
        "backups": len(_backups(alignment)),
        "vetoes": [_person(person) for person in _vetoes(state, alignment)],
        "money": _person(_money(alignment)),
        "moves": _moves(alignment),
        "due": [[step.due.isoformat(), step.side is Side.US, step.owner] for step in state.open_steps if step.due],
        "gate_on": max((s.evidence.on.isoformat() for s in state.signals if s.kind is SignalKind.GATE), default=None),
        "first_heard": state.first_heard.isoformat() if state.first_heard else None,
        "terms": {
            "amount": state.terms.amount,
            "quarter": state.terms.quarter,
            "call": state.terms.call.value if state.terms.call else None,
        },
        "endings": [_ending(state, number) for number in range(len(state.endings))],
        "stalls": _stalls(state.signals),
    }


def must_say_yes(alignment: Alignment) -> tuple[int, int]:
    """How many of those who must say yes do."""
    yes = len(alignment.aligned)
    return yes, yes + len(alignment.to_convince) + len(alignment.unknown)


def _there(alignment: Alignment) -> tuple[Stakeholder, ...]:
    return (*alignment.to_convince, *alignment.aligned, *alignment.unknown)


def _lost(alignment: Alignment) -> Fact | None:
    """The champion who left, where nobody came after."""
    gone = [person for person in alignment.gone if BuyingRole.CHAMPION in person.roles and person.gone]
    if alignment.champion is not None or not gone:
        return None
    last = max(gone, key=lambda person: (person.gone.on if person.gone else person.evidence.on, person.key))
    return {"name": last.label, "evidence": evidence_json(last.gone or last.evidence)}


def _backups(alignment: Alignment) -> list[Stakeholder]:
    """Others who say yes and sell or sway: who could carry it without the champion."""
    carry = {BuyingRole.CHAMPION, BuyingRole.INFLUENCER}
    return [p for p in alignment.aligned if p is not alignment.champion and not carry.isdisjoint(p.roles)]


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
    if person is None:
        return None
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
