"""How near an answer comes to one reference answer as a whole: what short answers to short references are judged by."""

from collections.abc import Mapping
from math import log1p

import numpy as np

from dealbot.reading.grading.views import View
from dealbot.reading.grading.words import Rarity

_DEMOTED = 0.4
_MOST_WORDS = 60


def likeness_of(question: View, reference: View, answer: View, rarity: Rarity) -> Mapping[str, float]:
    """The signs of one reference beside an answer; the question's own words and meaning count for less."""
    told, asked = frozenset(answer.stems), frozenset(question.stems)
    demoted = np.array([_DEMOTED if stem in asked else 1.0 for stem in reference.piece_stems], dtype=np.float32)
    weights = reference.weights * demoted + 1e-6
    pieces = (reference.pieces @ answer.pieces.T).max(axis=1)
    return {
        "near": float(reference.vector @ answer.vector),
        "asked": float(question.vector @ answer.vector),
        "pieces": float(pieces @ weights / weights.sum()),
        "recall": rarity.recall(reference.stems, told),
        "recall_new": rarity.recall(reference.stems, told, asked),
        "length": log1p(min(_MOST_WORDS, len(answer.text.split()))),
    }
