"""What words say of the three leading signs: do they use it, does it help them, would they recommend it."""

import re
from functools import lru_cache

from dealbot.domain.force import Force, force
from dealbot.domain.pilot import Indicator, Level
from dealbot.domain.wording import any_of

# From which share of people who could on one speaks of use, and below which of none to speak of (judged).
_MOST, _FEW = 60, 30
_SHARE = re.compile(r"\b(?P<share>\d{1,3}) ?(?:%|percent|pct)", re.IGNORECASE)
_IT = r"(?:it|this|ours|them|the (?:tool|app|product|system|view|assistant|pilot))"
_USES = any_of(rf"""
    us(?:e|es|ed|ing) {_IT}|(?:adoption|uptake|usage|utili[sz]ation)\b|active users?|log(?:s|ged|ging)? in(?:to)?\b
    in (?:daily )?use\b|use(?:s|d)? daily
""")
_NOT_USED = any_of(r"""
    stopped using|gave up on it|back to paper|work(?:ing)? around it|(?:hardly|barely|rarely|seldom) us(?:e|es|ed)
""")
_HELPS = any_of(r"""
    sav(?:es|ed|ing) (?:\w+ ){0,4}(?:min\w*|hours?|time|clicks?|shifts?)|time back|faster|quicker|easier|fewer|helps?\b
    helped\b|finding value|valuable|useful|worth it|love[sd]? (?:it|this|the)|down (?:by )?\d|cut (?:\w+ ){0,3}by \d
    dropped (?:by|from|to)|improv(?:es|ed|ing)|better\b
""")
_HINDERS = any_of(r"""
    no (?:value|difference|benefit)|slower|(?:more|extra|too many) (?:clicks|work|steps|alerts)|alert fatigue|waste of
    slows? (?:them|us|me) down|a burden
""")
_RECOMMENDS = any_of(r"""
    recommend(?:s|ed|ing)?\b|ask(?:s|ed|ing) (?:for it|when (?:they|their|we))|want(?:s|ed)? it (?:too|on|in|next)
    tell(?:s|ing)? (?:their |the other |other )?(?:colleagues|units|wards|floors|hospitals|peers)|vouch(?:es|ed)?\b
""")
_PARTLY = any_of("some|half|mixed|(?:a )?few|only|partly|patchy|uneven|days but not nights|except", before=r"\b")
_WHO_USE = any_of(
    """
    nurses?|nursing|physicians?|clinicians?|docs?|doctors?|residents?|hospitalists?|staff|users?|techs?|pharmacists?
    surgeons?|therapists?|night (?:leads?|shifts?)|wards?|units?|floors?|teams?
    """,
    before=r"\b",
)


@lru_cache(maxsize=4096)
def signs_in(text: str, *, of_pilot: bool) -> tuple[tuple[Indicator, Level, int | None], ...]:
    """Tell what words say of each sign; words that are not of the pilot itself count where they name who uses it."""
    if not of_pilot and not _WHO_USE.search(text):
        return ()
    found = (
        (Indicator.USING, _using(text), _share(text)),
        (Indicator.VALUE, _level(text, _HELPS, _HINDERS), None),
        (Indicator.RECOMMEND, _recommend(text), None),
    )
    return tuple((indicator, level, share) for indicator, level, share in found if level is not None)


def level_of(share: int) -> Level:
    """Tell what a share of users, in percent, amounts to."""
    return Level.YES if share >= _MOST else Level.NO if share < _FEW else Level.MIXED


def _using(text: str) -> Level | None:
    if _USES.search(text) is None or not _has_share(text):
        return _level(text, _USES, _NOT_USED)
    share = _share(text)
    return level_of(share) if share is not None else None


def _has_share(text: str) -> bool:
    found = _SHARE.search(text)
    return found is not None and int(found["share"]) <= 100


def _share(text: str) -> int | None:
    """The share of people who use it, where words of use stand with it and both tell a fact."""
    used, share = _USES.search(text), _SHARE.search(text)
    if used is None or share is None or int(share["share"]) > 100:
        return None
    return int(share["share"]) if force(text, max(used.start(), share.start())) is Force.FACT else None


def _level(text: str, good: re.Pattern[str], bad: re.Pattern[str]) -> Level | None:
    """What is told as a fact; denied good is bad, and both at once or in part is mixed."""
    told = [force(text, found.start()) for found in good.finditer(text)]
    well = Force.FACT in told
    ill = Force.DENIED in told or any(force(text, found.start()) is Force.FACT for found in bad.finditer(text))
    if not well and not ill:
        return None
    return Level.MIXED if (well and ill) or (well and _PARTLY.search(text)) else Level.YES if well else Level.NO


def _recommend(text: str) -> Level | None:
    """Whether they would: here "would" is no mere plan."""
    found = _RECOMMENDS.search(text)
    if found is None:
        return None
    if force(text, found.start()) is Force.DENIED:
        return Level.NO
    return Level.MIXED if _PARTLY.search(text) else Level.YES
