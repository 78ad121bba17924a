"""The promises of a deal, replayed: one step per promise however often it is told, open until done or dropped."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dealbot.domain.deal import NextStep
from dealbot.domain.identity import Identities
from dealbot.domain.next_step import StepStatus
from dealbot.domain.observation import CorrectedField, Correction, Observation, StepClosed, StepStatement
from dealbot.domain.stakeholder import Side

_SAME = 0.6
_CLOSES = 0.5
_STOP = frozenset(
    """
    a an the to of for and or with on in at by our their his her its us we i you they them it this that will would
    be is are was were has have had up out over back about from then so as if not do did done get got send sent give
    gave new more all
    """.split()
)


def replay_steps(observations: Sequence[Observation], identities: Identities) -> tuple[NextStep, ...]:
    """Build every step of the deal from observations in replay order."""
    steps: list[NextStep] = []
    for observation in observations:
        item = observation.item
        if isinstance(item, StepStatement):
            _promise(steps, _step(observation, item, identities))
        elif isinstance(item, StepClosed):
            _close(steps, item.span.quote, item.status)
        elif isinstance(item, Correction) and item.field in {CorrectedField.STEP, CorrectedField.STEP_DUE}:
            _correct(steps, item)
    return tuple(steps)


def step_words(text: str) -> frozenset[str]:
    """The content words of an action, cut to their stems, for comparing two tellings of it."""
    words = re.findall(r"[a-z0-9&]+", text.casefold())
    return frozenset(_stem(word) for word in words if word not in _STOP)


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def _step(observation: Observation, item: StepStatement, identities: Identities) -> NextStep:
    origin = observation.origin
    owner = identities.key(item.owner, origin.said_on, origin.note) if item.owner else ""
    seed = f"{origin.note}|{item.span.start}|{item.action}|{owner}"
    return NextStep(
        key=hashlib.sha256(seed.encode()).hexdigest()[:8],
        action=item.action,
        owner=item.owner or (origin.author if item.side is Side.US else None),
        side=item.side,
        due=item.due,
        due_text=item.due_text,
        status=StepStatus.OPEN,
        evidence=observation.evidence,
    )


def _promise(steps: list[NextStep], new: NextStep) -> None:
    for index in reversed(range(len(steps))):
        old = steps[index]
        if old.status is StepStatus.OPEN and old.side is new.side and _alike(old.action, new.action):
            due = (new.due, new.due_text) if new.due or new.due_text else (old.due, old.due_text)
            owner = new.owner or old.owner
            steps[index] = replace(old, due=due[0], due_text=due[1], owner=owner, evidence=new.evidence)
            return
    steps.append(new)


def _alike(one: str, other: str) -> bool:
    a, b = step_words(one), step_words(other)
    return bool(a and b) and len(a & b) / len(a | b) >= _SAME


def _close(steps: list[NextStep], words: str, status: StepStatus) -> None:
    said = step_words(words)
    best, cover = None, 0.0
    for index, step in enumerate(steps):
        action = step_words(step.action)
        share = len(action & said) / len(action) if action and step.status is StepStatus.OPEN else 0.0
        if share > cover:
            best, cover = index, share
    if best is not None and cover >= _CLOSES:
        steps[best] = replace(steps[best], status=status)


def _correct(steps: list[NextStep], item: Correction) -> None:
    for index, step in enumerate(steps):
        if step.key == item.subject:
            moved = item.field is CorrectedField.STEP_DUE
            steps[index] = (
                replace(step, due=date.fromisoformat(item.value), due_text=None)
                if moved
                else replace(step, status=StepStatus(item.value))
            )
