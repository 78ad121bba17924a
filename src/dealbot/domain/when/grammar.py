"""All rules together: the longest date phrase at each place of a text."""

from typing import Final

from dealbot.domain.when import (
    abbreviations,
    clock,
    days,
    months,
    neighbours,
    numeric,
    offsets,
    ordinals,
    parts,
    periods,
    quarters,
    ranges,
    seasons,
    words,
    years,
)
from dealbot.domain.when.holidays import names
from dealbot.domain.when.scan import Match, Rule, Scan, Setting, tokens_of

# Of two phrases of one length the first rule's counts.
_RULES: Final[tuple[Rule, ...]] = (
    days.named_day,
    names.holiday,
    numeric.numeric,
    ordinals.nth_of,
    ordinals.day_of_month,
    months.month_day,
    months.day_month,
    months.month,
    years.bare_year,
    days.weekday,
    quarters.quarter,
    days.the_nth,
    offsets.inside,
    offsets.distance,
    neighbours.counted_weekdays,
    neighbours.neighbour,
    neighbours.week_of,
    periods.relative,
    periods.upcoming,
    periods.rest_of,
    seasons.weekend,
    seasons.season,
    parts.part,
    parts.earlier,
    parts.unit_end,
    abbreviations.short_form,
    abbreviations.compound,
    clock.timed,
    clock.today_by,
)
# No rule begins with any other word; most words of a text need not be looked at.
_STARTERS: Final = frozenset().union(
    *(words.WEEKDAYS, words.MONTHS, words.UNITS, words.NUMBERS, words.TENS, words.ORDINALS),
    *(words.TODAY, words.TOMORROW, words.THIS, words.NEXT, words.LAST, seasons.SEASONS, seasons.WEEKENDS),
    *(names.FIRST_WORDS, abbreviations.SHORT_FORMS, abbreviations.COMPOUNDS),
    words.word_set(
        """yesterday a an another couple few in within inside w earlier rest remainder balance all whole entire early
        mid late later end beginning start middle close tail latter front back q h cq fy fiscal financial calendar
        final noon midday midnight"""
    ),
)


def parse(text: str, setting: Setting) -> Scan:
    """The text with the longest phrase at each token, found from the right."""
    scan = Scan(text, setting, tokens_of(text))
    scan.found.extend([None] * len(scan.tokens))
    for i in range(len(scan.tokens) - 1, -1, -1):
        if scan.number(i) is not None or scan.low(i) in _STARTERS:
            scan.found[i] = _longest(scan, i)
    return scan


def _longest(scan: Scan, i: int) -> Match | None:
    """What the best rule finds, with the year, the weekday or the second date that may follow."""
    best: Match | None = None
    for rule in _RULES:
        found = _applied(rule, scan, i)
        if found and (best is None or found.end > best.end):
            best = found
    return _extended(scan, i, best) if best else None


def _applied(rule: Rule, scan: Scan, i: int) -> Match | None:
    """Dates beyond the calendar ("in 9999 years") are none."""
    try:
        return rule(scan, i)
    except (ValueError, OverflowError):
        return None


def _extended(scan: Scan, i: int, found: Match) -> Match | None:
    try:
        found = years.with_year(scan, found)
        return days.in_week(scan, found) or ranges.stretch(scan, i, found) or found
    except (ValueError, OverflowError):
        return None
