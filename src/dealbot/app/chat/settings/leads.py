"""Reading what a message sets of leads: "Lakeshore: budget 3, fit 4", or by what they are scored."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dealbot.app.chat.settings.said import with_deal
from dealbot.app.deal_names import DealName
from dealbot.domain.lead import UNKNOWN, LeadFactor

_LONGEST = 300
_FEW = 2
_FACTOR = r"(?P<factor>budget|timeline|fit|strategic[ _-]?value)"
_SET = r"(?:(?:please|set|rate|score|update)\s+)*"
_RATES = re.compile(
    rf"^\W*{_SET}(?:the\s+)?(?P<deal>DEAL|it|this deal|the deal)?(?:['\u2019]s)?"
    rf"(?P<lead>\s*(?:as a )?\blead(?: score)?\b)?\s*[:,\u2013-]?\s*(?P<rest>\w.*)$",
    re.IGNORECASE,
)
_RATING = re.compile(
    rf"(?:the )?{_FACTOR}\s*(?:is|=|:|at|to)?\s*(?P<level>\d{{1,2}}|unknown|not known|open)(?:\s*(?:/|of|out of)\s*4)?",
    re.IGNORECASE,
)
_CUT = re.compile(r"\s*[,;&\n]\s*(?:and\s+)?|\s+and\s+")
_WHY = re.compile(
    r"[\s,;.:]*(?:\bbecause\b|\bsince\b|\bwhy:|\breason:|\s[\u2013\u2014-])\s*(?P<why>\S.*)$", re.IGNORECASE
)
_CRITERIA = r"(?:the |our )?(?:lead|leads|lead scoring|scoring) (?:criteria|weights?)"
_WEIGHS = re.compile(
    rf"^\W*(?:(?:please|set|change|make|update)\s+)*{_CRITERIA}\s*(?:to|:|=|are|should be)\s*(?P<items>\S.*)$",
    re.IGNORECASE,
)
_STILL_RIGHT = re.compile(
    rf"^\W*(?:yes,? )?{_CRITERIA}\W* (?:are )?(?:still )?(?:right|fine|good|ok|okay)\W*$", re.IGNORECASE
)
_HOW_MUCH = r"(?P<times>double|twice|triple|three times|the same|once)|(?P<weight>\d{1,2})|(?P<none>nothing|not at all)"
_WEIGHT = re.compile(rf"(?:the )?{_FACTOR}\s*(?:counts?|is|=|:|to|at)?\s*(?:{_HOW_MUCH})", re.IGNORECASE)
_COUNTS = re.compile(
    rf"^\W*(?:please )?(?:let |make )?(?:the )?{_FACTOR} (?:should |must )?counts? (?:{_HOW_MUCH})"
    r"(?: (?:for|in|with|of) (?:our |the |all )?leads?(?: scores?| ranking)?)?\W*$",
    re.IGNORECASE,
)
_TIMES = {"double": 2, "twice": 2, "triple": 3, "three times": 3, "the same": 1, "once": 1}


@dataclass(frozen=True, slots=True)
class Rating:
    """What is set of a deal as a lead, as KEY=VALUE pairs; the deals that may be meant, none where it says "it"."""

    deals: tuple[str, ...]
    pairs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Weight:
    """How much a factor is to count: a number, or so many `times` as much as the others."""

    factor: LeadFactor
    number: int
    times: bool = False


@dataclass(frozen=True, slots=True)
class Weighing:
    """What the leads are to be scored by, and why; no weights where the criteria are still right."""

    weights: tuple[Weight, ...]
    why: str


def rating_in(text: str, deals: Sequence[DealName]) -> Rating | None:
    """Tell what a whole message sets of a deal as a lead; None where it says anything else."""
    if "?" in text or len(text) > _LONGEST:
        return None
    plain, named = with_deal(text.strip().replace("\n", ", "), deals)
    head = _RATES.match(plain)
    if head is None:
        return None
    found = [_RATING.fullmatch(piece) for piece in _CUT.split(head["rest"].strip(" .!"))]
    items = [each for each in found if each is not None]
    if len(items) < len(found) or not _says_so(items, named, lead=head["lead"] is not None):
        return None
    return Rating(named, tuple(f"{_factor(each)}.lead={_level(each)}" for each in items))


def weighing_in(text: str) -> Weighing | None:
    """Tell what a whole message says of how leads are to be scored; None where it says anything else."""
    flat = " ".join(text.split())
    if "?" in flat or len(flat) > _LONGEST:
        return None
    if _STILL_RIGHT.match(flat):
        return Weighing((), "still right")
    why = _WHY.search(flat)
    told = (flat[: why.start()] if why is not None else flat).rstrip(" .!,;")
    listed, one = _WEIGHS.match(told), _COUNTS.match(told)
    found = [_WEIGHT.fullmatch(piece) for piece in _CUT.split(listed["items"])] if listed else [one]
    weights = tuple(_weight(each) for each in found if each is not None)
    return Weighing(weights, why["why"] if why is not None else "") if len(weights) == len(found) else None


def _says_so(items: Sequence[re.Match[str]], named: Sequence[str], *, lead: bool) -> bool:
    """Whether so many words are meant for a lead: "Lakeshore: budget unknown" is a note."""
    figures = [each["level"] for each in items if each["level"].isdigit()]
    return lead or (bool(figures) and (len(items) >= _FEW or (bool(named) and len(figures[0]) == 1)))


def _factor(found: re.Match[str]) -> LeadFactor:
    first = found["factor"].casefold()
    return LeadFactor(first) if first in tuple(LeadFactor) else LeadFactor.STRATEGIC_VALUE


def _level(found: re.Match[str]) -> str:
    return found["level"] if found["level"].isdigit() else UNKNOWN


def _weight(found: re.Match[str]) -> Weight:
    if found["times"] is not None:
        return Weight(_factor(found), _TIMES[found["times"].casefold()], times=True)
    return Weight(_factor(found), int(found["weight"] or 0))
