"""How a table of holidays is written down: a rule for the year and the names it goes by."""

from collections.abc import Iterable, Mapping
from datetime import date

from dealbot.domain.when.interval import Grain, Interval
from dealbot.domain.when.node import InYear
from dealbot.domain.when.steps import days_on

Table = Mapping[str, InYear]


def named(rows: Iterable[tuple[InYear, str]]) -> dict[str, InYear]:
    """Every name (parted by semicolons, without apostrophes and hyphens) with its rule."""
    return {name.strip(): rule for rule, names in rows for name in names.split(";")}


def days(first: date, count: int = 1) -> Interval:
    """A feast of so many days."""
    return Interval(first, days_on(first, count - 1), Grain.DAY)
