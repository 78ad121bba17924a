"""A policy note held against the deals: which it touches, which it may touch, and which not; facts alone decide."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from dealbot.app.policies.notes import Policy
from dealbot.domain.exposure import Exposure
from dealbot.domain.exposures.replay import exposure_on
from dealbot.domain.policy_match import Match, Verdict, match
from dealbot.domain.record import DealRecord, Outcome
from dealbot.domain.today import heard_today
from dealbot.store.books import Books

_OVER = frozenset({Outcome.WON, Outcome.LOST})


@dataclass(frozen=True, slots=True)
class Moment:
    """Which day is asked about, which day it is for the asker, and as known when (None: now)."""

    as_of: date
    today: date
    known_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class DealImpact:
    """What becomes of one deal, and what is known of its account."""

    deal: DealRecord
    exposure: Exposure
    match: Match


@dataclass(frozen=True, slots=True)
class Impact:
    """A note with what it means for each deal on a day, the largest deals first."""

    policy: Policy
    day: date
    deals: tuple[DealImpact, ...]

    def of(self, verdict: Verdict) -> tuple[DealImpact, ...]:
        """The deals with one verdict."""
        return tuple(each for each in self.deals if each.match.verdict is verdict)


def impact_of(policy: Policy, books: Books, moment: Moment, among: Iterable[DealRecord] | None = None) -> Impact:
    """Hold a note against some deals, or every one whose facts may be read and that was not over, paused ones too."""
    if among is None:
        among = (deal for deal in books.facts.all(moment.known_at) if not _over(deal, moment.as_of))
    found = [held_against(policy, deal, exposure_by_facts(books, deal.id, moment), moment.as_of) for deal in among]
    found.sort(key=lambda each: (-(each.deal.amount or 0), each.deal.name.casefold()))
    return Impact(policy, moment.as_of, tuple(found))


def _over(deal: DealRecord, day: date) -> bool:
    """Whether it was won or lost by a day.

    The record tells it, as everybody reads it who may know a deal's facts; what was set to end it is nuance for its
    reasons. So a deal that was opened again counts as open all along.
    """
    return deal.outcome in _OVER and (deal.closed_on is None or deal.closed_on <= day)


def held_against(policy: Policy, deal: DealRecord, exposure: Exposure, day: date) -> DealImpact:
    """Hold a note against what is known of one deal's account by a day."""
    return DealImpact(deal, exposure, match(policy.note, exposure, day))


def exposure_by_facts(books: Books, deal: int, moment: Moment) -> Exposure:
    """What is known of an account from facts alone."""
    told = books.facts.on_account(deal, moment.known_at)
    return exposure_on((heard_today(observation, moment.today) for observation in told), moment.as_of)
