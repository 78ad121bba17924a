"""The status of a deal as the contract's JSON: fixed keys in a fixed order, dates as ISO text."""

from datetime import date

from dealbot.app.answer import Json, evidence_json
from dealbot.app.forecast_shape import forecast_json
from dealbot.domain.alignment import Alignment
from dealbot.domain.deal import Concern, DealState, NextStep, Stakeholder
from dealbot.domain.forecast import Forecast
from dealbot.domain.next_step import StepStatus
from dealbot.domain.required import GATING
from dealbot.domain.stakeholder import BuyingRole, Function


def status(name: str, state: DealState, alignment: Alignment, forecast: Forecast | None = None) -> dict[str, Json]:
    """The whole status of a deal; its forecast is an empty one where none is given."""
    return {
        "deal": name,
        "as_of": state.as_of.isoformat(),
        "phase": state.phase.value if state.phase else None,
        "standing": alignment.standing.value,
        "aligned": [person_json(person) for person in alignment.aligned],
        "to_convince": [person_json(person) for person in alignment.to_convince],
        "unknown": [person_json(person) for person in alignment.unknown],
        "gone": [person_json(person) for person in alignment.gone],
        "missing": [function.value for function in missing(state)],
        "open_concerns": [concern_json(concern) for concern in state.open_concerns],
        "next_steps": [step_json(step) for step in steps_in_order(state)],
        "champion": person_json(alignment.champion) if alignment.champion else None,
        "economic_buyer": person_json(alignment.economic_buyer) if alignment.economic_buyer else None,
        "forecast": forecast_json(forecast),
    }


def missing(state: DealState) -> tuple[Function, ...]:
    """Tell which gating functions nobody still on the committee covers."""
    covered = {person.function for person in state.committee if person.gone is None}
    return tuple(function for function in GATING if function not in covered)


def steps_in_order(state: DealState) -> tuple[NextStep, ...]:
    """Open steps, the earliest due first, then those done or dropped."""
    closed = (step for step in state.steps if step.status is not StepStatus.OPEN)
    return (*state.open_steps, *sorted(closed, key=lambda step: (step.evidence.on, step.action)))


def person_json(person: Stakeholder) -> dict[str, Json]:
    """One person in the shape of the contract."""
    return {
        "name": person.name,
        "title": person.title,
        "function": person.function.value if person.function else None,
        "roles": [role.value for role in BuyingRole if role in person.roles],
        "stance": person.stance.value,
        "since": _iso(person.since),
        "last_heard": _iso(person.last_heard),
        "evidence": evidence_json(person.evidence),
    }


def concern_json(concern: Concern) -> dict[str, Json]:
    """One concern in the shape of the contract."""
    return {
        "holder": concern.holder,
        "topic": concern.topic.value,
        "status": concern.status.value,
        "blocking": concern.blocking,
        "since": concern.since.isoformat(),
        "evidence": evidence_json(concern.evidence),
    }


def step_json(step: NextStep) -> dict[str, Json]:
    """One next step in the shape of the contract."""
    return {
        "action": step.action,
        "owner": step.owner,
        "side": step.side.value,
        "due": _iso(step.due),
        "status": step.status.value,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
