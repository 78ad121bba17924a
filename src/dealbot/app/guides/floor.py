"""How near a passage must be for an answer to be one: below, nothing was found."""

from collections.abc import Callable, Sequence
from math import log

import numpy as np

from dealbot.app.guides.sentences import sentences_of
from dealbot.domain.knowledge import Passage, plain
from dealbot.retrieval.vectors import Floats
from dealbot.store.catalog import Catalog

# Chosen on the `tuned` questions in tests/evals/knowledge alone.
_LEAST = 0.295
_LEAST_SHARE = 0.6


def near_in_meaning(question: Floats, passage: Passage, cosine: float, encode: Callable[[list[str]], Floats]) -> bool:
    """Whether a passage is near enough: by the mean of its own cosine, its heading's and its nearest sentence's.

    A long passage is like little in particular; its heading and a sentence say whether the question is in it.
    """
    heading = passage.breadcrumb[-1] if not passage.heading else passage.heading[-1]
    sentences = [plain(sentence.span.quote) for sentence in sentences_of(passage)]
    likeness = encode([heading, *sentences]) @ question
    nearest = float(np.max(likeness[1:], initial=-1)) if sentences else cosine
    return (cosine + float(likeness[0]) + nearest) / 3 >= _LEAST


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
