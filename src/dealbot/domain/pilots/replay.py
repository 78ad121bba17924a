"""The pilot of a deal as its notes and what people set by hand add up to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from dealbot.domain.deal import Stakeholder
from dealbot.domain.evidence import Evidence
from dealbot.domain.names import fold, may_mean
from dealbot.domain.observation import (
    ConcernStatement,
    CorrectedField,
    Correction,
    Observation,
    PersonStatement,
    SaidBy,
    SignalStatement,
)
from dealbot.domain.pilot import (
    NOT_YET,
    Criterion,
    ExpansionStep,
    Pilot,
    PilotResult,
    PilotState,
    Ready,
    ReadyItem,
    Sign,
    StepState,
)
from dealbot.domain.pilots.by_hand import CourseSet, course_set, criterion_set, ready_set, sign_set, step_set
from dealbot.domain.pilots.course import course_in, place_in, result_in
from dealbot.domain.pilots.criteria import component_of, criteria_in
from dealbot.domain.pilots.expansion import Step, steps_in
from dealbot.domain.pilots.signs import signs_in
from dealbot.domain.signal import SignalKind
from dealbot.domain.stakeholder import Side


def pilot_of(counted: Iterable[Observation], people: Sequence[Stakeholder]) -> Pilot:
    """Work out the pilot from observations in replay order; what was told last counts."""
    every = tuple(counted)
    draft = _Draft(people, frozenset(o.origin.note for o in every if _tells_pilot(o)))
    for observation in every:
        draft.take(observation)
    return draft.pilot()


def _tells_pilot(observation: Observation) -> bool:
    return isinstance(observation.item, SignalStatement) and observation.item.kind is SignalKind.PILOT


@dataclass(slots=True)
class _Draft:
    """A pilot while it is told; `notes` are those that tell of it."""

    people: Sequence[Stakeholder]
    notes: frozenset[str]
    course: Pilot = NOT_YET
    criteria: dict[str, Criterion] = field(default_factory=dict)
    signs: list[Sign] = field(default_factory=list)
    steps: dict[str, ExpansionStep] = field(default_factory=dict)
    ready: dict[ReadyItem, Ready] = field(default_factory=dict)

    def take(self, observation: Observation) -> None:
        """Take in the next observation."""
        match observation.item:
            case Correction() as given:
                self._set(given, observation.evidence)
            case SignalStatement(kind=SignalKind.PILOT) as told:
                self._tell(told, observation)
            case SignalStatement(kind=SignalKind.EHR, span=span):
                self._block(steps_in(span.quote, observation.origin.said_on), observation.evidence)
            case PersonStatement(side=Side.BUYER) | ConcernStatement():
                self._hear(observation, of_pilot=False)
            case _:
                pass

    def pilot(self) -> Pilot:
        """Put the pilot together."""
        return replace(
            self.course,
            criteria=tuple(self.criteria.values()),
            signs=tuple(self.signs),
            expansion=tuple(self.steps.values()),
            ready=tuple(self.ready.values()),
        )

    def _tell(self, told: SignalStatement, observation: Observation) -> None:
        quote, on, evidence = told.span.quote, observation.origin.said_on, observation.evidence
        self._require(quote, on, evidence)
        steps = steps_in(quote, on)
        for step in steps:
            self._step(step, evidence)
        result = result_in(quote)
        if result is not None:
            self._end(result, evidence, by_buyer=self._by_buyer(told))
        elif not steps:
            self._run(quote, on, evidence)
        self._hear(observation, of_pilot=True)

    def _run(self, quote: str, on: date, evidence: Evidence) -> None:
        """That it runs or is planned; a pilot that runs is not planned again by a wish for another one."""
        course, place = course_in(quote, on), place_in(quote)
        if self.course.state is PilotState.PLANNED:
            self.course = replace(self.course, place=place or self.course.place, told=evidence)
        if course is None or self.course.state is PilotState.DONE:
            return
        if course.state is PilotState.RUNNING:
            started_on = self.course.started_on or course.on
            self.course = replace(self.course, state=course.state, started_on=started_on, result=None, told=evidence)
        elif self.course.state is PilotState.PLANNED:
            self.course = replace(self.course, planned_for=course.on)

    def _end(self, result: PilotResult, evidence: Evidence, *, by_buyer: bool) -> None:
        """The buyer's word on the results; ours is kept as a claim."""
        if not by_buyer:
            self.course = replace(self.course, claimed=evidence)
        elif result is PilotResult.SUCCEEDED:
            self.course = replace(self.course, state=PilotState.DONE, result=result, told=evidence)
        else:
            self.course = replace(self.course, state=PilotState.PLANNED, started_on=None, result=result, told=evidence)

    def _by_buyer(self, told: SignalStatement) -> bool:
        if told.said_by in {SaidBy.HOLDER, SaidBy.OTHER}:
            return True
        written = {word for person in self._buyers() for word in fold(person.name or "").split()}
        return not written.isdisjoint(fold(told.span.quote).split())

    def _require(self, quote: str, on: date, evidence: Evidence) -> None:
        for shown in criteria_in(quote):
            words = set(fold(quote).split())
            agreed = [p.label for p in self._buyers() if shown.agreed and words & set(fold(p.name or "").split())]
            day = on if agreed else None
            known = self.criteria.get(fold(shown.text))
            if known is None or not known.agreed:
                self.criteria[fold(shown.text)] = Criterion(
                    shown.text, None, component_of(shown.text), None, tuple(agreed), day, evidence
                )

    def _hear(self, observation: Observation, *, of_pilot: bool) -> None:
        """The signs told by words of the pilot, and by others where their note is about it or it runs."""
        running = self.course.state is PilotState.RUNNING
        if of_pilot or running or observation.origin.note in self.notes:
            told = signs_in(observation.item.span.quote, of_pilot=of_pilot)
            evidence = observation.evidence
            known = {(sign.indicator, sign.evidence.note) for sign in self.signs}
            new = (Sign(*sign, evidence) for sign in told if (sign[0], evidence.note) not in known)
            self.signs += new

    def _block(self, told: Iterable[Step], evidence: Evidence) -> None:
        """What is said of the EHR holds up a place that is known already."""
        for step in told:
            if step.state is StepState.BLOCKED and fold(step.place) in self.steps:
                self._step(step, evidence)

    def _step(self, step: Step, evidence: Evidence) -> None:
        known = self.steps.get(fold(step.place))
        on = step.on or (known.on if known is not None else None)
        place = known.place if known is not None else step.place
        self.steps[fold(place)] = ExpansionStep(place, step.state, on, step.blocker, evidence)

    def _set(self, given: Correction, evidence: Evidence) -> None:
        match given.field:
            case CorrectedField.PILOT:
                self._set_course(course_set(given.value), evidence)
            case CorrectedField.CRITERION:
                self._set_criterion(given, evidence)
            case CorrectedField.INDICATOR:
                sign = sign_set(given.subject, given.value)
                self.signs += [Sign(*sign, evidence)] if sign is not None else []
            case CorrectedField.READY:
                ready = ready_set(given.subject, given.value)
                if ready is not None:
                    self.ready[ready[0]] = Ready(*ready, evidence)
            case CorrectedField.EXPANSION:
                self._set_step(given, evidence)
            case _:
                pass

    def _set_course(self, given: CourseSet | None, evidence: Evidence) -> None:
        if given is None:
            return
        match given.state:
            case "succeeded":
                self._end(PilotResult.SUCCEEDED, evidence, by_buyer=self._buyer(given.who) is not None)
            case "failed":
                self._end(PilotResult.FAILED, evidence, by_buyer=True)
            case "running":
                self.course = replace(
                    self.course, state=PilotState.RUNNING, started_on=given.on, result=None, told=evidence
                )
            case _:
                self.course = replace(
                    self.course, state=PilotState.PLANNED, started_on=None, planned_for=given.on, told=evidence
                )

    def _set_criterion(self, given: Correction, evidence: Evidence) -> None:
        parts, name = criterion_set(given.value), given.subject or ""
        if parts is None:
            return
        known = self.criteria.pop(fold(name), None)
        if parts.dropped:
            return
        agreed = tuple(who.label for name in parts.agreed_by if (who := self._buyer(name)) is not None)
        before = known or Criterion(name, None, component_of(f"{name} {parts.threshold}"), None, (), None, evidence)
        self.criteria[fold(name)] = Criterion(
            before.name,
            parts.threshold or before.threshold,
            parts.component or before.component,
            parts.owner or before.owner,
            agreed or before.agreed_by,
            (parts.agreed_on or evidence.on) if agreed else before.agreed_on,
            evidence,
        )

    def _set_step(self, given: Correction, evidence: Evidence) -> None:
        parts, place = step_set(given.value), given.subject or ""
        if parts is not None and parts.state is None:
            self.steps.pop(fold(place), None)
        elif parts is not None and parts.state is not None and place:
            self._step(Step(place, parts.state, parts.on, parts.blocker), evidence)

    def _buyers(self) -> Iterable[Stakeholder]:
        return (person for person in self.people if person.side is Side.BUYER and person.name)

    def _buyer(self, name: str | None) -> Stakeholder | None:
        """The one of the buyer's people whom a name may mean."""
        meant = [person for person in self._buyers() if may_mean(fold(name or ""), fold(person.name or ""))]
        return meant[0] if len(meant) == 1 else None
