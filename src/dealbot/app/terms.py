"""What is set about a deal by hand: money, how it ends or rests, account, worth as a lead; read, kept."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from dealbot.domain.cause import cause_in
from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.deal import DealState
from dealbot.domain.ending import Told, told_in
from dealbot.domain.exposure import ExposureKey
from dealbot.domain.exposures.by_hand import given as exposure_given
from dealbot.domain.exposures.by_hand import written as exposure_written
from dealbot.domain.health import HealthTopic, dated
from dealbot.domain.lead import BEST, LeadFactor, level_in
from dealbot.domain.record import Call, DealRecord, Outcome
from dealbot.errors import BadInput
from dealbot.store.books import Books

_AMOUNT = re.compile(r"\$?\s*(?P<number>\d+(?:\.\d+)?)\s*(?P<scale>[km]?)", re.ASCII | re.IGNORECASE)
_SCALES = {"": 1, "k": 1_000, "m": 1_000_000}
_MOST = 1e12
_QUARTER = re.compile(r"2\d{3}-Q[1-4]", re.ASCII)
_CAUSE_NEEDED = (
    "Say why: champion lost, org change, budget or reimbursement, or more closely such as budget freeze, CMS."
)


def amount(value: str) -> int:
    """Read dollars such as 2400000, $350k or 2.4M; raises ValueError."""
    found = _AMOUNT.fullmatch(value.replace(",", "").replace("_", "").strip())
    dollars = float(found["number"]) * _SCALES[found["scale"].casefold()] if found else _MOST
    if dollars >= _MOST:
        raise ValueError
    return round(dollars)


def quarter(value: str) -> str:
    """Read a quarter such as 2027-Q2; raises ValueError."""
    if not _QUARTER.fullmatch(value.upper()):
        raise ValueError
    return value.upper()


def call(value: str) -> Call:
    """Read the account executive's call; raises ValueError."""
    return Call(value.strip().casefold().replace(" ", "_"))


HINTS = {
    CorrectedField.AMOUNT: "write dollars, such as 2400000 or 2.4M",
    CorrectedField.QUARTER: "write it as 2027-Q2",
    CorrectedField.CALL: f"it is one of {', '.join(Call)}",
}
_READERS: Mapping[CorrectedField, Callable[[str], str]] = {
    CorrectedField.AMOUNT: lambda value: str(amount(value)),
    CorrectedField.QUARTER: quarter,
    CorrectedField.CALL: lambda value: call(value).value,
}


def written(field: CorrectedField, value: str, subject: str) -> str:
    """The one form of a value that is set about the deal itself; raises BadInput with what is allowed."""
    if field is CorrectedField.HEALTH:
        return _health(value, subject)
    if field is CorrectedField.EXPOSURE:
        return _exposure(value, subject)
    if field is CorrectedField.LEAD:
        return _lead(value, subject)
    try:
        return str(told_in(value)) if field is CorrectedField.OUTCOME else _READERS[field](value)
    except ValueError as error:
        raise BadInput(f"'{value}' is no {field}: {HINTS[field]}." if field in HINTS else str(error)) from error


def ending(outcome: str, cause: str | None, revisit_on: date | None = None) -> str:
    """What ends or rests a deal, as `outcome=` takes it; a deal lost or paused needs a cause; raises BadInput."""
    if outcome not in tuple(Outcome):
        raise BadInput(f"A deal is closed as {', '.join(Outcome)}, not '{outcome}'.")
    found = cause_in(cause) if cause is not None else None
    if cause is not None and found is None:
        raise BadInput(f"'{cause}' is no cause I know. {_CAUSE_NEEDED}")
    if found is None and outcome != Outcome.WON:
        raise BadInput(f"{_CAUSE_NEEDED[:-1]} (--cause).")
    return str(Told(Outcome(outcome), found, revisit_on))


def in_step_with(books: Books, deal: DealRecord, before: DealState, after: DealState) -> None:
    """Keep what is set about a deal in its row, where it changed."""
    changed: dict[str, Any] = {}
    old, new = before.terms, after.terms
    if old.amount != new.amount:
        changed["amount"] = new.amount
    if old.quarter != new.quarter:
        changed["quarter"] = new.quarter
    if old.call != new.call:
        changed["call"] = new.call
    ends = after.ending
    if before.ending != ends:
        changed["outcome"] = ends.outcome if ends else None
        changed["closed_on"] = ends.on if ends else None
        changed["cause"] = ends.cause.value if ends and ends.cause else None
    if changed:
        books.deals.change(deal.id, **changed)


def _exposure(value: str, subject: str) -> str:
    if subject not in tuple(ExposureKey):
        raise BadInput(
            f"'{subject or 'exposure'}' is no part of the exposure: write it as \"medicare_ffs.exposure=45\"; "
            f"there are {', '.join(ExposureKey)}."
        )
    key = ExposureKey(subject)
    try:
        return exposure_written(key, exposure_given(key, value))
    except ValueError as error:
        raise BadInput(f"{error}.") from error


def _lead(value: str, subject: str) -> str:
    if subject not in tuple(LeadFactor):
        raise BadInput(f'Which part of the lead? Write it as "budget.lead=3": {", ".join(LeadFactor)}.')
    try:
        level_in(value.casefold())
    except ValueError as error:
        raise BadInput(
            f"'{value}' is no {subject.replace('_', ' ')} of a lead: 0 (against it) to {BEST} (the best), or unknown."
        ) from error
    return value.casefold()


def _health(value: str, subject: str) -> str:
    if subject not in tuple(HealthTopic):
        raise BadInput(
            f'Which part of the account\'s health? Write it as "margin.health=...": {", ".join(HealthTopic)}.'
        )
    try:
        dated(value)
    except ValueError as error:
        raise BadInput(f"'{value}' ends in no day: write it as \"-2.1% operating margin 2026-06-30\".") from error
    return value
