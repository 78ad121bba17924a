"""The pilot: what it must show and who agreed to that, how it does, and where it goes on."""

from collections.abc import Iterator
from datetime import date

from dealbot.app.answer import Answer, Deal, each_once
from dealbot.app.answers.pilot_facts import pilot_evidence, pilot_json
from dealbot.app.question import Question
from dealbot.app.wording import cited, counted, day, first_name, fitted, listed, months_in, short_quote
from dealbot.domain.deal import DealState
from dealbot.domain.pilot import (
    Component,
    Criterion,
    ExpansionStep,
    Indicator,
    Level,
    Pilot,
    PilotResult,
    PilotState,
    Sign,
    StepState,
)
from dealbot.domain.readiness import readiness

_GROUPS = {
    Component.CLINICAL: "clinical outcome",
    Component.WORKFLOW: "workflow",
    Component.OPERATIONS: "operations",
    Component.FINANCIAL: "money",
}
SIGNS = {
    Indicator.USING: "Using it",
    Indicator.VALUE: "Finding value",
    Indicator.RECOMMEND: "Would recommend it",
}
_BEST = (Level.NO, Level.MIXED, Level.YES)
# From this month on results are due, and signs no longer stand in for them.
_RESULTS_DUE = 6


def pilot_criteria(question: Question, deal: Deal) -> Answer:
    """Say what the pilot must show, who of theirs agreed, and what is missing."""
    pilot, state = deal.state.pilot, deal.state
    lines = [f"• {criterion_line(criterion, state)}" for criterion in pilot.criteria]
    none = [] if lines else ["What it must show is not told. Ask for a threshold, an owner and who of theirs agrees."]
    head = [course_line(deal), *none]
    return _answer(question, deal, fitted(head, lines, [_warning(pilot), _missing(pilot), _ready(deal)]))


def pilot_indicators(question: Question, deal: Deal) -> Answer:
    """Say how the pilot does: use, value, recommendation, each with its trend, and the expansion."""
    lines = [f"• {_sign(deal, indicator)}" for indicator in Indicator]
    told = course_line(deal, words=deal.state.pilot.state is PilotState.DONE)
    return _answer(question, deal, fitted([told, *lines, _proof(deal), *_claim(deal)], [*expansion(deal)]))


def course_line(deal: Deal, *, words: bool = True) -> str:
    """Where the pilot is, with its words where there is room for them."""
    pilot, as_of = deal.state.pilot, deal.state.as_of
    where = f" ({pilot.place})" if pilot.place else ""
    said = f", {cited(pilot.told, as_of)}" if pilot.told is not None and words else ""
    return (
        f"Pilot at {deal.name}{where}: {course_words(pilot, as_of)}{said}"
        if pilot.told
        else f"No pilot told at {deal.name} yet"
    )


def course_words(pilot: Pilot, as_of: date) -> str:
    """How far the pilot is."""
    match pilot.state:
        case PilotState.RUNNING if pilot.started_on is not None:
            return f"running since {day(pilot.started_on, as_of)}, month {months_in(pilot.started_on, as_of)}"
        case PilotState.RUNNING:
            return "running, since when is not told"
        case PilotState.DONE:
            return "done, they call it a success" + (f' ("{short_quote(pilot.verdict)}")' if pilot.verdict else "")
        case PilotState.PLANNED if pilot.result is PilotResult.FAILED:
            return "did not succeed"
        case PilotState.PLANNED:
            return f"planned for {day(pilot.planned_for, as_of)}" if pilot.planned_for else "planned, no day told"


def expansion(deal: Deal) -> Iterator[str]:
    """Where the pilot goes on, place by place."""
    steps = deal.state.pilot.expansion
    if steps:
        yield f"Goes on to: {listed([step_words(step, deal.state) for step in steps], 4)}"


def _answer(question: Question, deal: Deal, text: str) -> Answer:
    sources = each_once(pilot_evidence(deal.state.pilot))
    return Answer(question.intent, answered=bool(sources), text=text, data=pilot_json(deal), sources=sources)


