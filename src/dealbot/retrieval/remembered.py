"""Vectors kept: a note is read twice in a row, and many questions are asked of the same sentences."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

_MOST = 50_000


class Encoder(Protocol):
    """Turns texts into unit vectors; the vector of a text is the same whatever its neighbours are."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row per text."""
        ...


class Remembered:
    """An encoder that calculates the vector of a text once; the longest unused are forgotten. Threads may share it."""

    def __init__(self, encoder: Encoder, most: int = _MOST) -> None:
        """Calculate with this encoder what is not remembered."""
        self._encoder = encoder
        self._one = lru_cache(maxsize=most)(lambda text: encoder.encode([text])[0])

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row per text, the same as the encoder behind it gives."""
        return np.stack([self._one(text) for text in texts]) if texts else self._encoder.encode(texts)
