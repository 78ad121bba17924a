"""Whether the sentence around a date tells of something over or something to come."""

from typing import Final

from dealbot.domain.when.scan import Scan
from dealbot.domain.when.words import word_set

_BOUNDARIES: Final = frozenset(".;!?:,()\u2022|")
_PAST: Final = word_set(
    """met spoke had was were did got came went saw held ran gave took sent left made found caught sat won lost began
    bought brought built chose dropped drove ate fell felt flew forgot froze kept led meant paid rang rose shook spent
    stood taught understood wrote showed"""
)
# Words in -ed that look ahead, or tell of a plan for the date rather than of something done on it.
_PLANNED: Final = word_set(
    """agreed promised committed offered asked wanted needed scheduled planned expected targeted booked slated supposed
    moved pushed postponed delayed rescheduled aimed hoped intended requested invited proposed confirmed penciled
    pencilled blocked required limited interested excited slotted locked pulled bumped need proceed exceed feed speed
    indeed shed embed deed seed weed greed breed"""
)
_AHEAD: Final = word_set(
    """will shall to should must can could would may might need needs want wants plan plans going gonna due please let
    lets is are am be being i'll we'll he'll she'll they'll it'll you'll i'm we're they're you're expects expect by
    before until till next target eta deadline hope hopes aim aims"""
)
_CONTRACTED: Final = word_set("he she it that there let who")
_SHORTEST_PAST: Final = 5
_WINDOW: Final = 40


def is_past(scan: Scan, start: int, end: int) -> bool:
    """Whether the nearest verb form, first before and then after the date, is a past one."""
    before = _nearest(scan, range(start - 1, max(-1, start - 1 - _WINDOW), -1))
    if before is not None:
        return before
    after = scan.skip(end, {",", ")"})
    return _nearest(scan, range(after, min(len(scan.tokens), after + _WINDOW))) or False


def _nearest(scan: Scan, indices: range) -> bool | None:
    """True for past, False for to come, None when the clause ends before either shows."""
    for i in indices:
        low = scan.low(i)
        if low in _BOUNDARIES:
            return None
        if low in _AHEAD or (scan.possessive(i) and low in _CONTRACTED):
            return False
        if low in _PAST or (low.endswith("ed") and len(low) >= _SHORTEST_PAST and low not in _PLANNED):
            return True
    return None
