"""The pilot of a deal as its notes and what people set by hand add up to."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dealbot.domain.corrected_field import OF_PILOT_OR_ACCOUNT, CorrectedField
from dealbot.domain.deal import Stakeholder
from dealbot.domain.evidence import Evidence
from dealbot.domain.names import fold
from dealbot.domain.observation import Correction, Item, Observation, SignalStatement
from dealbot.domain.pilot import NOT_YET, Criterion, Pilot, PilotResult, PilotState, Ready, Sign
from dealbot.domain.pilots.by_hand import CourseSet, course_set, criterion_set, ready_set, sign_set, step_set
from dealbot.domain.pilots.criteria import component_of
from dealbot.domain.pilots.draft import Draft
from dealbot.domain.pilots.expansion import Step
from dealbot.domain.signal import SignalKind
from dealbot.domain.stakeholder import Side


def pilot_of(counted: Iterable[Observation], people: Sequence[Stakeholder]) -> Pilot:
    """Work out the pilot from observations in replay order; what was told last counts."""
    every = tuple(counted)
    if not any(_tells_of_it(observation.item) for observation in every):
        return NOT_YET
    draft = Draft([person for person in people if person.side is Side.BUYER and person.name])
    for observation in every:
        draft.foresee(observation)
    for observation in every:
        if isinstance(observation.item, Correction):
            _set(draft, observation.item, observation.evidence)
        else:
            draft.take(observation)
    return draft.pilot()


def _tells_of_it(item: Item) -> bool:
    """Whether there is a pilot at all: without one, people and worries tell nothing of it."""
    match item:
        case SignalStatement(kind=kind):
            return kind is SignalKind.PILOT
        case Correction(field=field):
            return field in OF_PILOT_OR_ACCOUNT
        case _:
            return False


def _set(draft: Draft, given: Correction, evidence: Evidence) -> None:
    match given.field:
        case CorrectedField.PILOT:
            _set_course(draft, course_set(given.value), evidence)
        case CorrectedField.CRITERION:
            _set_criterion(draft, given, evidence)
        case CorrectedField.INDICATOR:
            sign = sign_set(given.subject, given.value)
            draft.signs += [Sign(*sign, evidence)] if sign is not None else []
        case CorrectedField.READY:
            ready = ready_set(given.subject, given.value)
            if ready is not None:
                draft.ready[ready[0]] = Ready(*ready, evidence)
        case CorrectedField.EXPANSION:
            _set_step(draft, given, evidence)
        case _:
            pass


def _set_course(draft: Draft, given: CourseSet | None, evidence: Evidence) -> None:
    if given is None:
        return
    match given.state:
        case "succeeded":
            who = draft.called(given.who)
            draft.end(PilotResult.SUCCEEDED, evidence, by_buyer=bool(who))
            draft.course = replace(draft.course, verdict=f"{who[0]}: {given.words}" if who else None)
        case "failed":
            draft.end(PilotResult.FAILED, evidence, by_buyer=True)
        case "running":
            draft.course = replace(
                draft.course,
                state=PilotState.RUNNING,
                started_on=given.on or draft.course.started_on,
                result=None,
                told=evidence,
            )
        case _:
            draft.course = replace(
                draft.course, state=PilotState.PLANNED, started_on=None, planned_for=given.on, told=evidence
            )


def _set_criterion(draft: Draft, given: Correction, evidence: Evidence) -> None:
    parts, name = criterion_set(given.value), given.subject or ""
    if parts is None:
        return
    if parts.dropped:
        draft.criteria.pop(fold(name), None)
        return
    known = draft.criteria.get(fold(name))
    agreed = tuple(label for name in parts.agreed_by for label in draft.called(name))
    before = known or Criterion(name, None, component_of(f"{name} {parts.threshold}"), None, (), None, evidence)
    draft.criteria[fold(name)] = Criterion(
        before.name,
        parts.threshold or before.threshold,
        parts.component or before.component,
        parts.owner or before.owner,
        agreed or before.agreed_by,
        (parts.agreed_on or evidence.on) if agreed else before.agreed_on,
        evidence,
    )


def _set_step(draft: Draft, given: Correction, evidence: Evidence) -> None:
    parts, place = step_set(given.value), given.subject or ""
    if parts is not None and parts.state is None:
        draft.steps.pop(fold(place), None)
    elif parts is not None and parts.state is not None and place:
        draft.step(Step(place, parts.state, parts.on, parts.blocker), evidence)
