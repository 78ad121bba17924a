"""The question dealbot asked, and what somebody's answer to it means."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from dealbot.app.chat.fixes.fix import Basis, Fix, MoveStep, SetRight
from dealbot.app.chat.fixes.lexicon import NEGATED
from dealbot.app.follow_up import FollowUp, Wanted
from dealbot.app.patterns import alternatives
from dealbot.app.understand.people import people_in
from dealbot.app.words import words_of
from dealbot.domain.concern import BLOCKING, NOT_BLOCKING
from dealbot.domain.deal import DealState, NextStep
from dealbot.domain.names import fold
from dealbot.domain.title import seats_meant
from dealbot.domain.when import due

NOT_AGAIN_DAYS = 30
MOST_CHOICES = 3
DONT_KNOW = "Don't know"
SAYS_UNKNOWN = re.compile(
    r"^\W*(?:" + alternatives(r"""
        (?:i )?(?:really )?(?:don['\u2019]?t|dont|do not) (?:really )?(?:know|remember|recall)|no (?:idea|clue)
        not sure|dunno|idk|unsure|skip(?: (?:it|that|this))?|pass|can['\u2019]?t (?:say|tell|remember)|no one said
        nobody (?:said|knows)|(?:she|he|they) didn['\u2019]?t say|ask me later|later|unknown|unclear|never mind|nvm
    """) + r")\b",
    re.IGNORECASE,
)  # fmt: skip
YES = re.compile(
    r"^\W*(?:yes|yep|yeah|yup|y|it does|sure|totally|definitely|absolutely|for now|correct|right|100%)\b", re.IGNORECASE
)
NO = re.compile(
    r"^\W*(?:no|nope|nah|n|it doesn['\u2019]?t|not really|not at all|doesn['\u2019]?t|it won['\u2019]?t)\b",
    re.IGNORECASE,
)
SAME, APART = "Same", "Two people"
_THEY = r"(?:(?:it|that|they|those|these)(?:['\u2019]?s|['\u2019]?re| is| are))"
SAYS_SAME = re.compile(
    r"^\W*(?:" + alternatives(r"""
        (?:yes|yep|yeah|yup|y|sure|right|correct|exactly)(?:\W+<they>)?(?:\W+<same>)?
        (?:<they> )?<same>
    """, {"they": _THEY, "same": r"(?:the |one and the )?(?:same|one)(?: (?:person|guy|man|woman|lady))?"}) + r")\W*$",
    re.IGNORECASE,
)  # fmt: skip
SAYS_APART = re.compile(
    r"^\W*(?:" + alternatives(r"""
        (?:no|nope|nah|n)(?:\W+<they>)?(?:\W+<apart>)?
        (?:<they> )?<apart>
    """, {"they": _THEY, "apart": r"(?:two|2|not the same|different|other|somebody else|someone else)(?: \w+){0,2}"})
    + r")\W*$",
    re.IGNORECASE,
)  # fmt: skip
_OF_EVERY_SEAT = frozenset({"chief", "officer"})
_HOLDS = re.compile(
    r"\b(?:blocks?|hold|holds|stops?|hard stop|deal ?breaker|until|won['\u2019]?t sign|no go)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Unknown:
    """The person cannot say: it is not asked again for a while."""


@dataclass(frozen=True, slots=True)
class Apart:
    """The two who may have been one are two: it is never asked again."""


@dataclass(frozen=True, slots=True)
class Noted:
    """The answer is a note of its own, kept in the person's words."""

    text: str


Meant = Fix | Unknown | Apart | Noted | None


def open_to_all(question: FollowUp) -> bool:
    """Whether a question may be asked where everybody reads it: it tells nothing of where people stand."""
    return question.wanted in {Wanted.SAME, Wanted.SEAT, Wanted.WHEN, Wanted.EHR}


def choices(question: FollowUp, state: DealState) -> tuple[str, ...]:
    """Up to three answers to offer by a tap, and that one does not know."""
    offered: tuple[str, ...]
    match question.wanted:
        case Wanted.WHO:
            people = sorted(state.committee, key=lambda person: person.last_heard or date.min, reverse=True)
            offered = tuple(person.label for person in people if person.gone is None)[:MOST_CHOICES]
        case Wanted.SAME:
            offered = (SAME, APART)
        case Wanted.SEAT:
            offered = _seats(question, state)[:MOST_CHOICES]
        case Wanted.BLOCKS:
            offered = ("Yes", "No")
        case Wanted.WHEN:
            offered = ("This Friday", "Next Friday", "End of month")
        case Wanted.EHR:
            offered = ("Epic", "Oracle Health", "Meditech")
        case Wanted.REST:
            offered = ()
    return (*offered, DONT_KNOW)


def meant_by(answer: str, question: FollowUp, basis: Basis) -> Meant:
    """Tell what an answer means; None where it does not answer the question."""
    if SAYS_UNKNOWN.match(answer.replace("\u2019", "'")):
        return Unknown()
    return _MEANT[question.wanted](answer, question, basis)


def _who(answer: str, question: FollowUp, basis: Basis) -> Meant:
    found = people_in(words_of(answer), basis.state.people)
    keys = [someone.keys[0] for someone in found if len(someone.keys) == 1]
    person = basis.state.person(keys[0]) if keys else None
    return SetRight((f"{question.topic}.holder={person.label}",), in_note=True) if person is not None else None


def _same(answer: str, question: FollowUp, _basis: Basis) -> Meant:
    if SAYS_APART.match(answer):
        return Apart()
    return SetRight((f"{question.who}.is={question.other}",), in_note=True) if SAYS_SAME.match(answer) else None


def _seats(question: FollowUp, state: DealState) -> tuple[str, ...]:
    """The seats that the title in question may stand for."""
    asked = next((person for person in state.people if person.label == question.who), None)
    return seats_meant(asked.title or "") if asked is not None else ()


def _seat(answer: str, question: FollowUp, basis: Basis) -> Meant:
    said = set(fold(answer).split()) - _OF_EVERY_SEAT
    seats = _seats(question, basis.state)
    meant = [seat for seat in seats if said & (set(fold(seat).split()) - _OF_EVERY_SEAT)]
    if not meant and YES.match(answer):
        meant = list(seats[:1])
    return SetRight((f"{question.who}.title={meant[0]}",)) if len(meant) == 1 else None


def _blocks(answer: str, question: FollowUp, _basis: Basis) -> Meant:
    if NO.match(answer):
        value = NOT_BLOCKING
    elif YES.match(answer):
        value = BLOCKING
    elif _HOLDS.search(answer):
        value = NOT_BLOCKING if NEGATED.search(answer) else BLOCKING
    else:
        return None
    return SetRight((f"{question.who}.{question.topic}={value}",))


def _when(answer: str, question: FollowUp, basis: Basis) -> Meant:
    when, step = due(answer, basis.on), step_of(question, basis.state)
    return MoveStep(step.key, when.end) if when is not None and step is not None else None


def _noted(answer: str, question: FollowUp, _basis: Basis) -> Meant:
    return Noted(f"EHR: {answer}" if question.wanted is Wanted.EHR else answer)


_MEANT: Mapping[Wanted, Callable[[str, FollowUp, Basis], Meant]] = {
    Wanted.WHO: _who,
    Wanted.SAME: _same,
    Wanted.SEAT: _seat,
    Wanted.BLOCKS: _blocks,
    Wanted.WHEN: _when,
    Wanted.EHR: _noted,
    Wanted.REST: _noted,
}


def step_of(question: FollowUp, state: DealState) -> NextStep | None:
    """The open promise a question is about."""
    named = [step for step in state.open_steps if fold(step.action) == fold(question.action or "")]
    return named[0] if named else None
