"""Who stands above whom by title alone, as far as titles tell it in a health system."""

from dealbot.domain.stakeholder import Function
from dealbot.domain.title import canonical_title

# Over the whole house; over certain parts of it; over one part; over one department of it.
_TOP = 4
_EXECUTIVE = 3
_CHIEF = 2
_HEAD = 1
_ALL = frozenset(Function)
# Which parts of the house a chief usually answers for: only within these is anybody taken to stand above others.
_OVER: dict[str, tuple[int, frozenset[Function]]] = {
    canonical_title(title): (rank, over)
    for title, rank, over in (
        ("CEO", _TOP, _ALL),
        ("president", _TOP, _ALL),
        ("COO", _EXECUTIVE, _ALL - {Function.FINANCE, Function.LEGAL, Function.BOARD, Function.EXECUTIVE}),
        ("CMO", _EXECUTIVE, frozenset({Function.CLINICAL, Function.PHARMACY, Function.QUALITY})),
        ("CNO", _EXECUTIVE, frozenset({Function.NURSING})),
        ("CFO", _EXECUTIVE, frozenset({Function.FINANCE, Function.PROCUREMENT})),
        ("CIO", _EXECUTIVE, frozenset({Function.IT, Function.SECURITY})),
        ("general counsel", _EXECUTIVE, frozenset({Function.LEGAL, Function.COMPLIANCE})),
    )
}


def stands_above(title: str | None, others: tuple[tuple[str | None, Function | None], ...]) -> bool:
    """Whether a title is of somebody over all of these, each a title and the part of the house it is in."""
    rank, over = _rank(title), answers_for(title)
    return all(function in over and _rank(held) < rank for held, function in others)


def answers_for(title: str | None) -> frozenset[Function]:
    """Tell which parts of the house a title usually answers for."""
    return _OVER.get(canonical_title(title or ""), (0, frozenset[Function]()))[1]


def _rank(title: str | None) -> int:
    """How high a title is; one that tells nothing is taken for the head of its part of the house."""
    canonical = canonical_title(title or "")
    if canonical in _OVER:
        return _OVER[canonical][0]
    return _CHIEF if title is None or {"chief", "officer"} <= set(canonical.split()) else _HEAD
