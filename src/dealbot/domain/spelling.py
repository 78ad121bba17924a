"""Typing slips: how far two words are apart, and the one known word a slip must mean."""

from collections.abc import Iterable

_SHORTEST = 5
_LONG = 9


def slips(a: str, b: str) -> int:
    """Count the letters added, left out, changed or swapped with their neighbour between two words."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        older, before, row = before, row, [i]
        for j, y in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]


def is_slip(written: str, known: str, shortest: int = _SHORTEST) -> bool:
    """Whether `written` is `known` with a slip: same first letter, one slip, two in a long word."""
    if min(len(written), len(known)) < shortest or written[:1] != known[:1]:
        return False
    allowed = 2 if min(len(written), len(known)) >= _LONG else 1
    return abs(len(written) - len(known)) <= allowed and slips(written, known) <= allowed


def mended(written: str, known: Iterable[str]) -> str | None:
    """Tell the known word that `written` is a slip of, or None where there is none or more than one as near."""
    near = sorted((slips(written, word), word) for word in known if is_slip(written, word))
    if not near or (len(near) > 1 and near[0][0] == near[1][0]):
        return None
    return near[0][1]
