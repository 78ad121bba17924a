"""An encoder that remembers: the sentences of a deal are embedded once, however many questions are asked of them."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol

import numpy as np
import numpy.typing as npt

_MOST = 50_000


class Encoder(Protocol):
    """Turns texts into unit vectors, one row per text."""

    def encode(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """Embed the texts in their order."""
        ...


class Remembered:
    """Embeds each text once and keeps its vector, the longest unused forgotten first; may be shared by threads."""

    def __init__(self, encoder: Encoder, most: int = _MOST) -> None:
        self._one = lru_cache(maxsize=most)(lambda text: encoder.encode([text])[0])

    def encode(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """One row per text, the same as the encoder behind it gives."""
        return np.stack([self._one(text) for text in texts])
