"""The facts of a pilot as data, and the evidence they rest on."""

from collections.abc import Iterator

from dealbot.app.answer import Deal, Json, evidence_json
from dealbot.domain.evidence import Evidence
from dealbot.domain.pilot import Criterion, ExpansionStep, Pilot, Ready, Sign
from dealbot.domain.readiness import readiness


def pilot_json(deal: Deal) -> dict[str, Json]:
    """Everything known of the pilot."""
    pilot = deal.state.pilot
    return {
        "pilot": {
            "state": pilot.state.value,
            "told": pilot.told is not None,
            "started_on": pilot.started_on.isoformat() if pilot.started_on else None,
            "planned_for": pilot.planned_for.isoformat() if pilot.planned_for else None,
            "place": pilot.place,
            "result": pilot.result.value if pilot.result else None,
            "criteria": [_criterion(each) for each in pilot.criteria],
            "missing": [group.value for group in pilot.missing],
            "indicators": [_sign(each) for each in pilot.signs],
            "expansion": [_step(each) for each in pilot.expansion],
            "readiness": [_ready(each) for each in readiness(deal.state)],
        }
    }


def pilot_evidence(pilot: Pilot) -> Iterator[Evidence]:
    """The words that all of it rests on."""
    yield from (each for each in (pilot.told, pilot.claimed) if each is not None)
    yield from (criterion.evidence for criterion in pilot.criteria)
    yield from (sign.evidence for sign in pilot.signs)
    yield from (step.evidence for step in pilot.expansion)


def _criterion(criterion: Criterion) -> Json:
    return {
        "name": criterion.name,
        "threshold": criterion.threshold,
        "group": criterion.component.value if criterion.component else None,
        "owner": criterion.owner,
        "agreed_by": list(criterion.agreed_by),
        "agreed_on": criterion.agreed_on.isoformat() if criterion.agreed_on else None,
        "evidence": evidence_json(criterion.evidence),
    }


def _sign(sign: Sign) -> Json:
    return {
        "indicator": sign.indicator.value,
        "level": sign.level.value,
        "share": sign.share,
        "evidence": evidence_json(sign.evidence),
    }


def _step(step: ExpansionStep) -> Json:
    return {
        "place": step.place,
        "state": step.state.value,
        "on": step.on.isoformat() if step.on else None,
        "blocker": step.blocker,
        "evidence": evidence_json(step.evidence),
    }


def _ready(ready: Ready) -> Json:
    evidence = evidence_json(ready.evidence) if ready.evidence is not None else None
    return {"item": ready.item.value, "there": ready.there, "evidence": evidence}
