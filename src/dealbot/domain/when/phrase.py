"""From phrases to dates: every date a text names, with the words that lead up to it."""

from dataclasses import dataclass, replace
from typing import Final

from dealbot.domain.when import clock, grammar, interval, tense
from dealbot.domain.when.interval import Grain, Interval
from dealbot.domain.when.node import Node, ahead, behind
from dealbot.domain.when.scan import Match, Scan
from dealbot.domain.when.steps import days_on
from dealbot.domain.when.value import When
from dealbot.domain.when.words import word_set

_LEADS: Final = word_set(
    """by before until till til on in within during over around about at the for starting from since after through
    thru sometime due between @ ~ approximately roughly latest"""
)
_LONG_LEADS: Final = (("no", "later", "than"), ("not", "later", "than"), ("on", "or", "before"), ("as", "of"))
# The first belongs to the verb: "send it over by Friday", "check in on Monday".
_PARTICLES: Final = word_set("over on in through around")
_AFTER_PARTICLES: Final = word_set("by before until till on in for at")
_NEVER_PAST: Final = word_set("by before until till til due within than for to through")
# Phrases that begin so stand for themselves and describe no noun after them.
_ADVERBIAL: Final = word_set(
    """today tomorrow tonight tonite yesterday this next in within a an early mid late later end eod eow eom eoq eoy
    first last coming"""
)
_HELD: Final = word_set(
    """agenda appointment board briefing call calls committee conference deadline demo demos dinner event hearing huddle
    incident kickoff kick lunch meeting meetings notes onsite qbr release review reviews session sessions slot standup
    sync training visit webinar workshop"""
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A date as found: its leading words, its tokens, and whether it only describes a noun ("the Q2 numbers")."""

    when: When
    leads: tuple[str, ...]
    first: int
    end: int
    describing: bool


def phrases(scan: Scan, *, past: bool = False) -> tuple[Phrase, ...]:
    """All date phrases from left to right, none overlapping; with `past` all are read as of something over."""
    found: list[Phrase] = []
    i = 0
    while i < len(scan.tokens):
        previous = found[-1] if found else None
        match = _match(scan, i, previous)
        phrase = _phrase(scan, i, match, previous.end if previous else 0, past=past) if match else None
        if phrase:
            found.append(phrase)
        i = phrase.end if phrase else i + 1
    return tuple(found)


def _match(scan: Scan, i: int, previous: Phrase | None) -> Match | None:
    """What stands here; "the following Monday" follows the date named before it."""
    match = scan.at(i)
    if not match or not previous or not any(scan.low(k) == "following" for k in range(i, match.end)):
        return match
    words = scan.text[scan.tokens[i].start : scan.tokens[match.end - 1].end]
    again = grammar.parse(words, replace(scan.setting, on=previous.when.end)).at(0)
    return replace(match, node=again.node) if again and again.end == match.end - i else match


def _phrase(scan: Scan, i: int, match: Match, floor: int, *, past: bool) -> Phrase | None:
    first = _first_lead(scan, i, floor)
    leads = tuple(scan.low(k) for k in range(first, i))
    over = past or "since" in leads or (not _NEVER_PAST & set(leads) and tense.is_past(scan, first, match.end))
    settled = _settled(scan, match.node, leads, over=over)
    if settled is None or settled.start > settled.end:
        return None
    end = clock.past_time(scan, match.end)
    is_over = settled.end < scan.on or (over and settled.start <= scan.on)
    span = (scan.tokens[first].start, scan.tokens[end - 1].end)
    when = When(settled.start, settled.end, settled.grain, span, scan.text[slice(*span)], is_over)
    return Phrase(when, leads, first, end, _describes(scan, i, first, end, settled.grain))


def _first_lead(scan: Scan, i: int, floor: int) -> int:
    """The first of the words that lead up to a date, none of them before `floor`."""
    while i > floor:
        long = next((lead for lead in _LONG_LEADS if i - len(lead) >= floor and _stands_before(scan, i, lead)), None)
        if long is None and scan.low(i - 1) not in _LEADS:
            break
        i -= len(long) if long else 1
    return i + (scan.low(i) in _PARTICLES and scan.low(i + 1) in _AFTER_PARTICLES)


def _stands_before(scan: Scan, i: int, lead: tuple[str, ...]) -> bool:
    return all(scan.low(i - len(lead) + k) == word for k, word in enumerate(lead))


def _settled(scan: Scan, node: Node, leads: tuple[str, ...], *, over: bool) -> Interval | None:
    """The stretch meant; before a longer stretch ("before March") is up to the day it begins."""
    try:
        found = behind(node, scan.on) if over else ahead(node, scan.on)
        return _up_to(scan, found) if found and "before" in leads else found
    except (ValueError, OverflowError):
        return None


def _up_to(scan: Scan, found: Interval) -> Interval:
    if found.start == found.end or found.start <= scan.on:
        return found
    last = days_on(found.start, -1)
    friday = interval.week(last).end
    return interval.day(friday if found.grain is Grain.WEEK and friday >= scan.on else last)


def _describes(scan: Scan, i: int, first: int, end: int, grain: Grain) -> bool:
    """Whether a noun follows that the date belongs to: "the Q2 numbers", "Tuesday's call"."""
    if scan.possessive(end - 1):
        return True
    if not scan.noun_follows(end) or scan.low(i) in _ADVERBIAL:
        return False
    if any(scan.low(k) == "the" for k in range(first, i)):
        return True
    # "Send March numbers", but "Raj sends redlines Friday, legal Monday": days describe only what is held on them.
    likely = scan.low(end) in _HELD if grain is Grain.DAY else not scan.capital(end)
    return likely and scan.word_follows(first - 1)
