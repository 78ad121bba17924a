"""What a clause tells of the contract: which track, whether it is agreed, who has it, what is still asked for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dealbot.domain.contract import TrackKind, TrackState
from dealbot.domain.force import Piece, pieces

# In this order the first that fits is meant: what is narrower comes first.
_KINDS: tuple[tuple[TrackKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for kind, words in (
        (TrackKind.BAA, r"baa|b a a|business associate(?: agreement)?"),
        (
            TrackKind.LIABILITY,
            r"liabilit\w+|indemn\w+|insurance|(?:cyber )?riders?|super[- ]?cap|caps?|uncapped|umbrella|coi",
        ),
        (
            TrackKind.DATA_GOVERNANCE,
            r"data (?:governance|residency|map|retention|use|processing|rights|sharing)|dpa|encryption|opt-?out",
        ),
        (
            TrackKind.SECURITY,
            r"security(?: \w+)?|questionnaire|soc ?2|pen(?:etration)? ?tests?|fedramp|hitrust|iso ?27001|vendor risk",
        ),
        (
            TrackKind.IMPLEMENTATION,
            r"implementation|sow|statement of work|sla|service levels?|clinical support|training hours|support terms",
        ),
        (
            TrackKind.PRICE_PAYMENT,
            r"pric\w+|payments?|discounts?|net[- ]?\d+|fees|order form|invoic\w+|subscription|term ?sheet",
        ),
        (
            TrackKind.VENDOR_AGREEMENT,
            r"msa|agreement|contracts?|redlines?|template|paper|governing law|terminat\w+|auto-?renew\w*|terms",
        ),
    )
)
_AGREEMENT = re.compile(r"\b(?:msa|(?:vendor|master|services?) agreement|redlines?)\b", re.IGNORECASE)
_AGREED = re.compile(
    r"""\b(?:(?:counter)?signed(?!\sfor\b)|executed|agreed|accept(?:s|ed)|settled|closed(?!\s(?:\S+\s){0,4}findings)|approved|finali[sz]ed|cleared|passed
    |(?:is|are|was|were|all|we['\u2019]re|s|came\sback)\s(?:\S+\s)?(?:done|clean|final|satisfied|fine|good(?:\sto\sgo)?|ok(?:ay)?|agreed)
    |good\sto\sgo|signed\soff|no\sfurther\sasks|(?:says|said)\s(?:\S+\s){0,2}satisfied|dropped)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_ASKED = re.compile(
    r"""\b(?:wants?|ask(?:s|ed|ing)|insist\w*|demand\w*|requires?d?|needs?|refus\w*|object\w*|reject\w*|bounced|holds?|hung
    |stuck|unlimited|uncapped|open|short|redo\w*|push\w*\sback|no\scap|is\sa\sno|non-?starter|disput\w*|fight\w*|argu\w*)\b
    |(?:won|can|don|doesn|isn)['\u2019]t\b|\bwill\snot\b""",
    re.IGNORECASE | re.VERBOSE,
)
_MOVING = re.compile(
    r"""\b(?:sent|went|came|got|received|returned|sits?|sitting|started|began|drafted|redlines?|redlined|negotiat\w*|with\s(?:their|the|our|outside|legal|counsel|procurement)
    |reviewing|in\sreview|under\sreview|in\sthe\squeue|findings?|offered|countered|exchanged|talked|call\s(?:on|about)|v\d+|read(?:ing)?
    |back|landed|delivered|has\sthe|unread|in\sredline|on\sthe\stable|circulat\w*|marked\sup)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_THEIRS = re.compile(
    r"\b(?:theirs|their (?:\w+ )?(?:paper|template|form|standard|version|baa|agreement|msa|contract))\b",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"\b(?:ours|our (?:\w+ )?(?:paper|template|form|standard|version|baa|agreement|msa))\b", re.IGNORECASE
)
_REFUSED = re.compile(r"\b(?:is a no|not|never|no|refus\w*|reject\w*)\b|n['\u2019]t\b", re.IGNORECASE)
_PAGES = re.compile(r"\b(?P<count>\d{1,3})[- ]?(?:pages?|pp?)\b", re.IGNORECASE)
_WITH = re.compile(
    r"\b(?:with|to|at|from|by)\s(?P<who>(?:their|outside|in-?house)\s(?:\w+\s){0,2}?(?:counsel|attorneys?|lawyers?|legal|procurement|security)"
    r"|counsel|legal|procurement)\b",
    re.IGNORECASE,
)
_FEW = 2


@dataclass(frozen=True, slots=True)
class TrackTold:
    """What one clause tells of one track; None where it tells nothing of it."""

    kind: TrackKind
    state: TrackState | None = None
    asked: bool = False
    theirs: bool | None = None
    pages: int | None = None
    counterpart: str | None = None


@lru_cache(maxsize=4096)
def tracks_told(quote: str, detail: str, otherwise: TrackKind) -> tuple[TrackTold, ...]:
    """Tell what a clause says of the tracks: of those it names, else of the one of `detail`, else of `otherwise`."""
    whole = _kinds(quote) or _kinds(detail) or (otherwise,)
    return tuple(_merged(_of_pieces(quote, whole[0])))


def kind_of(text: str) -> TrackKind | None:
    """The track that a text names first; None where it names none."""
    return next(iter(_kinds(text)), None)


def _kinds(text: str) -> tuple[TrackKind, ...]:
    """The tracks a text names; beside another one paper and terms are that one's."""
    found = tuple(kind for kind, words in _KINDS if words.search(text))
    return found if _AGREEMENT.search(text) else tuple(k for k in found if k is not TrackKind.VENDOR_AGREEMENT) or found


def _of_pieces(quote: str, meant: TrackKind) -> Iterator[TrackTold]:
    for piece in pieces(quote):
        named = _kinds(piece.words)
        meant = named[0] if named else meant
        for kind in named[:_FEW] or (meant,):
            yield _told(kind, piece)


def _told(kind: TrackKind, piece: Piece) -> TrackTold:
    pages, whom = _PAGES.search(piece.words), _WITH.search(piece.words)
    asked = not piece.supposed and _ASKED.search(piece.words) is not None
    return TrackTold(
        kind,
        state=_state(piece, asked=asked),
        asked=asked,
        theirs=_whose(piece.words),
        pages=int(pages["count"]) if pages else None,
        counterpart=whom["who"] if whom else None,
    )


def _state(piece: Piece, *, asked: bool) -> TrackState | None:
    if piece.tells(_AGREED) is not None and not asked:
        return TrackState.AGREED
    return TrackState.UNDER_WAY if asked or piece.tells(_MOVING) is not None else None


def _whose(words: str) -> bool | None:
    if _THEIRS.search(words):
        return True
    return False if _OURS.search(words) and not _REFUSED.search(words) else None


def _merged(told: Iterator[TrackTold]) -> Iterator[TrackTold]:
    """One for each track of a clause: what is asked for weighs more than what is agreed."""
    found: dict[TrackKind, TrackTold] = {}
    for each in told:
        before = found.get(each.kind, each)
        asked = before.asked or each.asked
        states = [state for state in (each.state, before.state) if state is not None]
        found[each.kind] = TrackTold(
            each.kind,
            state=TrackState.UNDER_WAY if asked else next(iter(states), None),
            asked=asked,
            theirs=before.theirs if each.theirs is None else each.theirs,
            pages=each.pages or before.pages,
            counterpart=each.counterpart or before.counterpart,
        )
    yield from found.values()
