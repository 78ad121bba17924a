"""Who does what next, ours and theirs, the late ones said to be late."""

from dealbot.app.answer import Answer, Deal, each_once
from dealbot.app.answers.about import narrowed
from dealbot.app.answers.facts import promises
from dealbot.app.deed import deed
from dealbot.app.question import Focus, Question
from dealbot.app.wording import counted, weekday, who
from dealbot.domain.deal import Concern, DealState, NextStep, Stakeholder
from dealbot.domain.plan import is_for
from dealbot.domain.stakeholder import Side
from dealbot.domain.steps import step_words

_MOST_LINES = 6
_MOST_WORDS = 12
_FAR = 10_000
_SAME_THINGS = 2
_SIDES = {Side.US: "We owe", Side.BUYER: "They owe", Side.THIRD_PARTY: "Others owe"}


def next_steps(question: Question, deal: Deal) -> Answer:
    """Say which promises are open, the earliest due first."""
    people = tuple(person for person in deal.state.people if _asked_of(question, person))
    shown = tuple(step for step in deal.state.open_steps if _meant(question, deal, step, people))
    data = promises(shown)
    if not shown:
        return _none(question, deal, people)
    text = "\n".join((f"{counted(len(shown), _kind(question))} open at {deal.name}", *_groups(deal, shown)))
    return Answer(question.intent, answered=True, text=text, data=data, sources=each_once(s.evidence for s in shown))


def _asked_of(question: Question, person: Stakeholder) -> bool:
    return person.key in question.people or (
        not question.people and question.function is not None and person.function is question.function
    )


def _meant(question: Question, deal: Deal, step: NextStep, people: tuple[Stakeholder, ...]) -> bool:
    if question.focus is Focus.LATE and not step.overdue(deal.state.as_of):
        return False
    if question.focus is Focus.OURS and step.side is not Side.US:
        return False
    if question.focus is Focus.THEIRS and step.side is Side.US:
        return False
    return not narrowed(question) or any(is_for(step, person) for person in people)


def step_touches(step: NextStep, state: DealState, concern: Concern) -> bool:
    """Whether a promise works on a concern: it is with its holder, or speaks of the same things."""
    holder = state.person(concern.holder_key)
    if holder is not None and is_for(step, holder):
        return True
    return len(step_words(step.action) & step_words(concern.evidence.quote)) >= _SAME_THINGS


def _kind(question: Question) -> str:
    return "late promise" if question.focus is Focus.LATE else "promise"


def _groups(deal: Deal, shown: tuple[NextStep, ...]) -> list[str]:
    """Each side's promises, those nearest to today, so many that a phone shows them."""
    sides = [(head, [step for step in shown if step.side is side]) for side, head in _SIDES.items()]
    told = [(head, steps) for head, steps in sides if steps]
    most = _MOST_LINES // len(told)
    lines: list[str] = []
    for head, steps in told:
        near = sorted(steps, key=lambda step: _distance(deal, step))[:most]
        more = f" (+{len(steps) - most} more)" if len(steps) > most else ""
        lines += [f"{head}{more}:", *(f"• {step_line(deal, step)}" for step in steps if step in near)]
    return lines


def _distance(deal: Deal, step: NextStep) -> int:
    """Days between a promise's day and today: what is near counts first, undated last."""
    return abs((step.due - deal.state.as_of).days) if step.due else _FAR


def step_line(deal: Deal, step: NextStep) -> str:
    """One promise in one line."""
    owner = f"{step.owner}: " if step.owner else ""
    return f"{owner}{action(step)}{_due(deal, step)}"


def action(step: NextStep) -> str:
    """What is to be done, without the words for its day where the day is told beside."""
    said = step.due_text or ""
    told = step.action.removesuffix(said).rstrip(" ,(") if step.due and said else step.action
    words = deed(told or step.action, step.evidence.on, dated=step.due is not None).split()
    return " ".join(words[:_MOST_WORDS]) + ("…" if len(words) > _MOST_WORDS else "")


def _due(deal: Deal, step: NextStep) -> str:
    as_of = deal.state.as_of
    if step.due is None:
        return f", {step.due_text}" if step.due_text and step.due_text not in step.action else ", no day set"
    late = f", {counted((as_of - step.due).days, 'day')} late" if step.overdue(as_of) else ""
    return f", {weekday(step.due, as_of)}{late}"


def _none(question: Question, deal: Deal, people: tuple[Stakeholder, ...]) -> Answer:
    every = deal.state.open_steps
    kind = {Focus.LATE: "late", Focus.OURS: "open on our side", Focus.THEIRS: "open on their side"}
    what = kind.get(question.focus, "open") if question.focus else "open"
    whom = f" with {' or '.join(who(person) for person in people)}" if people else ""
    if not every:
        text = f"No next step{whom} known at {deal.name}."
        return Answer(question.intent, answered=False, text=text, data=promises(()))
    text = f"Nothing {what}{whom} at {deal.name}. {counted(len(every), 'promise')} open in all."
    return Answer(
        question.intent, answered=True, text=text, data=promises(()), sources=each_once(s.evidence for s in every)
    )
