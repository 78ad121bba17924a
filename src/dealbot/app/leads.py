"""Leads ranked by their score, and the criteria they are scored by: read, and set by managers and admins."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from dealbot.app.desk import Desk
from dealbot.app.manage_deals import list_deals
from dealbot.app.pipeline.rows import evidence_of
from dealbot.app.state import shared_state
from dealbot.domain.lead import (
    MOST_WEIGHT,
    Criteria,
    LeadFactor,
    LeadScore,
    Rated,
    criteria_on,
    days_unseen,
    score,
    weighed,
)
from dealbot.domain.principal import Principal, Role
from dealbot.errors import BadInput, NotAllowed
from dealbot.store.books import Books

WHY_NEEDED = "Say why the criteria change: it is kept with them"
_FACTORS = ", ".join(LeadFactor)


@dataclass(frozen=True, slots=True)
class Lead:
    """An open deal with what is known of it as a lead, and its score."""

    deal: str
    rated: tuple[Rated, ...]
    score: LeadScore


@dataclass(frozen=True, slots=True)
class Ranking:
    """The leads on a day, the most that is sure first, and the criteria they are scored by."""

    leads: tuple[Lead, ...]
    criteria: Criteria
    day: date

    @property
    def unseen(self) -> int | None:
        """For how many days nobody looked at the criteria, where that is too long."""
        return days_unseen(self.criteria, (each.evidence.on for lead in self.leads for each in lead.rated), self.day)


def leads_today(desk: Desk, principal: Principal) -> Ranking:
    """Rank the open deals that the principal may see, from their summaries."""
    found = {
        deal.name: _rated(summary.get("lead", ()))
        for deal, summary in list_deals(desk, principal)
        if deal.outcome is None
    }
    with desk.reading(principal) as books:
        return _ranking(found, books.lead_criteria.all()[-1], desk.today())


def leads_as_of(books: Books, today: date, as_of: date | None, known_at: datetime | None) -> Ranking:
    """Rank the deals that were open on a day, by what was set by then, with the criteria of then."""
    day = as_of or today
    states = {deal.name: shared_state(books, deal.id, today, day, known_at) for deal in books.deals.all()}
    found = {name: state.lead for name, state in states.items() if state.ending is None}
    versions = books.lead_criteria.all(known_at)
    return _ranking(found, criteria_on(versions, day) if as_of is not None else versions[-1], day)


def set_criteria(desk: Desk, principal: Principal, changes: Mapping[LeadFactor, int], why: str) -> Criteria:
    """Let factors count otherwise from now on; without changes the criteria were looked at and stay as they are.

    Raises NotAllowed for others than managers and admins, BadInput for no reason or a weight that cannot be.
    """
    if not {Role.MANAGER, Role.ADMIN} & principal.roles:
        raise NotAllowed("Only a manager or an admin may change the lead criteria: ask one to do it.")
    if not why.strip():
        raise BadInput(f"{WHY_NEEDED}.")
    with desk.writing(principal) as books:
        try:
            weights = weighed(books.lead_criteria.all()[-1].weights, changes)
        except ValueError as error:
            raise BadInput(f"Each of {_FACTORS} counts 0 to {MOST_WEIGHT}, and one of them at least 1.") from error
        kept = books.lead_criteria.add(weights, " ".join(why.split()), desk.today(), desk.now())
        desk.then(books, kept)
        return kept


def weights_of(pairs: Sequence[str]) -> dict[LeadFactor, int]:
    """Read FACTOR=WEIGHT pairs; raises BadInput."""
    return dict(_weight(pair) for pair in pairs)


def _weight(pair: str) -> tuple[LeadFactor, int]:
    key, _, value = pair.partition("=")
    factor = key.strip().casefold().replace(" ", "_")
    if factor not in tuple(LeadFactor) or not (value.strip().isascii() and value.strip().isdigit()):
        raise BadInput(f"'{pair}' is no weight: use {_FACTORS}, each as budget=2, from 0 to {MOST_WEIGHT}.")
    return LeadFactor(factor), int(value)


def _ranking(found: Mapping[str, tuple[Rated, ...]], criteria: Criteria, day: date) -> Ranking:
    leads = [Lead(name, rated, score(rated, criteria.weights)) for name, rated in found.items()]
    ranked = sorted(leads, key=lambda lead: (-lead.score.low, -lead.score.high, lead.deal.casefold()))
    return Ranking(tuple(ranked), criteria, day)


def _rated(told: Iterable[tuple[str, int, Mapping[str, Any]]]) -> tuple[Rated, ...]:
    return tuple(Rated(LeadFactor(factor), level, evidence_of(evidence)) for factor, level, evidence in told)
