"""How near a passage must be for an answer to be one: below, nothing was found."""

from collections.abc import Sequence
from math import log

from dealbot.domain.knowledge import fold
from dealbot.store.catalog import Catalog

# Chosen on the `tuned` questions in tests/evals/knowledge alone.
_LEAST = 0.285
_LEAST_SHARE = 0.6
_FEW = 3


def near_in_meaning(cosine: float, heading: float) -> bool:
    """Whether a passage is near enough, by its cosine to the question and its heading's.

    A long passage is like little in particular; its heading tells what it is about.
    """
    return (cosine + heading) / 2 >= _LEAST


def named(terms: Sequence[str], title: str) -> bool:
    """Whether a few words are all of a title: who asks so for a document wants that one."""
    return 0 < len(terms) <= _FEW and set(terms) <= set(fold(title).split())


def near_in_words(catalog: Catalog, terms: Sequence[str], rows: Sequence[int]) -> bool:
    """Whether one of the rows holds enough of the terms, a rare word counting more than a frequent one."""
    count = len(catalog)
    held: dict[int, float] = dict.fromkeys(rows, 0.0)
    whole = 0.0
    for term in terms:
        weight = log(1 + count / (1 + catalog.spread(term)))
        whole += weight
        for row in catalog.match([term], len(rows), rows):
            held[row] += weight
    return bool(whole) and max(held.values(), default=0.0) / whole >= _LEAST_SHARE
