"""What words say of the places a pilot goes on to, one after the other, and of what blocks them."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dealbot.domain.force import Force, force
from dealbot.domain.pilot import StepState
from dealbot.domain.when import find
from dealbot.domain.when.words import MONTHS
from dealbot.domain.wording import any_of

_STOP = (
    r"(?= (?:in|by|from|on|at|after|before|once|until|next|this|last|since|for|is|are|was|were|has|have|went|goes|will"
    r"|and|but|starting|today|yesterday|early|mid|late|if|when|blocked|stuck|held|waiting|\d"
    rf"|{'|'.join(MONTHS)})\b|\s*[,.;:()\n]|\W*$)"
)
_PLACE = rf"(?:the |their |its |our )?(?P<place>(?:[\w&'-]+ ){{0,3}}?[\w&'-]+?){_STOP}"
_GOES = any_of(
    r"""
    expan(?:d|ds|ded|ding|sion)|roll(?:s|ed|ing)? (?:it )?out|rollout|exten(?:d|ds|ded|ding|sion)|move[ds]? on|moving on
    go(?:es|ing)? on
    """,
    before=rf" (?:it )?(?:to|into|in|at|on) {_PLACE}",
)
_NEXT = any_of("next (?:is|up|comes|stop is|up is|will be|in line is)|then (?:comes|it is)", before=rf":? {_PLACE}")
_LIVE = any_of(
    "went live|is live|are live|is up and running|has gone live|started using it",
    after=r"(?P<live>(?:[\w&'-]+ ){0,2}?[\w&'-]+) ",
    before=r"\b",
)
_BLOCKED = any_of(
    "blocked|stuck|held up|on hold|waiting|delayed",
    after=r"(?P<blocked>(?:[\w&'-]+ ){0,2}?[\w&'-]+) (?:is |was |are |were |got |gets |stays |remains )*",
    before=r"(?: (?:by|on|for|behind|because of|due to|over))?(?P<why>[^.;\n]*)",
)
_LEAD = re.compile(
    r"^(?:(?:the|their|its|our|then|now|but|and|also|expansion|to|next|rollout|in|on|at|so|is|it|pilot)\s+)+",
    re.IGNORECASE,
)
_NOWHERE = frozenset(
    "it this that they we he she pilot trial contract everything which who there all next you nothing now".split()
)
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Step:
    """One place of the expansion as words tell it."""

    place: str
    state: StepState
    on: date | None
    blocker: str | None = None


@lru_cache(maxsize=4096)
def steps_in(text: str, on: date) -> tuple[Step, ...]:
    """Find the places that words said on a day name as parts of the expansion."""
    blocked = _blocked(text)
    if blocked is not None:
        return (blocked,)
    live = [found for found in _LIVE.finditer(text) if force(text, found.start()) is Force.FACT]
    places = [(_plain(found["live"]), StepState.LIVE, found) for found in live]
    places += [(_plain(found["place"]), _state(text, found), found) for found in _GOES.finditer(text)]
    places += [(_plain(found["place"]), StepState.PLANNED, found) for found in _NEXT.finditer(text)]
    return tuple(Step(place, state, _day(text, on, state, found.start())) for place, state, found in places if place)


def _blocked(text: str) -> Step | None:
    found = _BLOCKED.search(text)
    if found is None or force(text, found.end("blocked")) is Force.DENIED:
        return None
    place, why = _plain(found["blocked"]), found["why"].strip(" ,:()-")
    return Step(place, StepState.BLOCKED, None, why[:_LONGEST].strip() or None) if place else None


def _state(text: str, found: re.Match[str]) -> StepState:
    past = found.group().split(maxsplit=1)[0].casefold().endswith("ed")
    return StepState.LIVE if past and force(text, found.start()) is Force.FACT else StepState.PLANNED


def _day(text: str, on: date, state: StepState, at: int) -> date | None:
    """The day named nearest after the place: behind us where it is live, else wherever it is."""
    live = state is StepState.LIVE
    days = [when.start for when in find(text, on, past=live) if when.span[1] > at and (when.start <= on or not live)]
    return days[0] if days else None


def _plain(place: str) -> str | None:
    """The place without the words that lead to it; None where it names nothing."""
    plain = _LEAD.sub("", place.strip()).strip()
    return None if not plain or plain.casefold() in _NOWHERE else plain
