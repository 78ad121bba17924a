"""Promises named in a plain reply: done, dropped, or due on another day."""

from collections.abc import Iterator

from dealbot.app.chat.fixes import lexicon
from dealbot.app.chat.fixes.fix import Basis, CloseStep, MoveStep
from dealbot.app.deed import deed
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
    words = [
        (step, step_words(deed(step.action, basis.on, dated=step.due is not None))) for step in basis.state.open_steps
    ]
    best = max((len(said & told) for _, told in words), default=0)
    named = [(step, told) for step, told in words if best and len(said & told) == best]
    return named[0][0] if len(named) == 1 and best >= _ENOUGH * len(named[0][1]) else None
