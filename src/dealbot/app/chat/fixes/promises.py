"""Promises named in a plain reply: done, dropped, or due on another day."""

from collections.abc import Iterator

from dealbot.app.chat.fixes import lexicon
from dealbot.app.chat.fixes.fix import Basis, CloseStep, MoveStep
from dealbot.domain.deal import NextStep
from dealbot.domain.next_step import StepStatus
from dealbot.domain.steps import step_words
from dealbot.domain.when import due

_ENOUGH = 0.34


def of_steps(text: str, basis: Basis) -> Iterator[CloseStep | MoveStep]:
    """Tell which open promise the words close or move, if they name one or there is only one."""
    step = _step(text, basis)
    if step is None:
        return
    when = due(text, basis.on)
    if lexicon.DROP.search(text):
        yield CloseStep(step.key, StepStatus.DROPPED)
    elif when is not None and lexicon.LATER.search(text) and when.end > basis.on:
        yield MoveStep(step.key, when.end)
    elif lexicon.DONE.search(text):
        yield CloseStep(step.key, StepStatus.DONE)


def _step(text: str, basis: Basis) -> NextStep | None:
    if not any(pattern.search(text) for pattern in (lexicon.DONE, lexicon.DROP, lexicon.LATER)):
        return None
    said = step_words(text)
    scored = [(len(said & step_words(step.action)), step) for step in basis.state.open_steps]
    best = max((score for score, _ in scored), default=0)
    named = [step for score, step in scored if score == best and score]
    if len(named) == 1 and best >= _ENOUGH * len(step_words(named[0].action)):
        return named[0]
    return None