def criterion_line(criterion: Criterion, state: DealState) -> str:
    """One criterion with its bar, its owner and who agreed."""
    parts = [criterion.name + (f": {criterion.threshold}" if criterion.threshold else "")]
    parts += [f"owner {criterion.owner}"] if criterion.owner else []
    when = f" {day(criterion.agreed_on, state.as_of)}" if criterion.agreed_on else ""
    parts += [f"agreed{when} by {', '.join(criterion.agreed_by)}" if criterion.agreed else "agreed by nobody yet"]
    by = f"{first_name(criterion.evidence.author)}, " if criterion.evidence.author else ""
    return f"{' · '.join(parts)} ({by}{day(criterion.evidence.on, state.as_of)})"


def _warning(pilot: Pilot) -> str:
    """That it runs on criteria that were not agreed when it started."""
    if pilot.state is not PilotState.RUNNING or not pilot.criteria:
        return "Careful: it runs without agreed criteria" if pilot.state is PilotState.RUNNING else ""
    late = [*pilot.unagreed, *pilot.agreed_late]
    total = counted(len(pilot.criteria), "criterion", "criteria")
    return f"Careful: it started with {len(late)} of {total} not agreed by them" if late else ""


def _missing(pilot: Pilot) -> str:
    return f"No criterion yet: {', '.join(_GROUPS[group] for group in pilot.missing)}" if pilot.missing else ""


def _ready(deal: Deal) -> str:
    if deal.state.pilot.state is not PilotState.PLANNED:
        return ""
    words = {True: "yes", False: "no", None: "not known"}
    return f"Ready to start? {', '.join(f'{each.item} {words[each.there]}' for each in readiness(deal.state))}"


def _sign(deal: Deal, indicator: Indicator) -> str:
    told = deal.state.pilot.signs_of(indicator)
    if not told:
        return f"{SIGNS[indicator]}: not told. Ask."
    last = told[-1]
    share = f", {last.share}%" if last.share is not None else ""
    return f"{SIGNS[indicator]}: {last.level}{share}{trend(told)}, {cited(last.evidence, deal.state.as_of)}"


def trend(told: tuple[Sign, ...]) -> str:
    """How the last word on an indicator compares with the one before, as words; nothing for the first."""
    if len(told) == 1:
        return ""
    before, last = told[-2:]
    if before.share is not None and last.share is not None:
        change, was = last.share - before.share, f"{before.share}%"
    else:
        change, was = _BEST.index(last.level) - _BEST.index(before.level), before.level.value
    return f" (up from {was})" if change > 0 else f" (down from {was})" if change < 0 else " (as before)"


def _proof(deal: Deal) -> str:
    pilot = deal.state.pilot
    if not pilot.signs or pilot.state is PilotState.DONE:
        return ""
    month = months_in(pilot.started_on, deal.state.as_of) if pilot.started_on else 0
    due = f"Month {month}: ask for results against the criteria. " if month >= _RESULTS_DUE else ""
    return f"{due}These are leading signs, not proof of outcomes."


def _claim(deal: Deal) -> Iterator[str]:
    claimed = deal.state.pilot.claimed
    if claimed is not None and deal.state.pilot.result is None:
        yield f"We call it a success, {cited(claimed, deal.state.as_of)}; nobody of theirs has said so."


def step_words(step: ExpansionStep, state: DealState) -> str:
    """One place of the expansion."""
    when = f" {_about(step.on, state.as_of)}" if step.on else ""
    match step.state:
        case StepState.LIVE:
            return f"{step.place} (live{' since' if when else ''}{when})"
        case StepState.PLANNED:
            return f"{step.place} (planned{' for' if when else ''}{when})"
        case StepState.BLOCKED:
            return f"{step.place} (blocked{f': {step.blocker}' if step.blocker else ''})"


def _about(on: date, as_of: date) -> str:
    """A day, or the month whose first day stands for it."""
    if on.day > 1:
        return day(on, as_of)
    return f"{on:%b}" if on.year == as_of.year else f"{on:%b %Y}"
