"""What no rule foresees, read by its likeness to known ways of asking: weights learnt from examples.yaml."""

import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from importlib import resources

import numpy as np

from dealbot.app.question import Intent
from dealbot.reading.heads import Encoder, Heads

HEAD = "intent"
_LATELY = 64  # a question is looked at more than once
_WHERE = re.compile(r"\s*\b(?:over )?(?:at|with|on|for|of|about|in|from) DEAL\b")
_NAMES = {"DEAL": "the deal", "PERSON": "the director", "TEAM": "their department"}


class Likeness:
    """Guesses what a shape asks; encoder and weights are opened when the first guess is needed."""

    def __init__(self, encoder: Callable[[], Encoder], heads: Callable[[], Heads]) -> None:
        """Guess with what these open."""
        self._encoder = cache(encoder)
        self._heads = cache(heads)
        self._lately = lru_cache(_LATELY)(self._shares)

    def shares(self, plain: str) -> Mapping[Intent, float]:
        """Tell how likely a shape asks each intent; the shares add up to 1."""
        return self._lately(plain)

    def _shares(self, plain: str) -> Mapping[Intent, float]:
        text = in_plain_words(plain)
        guess = self._heads().guess([text], self._encoder().encode([text]))[0][HEAD]
        return {Intent(name): share for name, share in zip(guess.classes, guess.shares, strict=True)}


def in_plain_words(plain: str) -> str:
    """A shape as a sentence anybody might say: where it is asked left out, names as what they stand for."""
    asked = _WHERE.sub("", plain.replace("?", " "))
    for label, words in _NAMES.items():
        asked = re.sub(rf"\b{label}\b", words, asked)
    return " ".join(asked.split())


def load_likeness() -> Heads:
    """Load the weights that ship with the package."""
    with resources.files(__package__).joinpath("intents.npz").open("rb") as file, np.load(file) as stored:
        return Heads(
            names={HEAD: tuple(str(stored["names"]).split(","))},
            weights=stored["weights"].astype(np.float32),
            bias=stored["bias"].astype(np.float32),
            rarity=stored["rarity"].astype(np.float32),
            examples=str(stored["examples"]),
        )
