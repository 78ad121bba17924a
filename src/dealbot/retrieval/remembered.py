"""Vectors of the last few calls, kept: a note is read twice in a row, and its clauses are the same both times."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from dealbot.retrieval.embeddings import MiniLm

_CALLS = 4


class Remembered:
    """An encoder that gives the vectors of its last few calls again instead of calculating them."""

    def __init__(self, encoder: MiniLm) -> None:
        """Calculate with this encoder what is not remembered."""

        @lru_cache(_CALLS)
        def calculated(texts: tuple[str, ...]) -> NDArray[np.float32]:
            vectors = encoder.encode(texts)
            vectors.flags.writeable = False
            return vectors

        self._calculated = calculated

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row per text, of length 1, not to be written to."""
        return self._calculated(tuple(texts))
