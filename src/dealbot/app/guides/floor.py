"""How near a passage must be for an answer to be one: below, nothing was found."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from dealbot.store.catalog import Catalog

# Chosen on the `tuned` questions in tests/evals/knowledge alone.
_SHARE = 0.1
_LEAST = 0.325
_LEAST_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Nearness:
    """The best cosine (None without vectors), and the best passage's share of what the words tell, 0 to 1."""

    cosine: float | None
    share: float


def near_enough(nearness: Nearness) -> bool:
    """Whether something is near enough to be shown."""
    if nearness.cosine is None:
        return nearness.share >= _LEAST_SHARE
    return nearness.cosine + _SHARE * nearness.share >= _LEAST


def share_of_terms(catalog: Catalog, terms: Sequence[str], rows: Sequence[int]) -> float:
    """How much of the terms one of the rows holds at most, a rare word counting more than a frequent one."""
    count = len(catalog)
    held: dict[int, float] = dict.fromkeys(rows, 0.0)
    whole = 0.0
    for term in terms:
        weight = log(1 + count / (1 + catalog.spread(term)))
        whole += weight
        for row in catalog.match([term], len(rows), rows):
            held[row] += weight
    return max(held.values(), default=0.0) / whole if whole else 0.0
