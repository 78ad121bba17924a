"""Linear heads over embeddings and words: what a message or question probably is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from dealbot.reading.features import EMBEDDED, Floats, sparse


class Encoder(Protocol):
    """Turns texts into unit vectors of 384 numbers, shape (n, 384)."""

    def encode(self, texts: Sequence[str]) -> Floats:
        """Embed the texts in their order."""
        ...


@dataclass(frozen=True, slots=True)
class Guess:
    """Probabilities of one head's classes for one statement."""

    classes: tuple[str, ...]
    shares: tuple[float, ...]

    @property
    def best(self) -> str:
        """The likeliest class."""
        return self.classes[self.shares.index(max(self.shares))]

    def of(self, name: str) -> float:
        """The probability of one class."""
        return self.shares[self.classes.index(name)]

    def among(self, names: Sequence[str]) -> str:
        """The likeliest of some classes."""
        return max(names, key=self.of)


@dataclass(frozen=True, slots=True)
class Heads:
    """All heads with their weights; `names` maps each head to its classes in column order."""

    names: dict[str, tuple[str, ...]]
    weights: Floats
    bias: Floats
    rarity: Floats
    examples: str

    def guess(self, texts: Sequence[str], embedded: Floats) -> list[dict[str, Guess]]:
        """Tell for each text what every head makes of it; `embedded` has shape (n, 384)."""
        scores = embedded @ self.weights[:EMBEDDED] + self.bias
        for index, text in enumerate(texts):
            columns, values = sparse(text, self.rarity)
            scores[index] += values @ self.weights[EMBEDDED:][columns]
        return [self._one(row) for row in scores]

    def _one(self, row: Floats) -> dict[str, Guess]:
        guesses, at = {}, 0
        for head, classes in self.names.items():
            shares = np.exp(row[at : at + len(classes)] - row[at : at + len(classes)].max())
            guesses[head] = Guess(classes, tuple(float(share) for share in shares / shares.sum()))
            at += len(classes)
        return guesses
