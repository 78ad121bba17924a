"""Leads in words: what is known of them, and what counts how much."""

from datetime import date

from dealbot.app.wording import day, first_name
from dealbot.domain.lead import BEST, UNKNOWN, Criteria, LeadFactor, Weights, level_in

_TIMES = {2: "double", 3: "triple"}


def factor_words(factor: LeadFactor) -> str:
    """A factor, as people say it."""
    return factor.value.replace("_", " ")


def rated_line(factor: str, value: str) -> str:
    """A factor as it was set: "Lead, budget: 3 of 4"."""
    level = level_in(value)
    return f"Lead, {factor_words(LeadFactor(factor))}: " + (f"{level} of {BEST}" if level is not None else UNKNOWN)


def counting(weights: Weights) -> str:
    """What counts otherwise than the rest: "timeline counts double"; all weights where no such words fit."""
    usual = weights.usual()
    unlike = [factor for factor in LeadFactor if weights.of(factor) != usual]
    if not unlike:
        return "all four count the same"
    told = [_counts(weights.of(factor), usual) for factor in unlike]
    if not all(told):
        return ", ".join(f"{factor_words(factor)} {weights.of(factor)}" for factor in LeadFactor)
    return ", ".join(f"{factor_words(factor)} {how}" for factor, how in zip(unlike, told, strict=True))


def _counts(weight: int, usual: int) -> str:
    """How much a factor counts against the usual; empty where it is no whole part of it."""
    if weight == 0:
        return "does not count"
    if weight * 2 == usual:
        return "counts half"
    times, left = divmod(weight, usual)
    return "" if left or not times else f"counts {_TIMES.get(times, f'{times} times')}"


def criteria_line(criteria: Criteria, today: date) -> str:
    """A version in a line: "Criteria v2 of 12 Nov: timeline counts double (Ana)"."""
    if criteria.on is None:
        return f"Criteria v{criteria.version}, as shipped: {counting(criteria.weights)}"
    told = f"Criteria v{criteria.version} of {day(criteria.on, today)}: {counting(criteria.weights)}"
    return f"{told} ({first_name(criteria.by)})"
