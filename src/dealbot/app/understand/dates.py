"""The days a question looks back to: as of which, and since when."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dealbot.app.patterns import alternatives
from dealbot.app.question import LAST_REVIEW, Intent
from dealbot.domain.policy import DOCUMENT_NUMBER
from dealbot.domain.when import When, find

_REVIEWED = re.compile(
    alternatives(r"""
        \bsince (?:the |our |my )?(?:(?:last|latest|previous|most recent) )?(?:\w+ )?(?:review|qbr|check in)\b
        \bsince (?:we |i )?last (?:time )?(?:we |i )?(?:reviewed|looked|checked)\b
        \bsince the last time (?:we |i )?(?:reviewed|looked|checked)\b
    """),
    re.IGNORECASE,
)
_FROM = re.compile(r"^(?:since|from|after)\b\s*(?:about |around )?", re.IGNORECASE)
_FROM_BEFORE = re.compile(r"\b(?:since|from|after)(?: about| around)?\s*$", re.IGNORECASE)
_LATELY = re.compile(
    r"^(?:(?:in|over|within|during|for) (?:the )?(?:last|past|previous) \w+(?: \w+)?"
    r"|(?:the )?(?:last|past|previous) (?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|few|couple of) \w+)$",
    re.IGNORECASE,
)
# In a question about rules a year is most often of a rule's name: "the 2024 final rule", "hit by 2024-14768".
_BARE_YEAR = re.compile(r"(?:(?:by|for|from|the) )*(?:fiscal |calendar |fy ?|cy ?)*(?:20)?\d\d", re.IGNORECASE)
_NO_DATES = re.compile(r"\b(?:buy|bought|log|opt|check|tie|built|plug|sign)(?:ing|ed|s)?[ -]in\b", re.IGNORECASE)
_WEEKDAY = re.compile(r"(?:the )?(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?", re.IGNORECASE)
_NOUN_AFTER = re.compile(
    r"(?:'s)? +(?:forecast|meeting|call|review|report|pack|digest|snapshot|list|update)", re.IGNORECASE
)
_LEAD = re.compile(r"^(?:as of|back in|back on|on|in|at|by|until|till|during|for)\s+", re.IGNORECASE)
# What is asked of the present only, or where a day is part of what is told.
_OF_TODAY = frozenset({Intent.LOG_NOTE, Intent.HELP, Intent.KNOWLEDGE, Intent.UNSUPPORTED, Intent.BRIEF})
_OF_RULES = frozenset({Intent.POLICY_IMPACT})
# What changed in a stretch of time changed since it began.
_OF_A_STRETCH = frozenset({Intent.REVIEW})


@dataclass(frozen=True, slots=True)
class Dates:
    """The words of the day a question is asked as of, and of the day it looks back to, if it says so."""

    as_of: str | None = None
    since: str | None = None


def dates_in(text: str, today: date, intent: Intent) -> Dates:
    """Find the days of a question whose names are masked (`masked`); what is to come is none, nor a rule's year."""
    if intent in _OF_TODAY:
        return Dates()
    days = [each for each in _days(text, today) if intent not in _OF_RULES or not _BARE_YEAR.fullmatch(each.text)]
    as_of: str | None = None
    since = LAST_REVIEW if _REVIEWED.search(text) else None
    for found in days:
        if _begins(text, found):
            since = since or _FROM.sub("", found.text)
        elif found.end < today:
            as_of = as_of or _LEAD.sub("", found.text)
    if intent in _OF_A_STRETCH and since is None:
        return Dates(None, as_of)
    return Dates(as_of, since)


def masked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with names and words that only look like dates blotted out, so that "Desert Sun" is no Sunday."""
    alike = (match.span() for pattern in (_NO_DATES, DOCUMENT_NUMBER) for match in pattern.finditer(text))
    for start, end in (*spans, *alike):
        text = text[:start] + "_" * (end - start) + text[end:]
    return text


def without_days(text: str, today: date) -> str:
    """The words of a question besides its days."""
    for found in reversed(_days(text, today)):
        text = text[: found.span[0]] + text[found.span[1] :]
    return _REVIEWED.sub("", text)


def _days(text: str, today: date) -> list[When]:
    """The days named; a weekday right before a noun tells its kind: "the monday forecast"."""
    return [found for found in find(text, today, past=True) if not _is_kind(text, found)]


def _is_kind(text: str, found: When) -> bool:
    return _WEEKDAY.fullmatch(found.text) is not None and _NOUN_AFTER.match(text[found.span[1] :]) is not None


def _begins(text: str, found: When) -> bool:
    """Whether the words name where a stretch up to now begins."""
    if _FROM.match(found.text) or _FROM_BEFORE.search(text[: found.span[0]]):
        return True
    return _LATELY.match(found.text) is not None
