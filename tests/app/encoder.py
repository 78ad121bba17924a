"""A stand-in for the sentence encoder: a vector of hashed words, near where words are shared."""

import hashlib
from collections.abc import Sequence

import numpy as np

from dealbot.app.stems import stems_of
from dealbot.reading.features import Floats

_SIZE = 384


class WordsEncoder:
    """Embeds a text by its telling words; the same text always has the same vector."""

    def encode(self, texts: Sequence[str]) -> Floats:
        """One unit row per text; a text without telling words points its own way."""
        rows = np.zeros((len(texts), _SIZE), dtype=np.float32)
        for at, text in enumerate(texts):
            for stem in sorted(stems_of(text)) or [text]:
                rows[at, int.from_bytes(hashlib.sha256(stem.encode()).digest()[:4], "big") % _SIZE] += 1.0
        unit: Floats = rows / np.linalg.norm(rows, axis=1, keepdims=True)
        return unit
