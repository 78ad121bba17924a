"""A pilot while it is told: what each note adds to it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from dealbot.domain.deal import Stakeholder
from dealbot.domain.evidence import Evidence
from dealbot.domain.names import fold, may_mean
from dealbot.domain.observation import (
    ConcernStatement,
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
from dealbot.domain.pilots.course import Course, course_in, place_in, result_in
from dealbot.domain.pilots.criteria import agrees, bars_in, component_of, criteria_in, names_bar
from dealbot.domain.pilots.expansion import Step, steps_in
from dealbot.domain.pilots.signs import signs_in
from dealbot.domain.signal import SignalKind
from dealbot.domain.stakeholder import Side
from dealbot.domain.wording import any_of

_OF_IT = any_of(r"pilot\w*|trial\w*|poc|proof of concept|go-?live|bake-?off", before=r"\b")
_THEIRS = any_of("they|she|he|their|board|committee|council|p&t|mec|steering", before=r"\b")


@dataclass(slots=True)
class Draft:
    """A pilot while it is told.

    `notes` are those that tell of it, `running` those of them by which it runs, `agreed` who agrees in which note.
    """

    buyers: Sequence[Stakeholder]
    notes: set[str] = field(default_factory=set)
    running: set[str] = field(default_factory=set)
    agreed: dict[str, list[str]] = field(default_factory=dict)
    course: Pilot = NOT_YET
    criteria: dict[str, Criterion] = field(default_factory=dict)
    signs: list[Sign] = field(default_factory=list)
    steps: dict[str, ExpansionStep] = field(default_factory=dict)
    ready: dict[ReadyItem, Ready] = field(default_factory=dict)

    def foresee(self, observation: Observation) -> None:
        """Take in what all of its note is read by."""
        note, quote = observation.origin.note, observation.item.span.quote
        match observation.item:
            case SignalStatement(kind=SignalKind.PILOT):
                self.notes.add(note)
                course = course_in(quote, observation.origin.said_on)
                if course is not None and course.state is PilotState.RUNNING:
                    self.running.add(note)
            case PersonStatement(side=Side.BUYER) as person if agrees(quote):
                self.agreed.setdefault(note, []).extend(self.called(person.label))
            case _:
                pass

    def take(self, observation: Observation) -> None:
        """Take in the next statement of a note."""
        match observation.item:
            case SignalStatement(kind=SignalKind.PILOT) as told:
                self._tell(told, observation)
            case SignalStatement(kind=SignalKind.EHR, span=span):
                self._block(steps_in(span.quote, observation.origin.said_on), observation.evidence)
            case SignalStatement(kind=SignalKind.GATE, span=span) if self._started:
                self._decide(span.quote, observation)
            case PersonStatement(side=Side.BUYER, span=span):
                self._vouch(span.quote, observation)
                self._overhear(observation)
            case ConcernStatement():
                self._overhear(observation)
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

    @property
    def _started(self) -> bool:
        return self.course.state is not PilotState.PLANNED

    def _tell(self, told: SignalStatement, observation: Observation) -> None:
        """Take in what words of the pilot tell: its criteria, else its results, places or course, and its signs."""
        quote, on, evidence = told.span.quote, observation.origin.said_on, observation.evidence
        if self._require(quote, evidence):
            self._plan(evidence)
            return
        here = fold(place_in(quote) or "")
        steps = [step for step in steps_in(quote, on) if fold(step.place) != here]
        for step in steps:
            self.step(step, evidence)
        result = result_in(quote)
        if result is not None:
            self.end(result, evidence, by_buyer=self._by_buyer(told))
        elif not steps:
            self._run(quote, on, evidence)
        self._hear(observation, of_pilot=True)

    def _run(self, quote: str, on: date, evidence: Evidence) -> None:
        """That it runs or is planned; a pilot that runs and is said to run elsewhere too has gone on there."""
        course, place = course_in(quote, on), place_in(quote)
        if self._started and not (course is not None and course.denied):
            self._go_on(course, place, evidence)
        elif self.course.state is not PilotState.DONE and (course or place or _OF_IT.search(quote)):
            runs = course is not None and course.state is PilotState.RUNNING
            day = course.on if course is not None else None
            self.course = replace(
                self.course,
                state=PilotState.RUNNING if runs else PilotState.PLANNED,
                started_on=day if runs else None,
                planned_for=day if day and not runs else self.course.planned_for,
                place=place or self.course.place,
                result=None if runs else self.course.result,
                told=evidence,
            )

    def _go_on(self, course: Course | None, place: str | None, evidence: Evidence) -> None:
        """A pilot that runs and is said to run in another place too has gone on there."""
        here = self.course.place
        if course is not None and course.state is PilotState.RUNNING and here and place and fold(place) != fold(here):
            self.step(Step(place, StepState.LIVE, course.on), evidence)

    def _plan(self, evidence: Evidence) -> None:
        """That there is a pilot at all."""
        if not self._started:
            self.course = replace(self.course, told=evidence)

    def _decide(self, quote: str, observation: Observation) -> None:
        """A body that decides to go on has read the results."""
        for step in steps_in(quote, observation.origin.said_on):
            self.step(step, observation.evidence)
        if result_in(quote) is PilotResult.SUCCEEDED:
            self.end(PilotResult.SUCCEEDED, observation.evidence, by_buyer=True)

    def _vouch(self, quote: str, observation: Observation) -> None:
        """What one of theirs says of the results of the pilot."""
        result = result_in(quote) if _OF_IT.search(quote) else None
        if result is not None:
            self.end(result, observation.evidence, by_buyer=True)

    def end(self, result: PilotResult, evidence: Evidence, *, by_buyer: bool) -> None:
        """The buyer's word on the results; ours is kept as a claim."""
        if not by_buyer:
            self.course = replace(self.course, claimed=evidence)
        elif result is PilotResult.SUCCEEDED:
            self.course = replace(self.course, state=PilotState.DONE, result=result, told=evidence)
        else:
            self.course = replace(self.course, state=PilotState.PLANNED, started_on=None, result=result, told=evidence)

    def _by_buyer(self, told: SignalStatement) -> bool:
        """Whether the words are theirs: as read, or by whom they name."""
        quote = told.span.quote
        written = {word for person in self.buyers for word in fold(person.name or "").split()}
        named = not written.isdisjoint(fold(quote).split())
        return told.said_by in {SaidBy.HOLDER, SaidBy.OTHER} or named or _THEIRS.search(quote) is not None

    def _require(self, quote: str, evidence: Evidence) -> bool:
        """Take in what the pilot must show; a bare measure is a target only before the pilot runs."""
        agreed = self.agreed.get(evidence.note, [])
        running = self._started or evidence.note in self.running
        shown = criteria_in(quote) or (() if running else bars_in(quote, agreed=bool(agreed)))
        by = [*agreed, *(self._named(quote) if agrees(quote) else [])]
        for text in shown:
            known = self.criteria.get(fold(text))
            if known is None or not known.agreed:
                day = evidence.on if by else None
                who = tuple(dict.fromkeys(by))
                self.criteria[fold(text)] = Criterion(text, None, component_of(text), None, who, day, evidence)
        return bool(shown)

    def _overhear(self, observation: Observation) -> None:
        """What is said of people and worries beside the pilot: its bars before it runs, then its signs."""
        quote, note = observation.item.span.quote, observation.origin.note
        if (
            self._started
            or note not in self.notes
            or not names_bar(quote)
            or not self._require(quote, observation.evidence)
        ):
            self._hear(observation, of_pilot=False)

    def _hear(self, observation: Observation, *, of_pilot: bool) -> None:
        """The signs told by words of the pilot, and by others where it runs."""
        evidence = observation.evidence
        running = self.course.state is PilotState.RUNNING or evidence.note in self.running
        if of_pilot or running:
            told = signs_in(observation.item.span.quote, of_pilot=of_pilot)
            known = {(sign.indicator, sign.evidence.note) for sign in self.signs}
            self.signs += [Sign(*sign, evidence) for sign in told if (sign[0], evidence.note) not in known]

    def _block(self, told: Iterable[Step], evidence: Evidence) -> None:
        """What is said of the EHR holds up a place that is known already."""
        for step in told:
            if step.state is StepState.BLOCKED and fold(step.place) in self.steps:
                self.step(step, evidence)

    def step(self, step: Step, evidence: Evidence) -> None:
        """Take in how one place stands; a day told before is kept."""
        known = self.steps.get(fold(step.place))
        on = step.on or (known.on if known is not None else None)
        place = known.place if known is not None else step.place
        self.steps[fold(place)] = ExpansionStep(place, step.state, on, step.blocker, evidence)

    def called(self, name: str | None) -> list[str]:
        """The one of the buyer's people whom a name may mean, as they are called."""
        meant = [p.label for p in self.buyers if may_mean(fold(name or ""), fold(p.name or ""))]
        return meant if len(meant) == 1 else []

    def _named(self, quote: str) -> list[str]:
        """The buyer's people whose names words have in them."""
        words = set(fold(quote).split())
        return [person.label for person in self.buyers if words & set(fold(person.name or "").split())]
