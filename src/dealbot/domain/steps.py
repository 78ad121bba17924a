"""The promises of a deal, replayed: one step per promise however often it is told, open until done or dropped."""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import chain
from typing import TypeVar

from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.deal import NextStep
from dealbot.domain.identity import Identities
from dealbot.domain.names import fold, may_mean
from dealbot.domain.next_step import StepStatus
from dealbot.domain.observation import Correction, Observation, StepClosed, StepStatement
from dealbot.domain.stakeholder import Side

_Share = TypeVar("_Share", float, tuple[float, int])
_SAME = 0.6
_CLOSES = 0.5
_SAY_LITTLE = (
    "a an the to of for and or with on in at by our their his her its us we i you they them it this that will would be"
    " is are was were has have had up out over back about from then so as if not do did done get got send sent give"
    " gave new more all"
)
_STOP = frozenset(_SAY_LITTLE.split())
_OF_STEPS = frozenset({CorrectedField.STEP, CorrectedField.STEP_DUE, CorrectedField.STEP_OWNER})
_ENDING = re.compile(r"(?<=\w{3})(?:ing|ed|es|s)$")


@dataclass(slots=True, eq=False)
class _Promise:
    """One promise as it stands, with the keys of all its tellings.

    `matter` are its words but for names of people; `named` tells that its owner did not just write the note.
    """

    step: NextStep
    keys: set[str]
    words: frozenset[str]
    matter: frozenset[str]
    named: bool

    def told(self, said: frozenset[str]) -> float:
        """How much of what is to be done some words tell."""
        return len(self.matter & said) / len(self.matter)

    def told_with_names(self, said: frozenset[str]) -> tuple[float, int]:
        """How much of it they tell with whom it names, and how much of whose it is."""
        return len(self.words & said) / len(self.words), len(step_words(self.step.owner or "") & said)


class Promises:
    """The promises of a deal; filled in replay order."""

    def __init__(self, observations: Iterable[Observation], identities: Identities) -> None:
        """Take in all observations counted, given in replay order."""
        self._identities = identities
        self._names = frozenset(_ENDING.sub("", word) for word in identities.words)
        self._made: list[_Promise] = []
        self._about: dict[str, set[int]] = defaultdict(set)
        for observation in observations:
            item = observation.item
            if isinstance(item, StepStatement):
                self._promise(self._told(observation, item))
            elif isinstance(item, StepClosed):
                self._close(item)
            elif isinstance(item, Correction) and item.field in _OF_STEPS:
                self._correct(item)

    def steps(self) -> tuple[NextStep, ...]:
        """Give every step, in the order of their first tellings."""
        return tuple(promise.step for promise in self._made)

    def _told(self, observation: Observation, item: StepStatement) -> _Promise:
        origin = observation.origin
        seed = f"{origin.note}|{item.span.start}|{item.action}|{item.owner}"
        key = hashlib.sha256(seed.encode()).hexdigest()[:8]
        owner = item.owner or (origin.author if item.side is Side.US else None)
        note = origin.note if item.owner else ""
        step = NextStep(
            key=key,
            action=item.action,
            owner=owner,
            side=item.side,
            due=item.due,
            due_text=item.due_text,
            status=StepStatus.OPEN,
            evidence=observation.evidence,
            owner_key=self._identities.key(owner, origin.said_on, note, item.side) if owner else None,
        )
        # The day is told beside: a deed told again with its day in other words is the same deed.
        words = step_words((item.action.replace(item.due_text, " ") if item.due_text else "").strip() or item.action)
        return _Promise(step, {key}, words, words - self._names or words, named=item.owner is not None)

    def _promise(self, new: _Promise) -> None:
        for old in reversed(self._open_about(new.words, _SAME * len(new.words))):
            if _alike(old.words, new.words) and _same_owner(old, new) and not _two_days_of_one_note(old, new):
                old.keys |= new.keys
                old.step = _told_again(old, new)
                old.named = old.named or new.named
                return
        for word in new.words:
            self._about[word].add(len(self._made))
        self._made.append(new)

    def _close(self, item: StepClosed) -> None:
        """The one promise that the words tell of most; of two told of alike neither is closed by guess."""
        said = step_words(item.span.quote)
        touched = [(promise.told(said), promise) for promise in self._open_about(said, 1)]
        told = _most([(share, promise) for share, promise in touched if share >= _CLOSES])
        closed = _most([(promise.told_with_names(said), promise) for promise in told])
        if len(closed) == 1:
            self._set(self._made.index(closed[0]), item.status)

    def _correct(self, item: Correction) -> None:
        """By key; where its note has been read anew and told otherwise, by the words that the person saw."""
        seen = step_words(item.span.quote.partition(": ")[2])
        keyed = [index for index, promise in enumerate(self._made) if item.subject in promise.keys]
        alike = [index for index, promise in enumerate(self._made) if _alike(step_words(promise.step.action), seen)]
        for index in keyed or alike[-1:]:
            promise = self._made[index]
            if item.field is CorrectedField.STEP_DUE:
                promise.step = replace(promise.step, due=date.fromisoformat(item.value), due_text=None)
            elif item.field is CorrectedField.STEP_OWNER:
                promise.step, promise.named = replace(promise.step, owner=item.value, owner_key=None), True
            else:
                self._set(index, StepStatus(item.value))

    def _set(self, index: int, status: StepStatus) -> None:
        promise = self._made[index]
        promise.step = replace(promise.step, status=status)
        for word in promise.words:
            self._about[word].discard(index)
            if status is StepStatus.OPEN:
                self._about[word].add(index)

    def _open_about(self, words: Iterable[str], least: float) -> list[_Promise]:
        """Open promises with so many of these words or more, in the order of their first tellings."""
        both = Counter(chain.from_iterable(self._about.get(word, ()) for word in words))
        return [self._made[index] for index in sorted(index for index, count in both.items() if count >= least)]


@lru_cache(maxsize=8192)
def step_words(text: str) -> frozenset[str]:
    """The content words of an action, cut to their stems, for comparing two tellings of it; all where none is left."""
    words = re.findall(r"[\w&]+", text.casefold())
    stems = frozenset(_ENDING.sub("", word) for word in words if word not in _STOP)
    return stems - _STOP or frozenset(words or [text])


def _two_days_of_one_note(old: _Promise, new: _Promise) -> bool:
    """Whether a note tells of one deed on two days, which is two deeds."""
    days = {old.step.due, new.step.due} - {None}
    return len(days) > 1 and old.step.evidence.note == new.step.evidence.note


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= _SAME * len(one | other)


def _most(shares: Sequence[tuple[_Share, _Promise]]) -> list[_Promise]:
    """Those of which most is told."""
    most = max((share for share, _ in shares), default=None)
    return [promise for share, promise in shares if share == most]


def _same_owner(old: _Promise, new: _Promise) -> bool:
    """Two people named are two promises; "I" and "we" of two notes may be one."""
    if old.step.side is not new.step.side:
        return False
    if not (old.named and new.named) or old.step.owner_key == new.step.owner_key:
        return True
    one, other = fold(old.step.owner or ""), fold(new.step.owner or "")
    return may_mean(one, other) or may_mean(other, one)


def _told_again(old: _Promise, new: _Promise) -> NextStep:
    step, told = old.step, new.step
    if told.due or told.due_text:
        step = replace(step, due=told.due, due_text=told.due_text)
    if step.owner is None or (new.named and not old.named):
        step = replace(step, owner=told.owner, owner_key=told.owner_key)
    return replace(step, evidence=told.evidence)
