"""Deadlines that hang on an event and have no date: "once P&T has met", "two weeks after go-live"."""

import re
from bisect import bisect_right
from datetime import date
from typing import Final

from dealbot.domain.when.grammar import parse
from dealbot.domain.when.phrase import Phrase, phrases
from dealbot.domain.when.scan import Setting

Event = tuple[int, int, str]
_LENGTH: Final = r"(?:within\s+)?(?:\d{1,3}|an?|one|two|three|four|six|a few|a couple(?: of)?|the|right|shortly|soon)"
_UNIT: Final = r"(?:business )?(?:hours?|days?|weeks?|wks?|months?|quarters?)"
_HAPPENING: Final = (
    r"(?:go-?live|p&t|board|pilot|kick-?off|meeting|demo|qbr|ebr|review|steering|steerco|committee|launch|cut-?over"
    r"|signature|signing|call|site visit|renewal|conference|retreat|summit)"
)
_OPENING: Final = re.compile(
    r"\bas soon as possible\b|\basap\b"
    rf"|\b{_LENGTH}(?:[ -]{_UNIT})?\s+(?:after|before|following|prior to|post)\b"
    rf"|\bwithin\s+\S+\s+{_UNIT}\s+(?:of|from)\b"
    r"|\b(?:once|after|when|whenever|as soon as|the moment|by the time|before|until|till|pending|upon"
    r"|contingent (?:up)?on|subject to|following(?= (?:the|our|their|his|her|a|an|this|that)\b)"
    r"|post(?=-| (?!the\b|a\b|an\b))"
    r"|on(?= (?:receipt|approval|signature|signing|completion|award|go-live)\b)"
    rf"|(?:by|at|in time for)(?= (?:(?:the|our|their|next|this) ){{0,2}}(?:\w+ )?{_HAPPENING}\b))",
    re.IGNORECASE,
)
_CLOSING: Final = re.compile(
    r"[.](?=\s|$)|[;!?\n\u2014)]|,| - | but | and (?=(?:I|we|he|she|they|then)\b)", re.IGNORECASE
)
# After these "when" asks for a time and sets none.
_ASKING: Final = re.compile(
    r"\b(?:ask|asks|asked|asking|know|knows|wonder|wonders|wondering|see|check|confirm|tell|told|clarify|unclear"
    r"|unsure|sure|decide|say|said|of|about|on|exactly|remember|understand|look|looks|looking|named)\s+$",
    re.IGNORECASE,
)
_NO_EVENT: Final = re.compile(r"\s*(?:all|now|then|long|hours|not|possible|needed|in doubt)?\s*$", re.IGNORECASE)
_COMPLETE: Final = re.compile(r"as soon as possible|asap", re.IGNORECASE)
_WINDOW: Final = 20
_ANY_DAY: Final = Setting(date(2024, 1, 1))


def events(text: str) -> tuple[Event, ...]:
    """Every clause that ties something to an event: start, end, text."""
    dates = phrases(parse(text, _ANY_DAY))
    found: list[Event] = []
    for opening in _OPENING.finditer(text):
        start = opening.start()
        if (found and start < found[-1][1]) or _is_date(dates, opening):
            continue
        end = _end(text, opening)
        if _is_event(text, opening, end):
            found.append((start, end, text[start:end]))
    return tuple(found)


def _end(text: str, opening: re.Match[str]) -> int:
    """Where the clause ends, the space before its stop left out."""
    if _COMPLETE.fullmatch(opening.group()):
        return opening.end()
    closing = _CLOSING.search(text, opening.end())
    end = closing.start() if closing else len(text)
    return opening.start() + len(text[opening.start() : end].rstrip())


def _is_event(text: str, opening: re.Match[str], end: int) -> bool:
    if _COMPLETE.fullmatch(opening.group()):
        return True
    if _NO_EVENT.match(text, opening.end(), max(end, opening.end())):
        return False
    return not _ASKING.search(text, max(0, opening.start() - _WINDOW), opening.start())


def _is_date(dates: tuple[Phrase, ...], opening: re.Match[str]) -> bool:
    """Whether the opening words only lead up to a date ("after March 3")."""
    last = opening.end() - 1
    k = bisect_right(dates, last, key=lambda one: one.when.span[0]) - 1
    return k >= 0 and last < dates[k].when.span[1] and not dates[k].describing
