"""How an account is: its money, growth, closures, news and priorities, each as told on a day; old news goes stale."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.evidence import Evidence
from dealbot.domain.force import Force, force
from dealbot.domain.observation import Correction, Observation, SignalStatement
from dealbot.domain.signal import SignalKind

# A year-old margin is of another fiscal year.
STALE_AFTER = timedelta(days=365)


class HealthTopic(StrEnum):
    """What is known of an account's health."""

    MARGIN = "margin"
    DEBT = "debt"
    DAYS_CASH = "days_cash"
    GROWTH = "growth"
    CLOSURES = "closures"
    NEWS = "news"
    PRIORITY = "priority"
    MARKET_SHARE = "market_share"

    @property
    def listed(self) -> bool:
        """Whether several hold beside each other; of the others the latest counts."""
        return self in {HealthTopic.CLOSURES, HealthTopic.NEWS, HealthTopic.PRIORITY}


class Direction(StrEnum):
    """Where a fact points: money is tight or the house shrinks; or it grows."""

    STRAINED = "strained"
    GROWING = "growing"


@dataclass(frozen=True, slots=True)
class HealthFact:
    """One fact as told; `on` is the day it is of, which for a figure may be before the day it was said."""

    topic: HealthTopic
    text: str
    on: date
    evidence: Evidence

    def stale(self, as_of: date) -> bool:
        """Whether it is too old to judge by."""
        return as_of - self.on > STALE_AFTER

    @property
    def direction(self) -> Direction | None:
        """Where its words point; what is denied, feared or supposed points nowhere."""
        for direction, words in _DIRECTIONS:
            found = words.search(self.text)
            if found is not None:
                return direction if force(self.text, found.start()) in {Force.FACT, Force.PLAN} else None
        return None


_KINDS = frozenset({SignalKind.FINANCIAL_STRESS, SignalKind.ORG_CHANGE, SignalKind.BUDGET_CHANGE})
_LAID_OFF = r"lay(?:ing)?[- ]?offs?|laid off|shrink|divest|job cuts|cut(?:s|ting)? (?:staff|jobs)"
_CLOSED = r"\bclos(?:e[sd]?|ing|ures?)\b|shut(?:s|ting)?\b|shutter"
_GROWS = r"\bgrow|expan|acqui|new (?:hospital|clinic|tower|campus|wing)|open(?:s|ed|ing) (?:a|an|two|three|\d)|\bmerg"
_LOSES = r"loss|\blos(?:t|es|ing)\b|in the red|negative|-\s?\d|deficit|downgrad|covenant|trouble|strain|bankrupt"
_MARGIN = (
    r"\bmargins?\b|operating (?:loss|losses|income|deficit)|in the (?:red|black)|los(?:t|es|ing) money"
    r"|break(?:ing|s)?[- ]even|\bdeficit|\bprofit"
)
_TOPICS: tuple[tuple[HealthTopic, re.Pattern[str]], ...] = tuple(
    (topic, re.compile(words, re.IGNORECASE))
    for topic, words in (
        (HealthTopic.DAYS_CASH, r"days(?: of)? cash|cash on hand|liquidity"),
        (HealthTopic.DEBT, r"\bdebts?\b|\bbonds?\b|covenant|downgrad|credit rating|borrow|leverage"),
        (HealthTopic.MARGIN, _MARGIN),
        (HealthTopic.CLOSURES, _CLOSED),
        (HealthTopic.GROWTH, rf"{_GROWS}|{_LAID_OFF}|affiliat"),
    )
)
_DIRECTIONS: tuple[tuple[Direction, re.Pattern[str]], ...] = tuple(
    (direction, re.compile(words, re.IGNORECASE))
    for direction, words in (
        (Direction.STRAINED, rf"{_LOSES}|{_CLOSED}|{_LAID_OFF}|freez|frozen|\bcuts?\b"),
        (Direction.GROWING, rf"{_GROWS}|gain|in the black|positive|profit|surplus"),
    )
)
_DATED = re.compile(r"^(?P<text>.*\S)\s+(?P<on>\d{4}-\d{2}-\d{2})$", re.DOTALL)


def dated(value: str) -> tuple[str, date | None]:
    """Split what is set by hand: the fact, and at its end the day it is of; raises ValueError for no such day."""
    found = _DATED.match(value)
    return (found["text"], date.fromisoformat(found["on"])) if found else (value, None)


def health(counted: Iterable[Observation]) -> tuple[HealthFact, ...]:
    """Replay what is known of the account, in the order of the topics, the latest first in each."""
    facts = [fact for observation in counted if (fact := _fact(observation)) is not None]
    latest = sorted(enumerate(facts), key=lambda each: (each[1].on, each[0]), reverse=True)
    return tuple(fact for topic in HealthTopic for fact in _of(topic, [fact for _, fact in latest]))


def _of(topic: HealthTopic, latest: list[HealthFact]) -> list[HealthFact]:
    found = [fact for fact in latest if fact.topic is topic]
    return found if topic.listed else found[:1]


def _fact(observation: Observation) -> HealthFact | None:
    match observation.item:
        case Correction(field=CorrectedField.HEALTH, subject=subject, value=value):
            evidence = observation.evidence
            text, on = dated(value)
            return HealthFact(HealthTopic(subject or ""), text, on or evidence.on, evidence)
        case SignalStatement(kind=kind, detail=detail) if kind in _KINDS:
            evidence = observation.evidence
            return HealthFact(_topic(f"{detail} {evidence.quote}"), evidence.quote, evidence.on, evidence)
        case _:
            return None


def _topic(words: str) -> HealthTopic:
    return next((topic for topic, pattern in _TOPICS if pattern.search(words)), HealthTopic.NEWS)
