"""Names that come close to one that was not found."""

from collections.abc import Iterable
from difflib import SequenceMatcher

from dealbot.domain.record import fold_deal

_CLOSE = 0.6
_SAME_WORDS = 0.9


def nearest(name: str, known: Iterable[str], limit: int = 3) -> tuple[str, ...]:
    """Give the known names that are most like the given one, the likest first."""
    asked = fold_deal(name)
    scored = ((_likeness(asked, fold_deal(other)), other) for other in set(known))
    close = sorted((-score, other) for score, other in scored if score >= _CLOSE)
    return tuple(other for _, other in close[:limit])


def _likeness(asked: str, other: str) -> float:
    words, others = set(asked.split()), set(other.split())
    shared = _SAME_WORDS if words and (words <= others or others <= words) else 0.0
    matcher = SequenceMatcher(None, other, asked)
    if matcher.real_quick_ratio() < _CLOSE or matcher.quick_ratio() < _CLOSE:
        return shared
    return max(shared, matcher.ratio())
