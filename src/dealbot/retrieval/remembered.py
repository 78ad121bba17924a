"""Vectors kept: a note is read twice in a row, and many questions are asked of the same sentences."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from threading import Lock
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
        self._most = most
        self._known: OrderedDict[str, NDArray[np.float32]] = OrderedDict()
        self._lock = Lock()

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row per text, the same as the encoder behind it gives; what is new is calculated together."""
        if not texts:
            return self._encoder.encode(texts)
        found = self._recall(texts)
        new = [text for text in dict.fromkeys(texts) if text not in found]
        if new:
            found |= dict(zip(new, self._encoder.encode(new), strict=True))
        self._keep({text: found[text] for text in texts})
        return np.stack([found[text] for text in texts])

    def _recall(self, texts: Sequence[str]) -> dict[str, NDArray[np.float32]]:
        with self._lock:
            return {text: self._known[text] for text in texts if text in self._known}

    def _keep(self, used: Mapping[str, NDArray[np.float32]]) -> None:
        with self._lock:
            for text, vector in used.items():
                self._known[text] = vector
                self._known.move_to_end(text)
            while len(self._known) > self._most:
                self._known.popitem(last=False)
