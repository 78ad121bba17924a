"""The weights that ship with the package, and how looks become likelihoods: boosted trees over signs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from math import exp

import numpy as np
from numpy.typing import NDArray

from dealbot.reading.features import Floats
from dealbot.reading.grading.words import Rarity

Numbers = NDArray[np.int32]
_DEEPEST = 16


@dataclass(frozen=True, slots=True)
class Trees:
    """Trees that vote: in each node, left below the threshold, else right; a leaf leads to itself.

    Where there is no number, `lacking` says whether to go left.
    """

    names: tuple[str, ...]
    roots: Numbers
    sign: Numbers
    least: NDArray[np.float64]
    lacking: NDArray[np.bool_]
    left: Numbers
    right: Numbers
    vote: NDArray[np.float64]
    base: float

    def likely(self, signs: Sequence[Mapping[str, float]]) -> NDArray[np.float64]:
        """How likely each set of signs means yes, 0 to 1."""
        if not signs:
            return np.zeros(0)
        rows = np.array([[each[name] for name in self.names] for each in signs], dtype=np.float64)
        at = np.broadcast_to(self.roots, (len(rows), len(self.roots)))
        for _ in range(_DEEPEST):
            values = np.take_along_axis(rows, self.sign[at], axis=1)
            to_left = np.where(np.isnan(values), self.lacking[at], values <= self.least[at])
            at = np.where(to_left, self.left[at], self.right[at])
        return 1 / (1 + np.exp(-(self.vote[at].sum(axis=1) + self.base)))  # type: ignore[no-any-return]


@dataclass(frozen=True, slots=True)
class Line:
    """A weighted sum of signs, each against its mean and spread; what is no number counts as the mean."""

    names: tuple[str, ...]
    mean: Floats
    spread: Floats
    weights: Floats
    base: float

    def of(self, signs: Mapping[str, float]) -> float:
        """The sum."""
        values = np.array([signs[name] for name in self.names], dtype=np.float32)
        return float(np.nan_to_num((values - self.mean) / self.spread) @ self.weights + self.base)

    def likely(self, signs: Mapping[str, float]) -> float:
        """How likely that means yes, 0 to 1."""
        return 1 / (1 + exp(-self.of(signs)))


@dataclass(frozen=True, slots=True)
class Weights:
    """All that was learnt: `points` and `pitfalls` tell what is shown, `likeness` how good a short answer is.

    `topic` tells whether an answer is about what was asked.
    `background` are answers to other questions, as they are usually written.
    """

    points: Trees
    pitfalls: Line
    topic: Line
    likeness: Line
    rarity: Rarity
    background: tuple[str, ...]
    examples: str


def load_weights() -> Weights:
    """Load the weights that ship with the package."""
    with resources.files(__package__).joinpath("grader.npz").open("rb") as file, np.load(file) as stored:
        return weights_of(stored)


def weights_of(stored: Mapping[str, NDArray[np.generic]]) -> Weights:
    """The weights out of arrays, as tools/fit_grader.py stores them."""
    stems, counts = str(stored["rarity.stems"]).split(), stored["rarity.counts"].tolist()
    return Weights(
        _trees(stored, "points"),
        _line(stored, "pitfalls"),
        _line(stored, "topic"),
        _line(stored, "likeness"),
        Rarity(dict(zip(stems, counts, strict=True)), int(stored["rarity.texts"])),
        tuple(str(stored["background"]).split("\n\n")),
        str(stored["examples"]),
    )


def _trees(stored: Mapping[str, NDArray[np.generic]], name: str) -> Trees:
    def places(part: str) -> Numbers:
        return stored[f"{name}.{part}"].astype(np.int32)

    return Trees(
        names=_names(stored, name),
        roots=places("roots"),
        sign=places("sign"),
        least=stored[f"{name}.least"].astype(np.float64),
        lacking=stored[f"{name}.lacking"].astype(np.bool_),
        left=places("left"),
        right=places("right"),
        vote=stored[f"{name}.vote"].astype(np.float64),
        base=stored[f"{name}.base"].item(),
    )


def _line(stored: Mapping[str, NDArray[np.generic]], name: str) -> Line:
    columns = {part: stored[f"{name}.{part}"].astype(np.float32) for part in ("mean", "spread", "weights")}
    return Line(_names(stored, name), **columns, base=stored[f"{name}.base"].item())


def _names(stored: Mapping[str, NDArray[np.generic]], name: str) -> tuple[str, ...]:
    return tuple(str(stored[f"{name}.names"]).split())
