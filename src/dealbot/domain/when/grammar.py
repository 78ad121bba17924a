"""All rules together: the longest date phrase at each place of a text."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
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
    years,
)
from dealbot.domain.when.holidays import names
from dealbot.domain.when.scan import Match, Rule, Rules, Scan, Setting, tokens_of
from dealbot.domain.when.words import word_set

_RULES: Final[Rules] = (
    *names.RULES,
    *numeric.RULES,
    *ordinals.RULES,
    *months.RULES,
    *years.RULES,
    *days.RULES,
    *quarters.RULES,
    *offsets.RULES,
    *neighbours.RULES,
    *periods.RULES,
    *seasons.RULES,
    *parts.RULES,
    *abbreviations.RULES,
    *clock.RULES,
)
# Tokens; nothing people write is longer, and what is nested deeper could not be resolved.
_LONGEST_PHRASE: Final = 24
_TAGS: Final = word_set("@ _ $ #")
_ADDRESS_SIGNS: Final = word_set(". @ _")


def _by_opening(rules: Rules) -> Mapping[str, Sequence[Rule]]:
    """The rules that may begin with each word."""
    found = defaultdict(list)
    for rule, openings in rules:
        for word in openings:
            found[word].append(rule)
    return dict(found)


_BY_OPENING: Final = _by_opening(_RULES)


def parse(text: str, setting: Setting) -> Scan:
    """The text with the longest phrase at each token, found from the right."""
    scan = Scan(text, setting, tokens_of(text))
    scan.found.extend([None] * len(scan.tokens))
    for i in range(len(scan.tokens) - 1, -1, -1):
        rules = _BY_OPENING.get(scan.opening(i))
        if rules and not _in_address(scan, i):
            scan.found[i] = _longest(scan, i, rules)
    return scan


def _in_address(scan: Scan, i: int) -> bool:
    """Whether the word is part of a mail or web address ("monday.com", "jan@mercy.org")."""
    joined = scan.low(i + 1) in _ADDRESS_SIGNS and scan.glued(i + 1) and scan.glued(i + 2) and scan.word_follows(i + 2)
    return scan.number(i) is None and (joined or (scan.low(i - 1) in _TAGS and scan.glued(i)))


def _longest(scan: Scan, i: int, rules: Sequence[Rule]) -> Match | None:
    """What the best rule finds, with the year, the weekday or the second date that may follow."""
    best: Match | None = None
    for rule in rules:
        found = _applied(rule, scan, i)
        if found and found.end - i <= _LONGEST_PHRASE and (best is None or found.end > best.end):
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
