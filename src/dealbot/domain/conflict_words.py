"""How notes tell that two of the buyer's people want different things, over what, since when, and that it ended."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from dealbot.domain.force import told
from dealbot.domain.when import find

FIGHT = re.compile(
    r"\b(?:(?:fight(?:s|ing)?|fought)\b(?! (?:for|off)\b)|battl(?:es?|ed|ing)\b|clash(?:es|ed|ing)?\b"
    r"|at odds\b|at loggerheads\b|butt(?:s|ed|ing)? heads|feud(?:s|ed|ing)?\b|in conflict\b|conflict (?:with|between)"
    r"|quarrel\w*|squabbl\w+|turf (?:war|battle)|tug of war|stand-?off\b|lock(?:ed|s|ing)? horns"
    r"|disagree[sd]? (?:with|about|over)|argu(?:es|ed|ing) (?:with|over|about)|push(?:es|ed|ing)? back (?:on|against)"
    r"|(?:do not|don['\u2019]?t|doesn['\u2019]?t|does not) see eye to eye|competing (?:interests?|with))",
    re.IGNORECASE,
)
_STOPPED = re.compile(r"\b(?:no longer|not any ?more|stopped|quit|done)\b", re.IGNORECASE)
_OVER_AND_DONE = (
    r"stepped in|intervened|made (?:peace|up)|buried the hatchet|patched (?:it|this|things) up|came to terms"
    r"|reached an? (?:agreement|truce)|compromised|brokered|mediated|arbitrated|called a truce|backed down|gave in"
    r"|overruled|put an end to"
)
# Worries are settled too: these end a conflict only where they name both, or stand beside plainer words.
_SETTLED = r"settled|resolved|sorted (?:it|this|that|things)? ?out|worked (?:it|this|that|things) out"
ENDED = re.compile(rf"\b(?:{_OVER_AND_DONE}|{_SETTLED})\b", re.IGNORECASE)
_PLAINLY = re.compile(rf"\b(?:{_OVER_AND_DONE}|between)\b", re.IGNORECASE)
_OVER = re.compile(r"\b(?:over|about|because of|around|on who|on the)\s+(?P<cause>[^.;!?\n]+)", re.IGNORECASE)
_CAUSE_ENDS = re.compile(
    r",|\s(?:and (?:she|he|they)|for (?:the (?:last|past) )?\w+ (?:weeks?|months?)|since|but|which|that)\b",
    re.IGNORECASE,
)
_COUNTS = "one two three four five six seven eight nine ten eleven twelve".split()
_LASTED = re.compile(
    rf"\bfor (?:about |over |almost |more than |nearly |the (?:last|past) )?(?P<count>\d+|a|{'|'.join(_COUNTS)})"
    r" (?P<unit>week|month|year)s?\b",
    re.IGNORECASE,
)
_UNITS = {"week": 7.0, "month": 30.4, "year": 365.0}


@dataclass(frozen=True, slots=True)
class Fight:
    """What a quote tells of a conflict: over what, and since when if it tells so."""

    cause: str | None
    since: date | None


def fight_told(quote: str, on: date) -> Fight | None:
    """Tell what a quote of a day says of a conflict; None where it tells of none, or that it is over."""
    said = told(FIGHT, quote)
    if said is None or said.denied or _STOPPED.search(quote[: said.start]):
        return None
    return Fight(_cause(quote[said.end :]), _since(quote, on))


def end_told(quote: str) -> bool:
    """Whether a quote says that a conflict is over."""
    said = told(ENDED, quote)
    if said is not None:
        return not said.denied
    fought = FIGHT.search(quote)
    return fought is not None and _STOPPED.search(quote[: fought.start()]) is not None


def plainly_ended(quote: str) -> bool:
    """Whether words that end something are of a conflict, whoever they name."""
    return _PLAINLY.search(quote) is not None or FIGHT.search(quote) is not None


def _cause(rest: str) -> str | None:
    match = _OVER.search(rest)
    if match is None:
        return None
    cause = _CAUSE_ENDS.split(match["cause"], maxsplit=1)[0].strip(" ,\"'")
    return cause or None


def _since(quote: str, on: date) -> date | None:
    """The day since when, by a length of time or by a date that the words give."""
    match = _LASTED.search(quote)
    if match is not None:
        count = match["count"].casefold()
        number = int(count) if count.isdecimal() else _COUNTS.index(count) + 1 if count in _COUNTS else 1
        return on - timedelta(days=round(number * _UNITS[match["unit"].casefold()]))
    dated = [when for when in find(quote, on, past=True) if when.text.casefold().startswith("since")]
    return dated[0].start if dated and dated[0].start <= on else None
